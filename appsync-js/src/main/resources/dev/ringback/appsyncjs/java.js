// The functions that Java gives; nothing else in these globals can reach Java.
const java = globalThis.java;
delete globalThis.java;

export const {
  matches, replaceFirst, replaceAll, normalize, urlEncode, urlDecode, base64Encode, base64Decode,
  now, format, parse, parseIn, parseISO8601,
  uuid, ulid, ksuid,
} = java;
