// Asks OSV, https://osv.dev, which vulnerabilities of the dependencies are known.
const BATCH = 500;
const TIMEOUT = 30_000;
const PAGES = 20;

async function json(url, init) {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}

/** The ids of one package's vulnerabilities; a long answer comes in pages. */
async function ids(osv, queries) {
  const { results } = await json(`${osv}/v1/querybatch`, { method: 'POST', body: JSON.stringify({ queries }) });
  if (results?.length !== queries.length) throw new Error(`${osv} answered ${results?.length} of ${queries.length} questions`);
  return results;
}

async function allIds(osv, purls) {
  const found = new Map(purls.map((purl) => [purl, []]));
  let open = purls.map((purl) => ({ package: { purl } }));
  for (let page = 0; open.length > 0; page++) {
    if (page === PAGES) throw new Error(`${osv} has no end of pages`);
    const results = await ids(osv, open);
    results.forEach(({ vulns = [] }, i) => found.get(open[i].package.purl).push(...vulns.map(({ id }) => id)));
    open = open.flatMap((query, i) => (results[i].next_page_token ? [{ ...query, page_token: results[i].next_page_token }] : []));
  }
  return found;
}

/** @returns [{package, id, summary}], sorted; a vulnerability that was withdrawn is none */
export async function askOsv(osv, purls) {
  const findings = [];
  for (let start = 0; start < purls.length; start += BATCH) {
    for (const [purl, vulnerabilities] of await allIds(osv, purls.slice(start, start + BATCH))) {
      for (const id of vulnerabilities) {
        const { summary = '', withdrawn } = await json(`${osv}/v1/vulns/${encodeURIComponent(id)}`);
        if (!withdrawn) findings.push({ package: purl, id, summary });
      }
    }
  }
  return findings.sort((a, b) => (a.package + a.id < b.package + b.id ? -1 : 1));
}
