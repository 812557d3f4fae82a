// Breaks a workflow in every way that the checks are there for.
import assert from 'node:assert/strict';
import test from 'node:test';
import { root } from '../root.js';
import { problemsOf } from './lint.js';

const SHA = '3d3c42e5aac5ba805825da76410c181273ba90b1';
const SOUND = `name: Sound
on:
  pull_request:
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    permissions:
      contents: read
    strategy:
      matrix:
        environment: [dev]
    steps:
      - uses: actions/checkout@${SHA} # v7.0.1
        with:
          persist-credentials: false
      - run: ./ringback synth \${{ matrix.environment }}
`;
const problems = (text) => problemsOf('.github/workflows/w.yml', text, root);

async function broken(from, to, expected) {
  assert.ok(SOUND.includes(from));
  assert.match((await problems(SOUND.replace(from, () => to))).join('\n'), expected);
}

test('a sound workflow has no problem', async () => assert.deepEqual(await problems(SOUND), []));
test('a key that GitHub does not know', () => broken('runs-on', 'run-on', /w.yml:7: Unexpected value 'run-on'/m));
test('a context that GitHub does not know', () => broken('matrix.environment }}', 'matrices.environment }}', /w.yml:18: Unrecognized named-value: 'matrices'/m));
test('a job that needs one that is not there', () => broken('runs-on', 'needs: build\n    runs-on', /'build' is not valid/));
test('a called workflow that is not there', () =>
  broken(SOUND.slice(SOUND.indexOf('    runs-on')), '    uses: ./.github/workflows/gone.yml\n', /Unable to find reusable workflow/));
test('an input that the called workflow does not take', () =>
  broken(SOUND.slice(SOUND.indexOf('    runs-on')), '    uses: ./.github/workflows/deploy.yml\n    with:\n      environmet: dev\n', /environmet|environment/));

test('an action that is not pinned', () => broken(`${SHA} # v7.0.1`, 'v7', /w.yml:15: pin actions\/checkout@v7 by its commit/m));
test('a pin that does not say its version', () => broken(' # v7.0.1', '', /with its version as a comment/));
test("a token of GitHub's that stays behind", () => broken('persist-credentials: false', 'persist-credentials: true', /leaves its token behind/));
test("a trigger with the repository's rights", () => broken('pull_request:', 'pull_request_target:', /pull_request_target gives a stranger/));
test('no permissions', () => broken('permissions: {}\n', '', /no permissions: of its own/));
test('all permissions', () => broken('permissions: {}', 'permissions: write-all', /write-all are too wide/));
test('a permission that nothing needs', () => broken('contents: read', 'contents: write', /w.yml:.*contents: write is not needed/m));
test('a job that runs the code of a pull request and may write to it', () =>
  broken('contents: read', 'contents: read\n      pull-requests: write', /may not check out their code/));
test('a token for AWS in a job that does not deploy', () => broken('contents: read', 'contents: read\n      id-token: write', /asks for a token for AWS/));
test('a secret', () => broken('persist-credentials: false', 'persist-credentials: false\n          token: ${{ secrets.KEY }}', /w.yml:18: no secret is needed/));
test('no time limit', () => broken('    timeout-minutes: 60\n', '', /needs a timeout-minutes/));
test('what somebody typed, in a command', () => broken('${{ matrix.environment }}', '${{ github.head_ref }}', /may be whatever somebody typed/));
test('what somebody typed, in a script', () =>
  broken('persist-credentials: false', 'persist-credentials: false\n      - uses: actions/github-script@' + SHA + " # v8.0.0\n        with:\n          script: log('${{ github.head_ref }}')", /may be whatever somebody typed/));
test('a command that is not ./ringback', () => broken('./ringback synth', 'npx cdk synth', /w.yml:18: a step is one .\/ringback call/m));
test('two commands in one step', () => broken('./ringback synth', './ringback build && ./ringback synth', /a step is one .\/ringback call/));
test('a command that ./ringback does not have', () => broken('ringback synth', 'ringback synht', /has no command synht/));
