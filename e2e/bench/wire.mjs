// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// How many bytes travel, from the first to the last.

import { launch } from '../lib/browser.mjs';
import { play, seek, stateOf } from '../lib/film.mjs';
import { claims, signed } from '../lib/tokens.mjs';
import { spoken } from '../lib/voice.mjs';
import { until } from '../lib/wait.mjs';
import { between, open } from './line.mjs';
import { letGo, lines, port, quiet, reads, shows, tab, watches } from './person.mjs';
import { kB } from './report.mjs';
import { against, median, ratios, samples, share, times, told } from './statistics.mjs';

/** names are those of the other letters. The voice keeps names in eight packs, and these need all of them: no ten letters need more. */
const names = ['Giuseppe', 'Marco', 'Sara', 'Anna', 'Giulia', 'Andrea', 'Francesco', 'Rosa', 'Luca'];

export async function measure({ video, runs }) {
  const guide = samples(await times(runs, inGuide)), film = samples(await times(runs, () => inVideo(video)));
  const ten = guide.whole.map((first, n) => first + guide.others[n]), videos = film.whole.map((bytes) => 10 * bytes);
  const row = (what, a, b, target = '–') => [what, told(a, kB), told(b, kB), median(b) > 10_000 ? told(ratios(a, b), share) : '–', target];
  const shares = ratios(guide.whole, film.whole);
  return {
    title: 'Bytes over the wire',
    note: 'All that came down a line of 10 Mbit/s, headers included, for both; each run in a browser of its own with its cache on the disk. With the Italian voice. "Whole" is the guide sought through ' +
      'to its end with what its service worker keeps for later, draws stubbed, and the video\'s page and video played to the end sixteen times as fast. A replay is the same once more ' +
      'in a new tab. Ten letters are the first and nine others, one after the other in one browser, with names that need all eight packs of the voice\'s names (the most that can be); the videos would be ten different ones, so ten times the one.',
    head: ['What', 'Guide', 'Video', 'Guide / video', 'Target'],
    rows: [
      ['until the answers', told(guide.answers, kB), '–', '–', against(guide.answers, 900_000, kB)],
      row('first visit, whole, with voice', guide.whole, film.whole, `${against(guide.whole, 5_200_000, kB)}, ${against(shares, 0.75, String)}`),
      row('replay', guide.replay, film.replay, against(guide.replay, 50_000, kB)),
      row('ten letters of one household or office', ten, videos),
    ],
  };
}

/** stranger is a browser of its own on a line of its own; use resolves to what is measured. */
async function stranger(to, use) {
  const line = await open(to, lines['10 Mbit/s']), browser = await launch();
  try {
    return await use(line, browser.defaultBrowserContext());
  } finally {
    await browser.close();
    line.close();
  }
}

/** since counts what came down a line while something was done and until it is quiet. */
async function since(line, something) {
  const from = Date.now();
  const what = await something();
  await quiet(line);
  return { bytes: between(line.arrived, from, Date.now()), what };
}

const inGuide = () => stranger(port, async (line, context) => {
  const first = await since(line, () => through(context, line.origin));
  const replay = await since(line, () => again(context, line.origin));
  const others = await since(line, async () => {
    for (const name of names) await again(context, line.origin, signed(claims({ name })));
  });
  const { start, answers } = first.what;
  return { answers: between(line.arrived, 0, start + answers), whole: first.bytes, replay: replay.bytes, others: others.bytes };
});

/** through is a first visit: the answers, the film from place to place to its end. */
async function through(context, base) {
  const { page } = await tab(context, { stub: true });
  const marks = await reads(page, {}, base);
  await watches(page);
  await spoken(page);
  const { duration } = await stateOf(page);
  for (let t = 0; t < duration; t += 20) {
    await seek(page, t);
    await play(page);
    await until(page, (from) => window.guida.state().time >= from, t);
    await letGo(300);
  }
  await letGo();
  await page.close();
  return marks;
}

/** again is a later visit, of the same letter or of another. */
async function again(context, base, token) {
  const { page } = await tab(context, { stub: true });
  await reads(page, {}, base, token);
  await watches(page);
  await spoken(page);
  await letGo(1000);
  await page.close();
}

const inVideo = (video) => stranger(video.port, async (line, context) => {
  const first = await since(line, () => seen(context, line.origin));
  const replay = await since(line, () => seen(context, line.origin));
  return { whole: first.bytes, replay: replay.bytes };
});

/** seen is the video from the press to its end. */
async function seen(context, base) {
  const { page } = await tab(context);
  await page.goto(base + '/none');
  await shows(page);
  await page.evaluate(() => new Promise((done) => {
    const v = document.querySelector('video');
    v.onended = done;
    v.playbackRate = 16;
  }));
  await page.close();
}
