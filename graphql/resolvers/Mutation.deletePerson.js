/**
 * Deletes a person of the caller's; operators delete anybody.
 * @pipeline ownPerson, removePerson
 */
export function request(ctx) {
  ctx.stash.openTo = 'operators';
  return {};
}

export function response(ctx) {
  return ctx.prev.result;
}
