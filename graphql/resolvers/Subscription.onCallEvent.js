/**
 * Tells of each change of the caller's own calls.
 * @dataSource None
 */
import { extensions, util } from '@aws-appsync/utils';

export function request(ctx) {
  const { sub } = ctx.identity;
  if (!sub || ctx.args.owner !== sub) {
    util.unauthorized();
  }
  return { payload: null };
}

// Once a filter is set, AppSync compares no arguments: whom an event reaches is then up to the token alone.
export function response(ctx) {
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ owner: { eq: ctx.identity.sub } }));
  return null;
}
