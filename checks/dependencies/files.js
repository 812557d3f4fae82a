// Where things are, from the root of the repository.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

export const LOCK = 'supply-chain/dependencies.lock';
export const LICENCES = 'supply-chain/licences.json';
export const VULNERABILITIES = 'supply-chain/vulnerabilities.json';
export const SBOM = 'target/sbom/ringback.cdx.json';
export const THIRD_PARTY = 'target/sbom/THIRD-PARTY.md';
const PARTS = 'target/sbom/parts/*.json';
const SHIPPED_JARS = 'lambdas/**/target/function/lib/*.jar';

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The bills that Maven and npm wrote: {maven, npm} */
export function readParts() {
  const parts = globSync(PARTS).sort();
  return {
    maven: readJson(parts.find((part) => basename(part) === 'maven.json')),
    npm: parts.filter((part) => basename(part) !== 'maven.json').map(readJson),
  };
}

export function shippedHashes() {
  const jars = globSync(SHIPPED_JARS);
  if (jars.length === 0) throw new Error('No function is built; run ./ringback build.');
  return new Set(jars.map((jar) => createHash('sha256').update(readFileSync(jar)).digest('hex')));
}
