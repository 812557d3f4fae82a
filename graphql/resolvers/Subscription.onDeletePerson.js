/**
 * Tells of each person that is deleted and passes the subscriber's filter.
 * @dataSource None
 */
import { extensions, util } from '@aws-appsync/utils';

// True of everybody: no id has such a character. Where no filter is set, AppSync compares the arguments with the
// person's fields, of which none is called filter.
const EVERYBODY = { id: { ne: '!' } };

export function request() {
  return { payload: null };
}

export function response(ctx) {
  if (Object.hasOwn(ctx.args, 'filter')) {
    const given = ctx.args.filter ?? {};
    const filter = Object.keys(given).length > 0 ? given : EVERYBODY;
    extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  }
  return null;
}
