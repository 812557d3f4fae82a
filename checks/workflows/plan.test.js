import assert from 'node:assert/strict';
import test from 'node:test';
import { plan } from './plan.js';

const files = {
  'main.yml': `
jobs:
  deploy:
    needs: test
    uses: ./.github/workflows/deploy.yml
    with: {environment: dev}
  test:
    strategy: {matrix: {environment: [dev, prod]}}
    steps:
      - uses: actions/checkout@1
      - run: ./ringback synth \${{ matrix.environment }}
        if: env.ROLE == ''
      - run: ./ringback diff dev
        if: env.ROLE != ''
`,
  '.github/workflows/deploy.yml': `
jobs:
  deploy:
    steps:
      - run: ./ringback build
      - uses: aws-actions/configure-aws-credentials@1
      - run: ./ringback deploy \${{ inputs.environment }}
`,
};
const steps = (changes = {}) => plan('main.yml', (path) => ({ ...files, ...changes })[path]);

test('jobs come after those they need, a step for each of a matrix, called workflows in their place', () => {
  assert.deepEqual(steps().map(({ job, run }) => `${job}: ${run}`), [
    'test: ./ringback synth dev',
    'test: ./ringback synth prod',
    'deploy/deploy: ./ringback build',
    'deploy/deploy: ./ringback deploy dev',
  ]);
});

test('what comes after signing in at AWS needs AWS', () => {
  assert.deepEqual(steps().map(({ needsAws }) => needsAws), [false, false, false, true]);
});

test('a second checkout is made', () => {
  const text = 'jobs:\n  a:\n    steps:\n      - uses: actions/checkout@1\n        with: {path: base}\n';
  assert.deepEqual(steps({ 'main.yml': text }).map(({ checkout }) => checkout), ['base']);
});

test('a condition or an expression that is unknown here is no silent skip', () => {
  const text = (step) => `jobs:\n  a:\n    steps:\n      - ${step}\n`;
  assert.throws(() => steps({ 'main.yml': text('{run: x, if: github.fork}') }), /github.fork is unknown here/);
  assert.throws(() => steps({ 'main.yml': text('run: x ${{ github.sha }}') }), /github.sha }} is unknown here/);
});
