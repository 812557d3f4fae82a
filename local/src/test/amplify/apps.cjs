// The test's side of apps: starts them, signs users up, waits for what comes later.
const { fork } = require('node:child_process');
const { randomUUID } = require('node:crypto');
const path = require('node:path');
const { endpoints } = require('./configuration.cjs');

const PASSWORD = 'Correct-horse-9-battery';
const PATIENCE_MS = 30_000;

/** An app of its own, which has every action of app.cjs as a method. */
function startApp() {
  const child = fork(path.join(__dirname, 'app.cjs'));
  const calls = new Map();
  child.on('message', ({ call, value, failure }) => {
    const { resolve, reject } = calls.get(call);
    calls.delete(call);
    failure ? reject(Object.assign(new Error(JSON.stringify(failure)), failure)) : resolve(value);
  });
  child.on('exit', (code) => calls.forEach(({ reject }) => reject(new Error(`the app ended with ${code}`))));
  const own = { close: () => child.kill() };
  return new Proxy(own, {
    get(_, action) {
      // Whatever has a `then` is taken for a promise.
      if (action === 'then' || action in own) return own[action];
      return (...args) =>
        new Promise((resolve, reject) => {
          const call = randomUUID();
          calls.set(call, { resolve, reject });
          child.send({ call, action, args });
        });
    },
  });
}

function newUser(name) {
  return `${name}-${randomUUID().slice(0, 8)}`;
}

/** @param nth how many codes the user must have been sent by now; the last one counts */
async function mailedCode(username, nth = 1) {
  return eventually(async () => {
    const { mails } = await (await fetch(endpoints.inboxUrl)).json();
    const codes = mails.filter(({ address }) => address === `${username}@example.com`);
    return codes.length >= nth && codes.at(-1).confirmationCode;
  });
}

async function signedIn(app, username) {
  await app.signUp(username, PASSWORD);
  await app.confirmSignUp(username, await mailedCode(username));
  await app.signIn(username, PASSWORD);
  return app;
}

async function eventually(condition) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

module.exports = { startApp, PASSWORD, newUser, mailedCode, signedIn, eventually, endpoints };
