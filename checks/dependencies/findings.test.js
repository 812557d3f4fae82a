import assert from 'node:assert/strict';
import test from 'node:test';
import { coverage, openFindings } from './findings.js';

const TODAY = '2026-11-27';
const finding = { package: 'pkg:npm/eslint@9.39.5', id: 'GHSA-1', summary: 'reads too much' };
const acceptance = { package: finding.package, id: 'GHSA-1', why: 'we do not call it', until: '2026-12-31' };

test('a finding that nobody accepted is named', () => {
  assert.match(openFindings({ findings: [finding], accepted: [] }, TODAY)[0], /^pkg:npm\/eslint@9.39.5: GHSA-1, reads too much: update it/);
});

test('an accepted finding is none, on its last day too', () => {
  assert.deepEqual(openFindings({ findings: [finding], accepted: [acceptance] }, TODAY), []);
  assert.deepEqual(openFindings({ findings: [finding], accepted: [acceptance] }, '2026-12-31'), []);
});

test('an acceptance that is over counts no more', () => {
  assert.match(openFindings({ findings: [finding], accepted: [acceptance] }, '2027-01-01')[0], /accepted until 2026-12-31, which is over/);
});

test('an acceptance is for its own version alone', () => {
  const accepted = [{ ...acceptance, package: 'pkg:npm/eslint@9.0.0' }];
  assert.match(openFindings({ findings: [finding], accepted }, TODAY)[0], /update it/);
});

test('an acceptance of nothing, without a reason or without a day is named', () => {
  assert.match(openFindings({ findings: [], accepted: [acceptance] }, TODAY)[0], /is no finding any more/);
  const accepted = [{ package: finding.package, id: finding.id }];
  const problems = openFindings({ findings: [finding], accepted }, TODAY).join('\n');
  assert.match(problems, /without a reason/);
  assert.match(problems, /without a day/);
});

test('it says how far OSV was asked', () => {
  const lock = (...days) => new Map(days.map((asked, i) => [`p${i}`, { hash: 'h', asked }]));
  assert.match(coverage(lock('-', '-')), /never been asked/);
  assert.equal(coverage(lock('2026-11-02', '2026-11-01')), 'OSV was asked 2026-11-01 or later');
  assert.match(coverage(lock('2026-11-02', '-')), /but never about 1/);
});
