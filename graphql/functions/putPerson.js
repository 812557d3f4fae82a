/**
 * Writes the new person, who must not exist yet.
 * @dataSource People
 */
import { util } from '@aws-appsync/utils';

export function request(ctx) {
  const now = util.time.nowISO8601();
  return {
    operation: 'PutItem',
    key: util.dynamodb.toMapValues({ id: ctx.stash.id }),
    attributeValues: util.dynamodb.toMapValues({
      __typename: 'Person',
      ...ctx.stash.fields,
      ...ctx.stash.folded,
      owner: ctx.identity.sub,
      createdAt: now,
      updatedAt: now,
    }),
    condition: condition([{ id: { attributeExists: false } }, ctx.args.condition ?? {}]),
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
