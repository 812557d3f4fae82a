// Bills of materials as Maven and npm write them, in the parts that matter.
import { mergedSbom } from './sbom.js';

const library = (purl, hash, licence, algorithm) => ({
  'bom-ref': purl,
  purl,
  name: purl.replace(/^.*\/|@.*$/g, ''),
  version: purl.replace(/^.*@|\?.*$/g, ''),
  hashes: [{ alg: algorithm, content: hash }],
  licenses: licence ? [].concat(licence).map((id) => ({ license: { id } })) : undefined,
});

export const jar = (purl, hash, licence = 'Apache-2.0') => library(`${purl}?type=jar`, hash, licence, 'SHA-256');
export const tarball = (purl, hash, licence = 'MIT') => ({ ...library(purl, hash, licence, 'SHA-512'), 'bom-ref': purl.replace('pkg:npm/', '') });

const root = (purl, name) => ({ component: { 'bom-ref': name, purl, group: 'dev.ringback', name, version: '1' } });

export const bill = (purl, name, components) => ({
  metadata: root(purl, name),
  components,
  dependencies: [{ ref: name, dependsOn: components.map((component) => component['bom-ref']) }],
});

export const DYNAMODB = 'pkg:maven/software.amazon.awssdk/dynamodb@2.41.0';
export const JUNIT = 'pkg:maven/org.junit/junit@6';
export const ESLINT = 'pkg:npm/eslint@9.39.5';

/** dynamodb goes to Lambda, junit and eslint do not. */
export function sampleSbom(changes = {}) {
  const { jars = [jar(DYNAMODB, 'aa'), jar(JUNIT, 'bb', 'EPL-2.0')], tarballs = [tarball(ESLINT, 'cc')], shipped = ['aa'] } = changes;
  return mergedSbom(
    bill('pkg:maven/dev.ringback/ringback@1?type=pom', 'ringback', jars),
    [bill('pkg:npm/ringback-graphql@1', 'ringback-graphql', tarballs)],
    new Set(shipped),
  );
}
