// Runs the commands of a document.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const STRICT = fileURLToPath(new URL('strict.sh', import.meta.url));
const LONGEST = 120_000;

async function exitCode(shell) {
  const tooLong = new AbortController();
  const stopped = setTimeout(LONGEST, undefined, { signal: tooLong.signal }).then(() => process.kill(-shell.pid), () => {});
  const [code] = await once(shell, 'exit');
  tooLong.abort();
  await stopped;
  return code;
}

/** @returns {failed, output}; the output of a failure ends with "file:line: command" */
export async function execute(path, script, folder) {
  const [file, log] = ['commands.sh', 'commands.log'].map((name) => join(folder, '.ringback', name));
  writeFileSync(file, script);
  // Into a file: to a pipe of Node's, which is a socket, /dev/stderr does not lead.
  const output = openSync(log, 'a');
  const env = { ...process.env, BASH_ENV: STRICT, DOCUMENT: path };
  // In a group of its own, which a time-out ends with all that was started.
  const shell = spawn('bash', [file], { cwd: folder, env, detached: true, stdio: ['ignore', output, output] });
  const code = await exitCode(shell);
  closeSync(output);
  const said = readFileSync(log, 'utf8');
  rmSync(log);
  return { failed: code !== 0, output: said };
}
