// The module @aws-appsync/utils/dynamodb: the request documents of a DynamoDB data source.
import { conditionOf, itemOf, keyOf, projectionOf, request } from './dynamodb-requests.js';
import { updateExpression } from './dynamodb-updates.js';

const { entries, fromEntries } = Object;

export { operations } from './dynamodb-updates.js';
export { toBinarySet, toNumberSet, toStringSet } from './dynamodb-requests.js';

export const get = ({ key, consistentRead, projection }) =>
  request('GetItem', { key: keyOf(key), consistentRead, projection: projectionOf(projection) });

export const put = ({ key, item, condition, ...versioned }) =>
  request('PutItem', {
    key: keyOf(key),
    attributeValues: itemOf(item),
    condition: conditionOf(condition),
    ...versionedOf(versioned),
  });

export const update = ({ key, update: changes, condition, ...versioned }) =>
  request('UpdateItem', {
    key: keyOf(key),
    update: updateExpression(changes),
    condition: conditionOf(condition),
    ...versionedOf(versioned),
  });

export const remove = ({ key, condition, ...versioned }) =>
  request('DeleteItem', { key: keyOf(key), condition: conditionOf(condition), ...versionedOf(versioned) });

export const query = ({ query: keyCondition, filter, projection, ...rest }) => {
  const { index, nextToken, limit, scanIndexForward, consistentRead, select } = rest;
  return request('Query', {
    query: conditionOf(keyCondition),
    index,
    nextToken,
    limit,
    scanIndexForward,
    consistentRead,
    select,
    filter: conditionOf(filter),
    projection: projectionOf(projection),
  });
};

export const scan = ({ filter, projection, ...rest } = {}) => {
  const { index, limit, consistentRead, nextToken, totalSegments, segment, select } = rest;
  return request('Scan', {
    index,
    limit,
    consistentRead,
    nextToken,
    totalSegments,
    segment,
    select,
    filter: conditionOf(filter),
    projection: projectionOf(projection),
  });
};

export const sync = ({ basePartitionKey, deltaIndexName, limit, nextToken, lastSync, filter } = {}) =>
  request('Sync', { basePartitionKey, deltaIndexName, limit, nextToken, lastSync, filter: conditionOf(filter) });

export const batchGet = ({ tables }) =>
  request('BatchGetItem', {
    tables: eachTable(tables, ({ keys, consistentRead, projection }) => ({
      keys: keys.map(keyOf),
      consistentRead,
      projection: projectionOf(projection),
    })),
  });

export const batchPut = ({ tables }) =>
  request('BatchPutItem', { tables: eachTable(tables, (items) => items.map(itemOf)) });

export const batchDelete = ({ tables }) =>
  request('BatchDeleteItem', { tables: eachTable(tables, (keys) => keys.map(keyOf)) });

export const transactGet = ({ items }) =>
  request('TransactGetItems', {
    transactItems: items.map(({ table, key, projection }) => ({
      table,
      key: keyOf(key),
      projection: projectionOf(projection),
    })),
  });

export const transactWrite = ({ items }) => request('TransactWriteItems', { transactItems: items.map(transactItem) });

function transactItem({ putItem, updateItem, deleteItem, conditionCheck }) {
  if (putItem) {
    return transacted('PutItem', putItem, { attributeValues: itemOf(putItem.item) });
  }
  if (updateItem) {
    return transacted('UpdateItem', updateItem, { update: updateExpression(updateItem.update) });
  }
  return deleteItem ? transacted('DeleteItem', deleteItem) : transacted('ConditionCheck', conditionCheck);
}

function transacted(operation, { table, key, condition }, change) {
  const check = conditionOf(condition);
  return {
    table,
    operation,
    key: keyOf(key),
    ...change,
    condition: check && { ...check, returnValuesOnConditionCheckFailure: true },
  };
}

function versionedOf({ _version, customPartitionKey, populateIndexFields }) {
  return { _version, customPartitionKey, populateIndexFields };
}

function eachTable(tables, convert) {
  return fromEntries(entries(tables).map(([table, of]) => [table, convert(of)]));
}
