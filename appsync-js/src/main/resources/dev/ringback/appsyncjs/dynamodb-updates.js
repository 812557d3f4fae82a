// Update expressions from changes like {age: operations.increment(1), address: {city: 'Paris'}}.
import { nameOf, valueOf } from './dynamodb-requests.js';

const { entries, keys } = Object;

// The fields of an operation are those of AWS's; a handler can see them.
export const operations = {
  add: (value) => ({ type: 'OPERATION_ADD', value }),
  remove: () => ({ type: 'OPERATION_REMOVE' }),
  replace: (value) => ({ type: 'OPERATION_REPLACE', value }),
  increment: (by = 1) => ({ type: 'OPERATION_INCREMENT', by }),
  decrement: (by = 1) => ({ type: 'OPERATION_DECREMENT', by }),
  append: (items) => ({ type: 'OPERATION_APPEND', items }),
  prepend: (items) => ({ type: 'OPERATION_PREPEND', items }),
  updateListItem: (value, index) => ({ type: 'OPERATION_UPDATE_LIST_ITEM', value, index }),
};

const prefix = 'OPERATION_';

export function updateExpression(changes) {
  const update = { sets: [], removes: [], expressionNames: {}, expressionValues: {} };
  changeEach(changes, '', update);
  const { sets, removes, expressionNames, expressionValues } = update;
  const expression = [clause('SET', sets), clause('REMOVE', removes)].filter((each) => each !== '').join(' ');
  return keys(expressionValues).length === 0
    ? { expression, expressionNames }
    : { expression, expressionNames, expressionValues };
}

function clause(keyword, actions) {
  return actions.length === 0 ? '' : `${keyword} ${actions.join(', ')}`;
}

function changeEach(changes, path, update) {
  for (const [name, value] of entries(changes)) {
    if (value !== undefined) {
      change(path + nameOf(name, update.expressionNames), value, update);
    }
  }
}

function change(place, value, update) {
  if (isOperation(value)) {
    operate(place, value, update);
  } else if (Array.isArray(value) && value.some(isOperation)) {
    value.forEach((item) => change(place, item, update));
  } else if (isMap(value)) {
    changeEach(value, `${place}.`, update);
  } else {
    set(place, value, update);
  }
}

function isOperation(value) {
  return typeof value?.type === 'string' && value.type.startsWith(prefix);
}

// A set of toStringSet and the like is a value of its own, not a map of changes.
function isMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && valueOf(value) !== value;
}

function operate(place, { type, value, by, items, index }, update) {
  switch (type.slice(prefix.length)) {
    case 'REMOVE':
      update.removes.push(place);
      break;
    case 'INCREMENT':
      update.sets.push(`${place} = ${place} + ${placed(by, update)}`);
      break;
    case 'DECREMENT':
      update.sets.push(`${place} = ${place} - ${placed(by, update)}`);
      break;
    case 'APPEND':
      update.sets.push(`${place} = list_append(${place}, ${placed(items, update)})`);
      break;
    case 'PREPEND':
      update.sets.push(`${place} = list_append(${placed(items, update)}, ${place})`);
      break;
    case 'UPDATE_LIST_ITEM':
      set(`${place}[${index}]`, value, update);
      break;
    default:
      set(place, value, update);
  }
}

function set(place, value, update) {
  update.sets.push(`${place} = ${placed(value, update)}`);
}

function placed(value, { expressionValues }) {
  const placeholder = `:expValue_${keys(expressionValues).length + 1}`;
  expressionValues[placeholder] = valueOf(value);
  return placeholder;
}
