import assert from 'node:assert/strict';
import test from 'node:test';
import { startBackend } from './backend.js';
import { commandProblems, runnableScript } from './commands.js';
import { execute } from './execution.js';
import { deadLinks, unlisted, unreachable } from './links.js';
import { documents, exists, known } from './repository.js';

test('no link is dead', () => assert.deepEqual(deadLinks(documents, exists), []));

test('every document is reached from the README', () => assert.deepEqual(unreachable(documents, 'README.md'), []));

test('the index lists every document', () => assert.deepEqual(unlisted(documents, 'docs/README.md'), []));

const wrong = [...documents.values()].flatMap((document) => commandProblems(document, known));

test('every command is one that there is', () => assert.deepEqual(wrong, []));

// Nothing is run that is not understood.
test('the commands that need no AWS succeed', { skip: wrong.length > 0 }, async (t) => {
  const backend = await startBackend();
  t.after(backend.stop);
  for (const document of documents.values()) {
    const script = runnableScript(document);
    if (!script) continue;
    await t.test(document.path, async () => {
      const { failed, output } = await execute(document.path, script, backend.folder);
      assert.ok(!failed, output);
    });
  }
});
