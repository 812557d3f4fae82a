// Amplify tests for a browser by a function that it never calls, so it must be told where to keep data in Node.
const AsyncStorageAdapter = require('@aws-amplify/datastore/dist/cjs/storage/adapter/AsyncStorageAdapter').default;
const { DataStore } = require('@aws-amplify/datastore');
const { heard } = require('./hub.cjs');
const { Person } = require('./person.cjs');

async function start({ pageSize }) {
  DataStore.configure({ storageAdapter: AsyncStorageAdapter, syncPageSize: pageSize, maxRecordsToSync: 10_000 });
  const ready = heard('datastore', ({ event }) => event === 'ready');
  await Promise.all([ready, DataStore.start()]);
}

/** @param part of a last name; without one, everybody */
async function people(part = '') {
  return DataStore.query(Person, (found) => found.lastName.contains(part));
}

async function save({ id, ...fields }) {
  if (!id) return DataStore.save(new Person(fields));
  const original = await DataStore.query(Person, id);
  return DataStore.save(Person.copyOf(original, (copy) => Object.assign(copy, fields)));
}

async function remove(id) {
  await DataStore.delete(await DataStore.query(Person, id));
}

module.exports = { start, stop: () => DataStore.stop(), people, save, remove };
