// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The guide in a frame of another origin, and in an app's web view.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { factsOf, letter } from '../lib/letters.mjs';
import { guideIn, heard, parentPage } from '../lib/parent.mjs';
import { parents } from '../lib/site.mjs';
import { claims, signed } from '../lib/tokens.mjs';
import { address, open, origin, settled, visit } from '../lib/visit.mjs';
import { withoutPicture } from '../lib/voice.mjs';
import { pause, until } from '../lib/wait.mjs';
import { money } from '../lib/words.mjs';

const localhost = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'; // the parent is another origin than 127.0.0.1
const use = useBrowser(['--use-angle=swiftshader', '--enable-unsafe-swiftshader', localhost]);
const useWebView = useBrowser(['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-speech-api', '--disable-speech-synthesis-api']);
const listed = Number(new URL(parents[0]).port);
const amountOf = (frame) => frame.evaluate(() => document.querySelector('[data-fact="importo"] dd')?.textContent);
const amount = (id) => money(factsOf(id).monthly);
const expected = /frame-ancestors|refused to connect|Framing|ERR_BLOCKED_BY_RESPONSE/i;

test('a listed page gives the token by a message; nothing of it is stored', async (t) => {
  const page = await visit(t, use.browser);
  await page.goto(await parentPage(t, { port: listed, src: address(), token: letter('under55').token }));
  const guide = await guideIn(page);
  assert.equal(await amountOf(guide), amount('under55'));
  assert.deepEqual(await guide.evaluate(() => [Object.keys(sessionStorage), location.hash, location.pathname]), [[], '', '/']);
  assert.equal(await guide.evaluate(() => document.body.scrollWidth <= innerWidth), true);
});

test('a listed page gives the token in the fragment', async (t) => {
  const page = await visit(t, use.browser);
  await page.goto(await parentPage(t, { port: listed, src: address(letter('under55').token) }));
  const guide = await guideIn(page);
  assert.equal(await amountOf(guide), amount('under55'));
  assert.equal(await guide.evaluate(() => location.hash), '');
});

test('the token is taken once: a second letter changes nothing', async (t) => {
  const page = await visit(t, use.browser);
  await page.goto(await parentPage(t, { port: listed, src: address(), token: letter('under55').token }));
  const guide = await guideIn(page);
  await page.evaluate((token) => document.getElementById('guida').contentWindow.postMessage({ type: 'token', token }, '*'), letter('calc-max').token);
  await pause(800);
  assert.equal(await amountOf(guide), amount('under55'));
});

test('a token from anybody but the parent is not taken', async (t) => {
  const page = await visit(t, use.browser);
  await page.goto(await parentPage(t, { port: listed, src: address() }));
  const guide = await guideIn(page, () => window.guidaBoot);
  const { token } = letter('under55');
  await guide.evaluate((text) => {
    window.postMessage({ type: 'token', token: text }, '*'); // from itself
    const inner = document.createElement('iframe'); // from a child
    document.body.append(inner);
    inner.contentWindow.parent.postMessage({ type: 'token', token: text }, '*');
    for (const data of [null, 'token', { type: 'token' }, { type: 'token', token: 7 }, { type: 'token', token: '' }, { type: 'token', token: 'x'.repeat(9000) }]) {
      window.dispatchEvent(new MessageEvent('message', { data, source: window.parent, origin: 'http://evil.example' }));
    }
    window.dispatchEvent(new MessageEvent('message', { data: { type: 'token', token: text }, source: window.parent, origin: 'http://evil.example' }));
  }, token);
  await until(guide, () => document.getElementById('contatti')); // after ten seconds, the general page
  assert.equal(await amountOf(guide), undefined);
});

test('a page that is not on the list may not frame the guide', async (t) => {
  const page = await visit(t, use.browser, { expected });
  await page.goto(await parentPage(t, { src: address(), token: letter('under55').token }));
  await pause(1500);
  assert.deepEqual(await heard(page), []);
  const inside = page.frames().find((f) => f !== page.mainFrame());
  assert.notEqual(await inside?.evaluate(() => location.origin).catch(() => 'none'), origin);
});

test('the parent hears four kinds of messages, at its exact origin, and nothing of the visit', async (t) => {
  const page = await visit(t, use.browser);
  await withoutPicture(page);
  await page.goto(await parentPage(t, { port: listed, src: address('', { film: null, metrics: null }), token: signed(claims()) }));
  const guide = await guideIn(page);
  const tap = (selector) => guide.evaluate((s) => document.querySelector(s).click(), selector);
  for (const s of ['[data-do="vote 4"]', '[data-do="answer tir"]', '#servizi [data-service="svc-naspi"]', '[data-do="watch"]']) await tap(s);
  await until(guide, () => window.guidaFilm && window.guida.state().playing);
  await guide.evaluate(() => window.guida.seek(window.guida.state().duration - 0.5));
  await until(guide, () => !window.guida.state().playing);
  await tap('[data-do="erase"]');
  await pause(500);
  const all = await heard(page);
  for (const m of all) {
    const keys = Object.keys(m).sort().join();
    assert.match(keys, { ready: /^type$/, ended: /^type$/, resize: /^height,type$/, 'open-service': /^id,type$/ }[m.type] ?? /^never$/, JSON.stringify(m));
  }
  assert.deepEqual(all.filter((m) => m.type !== 'resize'), [{ type: 'ready' }, { type: 'open-service', id: 'svc-naspi' }, { type: 'ended' }]);
  assert.ok(all.filter((m) => m.type === 'resize').every((m) => Number.isInteger(m.height) && m.height > 300));
  assert.deepEqual([...new Set(await page.evaluate(() => window.heard.map((m) => m.origin)))], [origin]);
});

test('a frame that grows with its content comes to rest', async (t) => {
  const page = await visit(t, use.browser);
  await withoutPicture(page);
  await page.goto(await parentPage(t, { port: listed, src: address('', { film: null }), token: letter('under55').token }));
  await page.evaluate(() => addEventListener('message', ({ data }) => {
    if (data.type === 'resize') document.getElementById('guida').height = data.height;
  }));
  const guide = await guideIn(page);
  await guide.evaluate(() => document.querySelector('[data-do="watch"]').click());
  await until(guide, () => window.guidaFilm);
  await pause(1500);
  const before = (await heard(page)).length;
  await pause(1500);
  assert.equal((await heard(page)).length, before, 'no more sizes are told');
  const size = await guide.evaluate(() => [innerHeight, document.documentElement.scrollHeight, document.getElementById('film').offsetHeight]);
  assert.ok(Math.abs(size[0] - size[1]) <= 2 && size[2] < 800, 'frame, content, film: ' + size);
});

test('in an app\'s web view everything works without new windows and without a voice of the device', async (t) => {
  const page = await visit(t, useWebView.browser);
  await withoutPicture(page);
  await page.evaluateOnNewDocument(() => { delete window.open; });
  const opened = [];
  useWebView.browser.on('targetcreated', (target) => { if (target.type() === 'page') opened.push(target.url()); });
  await open(page, letter('under55').token, { app: '1', film: null, voice: null, lang: 'de' });
  assert.equal(await page.evaluate(() => 'speechSynthesis' in window), false, 'the browser is without speech');
  await press(page, 'watch');
  await until(page, () => window.guidaFilm && window.guida.state().time > 1);
  assert.equal(await page.evaluate(() => document.querySelectorAll('a[target]').length), 0);
  assert.equal(await page.evaluate(() => document.body.innerText.includes('neuem Tab')), false);
  await page.setRequestInterception(true); // the service itself is elsewhere
  const asked = new Promise((done) => page.on('request', (r) => { if (r.isNavigationRequest()) { done(r.url()); r.abort(); } else r.continue(); }));
  await pressOn(page, '#servizi [data-service="svc-fascicolo"]');
  assert.match(await asked, /^https:\/\/www\.inps\.it\//);
  assert.deepEqual(opened, [], 'no new window');
});

test('a web view is known by its name for itself', async (t) => {
  const page = await visit(t, use.browser);
  await page.setUserAgent({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148' });
  await page.goto(address(letter('under55').token));
  await settled(page);
  assert.equal(await page.evaluate(() => window.guidaBoot.where), 'app');
});
