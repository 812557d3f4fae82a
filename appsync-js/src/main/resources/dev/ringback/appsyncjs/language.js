// Makes these globals those of APPSYNC_JS.
import { replaceAll, replaceFirst } from './java.js';
import { recording } from './recording.js';

export const { parse: parseJson, stringify: stringifyJson } = JSON;

const globals = globalThis;
const kept = ['Object', 'Array', 'String', 'Number', 'Boolean', 'Math', 'JSON', 'NaN', 'Infinity', 'undefined'];

export function limitLanguage(given) {
  for (const name of Object.getOwnPropertyNames(globals)) {
    if (!kept.includes(name)) {
      delete globals[name];
    }
  }
  Object.assign(globals, given, { console: { log: line, error: line } });
  JSON.parse = (text) => {
    try {
      return parseJson(text);
    } catch {
      return '';
    }
  };
  String.prototype.replace = function (pattern, replacement) {
    return replaceFirst(`${this}`, `${pattern}`, `${replacement}`);
  };
  String.prototype.replaceAll = function (pattern, replacement) {
    return replaceAll(`${this}`, `${pattern}`, `${replacement}`);
  };
}

function line(...values) {
  recording.log.push(values.map((value) => (typeof value === 'string' ? value : stringifyJson(value))).join(' '));
}
