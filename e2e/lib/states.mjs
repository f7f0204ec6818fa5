// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The pages that a person can meet, for tests that look at all of them.

import { press } from './guide.mjs';
import { step } from './job.mjs';
import { letter, letters } from './letters.mjs';
import { holdBack } from './network.mjs';
import { address, open, origin } from './visit.mjs';
import { until } from './wait.mjs';

const under55 = letter('under55').token;

async function answer(page, ...answers) {
  for (const [i, a] of answers.entries()) {
    await press(page, 'answer ' + a);
    await step(page, i + 1);
  }
}

/** states are functions that bring an empty page there, by name. */
export const states = {
  'the general page': (page) => open(page),
  'the guide': (page) => open(page, under55),
  'the guide in German': (page) => open(page, under55, { lang: 'de' }),
  'the form at its second question': async (page) => { await open(page, under55); await answer(page, 'dip'); },
  'the form at a lower benefit': async (page) => { await open(page, under55); await answer(page, 'aut', 'sotto', 'si'); },
  'the form at the end of the benefit': async (page) => { await open(page, under55); await answer(page, 'dip', 'lungo', 'sopra'); },
  'everything opened': async (page) => {
    await open(page, under55);
    await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; });
    await page.evaluate(() => document.getElementById('descrizioni').click());
  },
  'a pension, everything opened': async (page) => {
    await open(page, letter('pension-8').token);
    await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; });
    await page.evaluate(() => document.getElementById('descrizioni').click());
  },
  'after voting': async (page) => { await open(page, under55); await press(page, 'vote 3'); },
  'after erasing': async (page) => { await open(page, under55); await press(page, 'erase'); },
  'the accessibility statement': (page) => page.goto(new URL('/accessibilita.html', origin).href),
  'the privacy notice': (page) => page.goto(new URL('/privacy.html', origin).href),
  'the accessibility statement in German': (page) => page.goto(new URL('/accessibilita.de.html', origin).href),
  'the privacy notice in English': (page) => page.goto(new URL('/privacy.en.html', origin).href),
  'the licences, all opened': async (page) => {
    await page.goto(new URL('/licenze.html', origin).href);
    await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; });
  },
  'the licences in German': (page) => page.goto(new URL('/licenze.de.html', origin).href),
  'while loading': async (page) => {
    await holdBack(page, '*reader*.wasm');
    await page.goto(address(under55));
    await until(page, () => document.querySelector('.officer').complete);
  },
};
for (const l of letters.filter((x) => x.family)) states['the refusal of ' + l.id] = (page) => open(page, l.token);
