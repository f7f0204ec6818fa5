// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What a frame costs, and what a pause costs.

import { play, seek, stateOf, stop } from '../lib/film.mjs';
import { letGo, newcomer, reads, waitFor, watches } from './person.mjs';
import { ms } from './report.mjs';
import { against, samples, times, told } from './statistics.mjs';

const scenes = ['naspi-saluto-1', 'naspi-quanto-1', 'naspi-durata-3', 'naspi-servizi-1'];

export async function measure({ browser, runs }) {
  const phone = samples(await times(runs, () => playing(browser, { scale: 3, stub: true })));
  const drawn = samples(await times(runs, () => playing(browser, { scale: 1, stub: false })));
  const rest = samples(await times(runs, () => paused(browser)));
  return {
    title: 'A frame',
    note: 'Processor time of the page\'s main thread (threadTicks), 390×844, voice on, the mean of four scenes, four seconds of each. ' +
      '"Stubbed": only drawElements and drawArrays do nothing, and are counted: the graphics chip\'s work, and the driver\'s for these calls, is left out.',
    head: ['What', 'Value', 'Target'],
    rows: [
      ['main thread per frame, 3 px per px, draws stubbed', told(phone.cost, ms), against(phone.cost, 4, ms)],
      ...scenes.map((s) => [`– ${s}`, told(phone[s], ms), '–']),
      ['main thread per frame, 1 px per px, not stubbed (drawn in another process)', told(drawn.cost, ms), 'reported'],
      ['draws per frame', told(phone.draws, (v) => v.toFixed(2)), against(phone.draws, 4.05, (v) => v.toFixed(0))],
      ['animation frames asked for while paused, 5 s', told(rest.asked, String), against(rest.asked, 0, String)],
      ['main thread while paused, 5 s', told(rest.worked, ms), 'reported'],
    ],
  };
}

/** processor is the time that the page's main thread has worked, ms. */
async function processor(devtools) {
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * metrics.find((m) => m.name === 'TaskDuration').value;
  };
}

/** playing is what a visit's frames cost, ms: {[scene]…, cost: their mean, draws}. */
async function playing(browser, phone) {
  const somebody = await newcomer(browser);
  const { page, devtools } = await somebody.tab(phone);
  await reads(page, { scale: phone.scale, motion: 'full' });
  await watches(page);
  await waitFor(page, 'voice'); // the clock has ended
  const worked = await processor(devtools);
  const costs = {};
  let draws = 0, frames = 0;
  for (const scene of scenes) {
    await seek(page, scene);
    await play(page);
    await letGo(500);
    const before = { w: await worked(), s: await stateOf(page), d: await page.evaluate(() => window.draws) };
    await letGo(4000);
    const after = { w: await worked(), s: await stateOf(page), d: await page.evaluate(() => window.draws) };
    costs[scene] = (after.w - before.w) / (after.s.frames - before.s.frames);
    frames += after.s.frames - before.s.frames;
    draws += after.d - before.d;
  }
  await somebody.close();
  return { ...costs, cost: Object.values(costs).reduce((a, b) => a + b) / scenes.length, draws: draws / frames };
}

async function paused(browser) {
  const somebody = await newcomer(browser);
  const { page, devtools } = await somebody.tab({ stub: true });
  await page.evaluateOnNewDocument(() => {
    window.asked = 0;
    const { requestAnimationFrame } = window;
    window.requestAnimationFrame = (f) => { window.asked++; return requestAnimationFrame.call(window, f); };
  });
  await reads(page);
  await watches(page);
  await waitFor(page, 'voice'); // the clock has ended
  await seek(page, 'naspi-durata-3');
  await stop(page);
  await letGo(3000);
  const worked = await processor(devtools);
  const before = { w: await worked(), a: await page.evaluate(() => window.asked) };
  await letGo(5000);
  const rest = { asked: await page.evaluate(() => window.asked) - before.a, worked: await worked() - before.w };
  await somebody.close();
  return rest;
}
