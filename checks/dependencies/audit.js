// ./ringback audit: checks what is used against what was reviewed, or reviews it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { LICENCES, LOCK, readJson, SBOM, VULNERABILITIES } from './files.js';
import { coverage, openFindings } from './findings.js';
import { forbiddenLicences } from './licences.js';
import { formatLock, parseLock, relocked, unreviewed } from './lock.js';
import { askOsv } from './osv.js';

const OSV = process.env.RINGBACK_OSV ?? 'https://api.osv.dev';
const today = new Date().toISOString().slice(0, 10);
const sbom = readJson(SBOM);

function write(entries, vulnerabilities) {
  writeFileSync(LOCK, formatLock(entries));
  writeFileSync(VULNERABILITIES, `${JSON.stringify(vulnerabilities, null, 2)}\n`);
}

function lock() {
  const entries = relocked(sbom, parseLock(readFileSync(LOCK, 'utf8')));
  const { findings, accepted } = readJson(VULNERABILITIES);
  write(entries, { findings: findings.filter((finding) => entries.has(finding.package)), accepted });
}

async function askOnline() {
  const entries = parseLock(readFileSync(LOCK, 'utf8'));
  const vulnerabilities = readJson(VULNERABILITIES);
  vulnerabilities.findings = await askOsv(OSV, [...entries.keys()]);
  for (const entry of entries.values()) entry.asked = today;
  write(entries, vulnerabilities);
}

function check() {
  const entries = parseLock(readFileSync(LOCK, 'utf8'));
  const problems = [
    ...unreviewed(sbom, entries),
    ...forbiddenLicences(sbom, readJson(LICENCES)),
    ...openFindings(readJson(VULNERABILITIES), today),
  ];
  problems.forEach((problem) => console.error(problem));
  console.log(`${entries.size} dependencies in ${LOCK}; ${coverage(entries)}.`);
  return problems.length === 0 ? 0 : 1;
}

const modes = { '--lock': lock, '--online': askOnline };
const mode = process.argv[2];
if (mode !== undefined && !modes[mode]) {
  console.error(`audit has no option ${mode}; it takes --lock or --online.`);
  process.exit(2);
}
try {
  await modes[mode]?.();
  process.exitCode = check();
} catch (e) {
  console.error(`The dependencies could not be checked: ${e.message}${e.cause ? ` (${e.cause.message})` : ''}`);
  process.exitCode = 2;
}
