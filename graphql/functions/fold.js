/**
 * Folds the prefix of a search, or the names to be written, into `ctx.stash.folded`: text without case and accents.
 * @dataSource None
 */
import { runtime, util } from '@aws-appsync/utils';

// Accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic ones, marks without a shape of their own.
const DROPPED =
  '[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u064b-\\u065f\\u0670' +
  '\\u200b-\\u200f\\u2060\\ufe00-\\ufe0f\\ufeff]';

// What no Unicode normalization takes apart. Escaped, as GetTemplate and so cdk diff show no letter beyond ASCII.
const REPLACED = {
  '\u00df': 'ss', // sharp s
  '\u00e6': 'ae', // ae
  '\u0153': 'oe', // oe
  '\u00fe': 'th', // thorn
  '\u00f0': 'd', // eth
  '\u0111': 'd', // d with stroke
  '\u0127': 'h', // h with stroke
  '\u0131': 'i', // dotless i
  '\u0142': 'l', // l with stroke
  '\u014b': 'n', // eng
  '\u00f8': 'o', // o with stroke
  '\u0167': 't', // t with stroke
  '\u0259': 'e', // schwa
  '\u03c2': '\u03c3', // final sigma
  '[\\u2018\\u2019\\u02bc`]': "'",
  '[\\u2010-\\u2015\\u2212]': '-',
};

export function request(ctx) {
  const { prefix, person, fields } = ctx.stash;
  if (prefix) {
    const text = fold(prefix);
    ctx.stash.folded = { initial: initial(text), text };
    return { payload: null };
  }
  const { firstName, lastName } = { ...(person ?? {}), ...fields };
  const renamed = Object.hasOwn(fields, 'firstName') || Object.hasOwn(fields, 'lastName');
  if (!renamed || !firstName || !lastName) {
    runtime.earlyReturn(null, { skipTo: 'NEXT' });
  }
  const firstLast = fold(`${firstName} ${lastName}`);
  const lastFirst = fold(`${lastName} ${firstName}`);
  ctx.stash.folded = {
    firstInitial: initial(firstLast),
    firstLast,
    lastInitial: initial(lastFirst),
    lastFirst,
  };
  return { payload: null };
}

export function response(ctx) {
  return ctx.result;
}

function fold(text) {
  let folded = util.str.normalize(text, 'nfkd').replaceAll(DROPPED, '').toLowerCase();
  for (const [from, to] of Object.entries(REPLACED)) {
    folded = folded.replaceAll(from, to);
  }
  folded = folded.replaceAll('[\\s\\p{Z}]+', ' ').trim();
  // An index key has 1 to 1024 bytes, 340 UTF-16 units at most; the cut may leave half a surrogate pair.
  return (folded || text).slice(0, 340).replaceAll('\\p{Cs}', '');
}

function initial(text) {
  const first = text.charAt(0);
  return util.matches('^[a-z]\\z', first) ? first : '#';
}
