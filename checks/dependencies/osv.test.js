import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import test from 'node:test';
import { text } from 'node:stream/consumers';
import { askOsv } from './osv.js';

/** OSV's two calls, with a vulnerability on a second page. */
async function fakeOsv(t, vulnerabilities = {}, failing = false) {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (failing) return response.writeHead(503).end();
    response.setHeader('content-type', 'application/json');
    if (request.url.startsWith('/v1/vulns/')) {
      const id = request.url.split('/').pop();
      return response.end(JSON.stringify({ id, summary: `about ${id}`, ...vulnerabilities[id] }));
    }
    const results = JSON.parse(body).queries.map(({ package: { purl }, page_token: token }) => {
      if (purl !== 'pkg:npm/bad@1') return {};
      return token ? { vulns: [{ id: 'GHSA-2' }] } : { vulns: [{ id: 'GHSA-1' }], next_page_token: 'next' };
    });
    response.end(JSON.stringify({ results }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

test('every page of findings is read', async (t) => {
  const osv = await fakeOsv(t);
  assert.deepEqual(await askOsv(osv, ['pkg:npm/good@1', 'pkg:npm/bad@1']), [
    { package: 'pkg:npm/bad@1', id: 'GHSA-1', summary: 'about GHSA-1' },
    { package: 'pkg:npm/bad@1', id: 'GHSA-2', summary: 'about GHSA-2' },
  ]);
});

test('a withdrawn vulnerability is none', async (t) => {
  const osv = await fakeOsv(t, { 'GHSA-1': { withdrawn: '2026-01-01T00:00:00Z' } });
  assert.deepEqual((await askOsv(osv, ['pkg:npm/bad@1'])).map(({ id }) => id), ['GHSA-2']);
});

test('an OSV that does not answer is no clean bill', async (t) => {
  const osv = await fakeOsv(t, {}, true);
  await assert.rejects(askOsv(osv, ['pkg:npm/bad@1']), /answered 503/);
});

test('all of many packages are asked about', async (t) => {
  const osv = await fakeOsv(t);
  const many = Array.from({ length: 1200 }, (_, i) => `pkg:npm/p${i}@1`);
  assert.equal((await askOsv(osv, [...many, 'pkg:npm/bad@1'])).length, 2);
});
