// The model as Amplify's code generation writes it for `type Person @model`.
const { initSchema } = require('@aws-amplify/datastore');

function field(name, type, isRequired, isReadOnly) {
  return { name, isArray: false, type, isRequired, attributes: [], ...(isReadOnly && { isReadOnly }) };
}

const { Person } = initSchema({
  models: {
    Person: {
      name: 'Person',
      pluralName: 'People',
      syncable: true,
      attributes: [{ type: 'model', properties: {} }],
      fields: {
        id: field('id', 'ID', true),
        firstName: field('firstName', 'String', true),
        lastName: field('lastName', 'String', true),
        clientId: field('clientId', 'String', true),
        owner: field('owner', 'String', false),
        createdAt: field('createdAt', 'AWSDateTime', false, true),
        updatedAt: field('updatedAt', 'AWSDateTime', false, true),
      },
    },
  },
  enums: {},
  nonModels: {},
  version: '1',
  codegenVersion: '3.4.4',
});

module.exports = { Person };
