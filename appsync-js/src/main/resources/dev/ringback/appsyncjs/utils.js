// The module @aws-appsync/utils.
import * as java from './java.js';
import { leave, recording } from './recording.js';
import { dynamodb } from './dynamodb-values.js';
import { filterExpression } from './dynamodb-expressions.js';
import { subscriptionFilter } from './subscription-filters.js';
import { time } from './time.js';

const { stringify } = JSON;

function errorOf(message, type = null, data = null, info = null) {
  return { message: `${message}`, type, data, info };
}

export const util = {
  error: (...error) => leave({ kind: 'failed', error: errorOf(...error) }),

  appendError(...error) {
    recording.appended.push(errorOf(...error));
  },

  unauthorized() {
    const { fieldName, parentTypeName } = recording.ctx.info;
    return util.error(`Not Authorized to access ${fieldName} on type ${parentTypeName}`, 'Unauthorized');
  },

  authType() {
    const identity = recording.ctx.identity;
    if (!identity) {
      return 'API Key Authorization';
    }
    if (Object.hasOwn(identity, 'resolverContext')) {
      return 'Lambda Authorization';
    }
    if (Object.hasOwn(identity, 'userArn')) {
      return 'IAM Authorization';
    }
    return Object.hasOwn(identity, 'username') ? 'User Pool Authorization' : 'Open ID Connect Authorization';
  },

  autoId: java.uuid,
  autoUlid: java.ulid,
  autoKsuid: java.ksuid,
  matches: java.matches,
  urlEncode: java.urlEncode,
  urlDecode: java.urlDecode,
  base64Encode: java.base64Encode,
  base64Decode: java.base64Decode,

  time,
  dynamodb,
  str: { normalize: java.normalize },
  transform: {
    toDynamoDBFilterExpression: (filter) => stringify(filterExpression(filter)),
    toDynamoDBConditionExpression: (condition) => stringify(filterExpression(condition)),
    toSubscriptionFilter: subscriptionFilter,
  },
};

export const runtime = {
  earlyReturn: (value = null, { skipTo = 'END' } = {}) => leave({ kind: 'returnedEarly', value, skipTo }),
};

export const extensions = {
  setSubscriptionFilter(filter) {
    recording.subscriptionFilter = filter;
  },
};
