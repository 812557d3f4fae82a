const { test, beforeEach, afterEach } = require('node:test');
const assert = require('node:assert/strict');
const { startApp, PASSWORD, newUser, mailedCode, signedIn, endpoints } = require('./apps.cjs');

let app;
let ada;

beforeEach(() => {
  app = startApp();
  ada = newUser('ada');
});
afterEach(() => app.close());

async function authorizedBy(token, url = endpoints.graphqlUrl) {
  const { status } = await fetch(url, {
    method: 'POST',
    headers: { authorization: token },
    body: JSON.stringify({ query: 'query { listPeople(limit: 1) { nextToken } }' }),
  });
  return status === 200;
}

/** What Cognito answers whoever has kept an app's tokens. */
async function cognito(operation, input) {
  const answer = await fetch(endpoints.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return answer.json();
}

/** The tokens that the app was given last. */
async function tokens(app) {
  const answers = (await app.sent()).map(({ answer }) => JSON.parse(answer));
  return answers.findLast(({ AuthenticationResult }) => AuthenticationResult).AuthenticationResult;
}

test('a user signs up, confirms by the mailed code and signs in', async () => {
  assert.equal(await app.signUp(ada, PASSWORD), 'CONFIRM_SIGN_UP');
  assert.equal(await app.confirmSignUp(ada, await mailedCode(ada)), true);
  assert.equal(await app.signIn(ada, PASSWORD), true);
  assert.equal((await app.attributes()).email, `${ada}@example.com`);
});

test('signing in never sends the password', async (t) => {
  await signedIn(app, ada);
  const tablet = startApp();
  t.after(() => tablet.close());
  await tablet.signIn(ada, PASSWORD);
  const bodies = (await tablet.sent()).map(({ body }) => body);
  const flows = bodies.map((body) => JSON.parse(body).AuthFlow).filter(Boolean);
  assert.deepEqual(flows, ['USER_SRP_AUTH']);
  assert.ok(bodies.every((body) => !body.includes(PASSWORD)));
});

test('a wrong password is refused by its name', async () => {
  await signedIn(app, ada);
  await app.signOut();
  await assert.rejects(app.signIn(ada, `${PASSWORD}x`), { name: 'NotAuthorizedException' });
});

test('a user that does not exist looks like a wrong password', async () => {
  await assert.rejects(app.signIn(newUser('nobody'), PASSWORD), { name: 'NotAuthorizedException' });
});

test('a taken name is refused by its name', async () => {
  await app.signUp(ada, PASSWORD);
  await assert.rejects(app.signUp(ada, PASSWORD), { name: 'UsernameExistsException' });
});

test('a weak password is refused by its name', async () => {
  await assert.rejects(app.signUp(ada, 'short'), { name: 'InvalidPasswordException' });
});

test('a wrong code is refused by its name', async () => {
  await app.signUp(ada, PASSWORD);
  const wrong = (await mailedCode(ada)) === '000000' ? '111111' : '000000';
  await assert.rejects(app.confirmSignUp(ada, wrong), { name: 'CodeMismatchException' });
});

test('a refresh gives a new access token of the same user', async () => {
  await signedIn(app, ada);
  const before = await app.session();
  const after = await app.session({ forceRefresh: true });
  assert.equal(after.sub, before.sub);
  assert.notEqual(after.accessToken, before.accessToken);
  assert.ok(await authorizedBy(after.accessToken));
});

test('a user changes the password', async () => {
  await signedIn(app, ada);
  await app.changePassword(PASSWORD, `${PASSWORD}-2`);
  await app.signOut();
  await assert.rejects(app.signIn(ada, PASSWORD), { name: 'NotAuthorizedException' });
  assert.equal(await app.signIn(ada, `${PASSWORD}-2`), true);
});

test('a user who forgot the password sets another by the mailed code', async () => {
  await signedIn(app, ada);
  await app.signOut();
  assert.equal(await app.forgotPassword(ada), 'CONFIRM_RESET_PASSWORD_WITH_CODE');
  await app.confirmForgotPassword(ada, await mailedCode(ada, 2), `${PASSWORD}-3`);
  assert.equal(await app.signIn(ada, `${PASSWORD}-3`), true);
});

test('signing out ends the session, in the app and at Cognito', async () => {
  await signedIn(app, ada);
  const { AccessToken, RefreshToken } = await tokens(app);
  const refresh = () => cognito('GetTokensFromRefreshToken', { ClientId: endpoints.userPoolClientId, RefreshToken });
  const getUser = () => cognito('GetUser', { AccessToken });
  assert.equal((await getUser()).Username, ada);
  assert.ok((await refresh()).AuthenticationResult);
  await app.signOut();
  assert.equal(await app.session(), undefined);
  assert.equal((await getUser()).__type, 'NotAuthorizedException');
  assert.equal((await refresh()).__type, 'NotAuthorizedException');
});

test('signing out everywhere ends the session of another device', async (t) => {
  await signedIn(app, ada);
  const tablet = startApp();
  t.after(() => tablet.close());
  await tablet.signIn(ada, PASSWORD);
  await app.signOut({ global: true });
  await assert.rejects(tablet.attributes(), { name: 'NotAuthorizedException' });
  assert.equal(await tablet.session({ forceRefresh: true }), undefined);
});

test('a deleted user cannot sign in again', async () => {
  await signedIn(app, ada);
  await app.deleteUser();
  await assert.rejects(app.signIn(ada, PASSWORD), { name: 'NotAuthorizedException' });
});
