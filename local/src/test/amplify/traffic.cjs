// Watches what the app sends, and can hold a request back to make two edits meet.
const sent = [];
const acknowledged = new Set();
let held;

const realFetch = globalThis.fetch;
globalThis.fetch = async (resource, options) => {
  const body = typeof options?.body === 'string' ? options.body : '';
  if (held && !held.arrived && body.includes(held.part)) {
    held.arrived = true;
    await held.released;
  }
  const response = await realFetch(resource, options);
  sent.push({ body, answer: await response.clone().text() });
  return response;
};

// A subscription works from its start_ack on, of which Amplify tells nobody; a change before that would be missed.
const RealWebSocket = globalThis.WebSocket;
globalThis.WebSocket = class extends RealWebSocket {
  #names = new Map();

  constructor(...args) {
    super(...args);
    this.addEventListener('message', ({ data }) => {
      const { type, id } = JSON.parse(data);
      if (type === 'start_ack') {
        acknowledged.add(this.#names.get(id));
      }
    });
  }

  send(text) {
    const { type, id, payload } = JSON.parse(text);
    if (type === 'start') {
      this.#names.set(id, /on(?:Create|Update|Delete)Person/.exec(JSON.parse(payload.data).query)[0]);
    }
    super.send(text);
  }
};

async function until(condition) {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

module.exports = {
  subscribed: (name) => until(() => acknowledged.has(name)),
  hold(part) {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    held = { part, released, release, arrived: false };
  },
  held: () => until(() => held.arrived),
  release() {
    held.release();
    held = undefined;
  },
  sent: () => sent,
  /** Of those to the directory. */
  requests: (part) =>
    sent
      .filter(({ body }) => body.includes('"query"'))
      .map(({ body, answer }) => ({ ...JSON.parse(body), answer: JSON.parse(answer) }))
      .filter(({ query }) => query.includes(part)),
};
