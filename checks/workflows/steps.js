// The commands of a workflow: each is one call of ./ringback, so that any other CI can do the same.
import { parse } from './file.js';

const CALL = /^\.\/ringback ([^&|;\n]+?)(?: > \S+)?$/;

/** The words after ./ringback in a run:, or undefined if it is anything else. Expressions stay one word. */
export function ringbackWords(run) {
  const [, call] = CALL.exec(run.trim()) ?? [];
  return call?.replace(/\$\{\{\s*(.*?)\s*\}\}/g, '${{$1}}').split(/ +/);
}

/** @param check says what is wrong with the words of a call */
export function stepProblems(path, text, check) {
  const file = parse(path, text);
  const problems = [];
  for (const { node, step } of file.jobs.flatMap(({ steps }) => steps)) {
    if (step.run === undefined) continue;
    const at = file.at(node.get('run', true));
    const words = ringbackWords(step.run);
    if (!words) problems.push(`${at}: a step is one ./ringback call, not: ${step.run.trim().split('\n')[0]}`);
    else if (check(words)) problems.push(`${at}: ${check(words)}`);
  }
  return problems;
}
