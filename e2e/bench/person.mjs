// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A person with a phone of a given speed on a line of a given width.

import { sizes } from '../lib/browser.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { letter } from '../lib/letters.mjs';
import { meter } from '../lib/network.mjs';
import { address, origin } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';
import { person } from './video.mjs';

/** lines are the networks (line.mjs): bytes a second and ms there and back. */
export const lines = {
  'slow 4G, 1.6 Mbit/s': { width: 200_000, latency: 150 },
  '10 Mbit/s': { width: 1_250_000, latency: 40 },
};

/** port is the site's. */
export const port = Number(new URL(origin).port);

/** newcomer is somebody who was never here; visits are tabs of their browser. */
export async function newcomer(browser) {
  const context = await browser.createBrowserContext();
  return { close: () => context.close(), tab: (phone) => tab(context, phone) };
}

/** tab opens an empty tab of a phone; what it loads is counted. */
export async function tab(context, { slower = 1, scale = 1, stub = false } = {}) {
  const page = await context.newPage();
  await page.setViewport({ ...sizes.phone, deviceScaleFactor: scale });
  const devtools = await page.createCDPSession();
  await devtools.send('Network.enable');
  if (slower > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  if (stub) await page.evaluateOnNewDocument(countOnly);
  await page.evaluateOnNewDocument(clock);
  const loaded = await meter(page);
  return { page, devtools, loaded, unrecord: () => unrecord(page, devtools, loaded) };
}

/**
 * unrecord ends the recording of what arrives. A browser that is watched keeps the content of each file that it reads, of
 * a sound at each jump too, within the page's process, once for each who watches: puppeteer, the tab and its meter.
 */
async function unrecord(page, devtools, loaded) {
  await loaded.stop();
  await devtools.send('Network.disable');
  await page._client().send('Network.disable');
}

/** countOnly runs in the page: draws are counted and not drawn. */
function countOnly() {
  window.draws = 0;
  for (const name of ['drawElements', 'drawArrays']) WebGL2RenderingContext.prototype[name] = () => { window.draws++; };
}

/**
 * clock runs in the page, the guide's and the video's alike. It notes when the answers, the press, the first picture after
 * the press (frame) and the voice going on (voice) come, in the page's own ms; start is their zero, ms since 1970. A picture
 * is there when the film has drawn, or the video has presented, a frame and the browser begins the next one of its own. It
 * ends with the last note: what is measured afterwards waits for the voice.
 */
function clock() {
  window.marks = { start: Date.now() - performance.now() };
  const note = (name) => { window.marks[name] ??= performance.now(); };
  const pictured = () => requestAnimationFrame(() => note('frame'));
  document.addEventListener('click', () => {
    note('press');
    document.querySelector('video')?.requestVideoFrameCallback(pictured);
  }, true);
  let last = Infinity, drawn = false;
  const watch = setInterval(() => {
    const film = window.guidaFilm && window.guida.state(), video = document.querySelector('video');
    const waits = document.getElementById('caricamento');
    if (waits?.hidden && document.getElementById('risposte')?.childElementCount) note('answers');
    if (film?.frames > 0 && !drawn) pictured(drawn = true);
    const heard = video ? video.currentTime : film?.voice === 'on' ? film.heard : -1;
    if (heard > 0 && heard > last) note('voice');
    last = heard >= 0 ? heard : Infinity;
    if (window.marks.frame && window.marks.voice) clearInterval(watch);
  }, 5);
}

/** reads opens a letter and waits for the answers. */
export async function reads(page, query, base = origin, token = letter(person).token) {
  await page.goto(address(token, { film: null, voice: null, ...query }, base));
  return waitFor(page, 'answers');
}

/** watches starts the film and waits for its first frame. */
export async function watches(page) {
  await press(page, 'watch');
  return waitFor(page, 'frame');
}

/** shows presses the video's button and waits for its first frame. */
export async function shows(page) {
  await pressOn(page, 'button');
  return waitFor(page, 'frame');
}

/** waitFor waits, longer than a test would, for a note of the clock and returns all. */
export async function waitFor(page, name) {
  for (let tries = 0; ; tries++) {
    try {
      return await until(page, (n) => window.marks[n] && window.marks, name);
    } catch (e) {
      if (tries === 3) throw e;
    }
  }
}

/** letGo gives the browser the time to keep what it compiled. */
export const letGo = (ms = 4000) => new Promise((done) => setTimeout(done, ms));

/** quiet waits until nothing has come down a line for two seconds. */
export async function quiet({ arrived }) {
  const from = Date.now();
  while (Date.now() - Math.max(from, arrived.at(-1)?.at ?? 0) < 2000) await letGo(100);
}
