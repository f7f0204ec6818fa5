// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What a person shares and covers: the address without a letter, amounts that nobody beside them sees. (53)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { seek, stateOf, watch } from '../lib/film.mjs';
import { press, pressOn, textOf } from '../lib/guide.mjs';
import { factsOf, letter } from '../lib/letters.mjs';
import { address, open, origin, settled, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();
const { token } = letter('under55');
const money = (text) => new Intl.NumberFormat('it', { minimumFractionDigits: 2, useGrouping: 'always' }).format(text);

describe('"Condividi" shares the address of the site and nothing of the letter', () => {
  for (const [how, prepare] of Object.entries({
    'a device that shares': () => { navigator.share = (what) => { window.shared = JSON.stringify(what); return Promise.resolve(); }; },
    'a device that copies': () => {
      Object.defineProperty(navigator, 'share', { value: undefined });
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => { window.shared = text; return Promise.resolve(); } } });
    },
    'a device that does neither': () => {
      Object.defineProperty(navigator, 'share', { value: undefined });
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    },
  })) {
    test(how, async (t) => {
      const page = await visit(t, use.browser);
      await page.evaluateOnNewDocument(prepare);
      await open(page, token, { lang: 'it', t: '12' });
      await press(page, 'share');
      const shared = await until(page, () => window.shared ?? document.getElementById('condiviso').textContent);
      const url = /https?:\/\/[^"\s]+/.exec(shared)[0];
      assert.equal(url, origin + '/', 'no path, no query, no fragment');
      assert.equal(shared.includes(token.slice(0, 20)), false);
      assert.equal(shared.includes('Maria'), false);
      if (how.endsWith('copies')) assert.equal(await textOf(page, '#condiviso'), 'Indirizzo copiato, senza i tuoi dati.');
    });
  }
});

describe('amounts can be covered until they are asked for', () => {
  const amount = money(factsOf('under55').monthly);

  test('the page hides them, keeps them hidden after a reload, and a tap shows them', async (t) => {
    const page = await visit(t, use.browser);
    await open(page, token);
    assert.ok((await textOf(page, 'body')).includes(amount));
    await press(page, 'cover 1');
    await until(page, (a) => !document.documentElement.outerHTML.includes(a), amount); // not even in the page's source
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Mostra l\'importo', 'the focus is on what takes it back');
    await page.reload();
    await settled(page);
    assert.equal((await page.content()).includes(amount), false, 'after a reload');
    await press(page, 'cover 0');
    assert.ok((await textOf(page, '.answers')).includes(amount));
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Nascondi gli importi');
  });

  test('the film neither shows nor says them, from the line it is at', async (t) => {
    const page = await visit(t, use.browser, { size: sizes.phone });
    await watch(page, { token, query: { paused: 1 } });
    await seek(page, 'naspi-quando-3');
    const whole = await stateOf(page);
    await page.evaluate(() => { document.dispatchEvent(new CustomEvent('guida:film', { detail: { v: 1, type: 'pref', id: 'cover', value: '1', line: '', offsetMs: 0, seconds: 0, playing: false, rev: 0 } })); });
    const covered = await until(page, (d) => { const s = window.guida.state(); return s.duration !== d && s; }, whole.duration);
    assert.equal(covered.line, whole.line);
    const told = await page.evaluate((end) => {
      const all = [];
      for (let at = 0; at < end; at += 0.5) { window.guida.seek(at); all.push(window.guida.state().captions, ...window.guida.semantics().map((n) => n.name + ' ' + n.value)); }
      return all.join('\n');
    }, covered.duration);
    assert.equal(told.includes(amount), false);
    assert.ok(told.includes('NASpI'), 'the rest is told');
  });
});

test('53: statement, feedback and help stand in the same place in every state', async (t) => {
  const page = await visit(t, use.browser);
  const footer = () => page.evaluate(() => [...document.querySelectorAll('body > footer a')].map((a) => a.getAttribute('href')));
  const want = ['tel:803164', 'tel:06164164', '/privacy.html', '/licenze.html', '/accessibilita.html', '/accessibilita.html#segnala'];
  const states = {
    'while loading': () => page.goto(address(token), { waitUntil: 'domcontentloaded' }),
    'a guide': () => open(page, token),
    'in German': () => open(page, token, { lang: 'de' }),
    'a pension': () => open(page, letter('pension-1').token),
    'a refusal': () => open(page, letter('expired').token),
    'erased': async () => { await open(page, token); await press(page, 'erase'); },
    'without a letter': () => open(page),
    'the notice in German': () => page.goto(origin + '/privacy.de.html'),
    'the licences in German': () => page.goto(origin + '/licenze.de.html'),
    'the statement': () => page.goto(origin + '/accessibilita.html#segnala'),
    'the licences': () => page.goto(origin + '/licenze.html'),
  };
  for (const [name, reach] of Object.entries(states)) {
    await page.goto('about:blank'); // a letter opened over another loads the page twice
    await reach();
    await until(page, () => document.querySelector('body > footer'));
    const inGerman = /German/.test(name);
    assert.deepEqual(await footer(), inGerman ? want.map((a) => a.replace('.html', '.de.html')) : want, name);
    assert.equal(await page.evaluate(() => document.querySelector('body > footer').nextElementSibling?.matches('.unseen, .foglio, script') ?? true), true, name + ': it is the last thing of the page');
  }
  await pressOn(page, 'a[href="/"]');
});
