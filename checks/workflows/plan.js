// The steps of a workflow in the order in which they run, and whether this machine can do them.
import { parseDocument } from 'yaml';

const CREDENTIALS = /^aws-actions\/configure-aws-credentials@/;
const CHECKOUT = /^actions\/checkout@/;
const CALLED = /^\.\/(\.github\/workflows\/.*)$/;
// Here is no role: what a pull request of a fork finds.
const CONDITIONS = { "env.ROLE == ''": true, "env.ROLE != ''": false, 'always()': true };

/** Jobs after those they need, otherwise as written. */
function inOrder(jobs) {
  const ordered = [];
  const add = (id) => {
    if (ordered.includes(id)) return;
    [].concat(jobs[id].needs ?? []).forEach(add);
    ordered.push(id);
  };
  Object.keys(jobs).forEach(add);
  return ordered;
}

/** The variables of each run of a job: one of every combination of its matrix. */
function combinations(matrix = {}) {
  return Object.entries(matrix).reduce(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [`matrix.${name}`]: value }))),
    [{}],
  );
}

const filled = (text, variables) =>
  text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (whole, name) => {
    if (!(name in variables)) throw new Error(`${whole} is unknown here`);
    return variables[name];
  });

function holds(condition) {
  if (condition === undefined) return true;
  if (!(condition in CONDITIONS)) throw new Error(`The condition ${condition} is unknown here`);
  return CONDITIONS[condition];
}

function stepsOf(id, job, variables) {
  const planned = [];
  let signedIn = false;
  for (const step of job.steps.filter((candidate) => holds(candidate.if))) {
    signedIn ||= CREDENTIALS.test(step.uses ?? '');
    const folder = step['working-directory'] ?? '.';
    if (step.run) planned.push({ job: id, folder, run: filled(step.run.trim(), variables), needsAws: signedIn });
    else if (CHECKOUT.test(step.uses) && step.with?.path) planned.push({ job: id, folder: '.', checkout: step.with.path, needsAws: false });
  }
  return planned;
}

/** @param read gives the text of a workflow file by its path */
export function plan(path, read, inputs = {}) {
  const { jobs } = parseDocument(read(path)).toJS();
  return inOrder(jobs).flatMap((id) => {
    const job = jobs[id];
    const [, called] = CALLED.exec(job.uses ?? '') ?? [];
    if (called) {
      const given = Object.entries(job.with ?? {}).map(([name, value]) => [`inputs.${name}`, value]);
      return plan(called, read, Object.fromEntries(given)).map((step) => ({ ...step, job: `${id}/${step.job}` }));
    }
    return combinations(job.strategy?.matrix).flatMap((row) => stepsOf(id, job, { ...inputs, ...row }));
  });
}
