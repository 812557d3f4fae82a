// Breaks the commands of a document in every way that the checks are there for.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { commandProblems, runnableScript } from './commands.js';
import { readDocument } from './document.js';
import { execute } from './execution.js';

const known = {
  exists: (path) => path === 'graphql/pom.xml',
  npmScripts: () => ['lint'],
  ringback: ([name]) => (['up', 'doctor'].includes(name) ? undefined : `no ${name}`),
};
const block = (marker, ...lines) => ['# Title', '', `\`\`\`sh${marker}`, ...lines, '```', ''].join('\n');
const problems = (text) => commandProblems(readDocument('d.md', text), known);

test('commands that there are', () => {
  assert.deepEqual(problems(block('', 'echo a', './ringback doctor local')), []);
  assert.deepEqual(problems(block(' ci', './ringback up # starts', '')), []);
  assert.deepEqual(problems('`./ringback up`, `npm run lint`, `./mvnw package -pl graphql -am`, `./ringback COMMAND`, `./ringback`'), []);
});

test('a command that ./ringback does not have, in a block, a transcript and a sentence', () => {
  assert.deepEqual(problems(block(' ci', '', './ringback pu')), ['d.md:5: no pu']);
  assert.deepEqual(problems('```\n$ ./ringback pu\n```'), ['d.md:2: no pu']);
  assert.deepEqual(problems('Say\n`true && ./ringback pu`.'), ['d.md:2: no pu']);
});

test('a command that lacks its environment, but not where a sentence names it', () => {
  const needy = { ...known, ringback: ([, environment]) => (environment ? undefined : 'no environment') };
  const found = (text) => commandProblems(readDocument('d.md', text), needy);
  assert.deepEqual(found(block(' ci', './ringback synth')), ['d.md:4: no environment']);
  assert.deepEqual(found('`./ringback synth` writes'), []);
});

test('an npm script and a module that there are not', () => {
  assert.deepEqual(problems('`npm run lnt`'), ['d.md:1: there is no npm script lnt']);
  assert.deepEqual(problems('`./mvnw package -pl graphlq -am`'), ['d.md:1: there is no Maven module graphlq']);
});

test('a module that the document has its reader make', () => {
  const module = (name) => `./mvnw test -pl lambdas/actions/${name}`;
  const walk = (name) => problems(block(' ci', './ringback up', '# ./ringback new-action muteCall', module(name)));
  assert.deepEqual(walk('mute-call'), ['d.md:5: no new-action']);
  assert.match(walk('mute').join('\n'), /no Maven module lambdas\/actions\/mute$/);
});

test('what bash cannot read', () => assert.match(problems(block(' aws', 'echo "a'))[0], /^d.md:3: line 1: unexpected EOF/));
test('a place that there is not', () => assert.match(problems(block(' cloud', 'true'))[0], /^d.md:3: .* one of aws, app, ci/));
test('another name for the shell', () => assert.match(problems('```bash\ntrue\n```')[0], /^d.md:1: commands are in ```sh, not ```bash/));
test('work on the repository among what runs', () => {
  assert.match(problems(block('', './ringback up'))[0], /mark the block ```sh ci/);
  assert.match(problems(block('', './mvnw test'))[0], /mark the block ```sh ci/);
});
test('a command hidden as work on the repository', () => assert.match(problems(block(' ci', 'curl x'))[0], /calls of .\/ringback and .\/mvnw alone, not: curl x/));

async function run(...lines) {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-commands-'));
  mkdirSync(join(folder, '.ringback'));
  return execute('d.md', runnableScript(readDocument('d.md', block('', ...lines))), folder);
}

test('commands that succeed', async () => assert.deepEqual(await run('a=$(echo b)', 'echo "$a"'), { failed: false, output: 'b\n' }));

test('the command that fails is named with its line', async () => {
  const { failed, output } = await run('true', 'ls /nowhere-at-all');
  assert.ok(failed);
  assert.match(output, /^d.md:5: ls \/nowhere-at-all$/m);
});

test('a failure within a pipe, a function and a substitution is one', async () => {
  assert.ok((await run('false | cat')).failed);
  assert.ok((await run('f() { false; echo x; }', 'a=$(f)')).failed);
  assert.ok((await run('echo "$unset_anywhere"')).failed);
});

test('a request that is refused is a failure', async (t) => {
  const server = createServer((_, response) => response.writeHead(409).end('{"error":"BUSY"}')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { failed, output } = await run(`curl -s http://127.0.0.1:${server.address().port}/`);
  assert.ok(failed);
  assert.match(output, /BUSY/);
});

test('blocks that need AWS, an app or the repository are left out', () => {
  for (const marker of [' aws', ' app', ' ci']) assert.equal(runnableScript(readDocument('d.md', block(marker, 'true'))), undefined);
});

test('an indented block keeps its lines', () => {
  const text = '1. One\n   ```sh\n   true\n   ```\n';
  assert.equal(runnableScript(readDocument('d.md', text)), '\n\ntrue\n\n');
});
