/**
 * Reads a page of the people, deleted ones too; the filter applies to what the page has read.
 * @dataSource People
 */
import { util } from '@aws-appsync/utils';

export function request(ctx) {
  return {
    operation: 'Scan',
    limit: limit(ctx.args.limit ?? 100),
    nextToken: ctx.args.nextToken,
    filter: filter(ctx.args.filter),
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type, ctx.result);
  }
  return ctx.result;
}

function limit(given) {
  if (given < 1 || given > 1000) {
    util.error('limit must be from 1 to 1000.', 'BadRequest');
  }
  return given;
}

// DynamoDB takes neither an empty expression nor an empty map of values.
function filter(given) {
  if (!given) {
    return undefined;
  }
  const { expression, expressionNames, expressionValues } = JSON.parse(
    util.transform.toDynamoDBFilterExpression(given),
  );
  if (!expression) {
    return undefined;
  }
  return Object.keys(expressionValues ?? {}).length === 0
    ? { expression, expressionNames }
    : { expression, expressionNames, expressionValues };
}
