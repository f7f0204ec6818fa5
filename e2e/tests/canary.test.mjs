// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The canary: a letter's token, looked for everywhere on the server's side after whole visits through nginx.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { press } from '../lib/guide.mjs';
import { letter } from '../lib/letters.mjs';
import { holds } from '../lib/memory.mjs';
import { filesIn, folder, nginx } from '../lib/servers.mjs';
import { serve, work } from '../lib/site.mjs';
import { claims, signed } from '../lib/tokens.mjs';
import { settled, today, visit } from '../lib/visit.mjs';
import { withoutPicture } from '../lib/voice.mjs';
import { wiretap } from '../lib/wiretap.mjs';
import { pause, until } from '../lib/wait.mjs';
import { join } from 'node:path';

const site = join(work, 'site');
const siteName = 'localhost'; // browsers trust it without a certificate, so that the wire can be read
const use = useBrowser(['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']);

/** pieces are all pieces of n characters of a text. */
const pieces = (text, n = 14) => Array.from({ length: text.length - n + 1 }, (_, i) => text.slice(i, i + n));
const found = (where, token) => pieces(token).filter((p) => where.includes(p));

/** chain is browser → wire → nginx → wire → host: everything that is written, said or sent on the way. */
async function chain(t) {
  const counters = folder(t);
  const host = await serve(site, 0, ['--host', siteName, '--db', join(counters, 'counters.db')], 'pipe');
  t.after(() => host.stop());
  const said = [];
  for (const stream of [host.child.stdout, host.child.stderr]) stream.on('data', (d) => said.push(d));
  const behind = await wiretap(new URL(host.origin).port);
  t.after(behind.close);
  const server = await nginx(t, site, 18221, '--host', siteName, '--ingest', '127.0.0.1:' + behind.port);
  return { host, server, behind, said: () => Buffer.concat(said).toString() + server.said() + filesIn(server.dir) + filesIn(counters) };
}

/** wholeVisit opens a link, watches, votes, reloads and leaves; it returns what the browser shows and keeps of the address. */
async function wholeVisit(page, url) {
  await withoutPicture(page);
  await page.goto(url);
  await settled(page);
  if (!url.includes('film=off')) {
    await press(page, 'watch');
    await until(page, () => window.guidaFilm && window.guida.state().time > 2);
  }
  await until(page, () => document.querySelector('[data-do="vote 4"]')); // the text comes after the answers
  await press(page, 'vote 4');
  await page.reload();
  await settled(page);
  const devtools = await page.createCDPSession();
  const { entries } = await devtools.send('Page.getNavigationHistory');
  const shown = JSON.stringify([entries.map((e) => [e.url, e.title]), await page.title(), page.url(), await page.evaluate(() => [document.referrer, document.cookie, JSON.stringify(history.state)])]);
  await page.goto('about:blank');
  await pause(500);
  return shown;
}

const tokens = { packed: letter('over55').token, raw: signed(claims({ camp: 'none' })) };

describe('a token in the fragment reaches no server at all', () => {
  for (const [form, token] of Object.entries(tokens)) {
    test(form, async (t) => {
      const way = await chain(t);
      const wire = await wiretap(way.server.port);
      t.after(wire.close);
      const page = await visit(t, use.browser);
      const base = `http://${siteName}:${wire.port}`;
      const shown = await wholeVisit(page, `${base}/?today=${today}#${token}`);
      assert.deepEqual(found(shown, token), [], 'in the address, the title or the history');
      assert.deepEqual(found(wire.sent(), token), [], 'on the wire');
      assert.deepEqual(found(way.behind.sent(), token), [], 'between nginx and the host');
      assert.deepEqual(found(way.said(), token), [], 'in a log');
      for (const pid of [way.host.child.pid, way.server.pid]) assert.equal(holds(pid, token.slice(20, 60)), false, 'in a server\'s memory');
      assert.match(wire.sent(), /^GET \/\?today=/, 'the wire was listened to');
      assert.match(way.behind.sent(), /POST \/m HTTP\/1\.1[^]*\["open"\]/, 'so was the way of the milestones');
      assert.doesNotMatch(wire.sent(), /^(Referer|Cookie):/mi);
      assert.doesNotMatch(way.behind.sent(), /^(Referer|Cookie|User-Agent):/mi, 'the browser\'s name ends at nginx');
    });
  }
});

describe('a token that a scanner put into the path is on one request line and nowhere after it', () => {
  const cases = {
    'after %23': '/%23' + tokens.packed, 'a lost #': '/' + tokens.packed, 'raw': '/%23' + tokens.raw,
    'damaged': '/%23' + tokens.packed + 'x', 'damaged and long': '/' + 'eyJ' + tokens.raw.repeat(3) + '!',
  };
  for (const [name, path] of Object.entries(cases)) {
    test(name, async (t) => {
      const token = path.replace(/^\/(%23)?/, '');
      const way = await chain(t);
      const wire = await wiretap(way.server.port);
      t.after(wire.close);
      const page = await visit(t, use.browser, { expected: /404|Failed to load/ });
      const base = `http://${siteName}:${wire.port}`;
      if (name.startsWith('damaged')) {
        await page.goto(base + path);
        assert.equal((await page.content()).includes(token.slice(0, 20)), false, 'the refusal does not repeat it');
      } else {
        const shown = await wholeVisit(page, `${base}${path}?today=${today}&film=off`);
        assert.deepEqual(found(shown, token), [], 'in the address, the title or the history');
      }
      const lines = wire.sent().split('\r\n').filter((l) => found(l, token).length);
      assert.deepEqual(lines.map((l) => l.slice(0, 5)), ['GET /'], 'one request line');
      assert.deepEqual(found(way.behind.sent(), token), [], 'between nginx and the host');
      assert.deepEqual(found(way.said(), token), [], 'in a log');
    });
  }
});

test('the project\'s own host says nothing either, whatever is asked', async (t) => {
  const host = await serve(site, 0, [], 'pipe');
  const said = [];
  for (const stream of [host.child.stdout, host.child.stderr]) stream.on('data', (d) => said.push(d));
  for (const path of [`/%23${tokens.packed}`, `/${tokens.raw}`, `/${tokens.raw}!`, `/?token=${tokens.packed}`]) await (await fetch(host.origin + path)).text();
  await fetch(host.origin + '/m', { method: 'POST', body: tokens.raw });
  await host.stop();
  assert.deepEqual([...found(Buffer.concat(said).toString(), tokens.packed), ...found(Buffer.concat(said).toString(), tokens.raw)], []);
});

test('the canary is heard where it would sing', () => {
  assert.ok(found('GET /x ' + tokens.packed.slice(30, 50), tokens.packed).length > 0);
  const kept = Buffer.from('canary-' + Date.now());
  assert.equal(holds(process.pid, kept.toString()), true, 'memory can be read');
});
