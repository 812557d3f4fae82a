/**
 * Deletes the person: the data source keeps a tombstone.
 * @dataSource People
 */
import { util } from '@aws-appsync/utils';

export function request(ctx) {
  const { input } = ctx.args;
  return {
    operation: 'DeleteItem',
    key: util.dynamodb.toMapValues({ id: input.id }),
    condition: ctx.stash.condition,
    _version: input._version ?? 0,
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type, ctx.result);
  }
  return ctx.result;
}
