// util.dynamodb: values as DynamoDB writes them.
const { parse, stringify } = JSON;
const { entries } = Object;

// A converter that gives null for what is not there.
const present = (convert) => (value) => (value === null || value === undefined ? null : convert(value));

function toDynamoDB(value) {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      return { N: value };
    case 'boolean':
      return { BOOL: value };
    case 'object':
      return objectToDynamoDB(value);
    default:
      return dynamodb.toNull();
  }
}

function objectToDynamoDB(value) {
  if (value === null) {
    return dynamodb.toNull();
  }
  return Array.isArray(value) ? { L: value.map(toDynamoDB) } : { M: dynamodb.toMapValues(value) };
}

function toMapValues(map) {
  const values = {};
  for (const [name, value] of entries(map)) {
    if (value !== undefined) {
      values[name] = toDynamoDB(value);
    }
  }
  return values;
}

export const dynamodb = {
  toDynamoDB,
  toString: present((text) => ({ S: text })),
  toStringSet: present((texts) => ({ SS: texts })),
  toNumber: present((number) => ({ N: number })),
  toNumberSet: present((numbers) => ({ NS: numbers })),
  toBinary: present((base64) => ({ B: base64 })),
  toBinarySet: present((base64s) => ({ BS: base64s })),
  toBoolean: present((truth) => ({ BOOL: truth })),
  toNull: () => ({ NULL: null }),
  toList: present((list) => ({ L: list.map(toDynamoDB) })),
  toMap: present((map) => ({ M: toMapValues(map) })),
  toMapValues: present(toMapValues),
  toS3Object: (key, bucket, region, version) => ({ S: stringify({ s3: { key, bucket, region, version } }) }),
  fromS3ObjectJson: (text) => parse(text).s3,
};
