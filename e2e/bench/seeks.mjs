// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// How quickly the film and the video go where a person wants.

import { play, stateOf } from '../lib/film.mjs';
import { spoken } from '../lib/voice.mjs';
import { letGo, newcomer, reads, shows, waitFor, watches } from './person.mjs';
import { ms } from './report.mjs';
import { against, median, ratios, samples, share, times, told } from './statistics.mjs';

const count = 40;

/** places are the same for all, shares of the length: a plain generator, seeded. */
const places = Array.from({ length: count }, (_, i) => ((i * 2_654_435_761 + 12_345) % 4_294_967_296) / 4_294_967_296);

export async function measure({ browser, video, runs }) {
  const film = samples(await times(runs, () => inFilm(browser, { stub: true })));
  const drawn = samples(await times(runs, () => inFilm(browser, { stub: false })));
  const other = samples(await times(runs, () => inVideo(browser, video)));
  const row = (what, key, target = '–') =>
    [what, told(film[key], ms), told(drawn[key], ms), told(other[key], ms), told(ratios(film[key], other[key]), share), told(ratios(drawn[key], other[key]), share), target];
  const target = `stubbed ${against(film.middle, 100, ms)}, ${against(ratios(film.middle, other.middle), 1, (v) => v + ' of the video\'s')}`;
  return {
    title: 'Seeking',
    note: `${count} places, the same for all, each asked for while it plays with sound and with all of it fetched. Film: until the sound is there ("seeked", not seeking) and a frame of the new ` +
      'time is drawn. Video: until "seeked" and a frame of the new time is presented. The processor decodes the video here; its key frames are x264\'s usual ones, up to ' +
      '250 frames apart, and closer ones would make it quicker and larger. "Stubbed" leaves out the film\'s drawing, which a phone\'s graphics chip does, but a phone decodes the video with a chip too: ' +
      'beside a video that is really decoded, "drawn by the processor" is the fair figure here, and neither is a phone\'s.',
    head: ['What', 'Film, draws stubbed', 'Film, drawn by the processor', 'Video', 'Stubbed / video', 'Drawn / video', 'Target'],
    rows: [row('median', 'middle', target), row('nine of ten', 'most')],
  };
}

/** quantiles are the middle of one run's times and what nine of ten stay below, ms. */
const quantiles = (list) => ({ middle: median(list), most: [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.9)] });

async function inFilm(browser, phone) {
  const somebody = await newcomer(browser);
  const { page } = await somebody.tab(phone);
  await reads(page);
  await watches(page);
  await spoken(page);
  await waitFor(page, 'voice');
  const { duration } = await stateOf(page);
  const took = [];
  for (const place of places) {
    await play(page);
    await letGo(150);
    took.push(await page.evaluate(filmSeek, place * (duration - 3)));
  }
  await somebody.close();
  return quantiles(took);
}

/** filmSeek runs in the page: it goes to seconds and resolves to the ms until that is heard and drawn. */
function filmSeek(to) {
  return new Promise((done, fail) => {
    const { audio } = window.guidaBoot;
    const drawn = window.guida.state().frames, from = performance.now();
    window.guida.seek(to);
    const look = () => {
      const s = window.guida.state(), took = performance.now() - from;
      const there = Math.abs(s.time - to) < 1.5 && s.frames > drawn;
      if (there && (s.held || (!audio.seeking && audio.readyState >= 2 && Math.abs(s.heard - to) < 1.5))) done(took);
      else if (took > 10_000) fail(new Error('never there: ' + JSON.stringify({ to, ...s })));
      else setTimeout(look, 1);
    };
    look();
  });
}

async function inVideo(browser, video) {
  const somebody = await newcomer(browser);
  const { page } = await somebody.tab();
  await page.goto(video.address + 'none');
  await shows(page);
  await waitFor(page, 'voice');
  await page.evaluate(fetchAll);
  const { duration } = await page.evaluate(() => ({ duration: document.querySelector('video').duration }));
  const took = [];
  for (const place of places) {
    await letGo(150);
    took.push(await page.evaluate(videoSeek, place * (duration - 3)));
  }
  await somebody.close();
  return quantiles(took);
}

/** fetchAll runs in the page: as the film's files, the video's shall be at hand, in the browser's cache. */
async function fetchAll() {
  await (await fetch(document.querySelector('video').currentSrc)).arrayBuffer();
}

/** videoSeek runs in the page: it goes to seconds and resolves to the ms until that is ready and presented. */
function videoSeek(to) {
  return new Promise((done, fail) => {
    const v = document.querySelector('video'), from = performance.now();
    let ready = false, presented = false;
    const look = () => { if (ready && presented) done(performance.now() - from); };
    const frame = (_, { mediaTime }) => {
      if (Math.abs(mediaTime - to) < 1.5) { presented = true; look(); } else v.requestVideoFrameCallback(frame);
    };
    v.addEventListener('seeked', () => { ready = true; look(); }, { once: true });
    v.requestVideoFrameCallback(frame);
    setTimeout(() => fail(new Error('never there: ' + to)), 10_000);
    v.currentTime = to;
    v.play();
  });
}
