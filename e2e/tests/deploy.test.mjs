// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The shipped configurations of nginx and Caddy answer as the project's own host does.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { caddy, nginx, siteName } from '../lib/servers.mjs';
import { serve, work } from '../lib/site.mjs';

const site = join(work, 'site');
const { files } = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8'));
const packed = '1' + '7106480897'.repeat(12);

/** ask sends one request as it is written, paths included. */
const ask = (port, path, { method = 'GET', host = siteName, body, ...headers } = {}) => new Promise((done, fail) => {
  const r = request({ port, path, method, headers: { host, ...headers } }, (answer) => {
    const parts = [];
    answer.on('data', (d) => parts.push(d));
    answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
  });
  r.on('error', fail);
  r.end(body);
});

/** secured are the headers that every answer must carry, the same from each server. */
const secured = ['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'referrer-policy',
  'x-content-type-options', 'permissions-policy', 'strict-transport-security'];

const hash = (body) => createHash('sha256').update(body).digest('hex').slice(0, 12);

/** told is what of an answer must be the same from each server. */
function told({ status, headers, body }, method) {
  const good = status < 400;
  return {
    status, ...Object.fromEntries(secured.map((n) => [n, headers[n]])), cache: headers['cache-control'],
    ...(good && status !== 204 && { type: headers['content-type']?.toLowerCase(), encoding: headers['content-encoding'], body: method === 'HEAD' ? '' : hash(body) }),
  };
}

const cases = [
  ['/'], ['/', { 'accept-encoding': 'br' }], ['/', { 'accept-encoding': 'gzip' }], ['/', { 'accept-encoding': 'identity' }],
  ['/index.html', { 'accept-encoding': 'gzip, deflate, br' }], ['/accessibilita.html'], ['/privacy.html'], ['/sw.js', { 'accept-encoding': 'br' }], ['/?lang=de'],
  ...['reader.wasm', 'loader.js', 'style.css', 'poster.svg', 'icon-192.png', 'guida.webmanifest', 'fonts/tw-400.woff2', 'voice/it/figures.vbk']
    .map((name) => ['/' + files[name].name, { 'accept-encoding': 'br, gzip' }]),
  ['/' + files['film.wasm'].name, { 'accept-encoding': 'br', method: 'HEAD' }],
  ['/' + files['film.wasm'].name, { range: 'bytes=0-99' }],
  ['/%23' + packed], ['/' + packed], ['/eyJhbGciOiJFZERTQSJ9.eyJ2IjoxfQ.c2ln'], ['/%23' + packed, { 'accept-encoding': 'identity', method: 'HEAD' }],
  ['/nothing'], ['/%23' + packed + 'x'], ['/' + 'a'.repeat(3000)], ['/index.html.br'], ['/' + files['film.wasm'].name + '.gz'], ['/manifest.json'],
  ['/.env'], ['/fonts'], ['/fonts/'],
  ['/m', { method: 'POST', body: '{}', 'content-type': 'text/plain' }],
];

// Debian's brotli module for nginx takes another of the compressed forms at times, in one request of ten; which is right
// too. What it never takes in five requests is a fault of the configuration.
for (const [name, start] of [['nginx', nginx], ['Caddy', caddy]]) {
  test(`${name} answers as the host does`, async (t) => {
    const host = await serve(site, 0, ['--host', siteName]);
    t.after(() => host.stop());
    const server = await start(t, site, name === 'nginx' ? 18211 : 18212);
    const different = [];
    for (const [path, options = {}] of cases) {
      const want = told(await ask(new URL(host.origin).port, path, options), options.method);
      let got, tries = 0;
      do got = told(await ask(server.port, path, options), options.method); while (options.method !== 'HEAD' && got.encoding !== want.encoding && ++tries < 5);
      if (options.method === 'HEAD') got.encoding = want.encoding; // nginx's module compresses bodies only
      for (const key of new Set([...Object.keys(want), ...Object.keys(got)])) {
        if (want[key] !== got[key]) different.push(`${options.method ?? 'GET'} ${path.slice(0, 60)} ${options['accept-encoding'] ?? ''}: ${key} ${got[key]}, not ${want[key]}`);
      }
    }
    assert.deepEqual(different, []);
    for (const path of ['/..%2f..%2fgo.mod', '/%2e%2e/go.mod', '/../go.mod']) {
      const { status } = await ask(server.port, path);
      assert.ok(status === 400 || status === 404, `${path}: ${status}`);
    }
    const other = await ask(server.port, '/', { host: 'evil.example' });
    assert.ok(other.status === 421 || other.body.length === 0, 'another name gets no page');
    const put = await ask(server.port, '/', { method: 'PUT', body: 'x' });
    assert.ok([403, 405].includes(put.status), 'PUT: ' + put.status);
    const page = await ask(server.port, '/');
    const again = await ask(server.port, '/', { 'if-none-match': page.headers.etag });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
    for (const [h] of [['x-powered-by'], ['set-cookie'], ['location']]) assert.equal(page.headers[h], undefined);
  });
}
