// util.transform.toSubscriptionFilter: groups that are alternatives, of conditions that must all hold.
export function subscriptionFilter(filter, ignored = [], rules = {}) {
  const kept = Object.fromEntries(Object.entries(filter ?? {}).filter(([name]) => !ignored.includes(name)));
  const alternatives = Object.entries(rules ?? {}).map(([name, operations]) => conditions(name, operations));
  const groups = alternatives.length === 0 ? groupsOf(kept) : both(groupsOf(kept), alternatives);
  return { filterGroup: groups.map((filters) => ({ filters })) };
}

function groupsOf(filter) {
  return Object.entries(filter)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => alternativesOf(name, value))
    .reduce(both, [[]]);
}

function alternativesOf(name, value) {
  switch (name) {
    case 'and':
      return [value].flat().map(groupsOf).reduce(both, [[]]);
    case 'or':
      return [value].flat().flatMap(groupsOf);
    default:
      return [conditions(name, value)];
  }
}

function both(groups, others) {
  return groups.flatMap((group) => others.map((other) => [...group, ...other]));
}

function conditions(fieldName, operations) {
  return Object.entries(operations).map(([operator, value]) => ({ fieldName, operator, value }));
}
