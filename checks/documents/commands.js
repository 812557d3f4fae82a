// The commands in the documents: which of them run, and what can be said of the others.
import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';

/** What the word after ```sh says about the place of a block; without one it runs against the local backend. */
export const RUNS = '';
const MARKERS = {
  [RUNS]: 'runs against the backend of ./ringback up',
  aws: 'needs an AWS account',
  app: "belongs to an app's own project",
  ci: 'is work on this repository, which the tests and the workflows do: calls of ./ringback and ./mvnw alone',
};
const SHELLS = ['sh', 'bash', 'shell', 'console'];
// The rest changes the working tree or occupies the machine.
const RUNNABLE = ['timeline', 'doctor'];

const OWN_LINE = /^\s*(#|\.\/(ringback|mvnw)\b[^;&|]*$)/;
const CALL = /(?:^|[\s(;&|])\.\/ringback((?: +[^\s;&|()<>#]+)*)/g;
const SCRIPT = /\bnpm run ((?:--\S+ )*)([\w:-]+)/g;
const MAVEN = /(?:^|[\s(;&|])\.\/mvnw\b/;
const MODULE = /\.\/mvnw\b.*? -pl ([\w/,-]+)/g;
const NEW_ACTION = /\.\/ringback new-action (\w+)/g;

export const shellBlocks = (document) => document.code.filter(({ language }) => SHELLS.includes(language));

/** [{text, line}] of everything that reads as a command: blocks, lines of transcripts after a $, spans of code. */
function commandsOf(document) {
  const blocks = shellBlocks(document).flatMap(({ value, line }) => value.split('\n').map((text, i) => ({ text, line: line + 1 + i })));
  const transcripts = document.code
    .filter(({ language }) => language === '')
    .flatMap(({ value, line }) => value.split('\n').map((text, i) => ({ text, line: line + 1 + i })))
    .filter(({ text }) => text.startsWith('$ '));
  return [...blocks, ...transcripts, ...document.spans.map(({ value, line }) => ({ text: value, line, mention: true }))];
}

/** The modules that the reader has made by the time he is told to build one. */
const madeModules = ({ text }) =>
  [...text.matchAll(NEW_ACTION)].map(([, action]) => `lambdas/actions/${action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);

function nameProblems(document, { text, line, mention = false }, known) {
  const problems = [];
  for (const [, rest] of text.matchAll(CALL)) {
    const words = rest.trim().split(/ +/);
    // A sentence may name a command without what it takes.
    if (mention && words.length === 1) words.push('ENV');
    const problem = !['', 'COMMAND'].includes(words[0]) && known.ringback(words);
    if (problem) problems.push(problem);
  }
  for (const [, , script] of text.matchAll(SCRIPT)) {
    if (!known.npmScripts(posix.dirname(document.path)).includes(script)) problems.push(`there is no npm script ${script}`);
  }
  for (const [, modules] of text.matchAll(MODULE)) {
    const missing = modules.split(',').filter((module) => !known.exists(`${module}/pom.xml`) && !madeModules(document).includes(module));
    problems.push(...missing.map((module) => `there is no Maven module ${module}`));
  }
  return problems.map((problem) => `${document.path}:${line}: ${problem}`);
}

function blockProblems(document, { language, marker, value, line }) {
  const at = `${document.path}:${line}`;
  if (language !== 'sh') return [`${at}: commands are in \`\`\`sh, not \`\`\`${language}`];
  if (!(marker in MARKERS)) return [`${at}: \`\`\`sh ${marker}: the place is one of ${Object.keys(MARKERS).filter(Boolean).join(', ')}`];
  const { status, stderr } = spawnSync('bash', ['-n'], { input: value, encoding: 'utf8' });
  if (status !== 0) return [`${at}: ${stderr.trim().split('\n')[0].replace(/^bash: /, '')}`];
  const calls = [...value.matchAll(CALL)].map(([, rest]) => rest.trim().split(/ +/)[0]);
  if (marker === RUNS) {
    const misplaced = [...calls.filter((name) => !RUNNABLE.includes(name)).map((name) => `./ringback ${name}`), ...(MAVEN.test(value) ? ['./mvnw'] : [])];
    return misplaced.map((call) => `${at}: ${call} does not run against the local backend: mark the block \`\`\`sh ci`);
  }
  if (marker === 'ci') {
    const others = value.split('\n').filter((text) => text.trim() && !OWN_LINE.test(text));
    return others.map((text) => `${at}: a \`\`\`sh ci block has calls of ./ringback and ./mvnw alone, not: ${text.trim()}`);
  }
  return [];
}

/**
 * @param known {ringback(words), npmScripts(folder), exists(path)}: what there is
 * @returns "file:line: what" each
 */
export function commandProblems(document, known) {
  return [
    ...shellBlocks(document).flatMap((block) => blockProblems(document, block)),
    ...commandsOf(document).flatMap((command) => nameProblems(document, command, known)),
  ];
}

/** The blocks that run, as one script whose lines are those of the document; nothing if there are none. */
export function runnableScript(document) {
  const blocks = shellBlocks(document).filter(({ marker }) => marker === RUNS);
  if (blocks.length === 0) return undefined;
  const lines = document.text.split('\n').map(() => '');
  for (const { value, line } of blocks) value.split('\n').forEach((text, i) => (lines[line + i] = text));
  return lines.join('\n');
}
