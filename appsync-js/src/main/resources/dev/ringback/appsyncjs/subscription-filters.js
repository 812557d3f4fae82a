// Subscription filters: groups that are alternatives, of conditions that must all hold.
const { entries, hasOwn } = Object;
const { TypeError } = globalThis;

const operators = [
  'eq', 'ne', 'le', 'lt', 'ge', 'gt', 'contains', 'notContains', 'beginsWith', 'in', 'notIn', 'between', 'containsAny',
];
const most = { in: 5, notIn: 5, containsAny: 20 };

// util.transform.toSubscriptionFilter
export function subscriptionFilter(filter, ignored = [], rules = {}) {
  const groups = groupsOf(filter ?? {}, ignored ?? []);
  const alternatives = entries(rules ?? {}).flatMap(([name, conditions]) => conditionsOf(name, conditions));
  return {
    filterGroup: both(groups, alternatives.length === 0 ? [[]] : alternatives).map((filters) => ({ filters })),
  };
}

function groupsOf(filter, ignored) {
  return entries(filter)
    .filter(([name, value]) => value !== null && value !== undefined && !ignored.includes(name))
    .map(([name, value]) => alternativesOf(name, value, ignored))
    .reduce(both, [[]]);
}

function alternativesOf(name, value, ignored) {
  switch (name) {
    case 'and':
      return [value].flat().map((each) => groupsOf(each, ignored)).reduce(both, [[]]);
    case 'or': {
      const groups = [value].flat().flatMap((each) => groupsOf(each, ignored)).filter((group) => group.length > 0);
      return groups.length === 0 ? [[]] : groups;
    }
    default:
      return conditionsOf(name, value);
  }
}

function both(groups, others) {
  return groups.flatMap((group) => others.map((other) => [...group, ...other]));
}

// Two conditions on one field are alternatives: so AppSync documents it.
function conditionsOf(fieldName, conditions) {
  return entries(conditions)
    .filter(([, value]) => value !== undefined)
    .map(([operator, value]) => [{ fieldName, operator, value }]);
}

// What extensions.setSubscriptionFilter takes.
export function checkedFilter(filter) {
  const groups = filter?.filterGroup;
  if (!Array.isArray(groups) || !groups.every((group) => Array.isArray(group?.filters))) {
    throw new TypeError('A subscription filter has the form {filterGroup: [{filters: [...]}]}');
  }
  groups.flatMap((group) => group.filters).forEach(check);
  return filter;
}

function check({ fieldName, operator, value }) {
  if (typeof fieldName !== 'string' || fieldName.split('.').length > 5 || fieldName.length > 256) {
    throw new TypeError(`A subscription filter has fields of at most 5 levels and 256 characters, not ${fieldName}`);
  }
  if (!operators.includes(operator)) {
    throw new TypeError(`A subscription filter has no operator ${operator}, as on ${fieldName}`);
  }
  if (hasOwn(most, operator) && value.length > most[operator]) {
    throw new TypeError(`A subscription filter has at most ${most[operator]} values in ${operator} on ${fieldName}`);
  }
}
