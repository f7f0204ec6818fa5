// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// How long a person waits.

import { open } from './line.mjs';
import { letGo, lines, newcomer, port, reads, shows, watches } from './person.mjs';
import { seconds } from './report.mjs';
import { against, samples, times, told } from './statistics.mjs';

export async function measure({ browser, video, runs }) {
  const rows = [];
  for (const [name, spec] of Object.entries(lines)) {
    for (const slower of [1, 4]) {
      const of = samples(await times(runs, () => once(browser, video, spec, { slower })));
      const target = slower === 4 && spec.width === 200_000 &&
        `answers ${against(of.answers, 6000, seconds)} cold, ${against(of.again, 1500, seconds)} warm; film ${against(of.filmAgain, 2000, seconds)} warm`;
      const keys = ['answers', 'film', 'again', 'filmAgain', 'video', 'videoAgain'];
      rows.push([name, slower + '×', ...keys.map((key) => told(of[key], seconds)), target || '–']);
    }
  }
  return {
    title: 'Waiting',
    note: 'Cold: nobody was here before; warm: the same person once more. Answers count from the address; the film\'s and the video\'s first picture from the press on Play, ' +
      '1.5 s after the answers or the video\'s page (preload none), pictures as above, all drawn. The film is fetched ahead while the answers are read; who reads longer waits less. CPU 4× is four times slower.',
    head: ['Line', 'CPU', 'Answers, cold', 'Film, cold', 'Answers, warm', 'Film, warm', 'Video, cold', 'Video, warm', 'Target'],
    rows,
  };
}

/** once is one person's first and second visit, and the video's, ms. */
async function once(browser, video, spec, phone) {
  const somebody = await newcomer(browser);
  const [site, other] = [await open(port, spec), await open(video.port, spec)];
  const first = await guide(somebody, site.origin, phone), second = await guide(somebody, site.origin, phone);
  const shown = await times(2, () => videoOf(somebody, other.origin, phone));
  await somebody.close();
  for (const line of [site, other]) line.close();
  return { answers: first.answers, film: first.film, again: second.answers, filmAgain: second.film, video: shown[0], videoAgain: shown[1] };
}

/** guide is a visit: how long the answers take from the address and the film from the press. */
async function guide(somebody, base, phone) {
  const { page, devtools } = await somebody.tab(phone);
  await reads(page, {}, base);
  await letGo(1500); // a person reads before they press; the film is fetched meanwhile
  const marks = await watches(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await letGo();
  await page.close();
  return { answers: marks.answers, film: marks.frame - marks.press };
}

/** videoOf is how long the video takes from the press to its first picture. */
async function videoOf(somebody, base, phone) {
  const { page } = await somebody.tab(phone);
  await page.goto(base + '/none');
  await letGo(1500);
  const marks = await shows(page);
  await letGo(1000);
  await page.close();
  return marks.frame - marks.press;
}
