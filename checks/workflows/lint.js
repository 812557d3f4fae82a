// Checks workflow files with GitHub's own language service, and against the rules of this repository.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import './json-imports.js';
import { ringbackCalls } from '../commands/usage.js';
import { securityProblems } from './security.js';
import { stepProblems } from './steps.js';

const { validate } = await import('@actions/languageservice');
const { clearCache } = await import('@actions/languageservice/utils/workflow-cache');

/** Local workflows that are called, so that their inputs are checked too. */
const fileProvider = (root) => ({
  getFileContent: async ({ path }) => {
    const name = path.replace(/^\.\//, '');
    if (!existsSync(join(root, name))) throw new Error(`${name} does not exist`);
    return { name, content: readFileSync(join(root, name), 'utf8') };
  },
});

async function syntaxProblems(path, text, root) {
  clearCache(); // it knows files by their name alone
  const document = TextDocument.create(`file:///${path}`, 'yaml', 1, text);
  const found = await validate(document, { fileProvider: fileProvider(root) });
  return found.map(({ range, message }) => `${path}:${range.start.line + 1}: ${message}`);
}

/** All that is wrong with a workflow or an action, "file:line: what" each. */
export async function problemsOf(path, text, root) {
  const syntax = await syntaxProblems(path, text, root);
  return syntax.length > 0 ? syntax : [...securityProblems(path, text), ...stepProblems(path, text, ringbackCalls(root))];
}
