// Makes these globals those of APPSYNC_JS: what AppSync's "Supported runtime features" lists, and of the methods of
// values also what neither that page nor AppSync's linter rules out, save ES2023's copies of arrays.
import { replaceAll, replaceFirst } from './java.js';
import { recording } from './recording.js';

export const { parse: parseJson, stringify: stringifyJson } = JSON;

const globals = globalThis;
const { entries, freeze, fromEntries, getOwnPropertyNames } = Object;
const { apply } = Reflect;
const { sort } = Array.prototype;
const methodsOfStrings = String.prototype;
const methodsOfArrays = Array.prototype;
const { TypeError } = globalThis;

const named = {
  Object: ['assign', 'entries', 'hasOwn', 'keys', 'values'],
  Array: ['isArray'],
  String: ['raw'],
  Number: ['isFinite', 'isNaN'],
  Math: ['random', 'min', 'max', 'round', 'floor', 'ceil'],
};
const constants = ['NaN', 'Infinity', 'undefined'];

const refusedMethods = [
  [Object.prototype, ['hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString']],
  [Function.prototype, ['apply', 'bind', 'call']],
  [Number.prototype, ['toLocaleString']],
  [Array.prototype, ['copyWithin', 'entries', 'keys', 'values', 'toLocaleString']],
  [Array.prototype, ['toReversed', 'toSorted', 'toSpliced', 'with']],
  [
    String.prototype,
    ['charCodeAt', 'localeCompare', 'match', 'matchAll', 'padEnd', 'padStart', 'repeat', 'search'],
  ],
  [String.prototype, ['toLocaleLowerCase', 'toLocaleUpperCase']],
  // Every value would lead to its constructor, which has what the global of that name lacks.
  ...[Object, Function, Number, Boolean, Array, String].map(({ prototype }) => [prototype, ['constructor']]),
];

export function limitLanguage(given) {
  const objects = { ...languageObjects(), ...given };
  // Not deleted, as deleting so many doubles the time of an evaluation.
  for (const name of getOwnPropertyNames(globals)) {
    if (!constants.includes(name)) {
      globals[name] = undefined;
    }
  }
  for (const [prototype, methods] of refusedMethods) {
    for (const method of methods) {
      prototype[method] = undefined;
    }
  }
  changeMethods();
  for (const [name, object] of entries(objects)) {
    globals[name] = freeze(object);
  }
}

// Without the constructors: AppSync has neither Number('1') nor new Date().
function languageObjects() {
  const objects = entries(named).map(([name, members]) => [name, pick(globals[name], members)]);
  return {
    ...fromEntries(objects),
    JSON: { parse: parseOrBlank, stringify: stringifyJson },
    console: { log: line, error: line },
  };
}

function pick(object, members) {
  return fromEntries(members.map((member) => [member, object[member]]));
}

function parseOrBlank(text) {
  try {
    return parseJson(text);
  } catch {
    return '';
  }
}

// Patterns are Java's.
function changeMethods() {
  methodsOfStrings.replace = function (pattern, replacement) {
    return replaceFirst(`${this}`, pattern, replacement);
  };
  methodsOfStrings.replaceAll = function (pattern, replacement) {
    return replaceAll(`${this}`, pattern, replacement);
  };
  methodsOfArrays.sort = function (...order) {
    if (order.length > 0) {
      throw new TypeError('Array.prototype.sort takes no arguments');
    }
    return apply(sort, this, []);
  };
}

function line(...values) {
  recording.log.push(values.map((value) => (typeof value === 'string' ? value : stringifyJson(value))).join(' '));
}
