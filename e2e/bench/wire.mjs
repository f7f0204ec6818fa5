// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// How many bytes travel.

import { holdBack } from '../lib/network.mjs';
import { play, seek, stateOf } from '../lib/film.mjs';
import { spoken } from '../lib/voice.mjs';
import { until } from '../lib/wait.mjs';
import { letGo, newcomer, reads, watches } from './person.mjs';
import { against, kB } from './report.mjs';

export async function measure({ browser, video }) {
  const somebody = await newcomer(browser);
  const first = await visit(somebody);
  const again = await replay(somebody);
  await somebody.close();
  const film = await seen(browser, video);
  const ratio = (a, b) => (a / b).toFixed(2);
  return {
    title: 'Bytes over the wire',
    note: 'With the Italian voice, headers included. "Whole film" was sought through to its end.',
    head: ['What', 'Guide', 'Video', 'Guide / video', 'Target'],
    rows: [
      ['until the answers', kB(first.answers), '–', '–', against(first.answers, 900_000, kB)],
      ['until the first picture (the voice loads beside it)', kB(first.frame), kB(film.frame), ratio(first.frame, film.frame), '–'],
      ['first visit, whole film with voice', kB(first.whole), kB(video.bytes), ratio(first.whole, video.bytes), `${against(first.whole, 5_200_000, kB)}, ${against(first.whole / video.bytes, 0.75, String)}`],
      ['replay', kB(again), kB(film.replay), '–', against(again, 50_000, kB)],
      ['ten letters of one household or office', kB(first.whole + 9 * again), kB(10 * video.bytes), ratio(first.whole + 9 * again, 10 * video.bytes), '–'],
    ],
  };
}

/** visit is the first one: answers, first picture, the film to its end. */
async function visit(somebody) {
  const { page, loaded } = await somebody.tab({ stub: true });
  const film = await holdBack(page, '*film*.wasm');
  await reads(page);
  const answers = loaded.total();
  await film.release();
  await watches(page);
  const frame = loaded.files().filter((f) => !f.url.endsWith('.vbk')).reduce((sum, f) => sum + f.bytes, 0);
  await spoken(page);
  const { duration } = await stateOf(page);
  for (let t = 0; t < duration; t += 20) {
    await seek(page, t);
    await play(page);
    await until(page, (from) => window.guida.state().time >= from, t);
    await letGo(300);
  }
  const whole = loaded.total();
  await letGo();
  await page.close();
  return { answers, frame, whole };
}

/** replay is the same person's next visit. */
async function replay(somebody) {
  const { page, loaded } = await somebody.tab({ stub: true });
  await reads(page);
  await watches(page);
  await spoken(page);
  await letGo(1000);
  const bytes = loaded.total();
  await page.close();
  return bytes;
}

/** seen is the video: the bytes until its first picture, and those of a replay. */
async function seen(browser, video) {
  const somebody = await newcomer(browser);
  const { page, devtools } = await somebody.tab();
  let bytes = 0;
  devtools.on('Network.dataReceived', (e) => { bytes += e.encodedDataLength; });
  const show = () => page.evaluate(() => new Promise((done) => {
    const v = document.querySelector('video');
    v.muted = true;
    v.requestVideoFrameCallback(() => done());
    v.play();
  }));
  await page.goto(video.address);
  await show();
  const frame = bytes;
  await page.evaluate(() => new Promise((done) => { // to its end, loaded whole
    const v = document.querySelector('video');
    v.onended = done;
    v.playbackRate = 16;
  }));
  bytes = 0;
  await page.reload();
  await show();
  await letGo(1000);
  const again = bytes;
  await somebody.close();
  return { frame, replay: again };
}
