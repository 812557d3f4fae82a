// A local backend for the commands of the documents, and a folder for them to run in.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from '../root.js';

const LONGEST_START = 120_000;

/** The folder that the commands run in: nothing of the repository can be changed from there. */
function makeFolder(java) {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-documents-'));
  mkdirSync(join(folder, '.ringback'));
  cpSync(join(root, 'environments'), join(folder, 'environments'), { recursive: true });
  // What ./ringback does for its timeline and doctor, once everything is built.
  const script = `#!/usr/bin/env bash\nexec '${java}' '@${join(root, 'operations/target/operations.args')}' "$@"\n`;
  writeFileSync(join(folder, 'ringback'), script, { mode: 0o755 });
  return folder;
}

async function started(process, endpoints) {
  for (const end = Date.now() + LONGEST_START; Date.now() < end; await setTimeout(100)) {
    if (process.exitCode !== null) throw new Error(`The local backend ended with ${process.exitCode}.`);
    if (existsSync(endpoints)) return;
  }
  throw new Error('The local backend did not start in time.');
}

/** @returns {folder, stop()} */
export async function startBackend() {
  const assembly = join(root, 'cdk.out/local');
  if (!existsSync(join(assembly, 'manifest.json'))) throw new Error('Environment local is not synthesized; run ./ringback synth local.');
  const java = execFileSync(join(root, 'infra/find-java'), { encoding: 'utf8' }).trim();
  const folder = makeFolder(java);
  const args = [`@${join(root, 'local/target/local.args')}`, '--assembly', assembly, '--port', '0', '--tls-port', '0'];
  const backend = spawn(java, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(backend, 'exit');
  const stop = async () => {
    backend.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  try {
    await started(backend, join(folder, '.ringback/endpoints.json'));
  } catch (e) {
    await stop();
    throw e;
  }
  return { folder, stop };
}
