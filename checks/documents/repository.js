// What the repository has, as git sees it: nothing built, nothing installed.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ringbackCalls } from '../commands/usage.js';
import { root } from '../root.js';
import { readDocument } from './document.js';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((path) => existsSync(join(root, path)));
const folders = new Set(files.flatMap((path) => path.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))));

/** With the case that git has, which not every file system minds. */
export const exists = (path) => files.includes(path) || folders.has(path);

export const documents = new Map(
  files.filter((path) => path.endsWith('.md')).map((path) => [path, readDocument(path, readFileSync(join(root, path), 'utf8'))]),
);

/** The scripts of the package.json files that a reader of a document in this folder may stand in. */
function npmScripts(folder) {
  return [...new Set([posix.join(folder, 'package.json'), 'package.json'])]
    .filter(exists)
    .flatMap((path) => Object.keys(JSON.parse(readFileSync(join(root, path), 'utf8')).scripts ?? {}));
}

export const known = { exists, npmScripts, ringback: ringbackCalls(root) };
