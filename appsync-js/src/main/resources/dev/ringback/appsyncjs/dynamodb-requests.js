// The parts that DynamoDB requests have in common.
import { dynamodb } from './dynamodb-values.js';
import { filterExpression } from './dynamodb-expressions.js';

const { entries, fromEntries, keys } = Object;

// Made by toStringSet and the like, so DynamoDB values already.
const sets = new WeakSet();

const setOf = (convert) => (list) => {
  const set = convert(list);
  sets.add(set);
  return set;
};

export const toStringSet = setOf(dynamodb.toStringSet);
export const toNumberSet = setOf(dynamodb.toNumberSet);
export const toBinarySet = setOf(dynamodb.toBinarySet);

// A request document without what was not given.
export function request(operation, fields) {
  return { operation, ...fromEntries(entries(fields).filter(([, value]) => isGiven(value))) };
}

function isGiven(value) {
  return value !== undefined && value !== null;
}

export function valueOf(value) {
  return sets.has(value) ? value : dynamodb.toDynamoDB(value);
}

export function itemOf(item) {
  const given = entries(item).filter(([, value]) => value !== undefined);
  return fromEntries(given.map(([name, value]) => [name, valueOf(value)]));
}

export const keyOf = dynamodb.toMapValues;

// DynamoDB refuses an empty map of values, and an empty expression.
export function conditionOf(filter) {
  const { expression, expressionNames, expressionValues } = filterExpression(filter ?? {});
  if (expression === '') {
    return undefined;
  }
  return keys(expressionValues).length === 0
    ? { expression, expressionNames }
    : { expression, expressionNames, expressionValues };
}

// Places names like 'address.lines[0]' in an expression.
export function pathOf(path, expressionNames) {
  return path
    .split('.')
    .map((part) => {
      const [name, ...indexes] = part.split('[');
      return [nameOf(name, expressionNames), ...indexes].join('[');
    })
    .join('.');
}

export function nameOf(name, expressionNames) {
  const known = keys(expressionNames).find((each) => expressionNames[each] === name);
  const placeholder = known ?? `#expName_${keys(expressionNames).length + 1}`;
  expressionNames[placeholder] = name;
  return placeholder;
}

export function projectionOf(paths) {
  if (!isGiven(paths)) {
    return undefined;
  }
  const expressionNames = {};
  const expression = paths.map((path) => pathOf(path, expressionNames)).join(', ');
  return { expression, expressionNames };
}
