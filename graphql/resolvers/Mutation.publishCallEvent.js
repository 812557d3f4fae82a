/**
 * Passes an event on to those who subscribed to it.
 * @dataSource None
 */
import { util } from '@aws-appsync/utils';

export function request(ctx) {
  // Credentials of an identity pool are signed like a function's, but stand for a user or for anybody.
  if (ctx.identity.cognitoIdentityId) {
    util.unauthorized();
  }
  return { payload: ctx.args.event };
}

export function response(ctx) {
  return ctx.result;
}
