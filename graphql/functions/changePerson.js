/**
 * Changes the fields that were given, the search attributes with the names, and `updatedAt`.
 * @dataSource People
 */
import { util } from '@aws-appsync/utils';

export function request(ctx) {
  const { input } = ctx.args;
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: input.id }),
    update: update({ ...ctx.stash.fields, ...(ctx.stash.folded ?? {}), updatedAt: util.time.nowISO8601() }),
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

function update(fields) {
  const names = Object.keys(fields);
  const expressionNames = {};
  const values = {};
  for (const name of names) {
    expressionNames[`#${name}`] = name;
    values[`:${name}`] = fields[name];
  }
  return {
    expression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    expressionNames,
    expressionValues: util.dynamodb.toMapValues(values),
  };
}
