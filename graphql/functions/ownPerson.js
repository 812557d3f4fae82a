/**
 * Lets pass who may write the person, and leaves person and write's condition in `ctx.stash`.
 * @dataSource People
 */
import { util } from '@aws-appsync/utils';

export function request(ctx) {
  const { sub, userArn, cognitoIdentityId, groups } = ctx.identity;
  const backend = !!userArn && !cognitoIdentityId;
  if (!backend && !sub) {
    util.unauthorized();
  }
  ctx.stash.anyOwner = backend || (groups ?? []).some((group) => group === ctx.stash.openTo);
  // The write asks for the owner again: what is read here may have changed by then.
  ctx.stash.condition = condition([
    { id: { attributeExists: true } },
    ctx.stash.anyOwner ? {} : { owner: { eq: sub } },
    ctx.args.condition ?? {},
  ]);
  return {
    operation: 'GetItem',
    key: util.dynamodb.toMapValues({ id: ctx.args.input.id }),
    consistentRead: true,
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type, ctx.result);
  }
  const person = ctx.result;
  if (!person) {
    // The write fails on its own condition then, with the error that DataStore clients know.
    return null;
  }
  const { sub } = ctx.identity;
  const owns = !!sub && person.owner === sub;
  const givesAway = (ctx.args.input.owner ?? person.owner) !== person.owner;
  if (givesAway || !(owns || ctx.stash.anyOwner)) {
    util.unauthorized();
  }
  ctx.stash.person = person;
  return person;
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
