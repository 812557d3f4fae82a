/**
 * Finds those whose "last first" name starts with the prefix, once there are no more by their first name.
 * @dataSource People
 */
import { runtime, util } from '@aws-appsync/utils';

export function request(ctx) {
  const { folded, limit, start } = ctx.stash;
  const { items, nextToken } = ctx.prev.result;
  if (nextToken) {
    runtime.earlyReturn({ items, nextToken }, { skipTo: 'NEXT' });
  }
  if (items.length >= limit) {
    runtime.earlyReturn({ items, nextToken: 'last:' }, { skipTo: 'NEXT' });
  }
  ctx.stash.items = items;
  return {
    operation: 'Query',
    index: 'byLastName',
    query: {
      expression: '#initial = :initial AND begins_with(#name, :prefix)',
      expressionNames: { '#initial': 'lastInitial', '#name': 'lastFirst' },
      expressionValues: util.dynamodb.toMapValues({ ':initial': folded.initial, ':prefix': folded.text }),
    },
    // The second half skips those that the search by first name has found already.
    filter: {
      expression: '#deleted <> :true AND NOT begins_with(#other, :prefix)',
      expressionNames: { '#deleted': '_deleted', '#other': 'firstLast' },
      expressionValues: util.dynamodb.toMapValues({ ':true': true, ':prefix': folded.text }),
    },
    limit: limit - items.length,
    nextToken: start.index === 'last' ? start.token : null,
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type, ctx.result);
  }
  const { items, nextToken } = ctx.result;
  return { items: ctx.stash.items.concat(items), nextToken: nextToken ? `last:${nextToken}` : null };
}
