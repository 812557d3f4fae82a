import { readFileSync } from 'node:fs';

const JUDGED = JSON.parse(readFileSync(new URL('../resource-types.json', import.meta.url), 'utf8'));
const WEAKER = [
  [['DeletionPolicy'], (value) => value === 'Retain'],
  [['UpdateReplacePolicy'], (value) => value === 'Retain'],
  [['Properties', 'DeletionProtectionEnabled'], (value) => value === true],
  [['Properties', 'DeletionProtection'], (value) => value === 'ACTIVE'],
  [
    ['Properties', 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'],
    (value) => value === true,
  ],
];
const IMPACTS = {
  WILL_REPLACE: 'is replaced',
  MAY_REPLACE: 'may be replaced',
  WILL_DESTROY: 'is deleted',
  WILL_ORPHAN: 'leaves the stack and stays behind, unused',
};

/** What holds data, or is depended on as the one it is, and would be replaced, deleted or less protected. */
export function lostState(difference) {
  const findings = [];
  difference.resources.forEachDifference((id, change) => {
    const type = change.oldValue?.Type;
    if (!type || JUDGED.replaceable.includes(type)) {
      return;
    }
    const impact = IMPACTS[change.changeImpact];
    if (impact) {
      findings.push(`${id} (${type}) ${impact}${because(change)}`);
    }
    if (change.newValue) {
      findings.push(...weaker(id, type, change.oldValue, change.newValue));
    }
  });
  return findings;
}

function because(change) {
  const causes = Object.entries(change.propertyUpdates ?? {})
    .filter(([, property]) => property.changeImpact in IMPACTS)
    .map(([name]) => name);
  return causes.length === 0 ? '' : `, because of ${causes.join(', ')}`;
}

function weaker(id, type, was, is) {
  return WEAKER.filter(([path, strong]) => strong(at(was, path)) && !strong(at(is, path))).map(
    ([path]) => `${id} (${type}) is less protected: ${path.at(-1)} was ${at(was, path)}`,
  );
}

function at(object, path) {
  return path.reduce((value, key) => value?.[key], object);
}
