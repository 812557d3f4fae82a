import assert from 'node:assert/strict';
import test from 'node:test';
import { forbiddenLicences, thirdParty } from './licences.js';
import { DYNAMODB, ESLINT, JUNIT, jar, sampleSbom, tarball } from './sample.js';

const policy = { shipped: ['Apache-2.0'], build: ['EPL-2.0', 'MIT'], packages: {} };
const withLicence = (licence) => sampleSbom({ jars: [jar(DYNAMODB, 'aa', licence)] });

test('allowed licences pass', () => {
  assert.deepEqual(forbiddenLicences(sampleSbom(), policy), []);
});

test('a licence that is allowed for building only may not go to Lambda', () => {
  assert.match(forbiddenLicences(withLicence('EPL-2.0'), policy)[0], /dynamodb@2.41.0 \(shipped\): licence EPL-2.0 is not allowed/);
});

test('a forbidden licence of a build tool is named', () => {
  const sbom = sampleSbom({ tarballs: [tarball(ESLINT, 'cc', 'AGPL-3.0-only')] });
  assert.match(forbiddenLicences(sbom, policy)[0], /eslint@9.39.5 \(build\): licence AGPL-3.0-only/);
});

test('no licence at all is named', () => {
  assert.match(forbiddenLicences(withLicence(null), policy)[0], /licence unknown is not allowed/);
});

test('of several licences one is enough', () => {
  assert.deepEqual(forbiddenLicences(withLicence(['GPL-2.0-only', 'Apache-2.0']), policy), []);
});

test('of an expression with AND each is needed', () => {
  assert.equal(forbiddenLicences(withLicence('(Apache-2.0 AND AGPL-3.0-only)'), policy).length, 1);
  assert.equal(forbiddenLicences(withLicence('(Apache-2.0 OR AGPL-3.0-only)'), policy).length, 0);
});

test('an exception is for one package and its very licence', () => {
  const packages = { 'pkg:maven/software.amazon.awssdk/dynamodb': { licence: 'House rules', why: 'seen' } };
  assert.deepEqual(forbiddenLicences(withLicence('House rules'), { ...policy, packages }), []);
  assert.equal(forbiddenLicences(withLicence('Other rules'), { ...policy, packages }).length, 1);
});

test('an exception that nothing needs any more is named', () => {
  const packages = { 'pkg:maven/gone/gone': { licence: 'X', why: 'was' } };
  assert.match(forbiddenLicences(sampleSbom(), { ...policy, packages })[0], /gone\/gone has an exception/);
});

test('the list of third parties has what is shipped first', () => {
  const list = thirdParty(sampleSbom());
  assert.ok(list.indexOf('dynamodb@2.41.0 | Apache-2.0') < list.indexOf('## For building'));
  assert.ok(list.indexOf('## For building') < list.indexOf(`${JUNIT.slice(4)} | EPL-2.0`));
});
