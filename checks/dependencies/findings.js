// Known vulnerabilities of the dependencies: what OSV told when it was last asked, and what was accepted until when.
import { NEVER } from './lock.js';

const same = (a, b) => a.package === b.package && a.id === b.id;

/** The findings that nobody accepted, acceptances that are over, and those of nothing, a sentence each. */
export function openFindings({ findings, accepted }, today) {
  const problems = [];
  for (const finding of findings) {
    const acceptance = accepted.find((entry) => same(entry, finding));
    const what = `${finding.package}: ${finding.id}${finding.summary ? `, ${finding.summary}` : ''}`;
    if (!acceptance) problems.push(`${what}: update it, or accept it with a reason and a date in supply-chain/vulnerabilities.json`);
    else if (acceptance.until < today) problems.push(`${what}: accepted until ${acceptance.until}, which is over`);
  }
  for (const entry of accepted) {
    if (!findings.some((finding) => same(finding, entry))) problems.push(`${entry.package}: ${entry.id} is accepted, but is no finding any more: remove it`);
    if (!entry.why) problems.push(`${entry.package}: ${entry.id} is accepted without a reason`);
    if (!/^\d{4}-\d\d-\d\d$/.test(entry.until ?? '')) problems.push(`${entry.package}: ${entry.id} is accepted without a day as until`);
  }
  return problems;
}

/** How far the findings can be relied on, in one sentence. */
export function coverage(lock) {
  const asked = [...lock.values()].map((entry) => entry.asked);
  const never = asked.filter((day) => day === NEVER).length;
  const oldest = asked.filter((day) => day !== NEVER).sort()[0];
  if (never === asked.length) return 'OSV has never been asked about them: ./ringback audit --online';
  return `OSV was asked ${oldest} or later${never ? `, but never about ${never}: ./ringback audit --online` : ''}`;
}
