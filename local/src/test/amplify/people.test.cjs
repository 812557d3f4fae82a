const { test, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { startApp, newUser, signedIn, eventually } = require('./apps.cjs');

let ada;
let ben;

before(async () => {
  ada = await signedIn(startApp(), newUser('ada'));
  ben = await signedIn(startApp(), newUser('ben'));
});
after(() => {
  ada?.close();
  ben?.close();
});

function called(firstName, lastName) {
  return { firstName, lastName, clientId: randomUUID() };
}

/** All pages. */
async function everything(app, query, variables) {
  const items = [];
  let nextToken = null;
  do {
    const page = await app.run(query, { ...variables, nextToken });
    items.push(...page.items);
    ({ nextToken } = page);
  } while (nextToken);
  return items;
}

test('a created person is owned by its creator', async () => {
  const person = await ada.run('createPerson', { input: called('Ada', 'Owned') });
  assert.equal(person.owner, (await ada.session()).sub);
  assert.equal(person._version, 1);
  assert.deepEqual(await ben.run('getPerson', { id: person.id }), person);
});

test('nobody creates a person in the name of another', async () => {
  const { sub } = await ben.session();
  await assert.rejects(ada.run('createPerson', { input: { ...called('Ada', 'Forged'), owner: sub } }), {
    errors: [{ message: 'Not Authorized to access createPerson on type Mutation', errorType: 'Unauthorized', data: null }],
  });
});

test('the owner changes and deletes a person', async () => {
  const { id } = await ada.run('createPerson', { input: called(' Ada ', 'Changed') });
  const changed = await ada.run('updatePerson', { input: { id, firstName: 'Augusta', _version: 1 } });
  assert.equal(changed.firstName, 'Augusta');
  assert.equal(changed._version, 2);
  const deleted = await ada.run('deletePerson', { input: { id, _version: 2 } });
  assert.equal(deleted._deleted, true);
  assert.equal(deleted._version, 3);
});

test('a stranger changes and deletes nothing', async () => {
  const person = await ada.run('createPerson', { input: called('Ada', 'Stranger') });
  for (const [operation, fields] of Object.entries({ updatePerson: { firstName: 'Eve' }, deletePerson: {} })) {
    await assert.rejects(ben.run(operation, { input: { id: person.id, _version: 1, ...fields } }), ({ errors }) => {
      assert.equal(errors[0].errorType, 'Unauthorized');
      return true;
    });
  }
  assert.deepEqual(await ada.run('getPerson', { id: person.id }), person);
});

test('a name is trimmed', async () => {
  const { firstName } = await ada.run('createPerson', { input: called('  Ada  ', 'Trimmed') });
  assert.equal(firstName, 'Ada');
});

test('a blank or a too long name is refused', async () => {
  for (const bad of ['', '   ', 'x'.repeat(101)]) {
    await assert.rejects(ada.run('createPerson', { input: called(bad, 'Refused') }), ({ errors }) => {
      assert.match(errors[0].message, /firstName/);
      return true;
    });
  }
});

test('a person without a client id is refused by the schema', async () => {
  await assert.rejects(ada.run('createPerson', { input: { firstName: 'Ada', lastName: 'Nobody' } }), ({ errors }) => {
    assert.match(errors[0].message, /clientId/);
    return true;
  });
});

test('a list comes in pages and can be filtered', async () => {
  const last = `Paged${randomUUID().slice(0, 8)}`;
  for (let i = 0; i < 5; i++) await ada.run('createPerson', { input: called(`P${i}`, last) });
  const found = await everything(ben, 'listPeople', { limit: 2, filter: { lastName: { eq: last } } });
  assert.deepEqual(found.map(({ firstName }) => firstName).sort(), ['P0', 'P1', 'P2', 'P3', 'P4']);
});

test('a search finds first and last names by their beginning, without regard to case and accents', async () => {
  const mark = `q${randomUUID().slice(0, 6)}`;
  await ada.run('createPerson', { input: called(`Zoë${mark}`, 'Müller') });
  await ada.run('createPerson', { input: called('Ann', `ZOE${mark}`) });
  await ada.run('createPerson', { input: called('Ben', `Xzoe${mark}`) });
  const found = await everything(ben, 'searchPeople', { prefix: `zoé${mark}`, limit: 1 });
  assert.deepEqual(
    found.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
    [`Zoë${mark} Müller`, `Ann ZOE${mark}`],
  );
});

test('a search does not find who was deleted', async () => {
  const mark = `gone${randomUUID().slice(0, 6)}`;
  const { id } = await ada.run('createPerson', { input: called(mark, 'Deleted') });
  await ada.run('deletePerson', { input: { id, _version: 1 } });
  assert.deepEqual(await everything(ben, 'searchPeople', { prefix: mark }), []);
});

test('a second user sees each change live', async () => {
  for (const name of ['onCreatePerson', 'onUpdatePerson', 'onDeletePerson']) await ben.subscribe(name);
  const created = await ada.run('createPerson', { input: called('Ada', 'Live') });
  const updated = await ada.run('updatePerson', { input: { id: created.id, firstName: 'Augusta', _version: 1 } });
  const deleted = await ada.run('deletePerson', { input: { id: created.id, _version: 2 } });
  const seen = await eventually(async () => {
    const events = (await ben.received()).filter(({ person }) => person?.id === created.id);
    return events.length === 3 && events;
  });
  assert.deepEqual(seen, [
    { name: 'onCreatePerson', person: created },
    { name: 'onUpdatePerson', person: updated },
    { name: 'onDeletePerson', person: deleted },
  ]);
});

test('a list without the deleted leaves them out', async () => {
  const last = `Gone${randomUUID().slice(0, 8)}`;
  const { id } = await ada.run('createPerson', { input: called('Ada', last) });
  await ada.run('deletePerson', { input: { id, _version: 1 } });
  const filter = { lastName: { eq: last } };
  assert.equal((await everything(ben, 'listPeople', { filter })).length, 1);
  assert.deepEqual(await everything(ben, 'listPeople', { filter: { ...filter, _deleted: { ne: true } } }), []);
});

test('a subscription with an empty filter sees everything', async () => {
  const watcher = await signedIn(startApp(), newUser('watcher'));
  try {
    await watcher.subscribe('onCreatePerson', { filter: {} });
    const { id } = await ada.run('createPerson', { input: called('Ada', 'Watched') });
    await eventually(async () => (await watcher.received()).some(({ person }) => person?.id === id));
  } finally {
    watcher.close();
  }
});

test('a subscription with a filter sees what fits', async () => {
  const lastName = `F${randomUUID().slice(0, 8)}`;
  const watcher = await signedIn(startApp(), newUser('watcher'));
  try {
    await watcher.subscribe('onCreatePerson', { filter: { lastName: { eq: lastName } } });
    await ada.run('createPerson', { input: called('Ada', 'Unwatched') });
    const { id } = await ada.run('createPerson', { input: called('Ada', lastName) });
    const events = await eventually(async () => {
      const received = await watcher.received();
      return received.length > 0 && received;
    });
    assert.deepEqual(events.map(({ person }) => person.id), [id]);
  } finally {
    watcher.close();
  }
});
