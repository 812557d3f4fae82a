const { test, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { setTimeout } = require('node:timers/promises');
const { startApp, PASSWORD, newUser, signedIn, eventually } = require('./apps.cjs');

const COUNT = 250;
const PAGE = 100;
const lastName = `Synced${randomUUID().slice(0, 8)}`;
const user = newUser('ada');
let phone;
let tablet;
let people;

async function fill() {
  const names = Array.from({ length: COUNT }, (_, i) => `Person ${i}`);
  while (names.length > 0) {
    await Promise.all(names.splice(0, 10).map((firstName) => create(firstName)));
  }
}

function create(firstName) {
  return tablet.run('createPerson', { input: { firstName, lastName, clientId: randomUUID() } });
}

/** The person as the phone has it, once it is as expected. */
function onPhone(id, condition) {
  return eventually(async () => {
    const found = (await phone.people(lastName)).find((person) => person.id === id);
    return condition(found) && (found ?? 'gone');
  });
}

before(async () => {
  tablet = await signedIn(startApp(), user);
  await fill();
  // A sync looks back for a second: what was created right before the first one would come again with the next.
  await setTimeout(1500);
  phone = startApp();
  await phone.signIn(user, PASSWORD);
  await phone.startSync({ pageSize: PAGE });
  people = await phone.people(lastName);
});
after(() => {
  phone?.close();
  tablet?.close();
});

test('DataStore syncs all people in pages', async () => {
  assert.equal(people.length, COUNT);
  const syncs = await phone.requests('syncPeople');
  assert.ok(syncs.length >= COUNT / PAGE, `${syncs.length} requests`);
  assert.ok(syncs.every(({ variables }) => variables.limit === PAGE && !variables.lastSync));
  assert.equal(new Set(syncs.map(({ answer }) => answer.data.syncPeople.startedAt)).size, 1);
});

test("DataStore sees another client's changes live", async () => {
  const { id } = await create('Newcomer');
  await onPhone(id, (found) => found?._version === 1);
  await tablet.run('updatePerson', { input: { id, firstName: 'Renamed', _version: 1 } });
  await onPhone(id, (found) => found?.firstName === 'Renamed');
  await tablet.run('deletePerson', { input: { id, _version: 2 } });
  await onPhone(id, (found) => !found);
});

test("DataStore's own changes reach the directory", async () => {
  const { id } = await phone.save({ firstName: 'Mine', lastName, clientId: randomUUID() });
  await eventually(async () => (await tablet.run('getPerson', { id }))?.firstName === 'Mine');
  await onPhone(id, (found) => found?._version === 1);
  await phone.save({ id, firstName: 'Still mine' });
  await eventually(async () => (await tablet.run('getPerson', { id }))?.firstName === 'Still mine');
  await onPhone(id, (found) => found?._version === 2);
  await phone.remove(id);
  await eventually(async () => (await tablet.run('getPerson', { id }))?._deleted);
});

test('of two edits of one field at once, the first to arrive stays, and both clients end with it', async () => {
  const { id } = people[0];
  await phone.hold('updatePerson');
  await phone.save({ id, firstName: 'Late' });
  await phone.held();
  await tablet.run('updatePerson', { input: { id, firstName: 'Early', _version: 1 } });
  await phone.release();
  const merged = await onPhone(id, (found) => found?._version === 3);
  assert.equal(merged.firstName, 'Early');
  const stored = await tablet.run('getPerson', { id });
  assert.equal(stored.firstName, 'Early');
  assert.equal(stored._version, 3);
});

test('a restart fetches only what has changed', async () => {
  await phone.stopSync();
  const before = (await phone.requests('syncPeople')).length;
  const { id } = await tablet.run('updatePerson', { input: { id: people[1].id, firstName: 'Meanwhile', _version: 1 } });
  await phone.startSync({ pageSize: PAGE });
  await onPhone(id, (found) => found?.firstName === 'Meanwhile');
  const syncs = (await phone.requests('syncPeople')).slice(before);
  assert.ok(syncs.every(({ variables }) => variables.lastSync > 0));
  const fetched = syncs.flatMap(({ answer }) => answer.data.syncPeople.items);
  assert.ok(fetched.some((person) => person.id === id));
  assert.ok(fetched.length < 20, `${fetched.length} of more than ${COUNT} people`);
  assert.equal((await phone.people(lastName)).length, COUNT);
});
