// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// How quickly the film and the video go where a person wants.

import { play, stateOf } from '../lib/film.mjs';
import { spoken } from '../lib/voice.mjs';
import { letGo, newcomer, reads, watches } from './person.mjs';
import { against, median, ms } from './report.mjs';

const count = 100;

/** places are the same for both, shares of the length: a plain generator, seeded. */
const places = Array.from({ length: count }, (_, i) => ((i * 2_654_435_761 + 12_345) % 4_294_967_296) / 4_294_967_296);

export async function measure({ browser, video }) {
  const film = await inFilm(browser), other = await inVideo(browser, video);
  const p90 = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.9)];
  return {
    title: 'Seeking',
    note: `${count} places, the same for both, each asked for while it plays. Film: until the sound is there ("seeked", not seeking) and a frame of the new ` +
      'time is drawn, draws stubbed. Video: until "seeked" and its frame is shown.',
    head: ['What', 'Film', 'Video', 'Film / video', 'Target'],
    rows: [
      ['median', ms(median(film)), ms(median(other)), (median(film) / median(other)).toFixed(2), `${against(median(film), 100, ms)}, ${against(median(film) / median(other), 1, (v) => v + ' of the video\'s')}`],
      ['nine of ten', ms(p90(film)), ms(p90(other)), (p90(film) / p90(other)).toFixed(2), '–'],
    ],
  };
}

async function inFilm(browser) {
  const somebody = await newcomer(browser);
  const { page } = await somebody.tab({ stub: true });
  await reads(page);
  await watches(page);
  await spoken(page);
  const { duration } = await stateOf(page);
  const took = [];
  for (const place of places) {
    await play(page);
    await letGo(150);
    took.push(await page.evaluate(filmSeek, place * (duration - 3)));
  }
  await somebody.close();
  return took;
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
      else if (took > 5000) fail(new Error('never there: ' + JSON.stringify({ to, ...s })));
      else setTimeout(look, 1);
    };
    look();
  });
}

async function inVideo(browser, video) {
  const somebody = await newcomer(browser);
  const { page } = await somebody.tab();
  await page.goto(video.address);
  const took = await page.evaluate(async (shares) => {
    const v = document.querySelector('video');
    v.muted = true;
    v.preload = 'auto';
    await v.play();
    await new Promise((done) => { // as the film's packs: at hand
      const whole = () => { if (v.buffered.length && v.buffered.end(v.buffered.length - 1) > v.duration - 1) done(); };
      v.onprogress = whole;
      setTimeout(done, 20_000);
      whole();
    });
    const list = [];
    for (const share of shares) {
      await new Promise((done) => { setTimeout(done, 150); });
      const from = performance.now();
      const seeked = new Promise((done) => { v.onseeked = done; });
      v.currentTime = share * (v.duration - 3);
      await seeked;
      await new Promise((done) => { v.requestVideoFrameCallback(done); });
      list.push(performance.now() - from);
    }
    return list;
  }, places);
  await somebody.close();
  return took;
}
