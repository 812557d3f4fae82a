// A workflow file with the lines that things are on.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** A workflow (jobs) or a composite action (runs), as nodes that know their place. */
export function parse(path, text) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (node) => `${path}:${node?.range ? lines.linePos(node.range[0]).line : 1}`;
  return { path, document, at, value: document.toJS() ?? {}, jobs: jobsOf(document), scalars: scalarsOf(document.contents) };
}

/** [{id, node, job, steps: [{node, step}]}]; the steps of an action are those of a job without a name. */
function jobsOf(document) {
  const jobs = document.get('jobs');
  if (isMap(jobs)) return jobs.items.map(({ key, value }) => job(key.value, value));
  const runs = document.get('runs');
  return isMap(runs) ? [job('', runs)] : [];
}

function job(id, node) {
  const steps = node.get('steps');
  return {
    id,
    node,
    job: node.toJSON(),
    steps: isSeq(steps) ? steps.items.map((step) => ({ node: step, step: step.toJSON() })) : [],
  };
}

function scalarsOf(node) {
  if (isScalar(node) && typeof node.value === 'string') return [node];
  if (isAlias(node) || !node?.items) return [];
  return node.items.flatMap((item) => (isMap(node) ? [...scalarsOf(item.key), ...scalarsOf(item.value)] : scalarsOf(item)));
}
