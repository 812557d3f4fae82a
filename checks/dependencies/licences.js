// Which licences the dependencies may have, by what they are used for.
import satisfies from 'spdx-satisfies';
import { dependenciesOf, SHIPPED, useOf } from './sbom.js';

const unversioned = (purl) => purl.slice(0, purl.lastIndexOf('@'));

/** The licences to choose from; several in one POM are a choice. */
export const licencesOf = (component) =>
  (component.licenses ?? []).map(({ license, expression }) => expression ?? license.id ?? license.name);

function isAllowed(licence, allowed) {
  if (allowed.includes(licence)) return true;
  try {
    return satisfies(licence, allowed.filter(isSpdx));
  } catch {
    return false; // a name of its own, which only the list itself can allow
  }
}

function isSpdx(licence) {
  try {
    return satisfies(licence, [licence]);
  } catch {
    return false;
  }
}

/**
 * The dependencies whose licence is not allowed, a sentence each.
 * @param policy {shipped: [licence], build: [licence], packages: {purl without version: {licence, why}}}
 */
export function forbiddenLicences(sbom, policy) {
  const problems = [];
  const named = new Set();
  for (const component of dependenciesOf(sbom)) {
    const known = policy.packages[unversioned(component.purl)];
    if (known) named.add(unversioned(component.purl));
    const allowed = useOf(component) === SHIPPED ? policy.shipped : [...policy.shipped, ...policy.build];
    const licences = licencesOf(component);
    if (known ? licences.join(' OR ') === known.licence : licences.some((licence) => isAllowed(licence, allowed))) continue;
    problems.push(`${component.purl} (${useOf(component)}): licence ${licences.join(' OR ') || 'unknown'} is not allowed by supply-chain/licences.json`);
  }
  for (const purl of Object.keys(policy.packages)) {
    if (!named.has(purl)) problems.push(`${purl} has an exception in supply-chain/licences.json, but nothing uses it`);
  }
  return problems;
}

/** The list of what others wrote, with its licences, as Markdown. */
export function thirdParty(sbom) {
  const section = (title, use) => [
    `## ${title}`,
    '',
    '| package | licence |',
    '| --- | --- |',
    ...dependenciesOf(sbom)
      .filter((component) => useOf(component) === use)
      .map((component) => `| ${decodeURIComponent(component.purl.replace(/^pkg:/, ''))} | ${licencesOf(component).join(' or ') || 'unknown'} |`),
    '',
  ];
  return ['# Third-party software', '', ...section('In the functions', SHIPPED), ...section('For building and testing only', 'build')].join('\n');
}
