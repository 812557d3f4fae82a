import assert from 'node:assert/strict';
import test from 'node:test';
import { callChecker, parseUsage, ringbackCalls } from './usage.js';
import { root } from '../root.js';

const commands = parseUsage(`usage: ./ringback COMMAND

  up [OPTION ...]              run it
     --port N                  its port
  diff ENV [--against DIR]     compare
  deploy ENV [CDK OPTION ...]  deploy

Environments are files.`);
const problem = (call) => callChecker(commands, ['dev'])(call.split(' '));

test('what the usage has is taken', () => {
  for (const call of ['up --port 1', 'diff dev --against x', 'diff ENV', 'diff ${{matrix.environment}}', 'deploy dev --require-approval never']) {
    assert.equal(problem(call), undefined, call);
  }
});

test('what it has not is named', () => {
  assert.equal(problem('pu'), './ringback has no command pu');
  assert.equal(problem('up --prot 1'), './ringback up has no option --prot');
  assert.equal(problem('diff --against x'), './ringback diff: --against is no environment');
  assert.equal(problem('deploy live'), './ringback deploy: live is no environment');
  assert.equal(problem('deploy'), './ringback deploy: nothing is no environment');
});

test("the script's own usage is understood", () => {
  const check = ringbackCalls(root);
  assert.equal(check(['up', '--port', '1']), undefined);
  assert.equal(check(['doctor', 'dev', '--push', 'GCM', 'x']), undefined);
  assert.equal(check(['test', '--quick']), './ringback test has no option --quick');
});
