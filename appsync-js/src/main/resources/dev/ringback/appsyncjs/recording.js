// What the running handler has left behind so far, besides its value.
export const recording = {
  ctx: undefined,
  handler: undefined,
  end: undefined,
  appended: [],
  subscriptionFilter: null,
  log: [],
};

// Thrown to leave the handler once its end is recorded; handlers have no catch.
export const left = {};

export function leave(end) {
  recording.end = end;
  throw left;
}
