// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// How long a person waits.

import { newcomer, letGo, lines, reads, watches } from './person.mjs';
import { against, median, seconds } from './report.mjs';

export async function measure({ browser, video, runs }) {
  const rows = [];
  for (const [name, line] of Object.entries(lines)) {
    for (const slower of [1, 4]) {
      const all = [];
      for (let n = 0; n < runs; n++) all.push(await once(browser, video, { line, slower }));
      const of = (key) => median(all.map((one) => one[key]));
      const gated = slower === 4 && line.downloadThroughput === 200_000;
      rows.push([
        name, slower + '×', seconds(of('answers')), seconds(of('film')), seconds(of('again')), seconds(of('filmAgain')), seconds(of('video')), seconds(of('videoAgain')),
        gated ? `answers ${against(of('answers'), 6000, seconds)} cold, ${against(of('again'), 1500, seconds)} warm; film ${against(of('filmAgain'), 2000, seconds)} warm` : '–',
      ]);
    }
  }
  return {
    title: 'Waiting',
    note: `Median of ${runs} visits. Cold: nobody was here before; warm: the same person once more. Answers count from the address, the film's and the video's first ` +
      'picture from the press on Play. CPU 4× is four times slower.',
    head: ['Line', 'CPU', 'Answers, cold', 'Film, cold', 'Answers, warm', 'Film, warm', 'Video, cold', 'Video, warm', 'Target'],
    rows,
  };
}

/** once is one person's first and second visit, and the video's, ms. */
async function once(browser, video, phone) {
  const somebody = await newcomer(browser);
  const guide = async () => {
    const { page, devtools } = await somebody.tab(phone);
    await reads(page);
    await letGo(1500); // a person reads before they press; the film is fetched meanwhile
    const marks = await watches(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await letGo();
    await page.close();
    return { answers: marks.answers, film: marks.frame - marks.press };
  };
  const first = await guide(), second = await guide();
  const shown = [await shows(somebody, video, phone), await shows(somebody, video, phone)];
  await somebody.close();
  return { answers: first.answers, film: first.film, again: second.answers, filmAgain: second.film, video: shown[0], videoAgain: shown[1] };
}

/** shows is how long the video takes from the press to its first picture. */
async function shows(somebody, video, phone) {
  const { page } = await somebody.tab(phone);
  await page.goto(video.address);
  const took = await page.evaluate(() => new Promise((done) => {
    const v = document.querySelector('video'), from = performance.now();
    v.muted = true;
    v.requestVideoFrameCallback(() => done(performance.now() - from));
    v.play();
  }));
  await letGo(1000);
  await page.close();
  return took;
}
