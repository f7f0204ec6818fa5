// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The film as a person uses it.

import { press } from './guide.mjs';
import { letter } from './letters.mjs';
import { pixels } from './png.mjs';
import { open } from './visit.mjs';
import { pause, until } from './wait.mjs';

/** watch opens a letter and starts its film; with query {paused: 1} it stands still. */
export async function watch(page, { token = letter('under55').token, query, base } = {}) {
  await open(page, token, { film: null, ...query }, base);
  await press(page, 'watch');
  await painted(page);
}

/** painted waits until the film has drawn its first frame. */
export const painted = (page) => until(page, () => window.guidaFilm && window.guida.state().frames > 0);

/** quick are choices about the film that a person may have made before: the highest speed. */
export const quick = (page) => page.evaluateOnNewDocument(() => {
  if (!localStorage.getItem('guida.scelte')) localStorage.setItem('guida.scelte', 'cc=1 motion=0 keys=1 rate=200 size=100');
});

/** stateOf is window.guida.state(). */
export const stateOf = (page) => page.evaluate(() => window.guida.state());

/** nodesOf is window.guida.semantics(). */
export const nodesOf = (page) => page.evaluate(() => window.guida.semantics());

/** seek goes to seconds or to a line. */
export const seek = (page, where) => page.evaluate((w) => { window.guida.seek(w); }, where);

/** play and stop are the façade's. */
export const play = (page) => page.evaluate(() => { window.guida.play(); });
export const stop = (page) => page.evaluate(() => { window.guida.pause(); });

/** reaches waits until the state has all the given values. */
export const reaches = (page, want) => until(page, (w) => {
  const s = window.guida.state();
  return Object.entries(w).every(([k, v]) => s[k] === v) && s;
}, want);

/**
 * resting waits until no frame is drawn any more and returns the state. The film tells when it has nothing left to
 * draw: on a busy machine a second may pass between two frames that make the picture sharper.
 */
export async function resting(page) {
  const limit = Date.now() + 60_000;
  for (let last = -1; ;) {
    const s = await stateOf(page);
    if (s.resting && s.frames === last) return s;
    if (Date.now() > limit) throw new Error('the film never rests: frame ' + s.frames);
    last = s.frames;
    // Frames that are asked for already come before these two.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await pause(300);
  }
}

/**
 * still takes a picture of what does not move. On a busy machine the browser's
 * compositor may show the last frame a moment after it was drawn, so a picture
 * counts when the next one is the same.
 */
export async function still(take) {
  const limit = Date.now() + 20_000;
  for (let last = await take(); ;) {
    await pause(150);
    const next = await take();
    if (Buffer.compare(last, next) === 0) return pixels(next);
    if (Date.now() > limit) throw new Error('the picture never stands still');
    last = next;
  }
}

/** picture is the stage as it is on screen while the film rests. */
export async function picture(page) {
  const stage = await page.$('#film .stage');
  return still(async () => Buffer.from(await stage.screenshot({ captureBeyondViewport: false })));
}

/** countFrames makes the page count its requests for animation frames. */
export const countFrames = (page) => page.evaluateOnNewDocument(() => {
  window.asked = 0;
  const { requestAnimationFrame } = window;
  window.requestAnimationFrame = (f) => { window.asked++; return requestAnimationFrame.call(window, f); };
});

/** framesIn is how many animation frames the page asks for within ms. */
export async function framesIn(page, ms) {
  const before = await page.evaluate(() => window.asked);
  await pause(ms);
  return await page.evaluate(() => window.asked) - before;
}
