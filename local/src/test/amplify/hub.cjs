// What Amplify tells on its Hub. Whoever waits for it in vain is told for what.
const { Hub } = require('aws-amplify/utils');

const PATIENCE_MS = 60_000;

/** Comes back once something is told on the channel that meets the condition. */
function heard(channel, condition) {
  return new Promise((resolve, reject) => {
    const end = (settle, value) => {
      stop();
      clearTimeout(timer);
      settle(value);
    };
    const stop = Hub.listen(channel, ({ payload }) => condition(payload) && end(resolve));
    const complaint = new Error(`waited in vain for ${condition} on the Hub's channel ${channel}`);
    const timer = setTimeout(end, PATIENCE_MS, reject, complaint);
  });
}

module.exports = { heard };
