// Runs the script by which the pull request's workflow comments, on diffs as ./ringback diff writes them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parseDocument } from 'yaml';
import { root } from '../root.js';

const { jobs } = parseDocument(readFileSync(join(root, '.github/workflows/pull-request.yml'), 'utf8')).toJS();
const { script } = jobs.comment.steps.find((step) => step.with?.script).with;
const AsyncFunction = (async () => {}).constructor;
const run = new AsyncFunction('require', 'context', 'github', script);

/** @returns what is written: {body}, with comment_id if that was there before */
async function comment(diffs, comments = []) {
  let written;
  const write = (request) => (written = request);
  const fs = { readdirSync: () => Object.keys(diffs), readFileSync: (path) => diffs[path.replace('diffs/', '')] };
  const issues = { createComment: write, updateComment: write };
  await run(() => fs, { repo: { owner: 'acme', repo: 'ringback' }, issue: { number: 7 } }, { paginate: () => comments, rest: { issues } });
  return written;
}

test('each environment has its diff', async () => {
  const { body, issue_number: pull } = await comment({ 'diff-prod.txt': 'Stack A\nVerdict: fine.\n', 'diff-dev.txt': 'Stack B\nVerdict: fine.\n' });
  assert.match(body, /### dev\n```\nStack B\nVerdict: fine.\n```\n### prod\n```\nStack A\n/);
  assert.equal(pull, 7);
});

test('the verdict is in it, however long the diff is', async () => {
  const { body } = await comment({ 'diff-dev.txt': `${'+ a line\n'.repeat(9000)}! Table is deleted\nVerdict: 1 to confirm.\n` });
  assert.match(body, /the beginning is in the artifact …\n[^]*! Table is deleted\nVerdict: 1 to confirm.\n```$/);
  assert.ok(body.length < 65_536 / 3);
});

test('a comparison that failed is no empty difference', async () => {
  const { body } = await comment({ 'diff-dev.txt': '' });
  assert.match(body, /### dev\n```\nNot compared: see the run.\n```$/);
});

test('a diff does not get out of its block', async () => {
  const { body } = await comment({ 'diff-dev.txt': '```\n@everybody\nVerdict: fine.\n' });
  assert.equal(body.split('```').length, 3);
});

test('the comment that is there already is written anew', async () => {
  const mine = { id: 5, user: { type: 'Bot' }, body: '<!-- ringback diff -->\nold' };
  assert.equal((await comment({ 'diff-dev.txt': 'Verdict: fine.\n' }, [{ ...mine, id: 4, user: { type: 'User' } }, mine])).comment_id, 5);
});
