// Makes one bill of materials of Maven's and npm's, and tells what the functions carry from what only builds and tests need.

/** What a component is used for: it goes to Lambda with a function, or it stays where the project is built. */
export const SHIPPED = 'shipped';
export const BUILD = 'build';
const USE = 'ringback:use';

const byKey = (key) => (a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);

/** Maven's purls end in the type, which neither OSV nor a reader needs: all are jars. */
const plain = (purl) => purl.replace(/[?#].*$/, '');

export const hashOf = (component, algorithm) => component.hashes?.find(({ alg }) => alg === algorithm)?.content;

export const useOf = (component) => component.properties?.find(({ name }) => name === USE)?.value;

export const isOwn = (component) => component.purl.startsWith('pkg:maven/dev.ringback/') || component.purl.startsWith('pkg:npm/ringback-');

function used(component, shippedHashes) {
  const shipped = shippedHashes.has(hashOf(component, 'SHA-256'));
  const { group, name, version, description, licenses, purl, hashes } = component;
  return {
    type: 'library',
    'bom-ref': plain(purl),
    ...(group && { group }),
    name,
    version,
    ...(description && { description }),
    scope: shipped ? 'required' : 'excluded',
    hashes: (hashes ?? []).filter(({ alg }) => alg === 'SHA-256' || alg === 'SHA-512'),
    ...(licenses?.length && { licenses }),
    purl: plain(purl),
    properties: [{ name: USE, value: shipped ? SHIPPED : BUILD }],
  };
}

/** The references of one bill, which npm makes up itself, as purls. */
function references(bom) {
  const purls = new Map(bom.components.map((component) => [component['bom-ref'], plain(component.purl)]));
  purls.set(bom.metadata.component['bom-ref'], plain(bom.metadata.component.purl));
  return purls;
}

function mergedDependencies(boms) {
  const edges = new Map();
  for (const bom of boms) {
    const purls = references(bom);
    for (const { ref, dependsOn = [] } of bom.dependencies ?? []) {
      const targets = edges.get(purls.get(ref)) ?? new Set();
      dependsOn.forEach((target) => targets.add(purls.get(target)));
      edges.set(purls.get(ref), targets);
    }
  }
  return [...edges].map(([ref, targets]) => ({ ref, dependsOn: [...targets].sort() })).sort(byKey('ref'));
}

/**
 * One bill of all, the same bytes for the same input: no time, no serial number.
 * @param maven the bill of the Maven modules
 * @param npm the bills of the folders with a package-lock.json
 * @param shippedHashes the SHA-256 of every jar that a function carries
 */
export function mergedSbom(maven, npm, shippedHashes) {
  const components = new Map();
  for (const bom of [maven, ...npm]) {
    for (const component of bom.components) components.set(plain(component.purl), used(component, shippedHashes));
  }
  const { group, name, version, purl } = maven.metadata.component;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': plain(purl), group, name, version, purl: plain(purl) },
    },
    components: [...components.values()].sort(byKey('purl')),
    dependencies: mergedDependencies([maven, ...npm]),
  };
}

/** What others wrote. */
export const dependenciesOf = (sbom) => sbom.components.filter((component) => !isOwn(component));
