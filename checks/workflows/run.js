// ./ringback workflow NAME: runs the steps of a workflow one after the other, but those that need AWS.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { plan } from './plan.js';

const path = `.github/workflows/${process.argv[2]}.yml`;
if (!existsSync(path)) {
  console.error(`There is no ${path}.`);
  process.exit(2);
}

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (error) throw error;
  return status ?? 1;
}

const commitOf = (folder) => spawnSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout.trim();

/** A second copy of what is committed, as actions/checkout makes one of the base; one that is there already stays, built as it is. */
function checkOut(folder) {
  if (existsSync(`${folder}/.git`) && commitOf(folder) === commitOf('.')) return 0;
  rmSync(folder, { recursive: true, force: true });
  return run('git', ['clone', '--quiet', '.', folder]);
}

for (const { job, folder, run: command, checkout, needsAws } of plan(path, (file) => readFileSync(file, 'utf8'))) {
  const what = checkout ? `checkout to ${checkout}` : command;
  console.log(`\n== ${job}: ${what}${folder === '.' ? '' : ` (in ${folder})`}${needsAws ? ': left out, needs AWS' : ''}`);
  if (needsAws) continue;
  const status = checkout ? checkOut(checkout) : run('bash', ['-e', '-c', command], folder);
  if (status !== 0) {
    console.error(`${job}: ${what} ended with ${status}`);
    process.exit(status);
  }
}
