// The lock of accepted dependencies: a line for each, with its hash and the day OSV was last asked about it.
import { dependenciesOf, hashOf } from './sbom.js';

export const NEVER = '-';
const HEAD = [
  '# Every dependency that was accepted: package, hash of its file, day on which OSV was last asked about it (- is never).',
  '# Written by ./ringback audit --lock and --online; docs/supply-chain.md says what to look at first.',
];

const hash = (component) => {
  const sha256 = hashOf(component, 'SHA-256');
  return sha256 ? `sha256:${sha256}` : `sha512:${hashOf(component, 'SHA-512') ?? 'none'}`;
};

/** purl → {hash, asked} */
export function parseLock(text) {
  const entries = new Map();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [purl, fileHash, asked] = line.split(' ');
    entries.set(purl, { hash: fileHash, asked });
  }
  return entries;
}

export function formatLock(entries) {
  const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([purl, { hash: fileHash, asked }]) => `${purl} ${fileHash} ${asked}`);
  return [...HEAD, ...lines, ''].join('\n');
}

/** The lock of what is used now; what was asked about before counts on, as long as the file is the same. */
export function relocked(sbom, lock) {
  return new Map(
    dependenciesOf(sbom).map((component) => {
      const before = lock.get(component.purl);
      const now = hash(component);
      return [component.purl, { hash: now, asked: before?.hash === now ? before.asked : NEVER }];
    }),
  );
}

/** What is used otherwise than it was reviewed, a sentence each. */
export function unreviewed(sbom, lock) {
  const problems = [];
  const used = new Set();
  for (const component of dependenciesOf(sbom)) {
    used.add(component.purl);
    const entry = lock.get(component.purl);
    if (!entry) problems.push(`${component.purl} is not in supply-chain/dependencies.lock: review it, then ./ringback audit --lock`);
    else if (entry.hash !== hash(component)) problems.push(`${component.purl} is another file than the one reviewed: ${hash(component)}, in the lock ${entry.hash}`);
  }
  for (const purl of lock.keys()) {
    if (!used.has(purl)) problems.push(`${purl} is in supply-chain/dependencies.lock, but nothing uses it: ./ringback audit --lock`);
  }
  return problems;
}
