// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Film and page together: text, languages, announcements, reload, erasing. (1, 4, 11, 17, 18, 29, 45, 50)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { countFrames, framesIn, painted, quick, reaches, resting, seek, stateOf, watch } from '../lib/film.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { factsOf, letter, storyboard } from '../lib/letters.mjs';
import { open, settled, visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();

async function film(t, { size = sizes.phone, query } = {}) {
  const page = await visit(t, use.browser, { size });
  await watch(page, { query });
  return page;
}

describe('text and film know of each other', () => {
  for (const [name, size] of Object.entries(sizes)) {
    test(`a press on a sentence plays the film from there, ${name}`, async (t) => {
      const page = await film(t, { size, query: { paused: 1 } });
      await pressOn(page, '[data-line="naspi-durata-2"] span');
      const s = await reaches(page, { line: 'naspi-durata-2', playing: true });
      assert.equal(s.scene, 'durata');
    });
  }

  test('before the film is there, the press starts it at the sentence', async (t) => {
    const page = await visit(t, use.browser);
    await open(page, letter('under55').token, { film: null });
    await pressOn(page, '[data-line="naspi-centro-1"] .line-play');
    await painted(page);
    await reaches(page, { line: 'naspi-centro-1', playing: true });
  });

  test('the sentence being said is marked, one at a time, and nothing scrolls', async (t) => {
    const page = await visit(t, use.browser);
    await quick(page);
    await watch(page);
    await seek(page, 'naspi-quanto-1');
    const marked = () => page.evaluate(() => [...document.querySelectorAll('.line.now')].map((e) => e.dataset.line));
    const top = await page.evaluate(() => scrollY);
    const seen = new Set();
    for (let n = 0; n < 25; n++) {
      seen.add(await until(page, () => {
        const { line } = window.guida.state();
        const lines = [...document.querySelectorAll('.line.now')];
        return lines.length === 1 && lines[0].dataset.line === line && line;
      }));
      await pause(250);
    }
    assert.ok(seen.size >= 2, 'the mark moves on');
    assert.equal((await marked()).length, 1);
    assert.equal(await page.evaluate(() => scrollY), top);
  });

  test('"T" leaves the film for the same sentence of the text', async (t) => {
    const page = await film(t, { size: sizes.desktop, query: { paused: 1 } });
    await seek(page, 'naspi-centro-2');
    await page.evaluate(() => document.querySelector('.bar .play').focus());
    await page.keyboard.press('t');
    await until(page, () => document.activeElement.closest('[data-line]')?.dataset.line === 'naspi-centro-2');
    assert.equal((await stateOf(page)).playing, false);
  });
});

test('a change of language keeps the sentence and speaks the new language', async (t) => {
  const page = await film(t, { query: { paused: 1 } });
  await seek(page, 'naspi-quando-3');
  for (const lang of ['de', 'en', 'it']) {
    await press(page, 'lang ' + lang);
    const s = await until(page, (l) => document.documentElement.lang === l && window.guida.state().line === 'naspi-quando-3' && window.guida.state(), lang);
    const cues = storyboard('under55', lang).cues.map((c) => c.text.replace(/\n/g, ' '));
    assert.ok(cues.includes(s.captions), `${lang}: "${s.captions}"`);
    assert.ok(Math.abs(s.duration - storyboard('under55', lang).cues.at(-1).to) < 3);
    assert.equal(await page.evaluate(() => document.querySelector('.bar .play').ariaLabel), { it: 'Avvia', de: 'Abspielen', en: 'Play' }[lang]);
  }
});

test('no live region speaks while the film plays', async (t) => {
  const page = await visit(t, use.browser);
  await watch(page);
  await page.evaluate(() => {
    window.spoken = [];
    for (const e of document.querySelectorAll('[role=status],[role=alert],[role=log],[aria-live],output')) {
      new MutationObserver(() => window.spoken.push(e.id + ': ' + e.textContent)).observe(e, { childList: true, characterData: true, subtree: true });
    }
  });
  await pause(process.env.FULL ? 60_000 : 8000);
  assert.deepEqual(await page.evaluate(() => window.spoken), []);
  assert.equal(await page.evaluate(() => document.querySelector('#film [aria-live], #film [role=status]')), null);
});

for (const [way, leave] of [
  ['a reload', (page) => page.reload()],
  ['a lost picture (WebGL context loss)', (page) => page.evaluate(() => {
    document.querySelector('.stage canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
  })],
]) {
  test(`${way} comes back to the same place, paused`, async (t) => {
    const page = await film(t);
    await seek(page, 'naspi-durata-1');
    await pause(1500);
    const before = await stateOf(page);
    await page.evaluate(() => { window.old = true; });
    await leave(page);
    await until(page, () => !window.old);
    await painted(page);
    const after = await stateOf(page);
    assert.equal(after.playing, false);
    assert.ok(Math.abs(after.time - before.time) <= 2, `${before.time} → ${after.time}`);
    const canvas = await page.evaluate(() => { const c = document.querySelector('#film canvas'); return [c.getAttribute('tabindex'), c.ariaHidden]; });
    assert.deepEqual(canvas, [null, 'true']);
  });
}

test('with less motion a wait asks for no frames at all', async (t) => {
  const page = await visit(t, use.browser);
  await countFrames(page);
  await watch(page, { query: { motion: 'reduce' } });
  await seek(page, 'naspi-domande-2');
  await reaches(page, { hold: 'menu' });
  await resting(page);
  assert.equal(await framesIn(page, 1500), 0);
});

test('erasing while the film plays ends it and leaves nothing', async (t) => {
  const page = await visit(t, use.browser);
  await countFrames(page);
  await watch(page);
  await pause(1000);
  await press(page, 'erase');
  await until(page, () => document.querySelector('h1')?.textContent.startsWith('Fatto'));
  await pause(500);
  const kept = await page.evaluate(() => ({
    film: document.getElementById('film').childElementCount, canvas: document.querySelector('canvas'), facade: window.guidaFilm === undefined,
    page: document.documentElement.outerHTML, session: JSON.stringify(sessionStorage), local: JSON.stringify(localStorage),
    filming: document.body.classList.contains('filming'), state: JSON.stringify(window.guida.state()),
  }));
  assert.deepEqual([kept.film, kept.canvas, kept.facade, kept.filming], [0, null, true, false]);
  assert.equal(kept.page.includes(factsOf('under55').name), false);
  assert.deepEqual([kept.session.replace(/"guida\.\w+":"",?/g, ''), kept.local], ['{}', '{}']);
  assert.equal(await framesIn(page, 1000), 0);
  await page.reload();
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('canvas')), null);
});

test('the address starts the film where it says', async (t) => {
  const page = await visit(t, use.browser);
  await watch(page, { query: { t: 83.5, paused: 1 } });
  const s = await stateOf(page);
  assert.deepEqual([s.time, s.playing], [83.5, false]);
});
