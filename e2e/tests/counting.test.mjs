// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// From the page to the disk: what a real page sends is what the counters take, and each batch counts once.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { useBrowser, withoutWebGL } from '../lib/browser.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { letter } from '../lib/letters.mjs';
import { listenIn } from '../lib/milestones.mjs';
import { serve, tool, work } from '../lib/site.mjs';
import { claims, signed } from '../lib/tokens.mjs';
import { address, settled, visit } from '../lib/visit.mjs';
import { pause } from '../lib/wait.mjs';

const use = useBrowser(withoutWebGL);
const dir = mkdtempSync(join(tmpdir(), 'guida-counting-'));
let host;
before(async () => { host = await serve(join(work, 'site'), 0, ['--db', join(dir, 'guida.db')]); });
after(async () => { await host?.stop(); rmSync(dir, { recursive: true }); });

/** send posts a batch as a page does and returns the status and why it was refused. */
async function send(body, headers = {}) {
  const r = await fetch(host.origin + '/m', { method: 'POST', body, headers: { 'Content-Type': 'text/plain;charset=UTF-8', ...headers } });
  return [r.status, r.headers.get('videoguida-refused')];
}

test('every batch of a real visit is taken, and again when it is sent again', async (t) => {
  const page = await visit(t, use.browser);
  const batches = await listenIn(page);
  const answers = [];
  page.on('response', (r) => { if (r.url().endsWith('/m')) answers.push([r.status(), r.headers()['videoguida-refused']]); });
  for (const token of [signed(claims({ camp: '2026q4', arm: 'b' })), '', letter('tampered').token, letter('pension-8').token]) {
    await page.goto('about:blank');
    await page.goto(address(token, { metrics: null }, host.origin));
    await settled(page);
    if (token && token !== letter('tampered').token) {
      await pressOn(page, 'button[data-do="read"]');
      await press(page, 'vote 4');
    }
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await pause(400);
  }
  assert.ok(batches.length >= 4, `${batches.length} batches`);
  for (const a of answers) assert.deepEqual(a, [204, undefined]);
  for (const b of batches) assert.deepEqual(await send(JSON.stringify(b)), [204, null], JSON.stringify(b));
});

test('what no page sends is refused, and the reason names no value', async () => {
  const good = { v: 1, b: 'A'.repeat(22), c: '2026q4', ch: 'qr', e: [['open']] };
  for (const [change, want] of [
    [{ e: [['open', 'x']] }, 'e[0]: wrong number of arguments'], [{ url: 'https://x.example' }, 'unknown member'],
    [{ c: 'Con spazio' }, 'c: not a campaign\'s name'], [{ e: [['scene', 8]] }, 'e[0]: unknown scene'],
  ]) assert.deepEqual(await send(JSON.stringify({ ...good, ...change })), [400, want]);
  assert.deepEqual(await send(JSON.stringify(good), { Origin: 'https://evil.example' }), [403, 'another origin']);
  assert.deepEqual(await send(JSON.stringify(good), { 'Content-Type': 'application/json' }), [415, 'not text/plain']);
});

test('told to end under load, with staff watching live figures, it ends within ten seconds', async (t) => {
  const child = spawn(tool('videoguida'), ['serve', '--site', join(work, 'site'), '--addr', '127.0.0.1:0', '--db', join(dir, 'end.db'), '--private-addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const found = {};
  for await (const line of createInterface({ input: child.stdout })) {
    found.board ??= /dashboard on (\S+)\//.exec(line)?.[1];
    found.word ??= /sign in with: (\S+)/.exec(line)?.[1];
    const port = /serving .*:(\d+)\//.exec(line)?.[1];
    if (port) { found.site = 'http://127.0.0.1:' + port; break; }
  }
  const live = await fetch(found.board + '/eventi', { headers: { Authorization: 'Bearer ' + found.word } });
  assert.equal(live.status, 200);
  const watching = live.text().catch(() => 'cut');
  let stop = false;
  const statuses = new Set();
  const load = Promise.all(Array.from({ length: 8 }, async () => {
    while (!stop) {
      const b = randomBytes(16).toString('base64url');
      const r = await fetch(found.site + '/m', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: JSON.stringify({ v: 1, b, c: 'none', ch: 'qr', e: [['open']] }) }).catch(() => null);
      if (!r) return;
      statuses.add(r.status);
    }
  }));
  await pause(500);
  const ended = new Promise((done) => child.once('exit', (code) => done(code)));
  const began = Date.now();
  child.kill('SIGTERM');
  const code = await ended;
  stop = true;
  await Promise.all([load, watching]);
  assert.equal(code, 0);
  assert.ok(Date.now() - began < 10_000, `it took ${Date.now() - began} ms`);
  assert.deepEqual([...statuses], [204]);
});
