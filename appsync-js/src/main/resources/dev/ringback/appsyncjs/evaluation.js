import { extensions, runtime, util } from '@aws-appsync/utils';
// Every module is loaded, and has taken what it needs of the globals, before the language is limited.
import '@aws-appsync/utils/dynamodb';
import { left, recording } from './recording.js';
import { limitLanguage, parseJson, stringifyJson } from './language.js';

const { freeze } = Object;

limitLanguage({ util, extensions, runtime });

export function run(handler, name, contextText) {
  recording.handler = name;
  recording.ctx = contextOf(parseJson(contextText));
  try {
    const value = handler(recording.ctx);
    recording.end = { kind: 'returned', value };
  } catch (thrown) {
    if (thrown !== left) {
      throw thrown;
    }
  }
}

export function report() {
  const { ctx, end, appended, subscriptionFilter, log } = recording;
  return stringifyJson({ end, stash: ctx?.stash ?? {}, appended, subscriptionFilter, log });
}

function contextOf(given) {
  const args = given.arguments ?? given.args ?? {};
  return freeze({
    arguments: args,
    args,
    identity: given.identity ?? null,
    source: given.source ?? null,
    request: { headers: {}, domainName: null, ...given.request },
    info: given.info ?? {},
    env: given.env ?? {},
    stash: given.stash ?? {},
    prev: given.prev ?? null,
    result: given.result ?? null,
    error: given.error ?? null,
  });
}
