// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The film with its voice.

import { join } from 'node:path';
import { watch } from './film.mjs';
import { storyboard } from './letters.mjs';
import { root } from './site.mjs';
import { until } from './wait.mjs';

/** narrated is a letter's storyboard with the voice's times. */
export const narrated = (id) => storyboard(id, 'it', '200x200', ['--voice', join(root, 'static/site/voice/it')]);

/** withoutPicture keeps the page's draws from drawing: SwiftShader would hold the main thread up for most of a second. */
export const withoutPicture = (page) => page.evaluateOnNewDocument(() => {
  for (const name of ['drawElements', 'drawArrays']) WebGL2RenderingContext.prototype[name] = () => {};
});

/** hear opens a letter, starts its film and waits until the voice is heard. */
export async function hear(page, { token, query } = {}) {
  await withoutPicture(page);
  await watch(page, { token, query: { voice: null, ...query } });
  return spoken(page);
}

/** spoken waits until the voice is heard to go on and returns the state. */
export async function spoken(page) {
  const on = () => { const s = window.guida.state(); return s.voice === 'on' && s.heard >= 0 && !window.guidaBoot.audio.seeking && s; };
  const { heard } = await until(page, on);
  return until(page, (from) => { const s = window.guida.state(); return s.heard > from && s; }, heard);
}

/** element is what the page's audio element does: {paused, at, volume, rate}. */
export const element = (page) => page.evaluate(() => {
  const { paused, currentTime: at, volume, playbackRate: rate } = window.guidaBoot.audio;
  return { paused, at, volume, rate };
});

/**
 * noteCaptions makes the page remember every new caption with the second of the
 * guide that is heard when it appears, and its speed; captionsNoted returns them.
 */
export const noteCaptions = (page) => page.evaluate(() => {
  window.noted = [];
  new MutationObserver(() => {
    const text = document.querySelector('.captions p').textContent;
    if (text && text !== window.noted.at(-1)?.text) window.noted.push({ text, heard: window.guida.state().heard });
  }).observe(document.querySelector('.captions p'), { childList: true });
});
export const captionsNoted = (page) => page.evaluate(() => window.noted.splice(0));
