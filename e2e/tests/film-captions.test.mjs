// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Captions as each person reads them, the two tracks one step away, the exported file. (9, 10, 26, 27, 33)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { painted, seek, stateOf, watch } from '../lib/film.mjs';
import { pressOn } from '../lib/guide.mjs';
import { storyboard } from '../lib/letters.mjs';
import { losses, none } from '../lib/layout.mjs';
import { contrast, luminance } from '../lib/png.mjs';
import { visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();

async function film(t, size = sizes.phone, query = { paused: 1 }) {
  const page = await visit(t, use.browser, { size });
  await watch(page, { query });
  return page;
}

/** opened is a film with its panel open. */
async function opened(t, size) {
  const page = await film(t, size);
  await seek(page, 'naspi-saluto-2');
  await pressOn(page, '.bar .menu');
  await until(page, () => document.querySelector('dialog.panel').open);
  return page;
}

const choose = (page, name, value) => pressOn(page, `.panel label:has([name="${name}"][value="${value}"])`);

/** chosen are the values ticked in the panel's groups. */
const chosen = (page) => page.evaluate(() => Object.fromEntries([...document.querySelectorAll('.panel input[type=radio]:checked')].map((e) => [e.name, Number(e.value)])));

/** look is how the captions are drawn: letters, ground, figures, typeface and size. */
const look = (page) => page.evaluate(() => {
  const box = getComputedStyle(document.querySelector('.captions')), p = getComputedStyle(document.querySelector('.captions p'));
  const em = document.createElement('em');
  document.querySelector('.captions p').append(em);
  const figures = getComputedStyle(em).color;
  em.remove();
  return { ink: p.color, back: box.backgroundColor, figures, font: p.fontFamily.split(',')[0], size: parseFloat(p.fontSize) };
});

const rgb = (css) => luminance([...css.match(/\d+/g).map(Number), 255], 0);

test('27: every colour of letters and ground that can be chosen reads 7:1, figures too', async (t) => {
  const page = await opened(t);
  const seen = new Set();
  for (const [name, other] of [['cc-colore', 'cc-fondo'], ['cc-fondo', 'cc-colore']]) {
    for (const a of [0, 1, 2, 3]) {
      for (const b of [0, 1, 2, 3]) {
        await page.evaluate((pairs) => { for (const [n, v] of pairs) document.querySelector(`[name="${n}"][value="${v}"]`).click(); }, [[other, b], [name, a]]);
        const now = await chosen(page), l = await look(page);
        assert.equal(now[name], a, 'what was chosen last holds');
        seen.add(`${now['cc-colore']} on ${now['cc-fondo']}`);
        assert.ok(contrast(rgb(l.ink), rgb(l.back)) >= 7, `${l.ink} on ${l.back}`);
        assert.ok(contrast(rgb(l.figures), rgb(l.back)) >= 7, `figures ${l.figures} on ${l.back}`);
        assert.notEqual(l.figures, l.ink, 'figures differ');
      }
    }
  }
  assert.deepEqual([...seen].sort(), ['0 on 0', '0 on 1', '1 on 0', '1 on 1', '2 on 0', '2 on 1', '3 on 2', '3 on 3']);
});

test('27: size, typeface, colours and ground are kept after a reload and change nothing else', async (t) => {
  const page = await opened(t);
  const plain = await look(page);
  for (const [name, value] of [['cc-grandezza', 300], ['cc-carattere', 2], ['cc-colore', 1], ['cc-fondo', 1]]) await choose(page, name, value);
  const now = await look(page);
  assert.equal(now.size, plain.size * 3);
  assert.deepEqual([now.font, now.ink, now.back], ['Georgia', 'rgb(255, 209, 102)', 'rgb(0, 0, 0)']);
  assert.deepEqual(await chosen(page), { 'set-velocita': 100, 'cc-grandezza': 300, 'cc-carattere': 2, 'cc-colore': 1, 'cc-fondo': 1 });
  await page.reload();
  await painted(page);
  assert.deepEqual(await look(page), now);
  const kept = await page.evaluate(() => Object.keys(localStorage));
  assert.deepEqual(kept, ['guida.scelte'], 'on the device, under one name, without a word of the letter');
  assert.match(await page.evaluate(() => localStorage.getItem('guida.scelte')), /^(?:[a-z]+=\d+ ?)+$/);
});

for (const [name, size] of Object.entries({ ...sizes, '320 px': { width: 320, height: 640, deviceScaleFactor: 1 } })) {
  test(`27: captions of 100 to 300 % lose nothing, ${name}`, async (t) => {
    const page = await opened(t, size);
    for (const percent of [100, 150, 200, 300]) {
      await choose(page, 'cc-grandezza', percent);
      await page.keyboard.press('Escape');
      await seek(page, 'naspi-quanto-1');
      await until(page, () => window.guida.state().captions);
      assert.deepEqual(await losses(page), none, percent + ' %');
      const cut = await page.evaluate(() => { const c = document.querySelector('.captions'), s = document.querySelector('.bar').getBoundingClientRect(), r = c.getBoundingClientRect(); return [c.scrollHeight > c.clientHeight + 1, r.bottom > innerHeight + 1, s.bottom > innerHeight + 1 && !document.querySelector('.readable')]; });
      assert.deepEqual(cut, [false, false, false], `${percent} %: captions and bar are whole on the screen`);
      await pressOn(page, '.bar .menu');
    }
  });
}

test('26: captions and audio descriptions are one press away, beside Play, and say whether they are on', async (t) => {
  const page = await film(t);
  for (const [button, key, name] of [['.cc', 'cc', 'CC, Sottotitoli'], ['.ad', 'ad', 'AD, Audiodescrizione']]) {
    const is = () => page.evaluate((s) => { const e = document.querySelector('.bar ' + s); return [e.ariaLabel, e.getAttribute('aria-pressed'), e.parentElement === document.querySelector('.bar .play').parentElement]; }, button);
    const [, before] = await is();
    await pressOn(page, '.bar ' + button);
    const after = before === 'true' ? 'false' : 'true';
    assert.deepEqual(await is(), [name, after, true]);
    assert.match(await page.evaluate(() => localStorage.getItem('guida.scelte')), new RegExp(`\\b${key}=${after === 'true' ? 1 : 0}\\b`));
  }
});

test('9: single letters can be switched off, in the panel and for good', async (t) => {
  const page = await opened(t);
  await pressOn(page, '.panel label:has([name=set-tasti])');
  await page.reload();
  await painted(page);
  const captions = () => page.evaluate(() => document.querySelector('.cc').getAttribute('aria-pressed'));
  for (const key of ['c', 'k', 't', 'f', '?', ' ']) {
    await page.evaluate(() => document.querySelector('.bar .back').focus());
    if (key !== ' ') await page.keyboard.press(key);
  }
  assert.equal(await captions(), 'true');
  assert.deepEqual([(await stateOf(page)).playing, await page.evaluate(() => Boolean(document.fullscreenElement) || document.querySelector('dialog.panel').open)], [false, false]);
});

test('10: full screen keeps every control, the panel and the captions', async (t) => {
  const page = await film(t, sizes.desktop);
  const controls = () => page.evaluate(() => [...document.querySelectorAll('#film :is(.bar, .nodes) :is(button, input, a)')].filter((e) => e.checkVisibility()).map((e) => e.ariaLabel ?? e.textContent));
  await seek(page, 'naspi-domande-2');
  const before = await controls();
  await page.keyboard.press('f');
  await until(page, () => document.fullscreenElement?.id === 'film');
  assert.deepEqual(await controls(), before);
  const outside = await page.evaluate(() => [...document.querySelectorAll('#film :is(.bar button, .track input, .captions)')].filter((e) => {
    const r = e.getBoundingClientRect();
    return e.checkVisibility() && (r.top < 0 || r.left < 0 || r.bottom > innerHeight || r.right > innerWidth);
  }).map((e) => e.className));
  assert.deepEqual(outside, []);
  await pressOn(page, '.bar .menu');
  await until(page, () => document.querySelector('dialog.panel').open && document.querySelector('dialog.panel').checkVisibility());
  await page.keyboard.press('Escape');
  await until(page, () => !document.querySelector('dialog.panel').open);
  await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
});

test('33: a browser that imports the exported captions reads what the film shows', async (t) => {
  const { vtt } = storyboard('under55');
  const blank = await visit(t, use.browser);
  await blank.setContent(`<video><track default src="data:text/vtt;base64,${Buffer.from(vtt).toString('base64')}"></video>`);
  const read = await until(blank, () => {
    const { track } = document.querySelector('track');
    track.mode = 'hidden';
    return track.cues?.length && [...track.cues].map((c) => ({ from: c.startTime, to: c.endTime, text: c.getCueAsHTML().textContent }));
  });
  const page = await film(t);
  const shown = await page.evaluate((cues) => cues.flatMap(({ from, to }) => [from + 0.002, to - 0.002].map((at) => { window.guida.seek(at); return window.guida.state().captions; })), read);
  assert.ok(read.length > 50);
  assert.deepEqual(shown, read.flatMap(({ text }) => [text, text]));
});
