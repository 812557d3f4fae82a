import assert from 'node:assert/strict';
import test from 'node:test';
import { readDocument } from './document.js';
import { deadLinks, unlisted, unreachable } from './links.js';

const files = ['README.md', 'docs/a.md', 'docs/picture.svg'];
const exists = (path) => files.includes(path) || path === 'docs';
const documents = (readme, a = '# A heading\n\n## A heading\n') =>
  new Map([['README.md', readDocument('README.md', readme)], ['docs/a.md', readDocument('docs/a.md', a)]]);
const problems = (readme, a) => deadLinks(documents(readme, a), exists);

test('links to files, folders, pictures, headings and pages are in order', () => {
  const readme = '# Here\n[a](docs/a.md) [b](docs/) ![c](docs/picture.svg) [d](docs/a.md#a-heading-1) [e](#here) [f](https://example.com/x)\n';
  assert.deepEqual(problems(readme, '# A heading\n[up](../README.md#here)\n## A heading'), []);
});

test('a file that is not there', () => assert.deepEqual(problems('\n[b](docs/b.md)'), ['README.md:2: docs/b.md: there is no docs/b.md']));
test('a name in another case', () => assert.match(problems('[a](docs/A.md)')[0], /there is no docs\/A.md/));
test('a heading that is not there', () => assert.match(problems('[a](docs/a.md#gone)')[0], /docs\/a.md has no heading #gone/));
test('a heading of the same document', () => assert.match(problems('[a](#gone)')[0], /README.md has no heading #gone/));
test('a heading of a file that has none', () => assert.match(problems('[a](docs/picture.svg#x)')[0], /only documents have headings/));
test('a definition', () => assert.match(problems('[a][b]\n\n[b]: docs/b.md')[0], /^README.md:3: .*there is no docs\/b.md/));
test('a way out of the repository', () => assert.match(problems('[a](../other/README.md)')[0], /leads out/));
test('what is no address', () => assert.match(problems('[a](https://)')[0], /is no address/));
test('a page without TLS', () => assert.match(problems('[a](http://example.com)')[0], /is not https/));
test('a link in code is none', () => assert.deepEqual(problems('`[a](gone.md)`\n```\n[b](gone.md)\n```'), []));
test('a document that nothing leads to', () => {
  assert.deepEqual(unreachable(documents('nothing'), 'README.md'), ['docs/a.md:1: nothing leads here from README.md']);
  assert.deepEqual(unreachable(documents('[a](docs/a.md#a-heading)'), 'README.md'), []);
});

test('a document that the index leaves out, though another links to it', () => {
  const index = (text) => new Map([['docs/README.md', readDocument('docs/README.md', text)], ...documents('', '[index](README.md)')]);
  assert.deepEqual(unlisted(index('nothing'), 'docs/README.md'), ['docs/a.md:1: docs/README.md leaves it out']);
  assert.deepEqual(unlisted(index('[a](a.md)'), 'docs/README.md'), []);
});
