import assert from 'node:assert/strict';
import test from 'node:test';
import { dependenciesOf, SHIPPED, useOf } from './sbom.js';
import { DYNAMODB, ESLINT, JUNIT, jar, sampleSbom } from './sample.js';

const component = (sbom, purl) => sbom.components.find((candidate) => candidate.purl === purl);

test('what a function carries is told from what builds and tests need', () => {
  const sbom = sampleSbom();
  assert.equal(useOf(component(sbom, DYNAMODB)), SHIPPED);
  assert.equal(component(sbom, DYNAMODB).scope, 'required');
  assert.equal(useOf(component(sbom, JUNIT)), 'build');
  assert.equal(component(sbom, ESLINT).scope, 'excluded');
});

test('the same input gives the same bytes, in whatever order Maven lists it', () => {
  const jars = [jar(DYNAMODB, 'aa'), jar(JUNIT, 'bb')];
  assert.equal(JSON.stringify(sampleSbom({ jars })), JSON.stringify(sampleSbom({ jars: jars.toReversed() })));
});

test('every reference of the graph is a component', () => {
  const sbom = sampleSbom();
  const known = new Set([sbom.metadata.component['bom-ref'], 'pkg:npm/ringback-graphql@1', ...sbom.components.map((c) => c['bom-ref'])]);
  const named = sbom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
  assert.deepEqual(named.filter((ref) => !known.has(ref)), []);
});

test("the project's own modules are in the bill, but are no dependencies", () => {
  const own = jar('pkg:maven/dev.ringback/calling@1', 'dd', null);
  const sbom = sampleSbom({ jars: [own] });
  assert.ok(component(sbom, 'pkg:maven/dev.ringback/calling@1'));
  assert.deepEqual(dependenciesOf(sbom).map(({ purl }) => purl), [ESLINT]);
});
