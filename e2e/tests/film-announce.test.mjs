// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What is announced: once each, and nothing while the officer talks. (17, 18, 20)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { reaches, seek, stateOf, watch } from '../lib/film.mjs';
import { press } from '../lib/guide.mjs';
import { open, visit } from '../lib/visit.mjs';
import { letter } from '../lib/letters.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();

/** listen collects what live regions come to say, those of later too. */
const listen = (page) => page.evaluate(() => {
  window.spoken = [];
  const live = '[role=status],[role=alert],[role=log],[aria-live],output';
  new MutationObserver((changes) => {
    for (const c of changes) {
      const e = (c.target.nodeType === 1 ? c.target : c.target.parentElement)?.closest(live);
      const text = e?.textContent.trim();
      if (text && e.checkVisibility() && window.spoken.at(-1) !== text) window.spoken.push(text);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
});

const spoken = (page) => page.evaluate(() => window.spoken);

test('17: a minute of narration announces nothing', async (t) => {
  const page = await visit(t, use.browser);
  await watch(page);
  await listen(page);
  await pause(process.env.FULL ? 60_000 : 8000);
  assert.deepEqual(await spoken(page), []);
});

test('18: pause, end of a part and end of the guide are announced once', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.desktop });
  await watch(page);
  await listen(page);
  await page.evaluate(() => document.querySelector('.bar .back').focus());
  await page.keyboard.press('k');
  await reaches(page, { playing: false });
  assert.deepEqual(await spoken(page), ['Pausa']);
  await page.keyboard.press('k');
  await reaches(page, { playing: true });
  assert.deepEqual(await spoken(page), ['Pausa'], 'going on says nothing');

  await page.evaluate(() => { document.querySelector('.bar .menu').click(); document.querySelector('[name=set-capitolo]').click(); document.querySelector('.panel .close').click(); });
  await reaches(page, { playing: true });
  const { duration } = await stateOf(page);
  const end = await page.evaluate((to) => { // of the first part: the last line of its scene
    let at = 0;
    while (at < to) { window.guida.seek(at + 0.5); if (window.guida.state().chapter > 0) return at; at += 0.5; }
  }, duration);
  await seek(page, end - 0.3);
  await reaches(page, { playing: false, chapter: 0 });
  assert.deepEqual(await spoken(page), ['Pausa', 'Pausa: questa parte è finita.']);

  await seek(page, duration - 0.5);
  await page.evaluate(() => { window.guida.play(); });
  await reaches(page, { playing: false, time: duration });
  await pause(300);
  assert.deepEqual(await spoken(page), ['Pausa', 'Pausa: questa parte è finita.', 'Fine della guida']);
});

test('18: on Play itself the changed name speaks, and nothing else', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.desktop });
  await watch(page);
  await listen(page);
  await page.evaluate(() => document.querySelector('.bar .play').focus());
  await page.keyboard.press('Space');
  await reaches(page, { playing: false });
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'Avvia');
  assert.deepEqual(await spoken(page), []);
});

test('18: a result of the form is heard once: the focus goes to it, and no live region repeats it', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token);
  await listen(page);
  for (const a of ['aut', 'sotto', 'si']) {
    await press(page, 'answer ' + a);
    await pause(200);
  }
  const { title, focused } = await page.evaluate(() => {
    const out = document.querySelector('#lavoro-info output');
    return { title: out.querySelector('h4').lastChild.data.trim(), focused: out.contains(document.activeElement) || document.activeElement.contains(out) && document.activeElement !== document.body };
  });
  assert.equal((await spoken(page)).filter((s) => s.includes(title)).length + (focused ? 1 : 0), 1);
});

test('18: an interruption of the sound is announced once', async (t) => {
  const page = await visit(t, use.browser);
  await watch(page, { query: { voice: null } });
  await until(page, () => window.guida.state().heard > 0.3);
  await listen(page);
  await page.evaluate(() => { window.guidaBoot.audio.pause(); });
  await reaches(page, { playing: false });
  await pause(300);
  assert.deepEqual((await spoken(page)).filter((s) => s.includes('Tocca per continuare')).length, 1);
});
