import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parseDocument } from 'yaml';
import { root } from '../root.js';
import { problemsOf } from './lint.js';
import { plan } from './plan.js';

const read = (path) => readFileSync(join(root, path), 'utf8');
const files = globSync('.github/{workflows/*.yml,actions/*/action.yml}', { cwd: root }).sort();
const environments = readdirSync(join(root, 'environments')).filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', ''));

for (const path of files) {
  test(`${path} is in order`, async () => assert.deepEqual(await problemsOf(path, read(path), root), []));
}

test('a pull request is built, tested, and compared in every environment that is deployed', () => {
  const commands = plan('.github/workflows/pull-request.yml', read).map(({ run }) => run);
  assert.deepEqual(commands.slice(0, 2), ['./ringback build', './ringback test']);
  for (const environment of ['dev', 'staging', 'prod']) {
    assert.ok(commands.some((command) => command?.startsWith(`./ringback diff ${environment} `)), environment);
  }
});

test('nothing is deployed before it is tested', () => {
  for (const name of ['main', 'release']) {
    const commands = plan(`.github/workflows/${name}.yml`, read).map(({ run }) => run);
    const deploys = commands.flatMap((command, i) => (/ deploy /.test(command) ? [i] : []));
    assert.ok(deploys.length > 0 && deploys.every((i) => i > commands.indexOf('./ringback test')), name);
  }
});

test('a tag goes to staging first and to prod last', () => {
  const deploys = plan('.github/workflows/release.yml', read).filter(({ run }) => / deploy /.test(run));
  assert.deepEqual(deploys.map(({ run }) => run.split(' ')[2]), ['staging', 'prod']);
});

test('every deployment is to an environment that there is, and waits for the approval of its GitHub environment', () => {
  const deploy = parseDocument(read('.github/workflows/deploy.yml')).toJS();
  assert.equal(deploy.jobs.deploy.environment, '${{ inputs.environment }}');
  for (const name of ['main', 'release']) {
    for (const { run } of plan(`.github/workflows/${name}.yml`, read).filter((step) => / deploy /.test(step.run))) {
      assert.ok(environments.includes(run.split(' ')[2]), run);
    }
  }
});

test('Dependabot looks at every folder that has dependencies', () => {
  const { updates } = parseDocument(read('.github/dependabot.yml')).toJS();
  const looked = (ecosystem) => updates.filter((update) => update['package-ecosystem'] === ecosystem).flatMap(({ directory, directories = [directory] }) => directories);
  const locks = globSync('**/package-lock.json', { cwd: root, exclude: (name) => ['node_modules', 'target', 'base'].includes(name) });
  assert.deepEqual(looked('npm').sort(), locks.map((lock) => `/${lock.replace(/\/?package-lock.json$/, '')}`).sort());
  assert.deepEqual(looked('maven'), ['/']);
  assert.deepEqual(looked('github-actions').sort(), ['/', ...files.filter((file) => file.endsWith('action.yml')).map((file) => `/${file.replace('/action.yml', '')}`)]);
});
