// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What the film holds while it plays again and again.

import { readFileSync } from 'node:fs';
import { play, seek, stateOf } from '../lib/film.mjs';
import { spoken } from '../lib/voice.mjs';
import { letGo, newcomer, reads, waitFor, watches } from './person.mjs';
import { samples, times, told } from './statistics.mjs';

export async function measure({ browser, runs, minutes }) {
  const all = await times(runs, (n) => once(browser, minutes, `run ${n + 1} of ${runs}`));
  const row = (minute) => {
    const of = samples(all.map((run) => run[minute]));
    return [String(minute + 1), told(of.heap, MB), told(of.goroutines, String), told(of.script, MB), told(of.nodes, String), told(of.resident, MB)];
  };
  return {
    title: 'Memory',
    note: `The film plays with voice for ${minutes} minutes, draws stubbed, and jumps half a minute on every five seconds, round and round. ` +
      'The browser\'s recording of the network is off: it would keep each sound again at each jump.',
    head: ['Minute', 'Go heap, living', 'Goroutines', 'JavaScript heap', 'DOM nodes', 'Largest process, resident'],
    rows: all[0].map((_, minute) => row(minute)),
  };
}

/** once is a visit: what is held at the end of each minute, bytes and numbers. */
async function once(browser, minutes, run) {
  const somebody = await newcomer(browser);
  const { page, devtools, unrecord } = await somebody.tab({ stub: true });
  await reads(page, { motion: 'full' });
  await watches(page);
  await spoken(page);
  await waitFor(page, 'voice');
  await unrecord();
  await devtools.send('Performance.enable');
  const held = [];
  for (let minute = 1; minute <= minutes; minute++) {
    const until = Date.now() + 60_000;
    while (Date.now() < until) await onward(page);
    held.push(await now(browser, page, devtools));
    console.log(`bench: ${run}, minute ${minute} of ${minutes}`);
  }
  await somebody.close();
  return held;
}

/** now is what is held at this moment. */
async function now(browser, page, devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((m) => m.name === name).value;
  const { heap, goroutines } = await page.evaluate(() => window.guidaFilm.memory());
  return { heap, goroutines, script: of('JSHeapUsedSize'), nodes: of('Nodes'), resident: resident(browser) };
}

const MB = (bytes) => (bytes / 1e6).toFixed(1) + ' MB';

/** onward lets the film play for five seconds, from a holding menu or the end on to elsewhere. */
async function onward(page) {
  await letGo(5000);
  const s = await stateOf(page);
  await seek(page, (s.time + 31) % (s.duration - 5));
  await play(page);
}

/** resident is the memory of the largest of the browser's processes: the page's. */
function resident(browser) {
  const tree = [browser.process().pid];
  let most = 0;
  for (const pid of tree) {
    try {
      tree.push(...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean));
      most = Math.max(most, 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
    } catch { /* it has ended */ }
  }
  return most;
}
