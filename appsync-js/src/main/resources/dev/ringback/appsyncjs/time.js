// util.time
import { format, now, parse, parseIn, parseISO8601 } from './java.js';

const { Date } = globalThis;
const { floor } = Math;

export const time = {
  nowISO8601: () => time.epochMilliSecondsToISO8601(now()),
  nowEpochSeconds: () => time.epochMilliSecondsToSeconds(now()),
  nowEpochMilliSeconds: () => now(),
  nowFormatted: (pattern, zone = 'UTC') => format(now(), pattern, zone),
  parseFormattedToEpochMilliSeconds: (text, pattern, zone) =>
    zone === undefined ? parse(text, pattern) : parseIn(text, pattern, zone),
  parseISO8601ToEpochMilliSeconds: (text) => parseISO8601(text),
  epochMilliSecondsToSeconds: (milliseconds) => floor(milliseconds / 1000),
  epochMilliSecondsToISO8601: (milliseconds) => new Date(milliseconds).toISOString(),
  epochMilliSecondsToFormatted: (milliseconds, pattern, zone = 'UTC') => format(milliseconds, pattern, zone),
};
