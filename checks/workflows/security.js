// What a workflow may not do, whoever opens a pull request.
import { parse } from './file.js';

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const VERSION = /^ v\d+\.\d+\.\d+$/;
const DANGEROUS_TRIGGERS = ['pull_request_target', 'workflow_run', 'issue_comment'];
const WRITABLE = ['id-token', 'pull-requests'];
const LONGEST_MINUTES = 60;
const CREDENTIALS = /^aws-actions\/configure-aws-credentials@/;
const CHECKOUT = /^actions\/checkout@/;

const triggersOf = ({ on }) => (typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on ?? {}));

function fileProblems(file) {
  const isWorkflow = file.document.has('jobs');
  const problems = [];
  for (const trigger of triggersOf(file.value).filter((name) => DANGEROUS_TRIGGERS.includes(name))) {
    problems.push(`${file.path}:1: ${trigger} gives a stranger's pull request the rights of this repository`);
  }
  if (isWorkflow && typeof file.value.permissions !== 'object') problems.push(`${file.path}:1: the workflow has no permissions: of its own`);
  for (const scalar of file.scalars) {
    if (/\bsecrets\b/.test(scalar.value)) problems.push(`${file.at(scalar)}: no secret is needed; AWS takes GitHub's own token`);
  }
  return problems;
}

/** A value of permissions: that may write where nothing has to. */
function permissionProblems(at, permissions) {
  if (typeof permissions === 'string') return permissions === 'read-all' ? [] : [`${at}: permissions ${permissions} are too wide`];
  return Object.entries(permissions ?? {})
    .filter(([name, level]) => level === 'write' && !WRITABLE.includes(name))
    .map(([name]) => `${at}: ${name}: write is not needed`);
}

function jobProblems(file, { id, node, job, steps }) {
  const at = file.at(node);
  const uses = steps.map(({ step }) => step.uses ?? '');
  const permissions = job.permissions ?? {};
  const problems = permissionProblems(at, permissions);
  if (id && !job.permissions && !Object.keys(file.value.permissions ?? {}).length) problems.push(`${at}: job ${id} has no permissions: and so cannot read the code`);
  if (job['runs-on'] && !(job['timeout-minutes'] <= LONGEST_MINUTES)) problems.push(`${at}: job ${id} needs a timeout-minutes of ${LONGEST_MINUTES} or less`);
  if (permissions['pull-requests'] === 'write' && uses.some((name) => CHECKOUT.test(name))) {
    problems.push(`${at}: job ${id} may write to pull requests, so it may not check out their code`);
  }
  if (permissions['id-token'] === 'write' && !job.uses && !uses.some((name) => CREDENTIALS.test(name))) {
    problems.push(`${at}: job ${id} asks for a token for AWS and does not use it`);
  }
  return problems;
}

function stepProblems(file, { node, step }) {
  const problems = [];
  const uses = node.get('uses', true);
  const at = file.at(uses ?? node);
  if (step.uses && !step.uses.startsWith('./') && !(PINNED.test(step.uses) && VERSION.test(uses.comment ?? ''))) {
    problems.push(`${at}: pin ${step.uses} by its commit, with its version as a comment`);
  }
  if (CHECKOUT.test(step.uses ?? '') && step.with?.['persist-credentials'] !== false) {
    problems.push(`${at}: checkout leaves its token behind without persist-credentials: false`);
  }
  for (const [, expression] of `${step.run ?? ''}${step.with?.script ?? ''}`.matchAll(/\$\{\{(.*?)\}\}/gs)) {
    if (!/^\s*(matrix|inputs)\.[\w-]+\s*$/.test(expression)) problems.push(`${at}: \${{${expression}}} in a command may be whatever somebody typed`);
  }
  return problems;
}

export function securityProblems(path, text) {
  const file = parse(path, text);
  return [
    ...fileProblems(file),
    ...permissionProblems(`${path}:1`, file.value.permissions),
    ...file.jobs.flatMap((job) => [...jobProblems(file, job), ...job.steps.flatMap((step) => stepProblems(file, step))]),
  ];
}
