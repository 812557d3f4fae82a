/**
 * Lets pass who may write the person in question, and leaves that person in `ctx.stash.person`.
 * @dataSource People
 */
import { util } from '@aws-appsync/utils';

export function request(ctx) {
  const { userArn, cognitoIdentityId, groups } = ctx.identity;
  const backend = !!userArn && !cognitoIdentityId;
  // The write requires the owner again unless this is true.
  ctx.stash.anyOwner = backend || (groups ?? []).some((group) => group === ctx.stash.openTo);
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
