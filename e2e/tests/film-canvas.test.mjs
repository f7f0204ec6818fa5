// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The canvas after many turns and zooms, and what a frame costs in draws. (39, 48)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { apart, bare, boardOf, told, tolerance } from '../lib/canvas.mjs';
import { countFrames, framesIn, resting, seek, stateOf, watch } from '../lib/film.mjs';
import { visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();

/** countDraws makes the page count its draws. */
const countDraws = (page) => page.evaluateOnNewDocument(() => {
  window.draws = 0;
  for (const name of ['drawElements', 'drawArrays']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...args) { window.draws++; return draw.apply(this, args); };
  }
});

test('39, 48: after 85 turns and zooms while paused the picture is sharp, right and still', async (t) => {
  const page = await visit(t, use.browser);
  await countFrames(page);
  await watch(page, { query: { paused: 1, motion: 'full', voice: 'off' } });
  await seek(page, 'naspi-durata-3');
  const before = await page.evaluate(() => document.querySelectorAll('*').length);
  const turn = (n) => {
    const [width, height] = n % 2 ? [844, 390] : [390, 844];
    return page.setViewport({ ...sizes.phone, width, height, deviceScaleFactor: [1, 1.5, 2][n % 3] });
  };
  // Buffers that Ebitengine pools are given up some collections later, so the least of a few readings is what is held.
  const memory = async () => {
    const seen = [];
    for (let n = 0; n < 5; n++) {
      seen.push(await page.evaluate(() => window.guidaFilm.memory()));
      await pause(100);
    }
    return seen.reduce((a, b) => (a.heap < b.heap ? a : b));
  };
  const held = [];
  for (let n = 1; n <= 84; n++) {
    await turn(n);
    await until(page, (w) => innerWidth === w, n % 2 ? 844 : 390);
    if (n % 6 === 0) held.push(await resting(page) && await memory()); // the same size each time
  }
  await turn(85); // an emulated screen tells of a new sharpness only together with a new size
  await until(page, () => innerWidth === 844);
  await page.setViewport(sizes.phone);
  await until(page, () => devicePixelRatio === 1 && innerWidth === 390);
  await pause(1000);
  await resting(page);
  const px = await page.evaluate(() => {
    const b = document.querySelector('.stage').getBoundingClientRect(), c = document.querySelector('.stage canvas');
    return { canvas: [c.width, c.height], want: [b.width, b.height].map((v) => Math.round(v * devicePixelRatio)), all: document.querySelectorAll('*').length };
  });
  assert.deepEqual(px.canvas, px.want);
  assert.ok(px.all <= before + 5, `elements: ${before} → ${px.all}`);
  assert.equal(await framesIn(page, 2000), 0, 'no frame is asked for any more');
  t.diagnostic('goroutines ' + held.map((m) => m.goroutines).join(' '));
  t.diagnostic('heap, MB: ' + held.map((m) => (m.heap / 1e6).toFixed(2)).join(' '));
  // Buffers grow in a few steps at first, so the last eight readings tell; what is lost at each turn is in every step.
  const last = held.slice(-8);
  const steps = last.slice(1).map((m, i) => m.heap - last[i].heap).sort((a, b) => a - b);
  assert.ok(steps[steps.length >> 1] < 20_000, 'the heap is flat');
  assert.equal(held.at(-1).goroutines, held[0].goroutines);
  await bare(page);
  const board = await boardOf(page);
  const d = await apart(page, board, board.pictures.find((p) => p.line === 'naspi-durata-3'));
  t.diagnostic(told(d));
  assert.ok(d.mean <= tolerance.mean && d.far <= tolerance.far, told(d));
});

test('a frame is at most four draws', async (t) => {
  const page = await visit(t, use.browser);
  await countDraws(page);
  await watch(page, { query: { scale: 1 } });
  for (const where of ['naspi-saluto-1', 'naspi-durata-3', 'naspi-servizi-1']) {
    await seek(page, where);
    const read = () => page.evaluate(() => [window.draws, window.guida.state().frames]);
    const [d0, f0] = await read();
    await pause(3000);
    const [d1, f1] = await read();
    assert.ok(f1 > f0 + 3, 'the film plays');
    t.diagnostic(`${where}: ${((d1 - d0) / (f1 - f0)).toFixed(2)} draws per frame`);
    assert.ok(d1 - d0 <= 4 * (f1 - f0 + 1), `${d1 - d0} draws in ${f1 - f0} frames`);
  }
});
