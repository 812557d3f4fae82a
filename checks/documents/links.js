// Dead links: to files, to headings, and what is no address at all.
import { posix } from 'node:path';

function externalProblem(url) {
  const parsed = URL.parse(url);
  if (!parsed) return `${url} is no address`;
  return ['https:', 'mailto:'].includes(parsed.protocol) ? undefined : `${url} is not https`;
}

function localProblem(document, url, documents, exists) {
  const [target, anchor] = url.split('#');
  const path = target ? posix.normalize(posix.join(posix.dirname(document.path), decodeURIComponent(target))).replace(/\/$/, '') : document.path;
  if (target.startsWith('/') || path.startsWith('..')) return `${url} leads out of the repository`;
  if (!exists(path)) return `${url}: there is no ${path}`;
  if (anchor === undefined) return undefined;
  const linked = documents.get(path);
  if (!linked) return `${url}: only documents have headings to link to`;
  return linked.anchors.has(anchor) ? undefined : `${url}: ${path} has no heading #${anchor}`;
}

/**
 * @param documents path → document
 * @param exists tells whether the repository has a file or folder
 * @returns "file:line: what" each
 */
export function deadLinks(documents, exists) {
  const problems = [];
  for (const document of documents.values()) {
    for (const { url, line } of document.links) {
      const problem = /^[a-z][a-z0-9+.-]*:/i.test(url) ? externalProblem(url) : localProblem(document, url, documents, exists);
      if (problem) problems.push(`${document.path}:${line}: ${problem}`);
    }
  }
  return problems;
}

const targetsOf = ({ path, links }) =>
  links.filter(({ url }) => !url.includes(':')).map(({ url }) => posix.normalize(posix.join(posix.dirname(path), url.split('#')[0])));

/** Documents of the index's folder that the index leaves out. */
export function unlisted(documents, index) {
  const listed = [index, ...targetsOf(documents.get(index))];
  const inFolder = [...documents.keys()].filter((path) => posix.dirname(path) === posix.dirname(index));
  return inFolder.filter((path) => !listed.includes(path)).map((path) => `${path}:1: ${index} leaves it out`);
}

/** Documents that no way of links leads to from the start. */
export function unreachable(documents, start) {
  const reached = new Set();
  const follow = (path) => {
    const document = documents.get(path);
    if (!document || reached.has(path)) return;
    reached.add(path);
    targetsOf(document).forEach(follow);
  };
  follow(start);
  return [...documents.keys()].filter((path) => !reached.has(path)).map((path) => `${path}:1: nothing leads here from ${start}`);
}
