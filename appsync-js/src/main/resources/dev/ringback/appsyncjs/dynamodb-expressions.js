// DynamoDB's condition and filter expressions from filters like {title: {contains: 'x'}, or: [...]}.
// Every part carries one pair of parentheses, never two: DynamoDB refuses redundant ones.
import { dynamodb } from './dynamodb-values.js';

const { entries, hasOwn } = Object;
const { TypeError } = globalThis;

const comparisons = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' };
const functions = { contains: 'contains', beginsWith: 'begins_with' };
const types = {
  _null: 'NULL', string: 'S', stringSet: 'SS', number: 'N', numberSet: 'NS', binary: 'B', binarySet: 'BS',
  boolean: 'BOOL', list: 'L', map: 'M',
};

export function filterExpression(filter) {
  const into = { expressionNames: {}, expressionValues: {} };
  return { expression: partsOf(filter, [], into).join(' AND '), ...into };
}

function partsOf(filter, path, into) {
  return entries(filter)
    .filter(([, value]) => value !== null && value !== undefined)
    .flatMap(([name, value]) => partOf(name, value, path, into))
    .filter((part) => part !== '');
}

function partOf(name, value, path, into) {
  switch (name) {
    case 'and':
    case 'or': {
      const parts = [value].flat().map((each, index) => conjunction(each, [...path, name, index], into));
      return joined(name.toUpperCase(), parts);
    }
    case 'not': {
      const inner = conjunction(value, [...path, name], into);
      return inner === '' ? '' : `(NOT ${inner})`;
    }
    default:
      return field(name, value, path, into);
  }
}

function conjunction(filter, path, into) {
  return joined('AND', partsOf(filter, path, into));
}

function joined(operator, parts) {
  const given = parts.filter((part) => part !== '');
  return given.length < 2 ? given.join('') : `(${given.join(` ${operator} `)})`;
}

function field(name, operations, path, into) {
  const place = placeholder('#', [name]);
  const given = entries(operations).filter(([, operand]) => operand !== undefined);
  if (given.length > 0) {
    into.expressionNames[place] = name;
  }
  return given.flatMap(([operator, operand]) => operation(operator, operand, place, [...path, name], into));
}

function placeholder(mark, parts) {
  return mark + [...parts.join('_')].map((each) => (isPlain(each) ? each : '_')).join('');
}

function isPlain(letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

function operation(operator, operand, place, path, into) {
  if (operator === 'size') {
    return entries(operand).map(([each, of]) => operation(each, of, `size(${place})`, [...path, 'size'], into));
  }
  return `(${condition(operator, operand, place, (value, ...suffix) => {
    const name = placeholder(':', [...path, operator, ...suffix]);
    into.expressionValues[name] = dynamodb.toDynamoDB(value);
    return name;
  })})`;
}

function condition(operator, operand, place, placed) {
  if (hasOwn(comparisons, operator)) {
    return `${place} ${comparisons[operator]} ${placed(operand)}`;
  }
  if (hasOwn(functions, operator)) {
    return `${functions[operator]}(${place},${placed(operand)})`;
  }
  switch (operator) {
    case 'notContains':
      return `NOT contains(${place},${placed(operand)})`;
    case 'between':
      return `${place} BETWEEN ${placed(operand[0], 1)} AND ${placed(operand[1], 2)}`;
    case 'in':
      return `${place} IN (${operand.map((each, index) => placed(each, index)).join(',')})`;
    case 'attributeExists':
      return `${operand ? 'attribute_exists' : 'attribute_not_exists'}(${place})`;
    case 'attributeType':
      return `attribute_type(${place},${placed(types[operand] ?? operand)})`;
    default:
      throw new TypeError(`Unknown operator ${operator} on ${place.slice(1)}`);
  }
}
