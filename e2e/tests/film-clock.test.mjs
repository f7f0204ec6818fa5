// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What a frame costs, and waits without end. (44, 45)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMeasured, sizes, useBrowser } from '../lib/browser.mjs';
import { painted, play, quick, reaches, seek, stateOf, watch } from '../lib/film.mjs';
import { visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser(asMeasured);

/** drawNothing keeps the page's draws from drawing: what is left is the program's own work. */
const drawNothing = (page) => page.evaluateOnNewDocument(() => {
  for (const name of ['drawElements', 'drawArrays']) WebGL2RenderingContext.prototype[name] = () => {};
});

test('the main thread works little for a frame of 390×844 at 3 px per px', async (t) => {
  const page = await visit(t, use.browser, { size: { ...sizes.phone, deviceScaleFactor: 3 } });
  await drawNothing(page);
  await watch(page, { query: { scale: 3 } });
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  // worked is the processor time that the main thread has used, ms: other programs' work does not count.
  const worked = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * metrics.find((m) => m.name === 'TaskDuration').value;
  };
  const runs = [];
  for (let n = 0; n < 3; n++) {
    await seek(page, 'naspi-quanto-1');
    const [w0, s0] = [await worked(), await stateOf(page)];
    await pause(4000);
    const [w1, s1] = [await worked(), await stateOf(page)];
    runs.push((w1 - w0) / (s1.frames - s0.frames));
  }
  const median = runs.sort((a, b) => a - b)[1];
  t.diagnostic(`${median.toFixed(2)} ms of the main thread per frame; the target is 5 ms`);
  assert.ok(median < 10, `${median} ms per frame`);
});

test('44: the menu waits for more than 25 s', async (t) => {
  const page = await visit(t, use.browser);
  await quick(page);
  await watch(page, { query: { motion: 'reduce' } });
  await seek(page, 'naspi-domande-2');
  const held = await reaches(page, { held: true, hold: 'menu' });
  await pause(26_000);
  const later = await stateOf(page);
  assert.deepEqual([later.time, later.hold, later.held], [held.time, 'menu', true]);
});

test('45: a reload gives the focus back to Play', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.desktop });
  await watch(page, { query: { paused: 1 } });
  await page.evaluate(() => document.querySelector('.bar .play').focus());
  await page.reload();
  await painted(page);
  await until(page, () => document.activeElement.closest('#film') !== null);
});
