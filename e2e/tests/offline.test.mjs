// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Open once, watch again without a network: what is kept, when, and how it goes.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { seek, stateOf } from '../lib/film.mjs';
import { answersOf, chaptersOf, press } from '../lib/guide.mjs';
import { factsOf, letter, storyboard } from '../lib/letters.mjs';
import { root, serve, work } from '../lib/site.mjs';
import { address, settled, visit } from '../lib/visit.mjs';
import { spoken, withoutPicture } from '../lib/voice.mjs';
import { pause, until } from '../lib/wait.mjs';
import { money } from '../lib/words.mjs';

const use = useBrowser();
const { token } = letter('under55');
const expected = /Failed to load|ERR_|net::|sw\.js/;
const query = { film: null, voice: null };

/** host serves a copy of the site, changed by edit, on a port of its own. */
async function host(t, edit, port = 0) {
  const dir = mkdtempSync(join(tmpdir(), 'guida-site-'));
  cpSync(join(work, 'site'), dir, { recursive: true });
  t.after(() => rmSync(dir, { recursive: true }));
  edit?.(dir);
  const server = await serve(dir, port);
  t.after(() => server.stop());
  return server;
}

/** rewrite changes the text of a file of the site; its compressed forms go. */
function rewrite(dir, name, change) {
  const path = join(dir, name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  for (const ext of ['.br', '.gz']) rmSync(path + ext);
}

/** newer is a release whose name is another. */
const newer = (dir) => {
  for (const name of ['index.html', 'sw.js']) rewrite(dir, name, (text) => text.replace(/(\bid"?:")[0-9a-f]{12}"/, '$1aaaaaaaaaaaa"'));
};

/** kept are the addresses in all caches of the page's origin, by cache. */
const kept = (page) => page.evaluate(async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) =>
  [name, (await (await caches.open(name)).keys()).map((r) => r.url)]))));

const workers = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** watchOnce opens the letter, hears it begin and waits until everything is kept. */
async function watchOnce(page, base) {
  await withoutPicture(page);
  await page.goto(address(token, query, base));
  await settled(page);
  await press(page, 'watch');
  await until(page, async () => {
    const keys = await Promise.all((await caches.keys()).map(async (n) => (await (await caches.open(n)).keys()).map((r) => new URL(r.url).pathname)));
    return keys.flat().includes('/') && keys.flat().filter((p) => p.endsWith('.vbk')).length === 3;
  });
}

/** goAway leaves the guide as if its tab were closed: what a tab keeps is gone. */
async function goAway(page) {
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
}

test('who only reads keeps nothing', async (t) => {
  const page = await visit(t, use.browser);
  await page.goto(address(token, query));
  await settled(page);
  await pause(1500);
  assert.deepEqual([await kept(page), await workers(page)], [{}, 0]);
});

test('a film that was seen opens again with the host gone, to its last word', async (t) => {
  const server = await host(t);
  const page = await visit(t, use.browser, { expected });
  await watchOnce(page, server.origin);
  const names = Object.keys(await kept(page));
  const id = await page.evaluate(() => window.guidaBoot.buildId);
  assert.deepEqual(names, ['guida-' + id], 'the cache has the name of the build');
  await server.stop();
  await assert.rejects(fetch(server.origin), 'the host is gone');

  await goAway(page);
  await page.goto(address(token, query, server.origin));
  await settled(page);
  assert.deepEqual((await answersOf(page)).importo, [money(factsOf('under55').monthly)]);
  const board = storyboard('under55');
  (await chaptersOf(page)).forEach((chapter, i) => assert.deepEqual(chapter.slice(0, board.chapters[i].length), board.chapters[i]));
  await press(page, 'watch');
  const { voice } = await spoken(page);
  assert.equal(voice, 'on', 'the voice was kept too');
  const { duration } = await stateOf(page);
  for (const part of [0.3, 0.6]) {
    await seek(page, duration * part);
    await spoken(page);
  }
  await seek(page, duration - 1);
  await until(page, (d) => window.guida.state().time >= d && !window.guida.state().playing, duration);
});

test('a letter whose # was spoiled opens without a network too, and no address is kept', async (t) => {
  const server = await host(t);
  const page = await visit(t, use.browser, { expected });
  await watchOnce(page, server.origin);
  const urls = Object.values(await kept(page)).flat();
  assert.deepEqual(urls.filter((u) => u.includes(token.slice(0, 12)) || u.includes('#') || u.includes('?')), []);
  await server.stop();
  await goAway(page);
  await page.goto(`${server.origin}/%23${token}?film=off`);
  await settled(page);
  assert.deepEqual((await answersOf(page)).importo, [money(factsOf('under55').monthly)]);
  assert.deepEqual(Object.values(await kept(page)).flat(), urls, 'nothing was added');
});

test('a new release shows at once, and its worker takes over only when nothing plays', async (t) => {
  const server = await host(t);
  const port = new URL(server.origin).port;
  const page = await visit(t, use.browser, { expected });
  await watchOnce(page, server.origin);
  const old = await page.evaluate(() => window.guidaBoot.buildId);
  await server.stop();
  await host(t, newer, port);

  // The film goes on while the browser finds the new worker.
  const found = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    return new Promise((done) => {
      const look = () => (registration.waiting ? done(true) : setTimeout(look, 50));
      look();
    });
  });
  assert.equal(found, true);
  const { heard } = await stateOf(page);
  await until(page, (from) => window.guida.state().heard > from + 1, heard);
  assert.equal(await page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)), true, 'it waits');
  assert.deepEqual(Object.keys(await kept(page)), ['guida-' + old]);

  // The next visit is the new page; the worker takes over, and keeps it once the film was seen.
  await goAway(page);
  await watchOnce(page, server.origin);
  assert.equal(await page.evaluate(() => window.guidaBoot.buildId), 'aaaaaaaaaaaa');
  await until(page, async () => (await caches.keys()).join() === 'guida-aaaaaaaaaaaa');
});

test('the kill switch takes back what devices keep, without touching open pages', async (t) => {
  const server = await host(t);
  const port = new URL(server.origin).port;
  const page = await visit(t, use.browser, { expected });
  await watchOnce(page, server.origin);
  await server.stop();
  await host(t, (dir) => {
    rewrite(dir, 'sw.js', () => readFileSync(join(root, 'static/site/sw-off.js'), 'utf8'));
    rewrite(dir, 'index.html', (text) => text.replace('"offline":true', '"offline":false'));
  }, port);
  const { heard } = await stateOf(page);
  await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
  await until(page, async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0);
  await until(page, (from) => window.guida.state().heard > from + 1, heard);
  await goAway(page);
  await withoutPicture(page);
  await page.goto(address(token, query, server.origin));
  await settled(page);
  await press(page, 'watch');
  await spoken(page);
  await pause(1000);
  assert.deepEqual([await kept(page), await workers(page)], [{}, 0]);
});

test('"Cancella e chiudi" takes back what was kept', async (t) => {
  const server = await host(t);
  const page = await visit(t, use.browser, { expected });
  await watchOnce(page, server.origin);
  await press(page, 'erase');
  await until(page, async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0);
});

test('the page can be installed: its manifest is complete', async (t) => {
  const page = await visit(t, use.browser);
  await page.goto(address(token, query));
  await settled(page);
  const devtools = await page.createCDPSession();
  const { errors, data } = await devtools.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.deepEqual([manifest.start_url, manifest.scope, manifest.display, manifest.lang], ['/', '/', 'standalone', 'it']);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter((e) => e.errorId !== 'in-incognito'), []);
  for (const { src, sizes } of manifest.icons) {
    const [width, type] = await page.evaluate(async (url) => {
      const image = await createImageBitmap(await (await fetch(url)).blob()).catch(() => ({ width: 0 }));
      return [image.width, (await fetch(url)).headers.get('content-type')];
    }, new URL(src, page.url()).href);
    if (sizes !== 'any') assert.deepEqual([`${width}x${width}`, type], [sizes, 'image/png']);
  }
});
