// The module @aws-appsync/utils.
import * as java from './java.js';
import { leave, recording } from './recording.js';
import { dynamodb } from './dynamodb-values.js';
import { filterExpression } from './dynamodb-expressions.js';
import { escapeJavaScript } from './escaping.js';
import { checkedFilter, subscriptionFilter } from './subscription-filters.js';
import { notLocal } from './not-local.js';
import { time } from './time.js';

const { stringify } = JSON;
const { hasOwn } = Object;
const { ceil, floor, max, min, random, round } = Math;
const { TypeError } = globalThis;

function errorOf(message, type = null, data = null, info = null) {
  return { message: `${message}`, type, data, info };
}

function fail(...error) {
  leave({ kind: 'failed', error: errorOf(...error) });
}

function unauthorized() {
  const { fieldName, parentTypeName } = recording.ctx.info;
  fail(`Not Authorized to access ${fieldName} on type ${parentTypeName}`, 'Unauthorized');
}

function authType() {
  const { identity } = recording.ctx;
  if (!identity) {
    return 'API Key Authorization';
  }
  if (hasOwn(identity, 'resolverContext')) {
    return 'Lambda Authorization';
  }
  if (hasOwn(identity, 'userArn')) {
    return 'IAM Authorization';
  }
  return hasOwn(identity, 'username') ? 'User Pool Authorization' : 'Open ID Connect Authorization';
}

const toExpression = (filter) => stringify(filterExpression(filter));

export const util = {
  error: fail,
  appendError: (...error) => void recording.appended.push(errorOf(...error)),
  unauthorized,
  authType,
  autoId: java.uuid,
  autoUlid: java.ulid,
  autoKsuid: java.ksuid,
  matches: java.matches,
  escapeJavaScript,
  urlEncode: java.urlEncode,
  urlDecode: java.urlDecode,
  base64Encode: java.base64Encode,
  base64Decode: java.base64Decode,
  time,
  dynamodb,
  str: { normalize: java.normalize },
  math: {
    roundNum: round,
    minVal: (one, other) => min(one, other),
    maxVal: (one, other) => max(one, other),
    randomDouble: random,
    randomWithinRange: (start, end) => ceil(start) + floor(random() * (floor(end) - ceil(start))),
  },
  transform: {
    toDynamoDBFilterExpression: toExpression,
    toDynamoDBConditionExpression: toExpression,
    toSubscriptionFilter: subscriptionFilter,
    ...notLocal('util.transform', 'toElasticsearchQueryDSL'),
  },
  http: notLocal('util.http', 'copyHeaders', 'addResponseHeader', 'addResponseHeaders'),
  xml: notLocal('util.xml', 'toMap', 'toJsonString'),
  rds: notLocal('util.rds', 'toJsonString', 'toJsonObject'),
};

export const runtime = {
  earlyReturn(value = null, { skipTo = 'NEXT' } = {}) {
    if (skipTo !== 'END' && skipTo !== 'NEXT') {
      throw new TypeError(`runtime.earlyReturn skips to END or NEXT, not to ${skipTo}`);
    }
    leave({ kind: 'returnedEarly', value, skipTo });
  },
};

export const extensions = {
  setSubscriptionFilter(filter) {
    const { parentTypeName = 'Subscription' } = recording.ctx.info;
    if (recording.handler !== 'response' || parentTypeName !== 'Subscription') {
      throw new TypeError('extensions.setSubscriptionFilter is for response handlers of subscriptions');
    }
    recording.subscriptionFilter = checkedFilter(filter);
  },
  ...notLocal(
    'extensions',
    'setSubscriptionInvalidationFilter',
    'invalidateSubscriptions',
    'evictFromApiCache',
    'evictAllFromApiCache',
  ),
};
