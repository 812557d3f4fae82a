const FIELDS = 'id firstName lastName clientId owner createdAt updatedAt _version _deleted _lastChangedAt';
const PAGE = `items { ${FIELDS} } nextToken startedAt`;

function mutation(name) {
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
  return `mutation M($input: ${type}!) { ${name}(input: $input) { ${FIELDS} } }`;
}

function subscription(name) {
  return `subscription S($filter: ModelSubscriptionPersonFilterInput) { ${name}(filter: $filter) { ${FIELDS} } }`;
}

module.exports = {
  createPerson: mutation('createPerson'),
  updatePerson: mutation('updatePerson'),
  deletePerson: mutation('deletePerson'),
  getPerson: `query Q($id: ID!) { getPerson(id: $id) { ${FIELDS} } }`,
  listPeople: `query Q($filter: ModelPersonFilterInput, $limit: Int, $nextToken: String) {
    listPeople(filter: $filter, limit: $limit, nextToken: $nextToken) { ${PAGE} } }`,
  searchPeople: `query Q($prefix: String!, $limit: Int, $nextToken: String) {
    searchPeople(prefix: $prefix, limit: $limit, nextToken: $nextToken) { ${PAGE} } }`,
  onCreatePerson: subscription('onCreatePerson'),
  onUpdatePerson: subscription('onUpdatePerson'),
  onDeletePerson: subscription('onDeletePerson'),
};
