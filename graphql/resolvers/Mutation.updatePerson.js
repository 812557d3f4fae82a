/**
 * Changes a person of the caller's.
 * @pipeline checkPerson, ownPerson, fold, changePerson
 */
export function request() {
  return {};
}

export function response(ctx) {
  return ctx.prev.result;
}
