/**
 * Tells of each person that is changed and passes the subscriber's filter.
 * @dataSource None
 */
import { extensions, util } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  const filter = ctx.args.filter ?? {};
  if (Object.keys(filter).length > 0) {
    extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  }
  return null;
}
