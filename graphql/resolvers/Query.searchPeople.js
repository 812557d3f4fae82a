/**
 * Finds people by the beginning of their first or their last name.
 * @pipeline fold, searchFirstNames, searchLastNames
 */
import { util } from '@aws-appsync/utils';

export function request(ctx) {
  ctx.stash.prefix = prefix(ctx.args.prefix.trim());
  ctx.stash.limit = limit(ctx.args.limit ?? 20);
  ctx.stash.start = start(ctx.args.nextToken ?? 'first:');
  return {};
}

export function response(ctx) {
  return ctx.prev.result;
}

function prefix(given) {
  if (!util.matches('(?s)^.{1,100}$', given)) {
    util.error('prefix must have 1 to 100 characters.', 'BadRequest');
  }
  return given;
}

function limit(given) {
  if (given < 1 || given > 100) {
    util.error('limit must be from 1 to 100.', 'BadRequest');
  }
  return given;
}

// A token says which index it continues: "first:" or "last:", then the index's own token, none at its beginning.
function start(token) {
  if (token.startsWith('first:')) {
    return { index: 'first', token: token.slice(6) || null };
  }
  if (token.startsWith('last:')) {
    return { index: 'last', token: token.slice(5) || null };
  }
  return util.error('nextToken must be one that searchPeople gave.', 'BadRequest');
}
