/**
 * Finds those whose "first last" name starts with the prefix.
 * @dataSource People
 */
import { runtime, util } from '@aws-appsync/utils';

export function request(ctx) {
  const { folded, limit, start } = ctx.stash;
  if (start.index !== 'first') {
    runtime.earlyReturn({ items: [], nextToken: null }, { skipTo: 'NEXT' });
  }
  return {
    operation: 'Query',
    index: 'byFirstName',
    query: {
      expression: '#initial = :initial AND begins_with(#name, :prefix)',
      expressionNames: { '#initial': 'firstInitial', '#name': 'firstLast' },
      expressionValues: util.dynamodb.toMapValues({ ':initial': folded.initial, ':prefix': folded.text }),
    },
    filter: {
      expression: '#deleted <> :true',
      expressionNames: { '#deleted': '_deleted' },
      expressionValues: util.dynamodb.toMapValues({ ':true': true }),
    },
    limit,
    nextToken: start.token,
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type, ctx.result);
  }
  const { items, nextToken } = ctx.result;
  return { items, nextToken: nextToken ? `first:${nextToken}` : null };
}
