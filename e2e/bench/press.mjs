// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// From the press on Play to the first picture: the guide and the video on the same lines, counted in the same way.

import { counted, open } from './line.mjs';
import { letGo, lines, newcomer, port, reads, shows, waitFor, watches } from './person.mjs';
import { kB, seconds } from './report.mjs';
import { ratios, samples, share, times, told } from './statistics.mjs';

/** settings are the lines and how long a person reads the answers, or looks at the video's page, before the press, ms. */
const settings = [
  ['slow 4G, 1.6 Mbit/s', 1500],
  ['slow 4G, 1.6 Mbit/s', 15_000],
  ['10 Mbit/s', 1500],
];

export async function measure({ browser, video, runs }) {
  const rows = [];
  let needs;
  for (const [name, reading] of settings) {
    const all = await times(runs, () => once(browser, video, lines[name], reading));
    const [guide, none, metadata] = [0, 1, 2].map((i) => samples(all.map((run) => run[i])));
    needs = guide.needs;
    const row = (what, key, unit) => [`${name}, ${reading / 1000} s`, what, told(guide[key], unit), told(none[key], unit), told(metadata[key], unit), ratio(guide[key], none[key])];
    rows.push(
      row('before the press', 'before', kB).with(5, '–'), row('from the press to the first picture', 'after', kB), row('– both together', 'sum', kB),
      row('time from the press to the first picture', 'picture', seconds), row('time from the press until the voice goes on', 'voice', seconds));
  }
  rows.push(['any', 'must be there for the first picture', told(needs, kB), kB(video.least), kB(video.least), told(needs.map((n) => n / video.least), share)]);
  return {
    title: 'From the press on Play to the first picture', note,
    head: ['Line, time until the press', 'What', 'Guide', 'Video, preload none', 'Video, preload metadata', 'Guide / video (none)'],
    rows,
  };
}

const note = 'Somebody who was never here opens the page, waits (after the answers, or after the video\'s page has loaded), presses Play and sees. All bytes that came ' +
  'down the line are counted for both, headers included, by a proxy that is the line; nothing after the first picture counts. A picture is there when the film has drawn, or the ' +
  'video has presented, a frame after the press and the browser begins its next. The film is drawn, not stubbed; both speak, and the voice goes on when its clock moves. Preload none is what the ' +
  'leanest page would say, metadata what browsers do when a page says nothing. The guide fetches its film ahead while the answers are read: the longer somebody ' +
  'reads, the more of it is counted before the press. What must be there: the guide\'s files without the voice, counted by the browser; the video\'s beginning up to the end of its ' +
  'first picture, from the file. A video\'s bytes depend on how fast the line pours, since browsers read ahead.';

const ratio = (a, b) => (b.every((v) => v > 0) ? told(ratios(a, b), share) : '–');

/** once is a visit to the guide and to both pages of the video: [{before, after, sum: bytes, picture, voice: ms}…]. */
const once = async (browser, video, spec, reading) => [
  await visit(browser, port, spec, (tab, base) => inGuide(tab, base, reading)),
  await visit(browser, video.port, spec, ({ page }, base) => inVideo(page, base + '/none', reading)),
  await visit(browser, video.port, spec, ({ page }, base) => inVideo(page, base + '/metadata', reading)),
];

/** visit is somebody's first, over a line of their own; watch resolves to the notes of the page's clock. */
async function visit(browser, to, spec, watch) {
  const line = await open(to, spec), somebody = await newcomer(browser);
  const tab = await somebody.tab();
  const marks = await watch(tab, line.origin);
  const needs = tab.loaded.files().filter((f) => !f.url.endsWith('.vbk')).reduce((sum, f) => sum + f.bytes, 0);
  await somebody.close();
  line.close();
  return { ...counted(line.arrived, marks), needs };
}

async function inGuide({ page }, base, reading) {
  await reads(page, {}, base);
  await letGo(reading);
  await watches(page);
  return waitFor(page, 'voice');
}

async function inVideo(page, address, reading) {
  await page.goto(address);
  await letGo(reading);
  await shows(page);
  return waitFor(page, 'voice');
}
