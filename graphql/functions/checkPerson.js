/**
 * Checks what a caller wants written and leaves it, trimmed, in `ctx.stash.fields`, a new person's id in `ctx.stash.id`.
 * @dataSource None
 */
import { util } from '@aws-appsync/utils';

// Control characters, line breaks, halves of surrogate pairs, and marks that reverse the text around them.
const FORBIDDEN = '[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]';
// Blanks, marks without a shape, and letters that look like blanks.
const INVISIBLE = '[\\p{Z}\\p{Cf}\\u115f\\u1160\\u2800\\u3164\\uffa0]';

export function request(ctx) {
  const { input } = ctx.args;
  const creates = ctx.info.fieldName === 'createPerson';
  if (creates) {
    checkOwner(ctx.identity.sub, input.owner);
    ctx.stash.id = id(input.id ?? util.autoId());
  }
  ctx.stash.fields = {};
  for (const field of ['firstName', 'lastName', 'clientId']) {
    if (creates || Object.hasOwn(input, field)) {
      ctx.stash.fields[field] = text(field, input[field]);
    }
  }
  return { payload: null };
}

export function response(ctx) {
  return ctx.result;
}

function checkOwner(caller, owner) {
  if (!caller || (owner ?? caller) !== caller) {
    util.unauthorized();
  }
}

function id(given) {
  if (!util.matches('^[A-Za-z0-9_-]{1,100}\\z', given)) {
    util.error('id must have 1 to 100 letters, digits, "-" or "_".', 'BadRequest');
  }
  return given;
}

function text(field, given) {
  const trimmed = (given ?? '').trim();
  if (!trimmed.replaceAll(INVISIBLE, '') || !util.matches('(?s)^.{1,100}$', trimmed)) {
    util.error(`${field} must have 1 to 100 characters.`, 'BadRequest');
  }
  if (trimmed.replaceAll(FORBIDDEN, '') !== trimmed) {
    util.error(`${field} must not have control characters.`, 'BadRequest');
  }
  return trimmed;
}
