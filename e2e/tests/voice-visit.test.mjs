// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What the voice loads and costs: addresses, waiting, work. (52)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMeasured, useBrowser } from '../lib/browser.mjs';
import { seek, stateOf, stop, watch } from '../lib/film.mjs';
import { press } from '../lib/guide.mjs';
import { block } from '../lib/network.mjs';
import { claims, signed } from '../lib/tokens.mjs';
import { longTasks } from '../lib/trace.mjs';
import { hear, spoken, withoutPicture } from '../lib/voice.mjs';
import { open, visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser(asMeasured);
const bucket = /^\/voice\/it\/names-([0-7])\.[0-9a-f]{10}\.vbk$/;

/** invented is the n-th invented letter: every claim that changes the guide changes with n. */
const invented = (n) => signed(claims({
  name: ['Maria', 'Giovanni', 'Qualcuno', ''][n % 4], days: 60 + 13 * n, monthly: 60_000 + 2_311 * n, over55: n % 2 === 0,
  income: n % 3 === 0, contacts: n % 5 ? 'ok' : 'missing', calc: ['base', 'soglia', 'massimo'][n % 3],
}));

test('a visit loads whole packs, the same for every letter but for one bucket of names', async (t) => {
  const letters = process.env.FULL ? 200 : 12;
  const sets = new Set(), buckets = new Set();
  for (let n = 0; n < letters; n++) {
    const page = await visit(t, use.browser);
    const asked = [];
    page.on('request', (r) => { if (!r.url().startsWith('blob:')) asked.push([new URL(r.url()).pathname, r.headers().range]); });
    await hear(page, { token: invented(n), query: n % 2 ? {} : { motion: 'reduce' } });
    const packs = asked.filter(([path]) => path.endsWith('.vbk'));
    assert.deepEqual(packs.filter(([, range]) => range), [], 'whole packs');
    const names = packs.map(([path]) => path).filter((path) => bucket.test(path));
    assert.equal(names.length, 1, 'one bucket');
    buckets.add(names[0]);
    // A browser may fetch its tab's icon twice; which files a visit fetches is what tells.
    sets.add([...new Set(asked.map(([path]) => path.replace(bucket, 'names')))].sort().join('\n'));
    await page.close();
  }
  t.diagnostic(`${letters} letters: ${buckets.size} buckets, else\n${[...sets].join('\n—\n')}`);
  assert.equal(sets.size, 1);
});

/** pensioner is the n-th invented pension: who has lost somebody, whose sums depend on income, who pays taxes. */
const pensioner = (n) => signed(claims({
  guide: 'pension', name: ['Maria', 'Giovanni', 'Qualcuno', ''][n % 4], method: ['superstiti', 'misto', 'contributivo', 'retributivo'][n % 4],
  fund: n % 3 ? 'private' : 'cpdel', gross: 90_000 + 2_311 * n, net: 80_000 + 2_311 * n, taxed: true, irpef: 10_000,
  linked: n % 2 ? [] : ['superstiti'], red: n % 2 ? undefined : 'none', contacts: n % 5 ? 'ok' : 'missing', thirteenth: n % 3 === 0,
}));

test('no request tells whose pension is a survivor\'s', async (t) => {
  const letters = process.env.FULL ? 40 : 4;
  const sets = new Set(), lines = new Set();
  for (let n = 0; n < letters; n++) {
    const page = await visit(t, use.browser);
    const asked = [];
    page.on('request', (r) => { if (!r.url().startsWith('blob:')) asked.push(new URL(r.url()).pathname); });
    await hear(page, { token: pensioner(n) });
    await seek(page, 'pens-calcolo-4');
    await spoken(page);
    lines.add(await page.evaluate(() => Boolean(document.querySelector('[data-line="pens-calcolo-2d"]'))));
    sets.add([...new Set(asked.map((path) => path.replace(bucket, 'names')))].sort().join('\n'));
    await page.close();
  }
  assert.equal(lines.size, 2, 'some are told of a loss, some are not');
  assert.equal(sets.size, 1, [...sets].join('\n—\n'));
});

test('no choice made in the film loads anything', async (t) => {
  const page = await visit(t, use.browser);
  await hear(page);
  const asked = [];
  page.on('request', (r) => { if (!r.url().startsWith('blob:')) asked.push(r.url()); });
  for (const line of ['naspi-quanto-1', 'naspi-durata-1', 'naspi-centro-3', 'naspi-voto-3']) {
    await seek(page, line);
    await spoken(page);
  }
  assert.deepEqual(asked, []);
});

test('with the packs at hand the voice is heard within 1.5 s of the press, and mixing blocks nothing', async (t) => {
  const page = await visit(t, use.browser);
  await hear(page); // fills the cache
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('click', () => performance.mark('press'), { capture: true, once: true });
  });
  await page.evaluate(() => { sessionStorage.clear(); });
  await open(page, invented(1), { film: null, voice: null });
  await pause(2500); // the film is fetched and compiled ahead, as it is for everybody
  await press(page, 'watch');
  const heard = await until(page, () => window.guidaFilm && window.guida.state().heard > 0 && performance.now());
  const pressed = await page.evaluate(() => performance.getEntriesByName('press')[0].startTime);
  t.diagnostic(`heard ${(heard - pressed).toFixed(0)} ms after the press`);
  await stop(page); // no frame is drawn: what works is the mixing
  const long = await longTasks(page, 10, async () => {
    for (const line of ['naspi-quanto-1', 'naspi-durata-1', 'naspi-lavoro-5', 'naspi-servizi-2']) {
      await seek(page, line);
      await pause(2000);
    }
    // The watch works: this one is long for certain.
    await page.evaluate(() => { for (const from = performance.now(); performance.now() - from < 1500;); });
  });
  const watched = long.pop();
  const longest = Math.max(0, ...long.map((e) => e.ms));
  t.diagnostic(`the longest task while four chapters are mixed: ${longest.toFixed(1)} ms of processor time`);
  assert.ok(heard - pressed <= 1500, `${heard - pressed} ms`);
  assert.ok(watched?.ms > 40, 'the long task was not seen');
  assert.ok(longest < 40, JSON.stringify(long)); // 50 ms is what blocks; a frame needs the rest
});

test('packs that cannot be had leave the silent film', async (t) => {
  const page = await visit(t, use.browser, { expected: /Failed to load resource/ });
  await block(page, '*.vbk');
  await withoutPicture(page);
  await watch(page, { query: { voice: null } });
  await until(page, () => window.guida.state().time > 2);
  const s = await stateOf(page);
  assert.deepEqual([s.voice, s.playing], ['off', true]);
  assert.notEqual(s.captions, '');
});
