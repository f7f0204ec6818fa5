// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A person with a phone of a given speed on a line of a given width.

import { sizes } from '../lib/browser.mjs';
import { letter } from '../lib/letters.mjs';
import { meter } from '../lib/network.mjs';
import { address } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';
import { press } from '../lib/guide.mjs';
import { person } from './video.mjs';

/** lines are the networks: bytes a second and ms there and back. */
export const lines = {
  'slow 4G, 1.6 Mbit/s': { offline: false, downloadThroughput: 200_000, uploadThroughput: 94_000, latency: 150 },
  '10 Mbit/s': { offline: false, downloadThroughput: 1_250_000, uploadThroughput: 375_000, latency: 40 },
};

/** newcomer is somebody who was never here; visits are tabs of their browser. */
export async function newcomer(browser) {
  const context = await browser.createBrowserContext();
  return { close: () => context.close(), tab: (phone) => tab(context, phone) };
}

/** tab opens an empty tab of a phone; what it loads is counted. */
async function tab(context, { slower = 1, line, scale = 1, stub = false } = {}) {
  const page = await context.newPage();
  await page.setViewport({ ...sizes.phone, deviceScaleFactor: scale });
  const devtools = await page.createCDPSession();
  await devtools.send('Network.enable');
  if (line) await devtools.send('Network.emulateNetworkConditions', line);
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

/** clock runs in the page: it notes when the answers, the press and the first frame come, in the page's own ms. */
function clock() {
  window.marks = {};
  const note = (name) => { window.marks[name] ??= performance.now(); };
  document.addEventListener('click', () => note('press'), true);
  const watch = setInterval(() => {
    const waits = document.getElementById('caricamento');
    if (waits?.hidden && document.getElementById('risposte')?.childElementCount) note('answers');
    if (window.guidaFilm && window.guida.state().frames > 0) { note('frame'); clearInterval(watch); }
  }, 5);
}

/** reads opens the letter and waits for the answers. */
export async function reads(page, query) {
  await page.goto(address(letter(person).token, { film: null, voice: null, ...query }));
  return waitFor(page, 'answers');
}

/** watches starts the film and waits for its first frame. */
export async function watches(page) {
  await press(page, 'watch');
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
