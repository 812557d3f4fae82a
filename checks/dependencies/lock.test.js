import assert from 'node:assert/strict';
import test from 'node:test';
import { formatLock, parseLock, relocked, unreviewed } from './lock.js';
import { DYNAMODB, ESLINT, JUNIT, jar, sampleSbom } from './sample.js';

const locked = () => relocked(sampleSbom(), new Map());

test('what was locked has nothing to review', () => {
  assert.deepEqual(unreviewed(sampleSbom(), parseLock(formatLock(locked()))), []);
});

test('a dependency that nobody accepted is named', () => {
  const lock = locked();
  lock.delete(JUNIT);
  const [problem, ...others] = unreviewed(sampleSbom(), lock);
  assert.match(problem, /^pkg:maven\/org.junit\/junit@6 is not in supply-chain\/dependencies.lock/);
  assert.deepEqual(others, []);
});

test('another file of the same version is named', () => {
  const other = sampleSbom({ jars: [jar(DYNAMODB, 'ff'), jar(JUNIT, 'bb')] });
  assert.match(unreviewed(other, locked())[0], /dynamodb@2.41.0 is another file than the one reviewed: sha256:ff, in the lock sha256:aa/);
});

test('an entry that nothing uses is named', () => {
  assert.match(unreviewed(sampleSbom({ tarballs: [] }), locked())[0], /eslint@9.39.5 .* nothing uses it/);
});

test('what OSV was asked about stays so, until the file is another', () => {
  const lock = locked();
  for (const entry of lock.values()) entry.asked = '2026-11-27';
  const again = relocked(sampleSbom({ jars: [jar(DYNAMODB, 'ff'), jar(JUNIT, 'bb')] }), lock);
  assert.equal(again.get(DYNAMODB).asked, '-');
  assert.equal(again.get(ESLINT).asked, '2026-11-27');
});
