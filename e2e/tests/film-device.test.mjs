// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The device's own voice, for the languages without a bank. The browser of the tests has none: one is put in its place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { seek, stateOf, watch } from '../lib/film.mjs';
import { letter } from '../lib/letters.mjs';
import { withoutPicture } from '../lib/voice.mjs';
import { visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();

/** device gives the page a device with these voices, which takes ms for a sentence; 0: for ever. */
const device = (page, voices, ms) => page.evaluateOnNewDocument((all, length) => {
  window.said = [];
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  let timer;
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => all,
    cancel() { clearTimeout(timer); window.said.push('—'); },
    speak(u) {
      window.said.push(`${u.voice.name}: ${u.text}`);
      if (length) timer = setTimeout(() => u.dispatchEvent(new Event('end')), length);
    },
  } });
}, voices, ms);

const voices = [
  { name: 'Google UK English Female', lang: 'en-GB', localService: false },
  { name: 'Samantha', lang: 'en-US', localService: true },
  { name: 'Someone', lang: 'en-US', localService: true },
];

async function english(t, all, ms) {
  const page = await visit(t, use.browser);
  await device(page, all, ms);
  await withoutPicture(page);
  await watch(page, { token: letter('under55').token, query: { voice: null, lang: 'en' } });
  return page;
}

test('English is said by a listed voice of the device, sentence by sentence, and time waits for it', async (t) => {
  const page = await english(t, voices, 3000);
  await seek(page, 'naspi-saluto-4');
  await until(page, () => window.said.length >= 2);
  const { line, time } = await stateOf(page);
  await until(page, (l) => window.guida.state().line !== l, line);
  const said = await page.evaluate(() => window.said.filter((x) => x !== '—'));
  assert.match(said[0], /^Samantha: Hello, /);
  assert.equal(said[1], 'Samantha: I speak for INPS, the Italian national social security institute.');
  assert.ok((await stateOf(page)).time - time > 1, 'the line was told');
});

test('pause hushes the device', async (t) => {
  const page = await english(t, voices, 0);
  await until(page, () => window.said.length > 0);
  await page.evaluate(() => { window.guida.pause(); });
  assert.equal(await page.evaluate(() => window.said.at(-1)), '—');
});

test('a device that never ends a sentence is not waited for: the film goes on silently', async (t) => {
  const page = await english(t, voices, 0);
  await until(page, () => window.guida.state().line !== 'naspi-saluto-1');
  assert.equal((await stateOf(page)).voice, 'off');
});

test('voices that are not on the device, or not known to be, say nothing', async (t) => {
  const page = await english(t, [voices[0], voices[2]], 100);
  await pause(2000);
  assert.deepEqual(await page.evaluate(() => window.said), []);
  assert.ok((await stateOf(page)).time > 1);
});
