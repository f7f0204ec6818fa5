// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Everything by keyboard alone. (1, 2, 5, 6, 8)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { covered, here, label, ringArea, tabThrough } from '../lib/keyboard.mjs';
import { letter } from '../lib/letters.mjs';
import { open, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();
const still = [{ name: 'prefers-reduced-motion', value: 'reduce' }]; // so that the page does not glide under the camera

async function guide(t, size, token = letter('under55').token) {
  const page = await visit(t, use.browser, { size });
  await page.emulateMediaFeatures(still);
  await open(page, token);
  return page;
}

for (const [name, size] of Object.entries(sizes)) {
  describe('Tab, ' + name, () => {
    test('reaches every control once, and Shift+Tab goes the same way back', async (t) => {
      const page = await guide(t, size);
      const forth = await tabThrough(page);
      const back = await tabThrough(page, { back: true });
      for (const [i, stop] of forth.entries()) {
        assert.notEqual(stop.key, forth[i + 1]?.key, `Tab stays on ${label(stop)}`);
      }
      assert.deepEqual(back.map(label), forth.map(label).reverse());
      const missed = await page.evaluate(() => [...document.querySelectorAll('a[href],button,input,summary,[tabindex="0"]')]
        .filter((e) => e.checkVisibility() && e.tabIndex >= 0 && !e.disabled && !window.stops.has(e)).map((e) => e.outerHTML.slice(0, 100)));
      assert.deepEqual(missed, []);
    });

    test('shows a ring of 3:1 at every stop, and nothing covers the control', async (t) => {
      const page = await guide(t, size);
      const faint = [], hidden = [], kinds = new Set();
      for (let n = 0; n < 300; n++) {
        await page.keyboard.press('Tab');
        const stop = await here(page);
        if (!stop || (stop.key === 0 && n)) break;
        const hider = await covered(page);
        if (hider) hidden.push(`${label(stop)} under ${hider}`);
        const kind = await page.evaluate(() => document.activeElement.tagName + document.activeElement.className + document.activeElement.closest('header, footer, section')?.id);
        if (kinds.has(kind) && !process.env.FULL) continue; // one of each kind is photographed
        kinds.add(kind);
        const { width, height } = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
        const needed = Math.min(width + height, 400); // half of a 2 px line around it: the other half may leave the window
        const area = await ringArea(page);
        if (area < needed) faint.push(`${label(stop)}: ${area} px of ${Math.round(needed)}`);
      }
      assert.deepEqual({ faint, hidden }, { faint: [], hidden: [] });
    });
  });
}

test('the first stop is "Leggi la guida come testo", and it goes there', async (t) => {
  const page = await guide(t, sizes.desktop);
  await page.keyboard.press('Tab');
  assert.equal((await here(page)).name, 'Leggi la guida come testo');
  await page.keyboard.press('Enter');
  await until(page, () => document.activeElement.textContent === 'Trascrizione completa');
  await page.keyboard.press('Tab');
  assert.equal((await here(page)).id, 'descrizioni', 'Tab goes on from there');
});

test('the last stops are the help of the footer', async (t) => {
  const page = await guide(t, sizes.desktop);
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  assert.equal((await here(page)).name, 'Qualcosa non funziona per te? Scrivici.');
});

test('arrows move along the lines of a chapter, Tab leaves them', async (t) => {
  const page = await guide(t, sizes.desktop);
  await page.evaluate(() => document.querySelector('#cap-quanto .line-play').focus());
  const line = () => page.evaluate(() => document.activeElement.closest('[data-line]')?.dataset.line);
  await page.keyboard.press('ArrowDown');
  assert.equal(await line(), 'naspi-quanto-2');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await line(), 'naspi-quanto-1');
  await page.keyboard.press('Tab');
  assert.equal((await here(page)).act, 'save dl-riepilogo');
});

test('Space and Enter act once', async (t) => {
  const page = await guide(t, sizes.desktop);
  for (const [key, stars] of [['Space', '3'], ['Enter', '5']]) {
    await page.evaluate((s) => document.querySelector(`[data-do="vote ${s}"]`).focus(), stars);
    await page.keyboard.press(key);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.star[aria-pressed="true"]')].map((b) => b.textContent)), [stars]);
  }
  await page.evaluate(() => document.querySelector('[data-do="answer dip"]').focus());
  await page.keyboard.press('Space');
  assert.deepEqual(await page.evaluate(() => window.guida.state().choices), { 'lavoro-info': 'dip' });
});

test('single letters do nothing, in fields least of all', async (t) => {
  const page = await guide(t, sizes.desktop);
  const before = await page.evaluate(() => [scrollY, document.getElementById('testo').innerText.length]);
  for (const key of 'abcdfgijkmpstuvwxyz') await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => [scrollY, document.getElementById('testo').innerText.length]), before);
});

test('a refusal can be left by keyboard', async (t) => {
  const page = await guide(t, sizes.desktop, letter('tampered').token);
  const stops = await tabThrough(page);
  const acts = stops.map((s) => s.act);
  assert.ok(acts.includes('general'), 'the general guide is a stop');
  while ((await here(page))?.act !== 'general') await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(page, () => document.getElementById('spot'));
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
});
