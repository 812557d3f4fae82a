// One app on one device: Amplify keeps its state in globals, so each app is a process. The test drives it by messages.
const auth = require('aws-amplify/auth');
const { generateClient } = require('aws-amplify/api');
const { configure } = require('./configuration.cjs');
const { heard } = require('./hub.cjs');
const operations = require('./operations.cjs');
const traffic = require('./traffic.cjs');

configure();
const client = generateClient();
const received = [];

function person({ id, firstName, lastName, clientId, owner, _version, _deleted }) {
  return { id, firstName, lastName, clientId, owner, _version, _deleted };
}

function datastore() {
  return require('./datastore.cjs');
}

const actions = {
  async signUp(username, password) {
    const { nextStep } = await auth.signUp({
      username,
      password,
      options: { userAttributes: { email: `${username}@example.com` } },
    });
    return nextStep.signUpStep;
  },
  async confirmSignUp(username, confirmationCode) {
    return (await auth.confirmSignUp({ username, confirmationCode })).isSignUpComplete;
  },
  async signIn(username, password) {
    const { isSignedIn } = await auth.signIn({ username, password });
    return isSignedIn;
  },
  async session({ forceRefresh = false } = {}) {
    const { tokens } = await auth.fetchAuthSession({ forceRefresh });
    return tokens && { accessToken: tokens.accessToken.toString(), sub: tokens.accessToken.payload.sub };
  },
  async attributes() {
    return auth.fetchUserAttributes();
  },
  async changePassword(oldPassword, newPassword) {
    await auth.updatePassword({ oldPassword, newPassword });
  },
  async forgotPassword(username) {
    return (await auth.resetPassword({ username })).nextStep.resetPasswordStep;
  },
  async confirmForgotPassword(username, confirmationCode, newPassword) {
    await auth.confirmResetPassword({ username, confirmationCode, newPassword });
  },
  async signOut({ global = false } = {}) {
    await auth.signOut({ global });
  },
  async deleteUser() {
    await auth.deleteUser();
  },
  async run(name, variables) {
    const { data } = await client.graphql({ query: operations[name], variables });
    return data[name];
  },
  async subscribe(name, variables = {}) {
    const connected = heard('api', ({ data }) => data?.connectionState === 'Connected');
    client.graphql({ query: operations[name], variables }).subscribe({
      next: ({ data }) => received.push({ name, person: data[name] }),
      error: (error) => received.push({ name, error: error.errors ?? String(error) }),
    });
    await connected;
    await traffic.subscribed(name);
  },
  received() {
    return received;
  },
  startSync: (options) => datastore().start(options),
  stopSync: () => datastore().stop(),
  people: async (...args) => (await datastore().people(...args)).map(person),
  save: async (...args) => person(await datastore().save(...args)),
  remove: (...args) => datastore().remove(...args),
  hold: (part) => traffic.hold(part),
  release: () => traffic.release(),
  held: () => traffic.held(),
  requests: (part) => traffic.requests(part),
  sent: () => traffic.sent(),
};

// Everything that may be seen of an error: Amplify throws GraphQL answers as they are.
function failure(error) {
  return error.errors
    ? { errors: error.errors.map(({ message, errorType, data }) => ({ message, errorType, data })) }
    : { name: error.name, message: error.message };
}

process.on('message', async ({ call, action, args }) => {
  try {
    process.send({ call, value: await actions[action](...args) });
  } catch (error) {
    process.send({ call, failure: failure(error) });
  }
});
process.on('disconnect', () => process.exit());
