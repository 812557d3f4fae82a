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
    condition: condition([
      { id: { attributeExists: true } },
      ctx.stash.anyOwner ? {} : { owner: { eq: ctx.identity.sub } },
      ctx.args.condition ?? {},
    ]),
    _version: input._version ?? 0,
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type, ctx.result);
  }
  return ctx.result;
}

// DynamoDB takes no empty map of values.
function condition(rules) {
  const and = rules.filter((rule) => Object.keys(rule).length > 0);
  const { expression, expressionNames, expressionValues } = JSON.parse(
    util.transform.toDynamoDBConditionExpression({ and }),
  );
  return Object.keys(expressionValues ?? {}).length === 0
    ? { expression, expressionNames }
    : { expression, expressionNames, expressionValues };
}
