// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The whole visit, listened to: what leaves the device, and what may run.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { painted } from '../lib/film.mjs';
import { downloadFolder, saved } from '../lib/files.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { step } from '../lib/job.mjs';
import { factsOf, letter } from '../lib/letters.mjs';
import { parents } from '../lib/site.mjs';
import { claims, signed } from '../lib/tokens.mjs';
import { open, origin, settled, visit } from '../lib/visit.mjs';
import { wiretap } from '../lib/wiretap.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();

/** everything uses every function of the page once. */
async function everything(page, downloads) {
  for (const lang of ['lang de', 'lang en', 'lang it']) await press(page, lang);
  await until(page, () => document.querySelector('#fiducia').childElementCount && document.querySelector('[data-do="answer tir"]'));
  await press(page, 'answer tir');
  await step(page, 1);
  for (const file of ['dl-riepilogo', 'dl-calendario', 'dl-risultato']) await press(page, 'save ' + file);
  await saved(downloads, 'guida-naspi-lavoro.txt');
  await press(page, 'vote 3');
  await pressOn(page, '#descrizioni');
  await page.reload();
  await settled(page);
  await press(page, 'watch');
  await painted(page);
  await pause(1000);
  await press(page, 'erase');
  await pause(500);
}

/** windows are all pieces of n characters of a text. */
const windows = (text, n) => Array.from({ length: text.length - n + 1 }, (_, i) => text.slice(i, i + n));

for (const [form, token] of [['packed', letter('over55').token], ['raw', signed(claims({ name: 'Giovanni' }))]]) {
  test(`no piece of a ${form} token, no fact, leaves the device during a whole visit`, async (t) => {
    const wire = await wiretap();
    t.after(wire.close);
    const downloads = downloadFolder(t);
    const page = await visit(t, use.browser, { downloads });
    const asked = [];
    page.on('request', (r) => asked.push(r));
    await open(page, token, { film: null, metrics: null }, wire.origin);
    await everything(page, downloads);

    const foreign = asked.map((r) => r.url()).filter((u) => !u.startsWith(wire.origin + '/') && !u.startsWith('blob:'));
    assert.deepEqual(foreign, [], 'only this site is asked');
    const posted = asked.filter((r) => r.method() !== 'GET' || r.postData());
    assert.deepEqual([...new Set(posted.map((r) => r.method() + ' ' + new URL(r.url()).pathname))], ['POST /m'], 'but for what is counted, everything is a GET');
    for (const r of posted) assert.match(r.postData(), /^\{"v":1,"b":"[\w-]{22}","c":"[a-z0-9-]+","ch":"qr"(,"va":"[a-d]")?,"e":\[(\["[a-z]+"(,("[a-z0-9-]+"|\d{1,3}))*\],?)+\]\}$/);

    const sent = wire.sent();
    assert.match(sent, /^GET \/\?today=/, 'the wire heard the visit');
    assert.deepEqual(windows(token, 12).filter((w) => sent.includes(w)), [], 'pieces of the token');
    assert.deepEqual(['Giovanni', '1285', '1144', '128544', '114471'].filter((fact) => sent.includes(fact)), [], 'facts');
    assert.doesNotMatch(sent, /^(Cookie|Referer):/mi);
  });
}

test('the page may load and run its own files and nothing else', async () => {
  const { headers } = await fetch(origin);
  const policy = Object.fromEntries(headers.get('content-security-policy').split(';').map((p) => {
    const [name, ...values] = p.trim().split(' ');
    return [name, values.join(' ')];
  }));
  assert.equal(policy['default-src'], "'none'");
  assert.equal(policy['script-src'], "'self' 'wasm-unsafe-eval'");
  assert.equal(policy['style-src'], "'self'");
  assert.equal(policy['connect-src'], "'self'");
  assert.equal(policy['frame-ancestors'], parents.join(' '), 'only the pages that were named may frame it');
  assert.equal(policy['base-uri'], "'none'");
  assert.equal(policy['form-action'], "'none'");
  assert.equal(headers.get('referrer-policy'), 'no-referrer');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('set-cookie'), null);
});

test('the policy is in force: foreign code, styles and requests are stopped', async (t) => {
  const page = await visit(t, use.browser, { expected: /policy|Content Security|Trusted/i });
  await open(page, letter('under55').token);
  const stopped = await page.evaluate(async () => {
    const tries = {
      // From a timer, since the debugger's own call stack may evaluate.
      eval: () => new Promise((done, fail) => setTimeout(() => { try { done((0, eval)('1')); } catch (e) { fail(e); } })),
      markup: () => { document.body.innerHTML = '<b>x</b>'; },
      request: () => fetch('https://example.org/'),
      frame: () => new Promise((done, fail) => {
        addEventListener('securitypolicyviolation', fail, { once: true });
        document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/' }));
        setTimeout(done, 2000);
      }),
    };
    const caught = [];
    for (const [name, attempt] of Object.entries(tries)) {
      try { await attempt(); } catch { caught.push(name); }
    }
    return caught;
  });
  assert.deepEqual(stopped, ['eval', 'markup', 'request', 'frame']);
});

test('nothing is written to cookies, local storage, databases or caches', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token);
  const kept = await page.evaluate(async () => [document.cookie, localStorage.length, (await indexedDB.databases()).length, Object.keys(sessionStorage)]);
  assert.deepEqual(kept, ['', 0, 0, ['guida']]);
  const other = await page.evaluate(() => JSON.stringify(sessionStorage));
  assert.equal(other.includes(factsOf('under55').name), false, 'the token is kept as it came, no fact beside it');
});
