// What ./ringback takes, from its own usage text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const COMMAND = /^ {2}([a-z][a-z-]*)((?: \S+)*?)(?: {2,}.*)?$/;
const OPTION = /^ {5}(--[a-z-]+)/;
const PLACEHOLDER = /^([A-Z_]+|\$\{\{.*\}\}|["$].*)$/;

/** command → {arguments, options: [--name]} */
export function parseUsage(text) {
  const commands = new Map();
  let last;
  for (const line of text.split('\n')) {
    const [, option] = OPTION.exec(line) ?? [];
    const [, name, rest] = COMMAND.exec(line) ?? [];
    if (option) last?.options.push(option);
    else if (name) {
      last = { arguments: rest.trim(), options: rest.match(/--[a-z-]+/g) ?? [] };
      commands.set(name, last);
    }
  }
  return commands;
}

export function usageOf(script) {
  return parseUsage(/<<'TEXT'\n(.*?)\nTEXT\n/s.exec(script)[1]);
}

/** Tells what is wrong with the words after ./ringback, or nothing. */
export function callChecker(commands, environments) {
  return ([name, ...words]) => {
    const command = commands.get(name);
    if (!command) return `./ringback has no command ${name}`;
    const [first] = words;
    if (command.arguments.startsWith('ENV') && !environments.includes(first) && !PLACEHOLDER.test(first ?? '')) {
      return `./ringback ${name}: ${first ?? 'nothing'} is no environment`;
    }
    if (command.arguments.includes('CDK OPTION')) return undefined;
    const unknown = words.find((word) => word.startsWith('--') && !command.options.includes(word));
    return unknown && `./ringback ${name} has no option ${unknown}`;
  };
}

/** The checker for the repository at root. */
export function ringbackCalls(root) {
  const environments = readdirSync(join(root, 'environments')).filter((file) => file.endsWith('.json') && !file.includes('schema'));
  return callChecker(usageOf(readFileSync(join(root, 'ringback'), 'utf8')), environments.map((file) => file.replace('.json', '')));
}
