import { permissionsIn } from './permissions.mjs';

/** What somebody may do that nothing allowed before, or that was denied. */
export function widerPermissions(was, is) {
  const before = permissionsIn(was);
  const after = permissionsIn(is);
  const allowed = after.allowed.filter((permission) => !before.allowed.some((other) => other.covers(permission)));
  const denied = before.denied.filter((denial) => !after.denied.some((other) => other.covers(denial)));
  return [
    ...allowed.map((permission) => `${permission.holder} may do more: ${permission}`),
    ...denied.map((denial) => `${denial.holder} is denied less: ${denial}`),
  ];
}
