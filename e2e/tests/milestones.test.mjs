// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What the page counts about its use: which events, when, and for whom nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { quick, seek, watch } from '../lib/film.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { letter } from '../lib/letters.mjs';
import { campaign, counted, listenIn, taken } from '../lib/milestones.mjs';
import { block } from '../lib/network.mjs';
import { claims, signed } from '../lib/tokens.mjs';
import { open, settled, visit } from '../lib/visit.mjs';
import { withoutPicture } from '../lib/voice.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();
const counts = { metrics: null };
const token = (changes) => signed(claims({ camp: campaign, arm: 'b', ...changes }));

test('a letter that is opened and left is one batch: opened, which guide, language, place', async (t) => {
  const page = await visit(t, use.browser);
  const batches = await listenIn(page);
  await open(page, token(), counts);
  await leave(page);
  assert.equal(batches.length, 1);
  const { b, ...rest } = batches[0];
  assert.match(b, /^[A-Za-z0-9_-]{22}$/);
  assert.deepEqual(rest, { v: 1, c: campaign, ch: 'qr', va: 'b', e: [['open'], ['guide', 'naspi'], ['lang', 'it'], ['where', 'page']] });
});

test('without a letter the general guide is counted, by the channel "web"', async (t) => {
  const page = await visit(t, use.browser);
  const batches = await listenIn(page);
  await open(page, '', counts);
  await leave(page);
  const { b, ...rest } = batches[0];
  assert.deepEqual(rest, { v: 1, c: 'none', ch: 'web', e: [['open'], ['guide', 'spot'], ['lang', 'it'], ['where', 'page']] });
});

test('a refused letter counts its reason and no opening', async (t) => {
  const page = await visit(t, use.browser);
  const batches = await listenIn(page);
  await open(page, letter('tampered').token, counts);
  await leave(page);
  assert.deepEqual(counted(batches), [['refused', 'signature']]);
  await taken(batches);
});

test('everything a reader does is counted once, whatever they repeat', async (t) => {
  const page = await visit(t, use.browser);
  const batches = await listenIn(page);
  await page.evaluateOnNewDocument(() => { window.print = () => {}; });
  await open(page, token(), counts);
  for (let i = 0; i < 2; i++) {
    await pressOn(page, 'button[data-do="read"]');
    await press(page, 'lang de');
    await press(page, 'lang it');
    for (const file of ['dl-calendario', 'dl-riepilogo', 'stampa']) await press(page, 'save ' + file);
    await press(page, 'answer tir');
    await press(page, 'again');
    await press(page, 'vote ' + (2 + i));
  }
  await leave(page);
  await leave(page);
  assert.deepEqual(counted(batches).sort(), [
    ['guide', 'naspi'], ['job', 'begun'], ['job', 'done'], ['lang', 'de'], ['lang', 'it'], ['open'], ['rate', 3],
    ['save', 'calendar'], ['save', 'print'], ['save', 'sheet'], ['text'], ['where', 'page'],
  ].sort());
  await taken(batches);
});

test('services are counted in the text and in the film, each once', async (t) => {
  const page = await visit(t, use.browser);
  const batches = await listenIn(page);
  await withoutPicture(page);
  await watch(page, { token: token(), query: { ...counts, paused: 1 } });
  await page.evaluate(() => document.addEventListener('click', (e) => e.preventDefault())); // no new tab
  await pressOn(page, '#servizi [data-service="svc-fascicolo"]');
  await pressOn(page, '#servizi [data-service="svc-fascicolo"]');
  await seek(page, 'naspi-servizi-2');
  const id = await until(page, () => document.querySelector('.nodes a[data-service]')?.dataset.service);
  await page.evaluate(() => document.querySelector('.nodes a[data-service]').click());
  await leave(page);
  assert.deepEqual(counted(batches).filter(([name]) => name === 'service').map(([, s]) => s).sort(), [...new Set(['svc-fascicolo', id])].sort());
});

test('the film counts how it starts, what is played and no more', async (t) => {
  const page = await visit(t, use.browser);
  const batches = await listenIn(page);
  await quick(page);
  await withoutPicture(page);
  await watch(page, { token: token(), query: { ...counts, motion: 'reduce' } });
  await until(page, () => window.guida.state().scene === 'domande');
  await seek(page, 'naspi-durata-1');
  await pause(3000);
  await leave(page);
  const events = counted(batches);
  const has = (...e) => events.some((x) => JSON.stringify(x) === JSON.stringify(e));
  for (const e of [['start'], ['ready'], ['captions', 'on'], ['motion', 'reduced'], ['voice', 'off'], ['scene', 1], ['scene', 5]]) assert.ok(has(...e), e + ' of ' + JSON.stringify(events));
  assert.equal(events.filter(([name]) => name === 'ttff').length, 1);
  assert.ok(!has('scene', 3) && !has('scene', 6), 'what was jumped over was not played');
  assert.ok(!has('viewed', 50));
  await taken(batches);
});

test('what fails is counted with the family of the browser', async (t) => {
  const page = await visit(t, use.browser, { expected: /film:|Failed to load|ERR_|net::/ });
  const batches = await listenIn(page);
  await block(page, '*film*.wasm');
  await open(page, token(), { ...counts, film: null });
  await press(page, 'watch');
  await until(page, () => !document.getElementById('errore').hidden);
  await leave(page);
  assert.deepEqual(counted(batches).filter(([name]) => name === 'error' || name === 'start' || name === 'ready'), [['start'], ['error', 'film', 'chromium']]);
  await taken(batches);
});

test('a scene that only some letters have tells nothing', async (t) => {
  const seen = [];
  for (const changes of [{ applied: 20_700, start: 20_705 }, { applied: 20_000, start: 20_005 }]) { // with and without SIISL
    const page = await visit(t, use.browser);
    const batches = await listenIn(page);
    await withoutPicture(page);
    await watch(page, { token: token(changes), query: counts });
    await seek(page, 'naspi-siisl-1');
    await pause(2500);
    await leave(page);
    seen.push(counted(batches).filter(([name, n]) => name === 'scene' && n === 8));
    await page.close();
  }
  assert.deepEqual(seen, [[], []]);
});

for (const [name, prepare, query] of [
  ['?metrics=off', null, { metrics: 'off' }],
  ['Do Not Track', () => Object.defineProperty(Navigator.prototype, 'doNotTrack', { get: () => '1' }), counts],
  ['Global Privacy Control', () => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true }), counts],
]) {
  test(`${name}: nothing is sent, and the page says so`, async (t) => {
    const page = await visit(t, use.browser);
    const batches = await listenIn(page);
    if (prepare) await page.evaluateOnNewDocument(prepare);
    await open(page, token(), query);
    await pressOn(page, 'button[data-do="read"]');
    await press(page, 'vote 4');
    await leave(page);
    assert.deepEqual(batches, []);
    assert.equal(await page.evaluate(() => document.querySelector('#conteggio').textContent), 'Questa visita non viene contata.');
  });
}

test('"Non contarmi" ends the counting, and a reload does not begin it again', async (t) => {
  const page = await visit(t, use.browser);
  const batches = await listenIn(page);
  await open(page, token(), counts);
  await pressOn(page, '.privacy summary');
  await press(page, 'count');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Questa visita non viene contata.');
  await press(page, 'vote 4');
  await leave(page);
  await page.reload();
  await settled(page);
  await leave(page);
  assert.deepEqual(batches, []);
});

test('counting keeps nothing on the device', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, token(), counts);
  await pressOn(page, 'button[data-do="read"]');
  await leave(page);
  const kept = await page.evaluate(async () => [document.cookie, localStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length, Object.keys(sessionStorage)]);
  assert.deepEqual(kept, ['', 0, 0, 0, ['guida']]);
});

test('events wait ten seconds for company and then travel without anybody leaving', async (t) => {
  const page = await visit(t, use.browser);
  const batches = await listenIn(page);
  await open(page, token(), counts);
  assert.deepEqual(batches, []);
  const opened = Date.now();
  while (!batches.length && Date.now() < opened + 30_000) await pause(100);
  assert.ok(Date.now() - opened > 8000, 'they wait');
  assert.deepEqual(counted(batches).map(([name]) => name), ['open', 'guide', 'lang', 'where']);
});

/** leave hides the page as a person does who turns to another app. */
async function leave(page) {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await pause(200);
}
