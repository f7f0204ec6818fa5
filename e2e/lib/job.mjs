// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The form "what if I find a job" and the table that says how it must end.

import { readFileSync } from 'node:fs';
import { until } from './wait.mjs';

const table = readFileSync(new URL('../data/job-paths.txt', import.meta.url), 'utf8').split('\n');

/** paths are all ways through the form: {answers, name, id, text, outcome}. */
export const paths = table.map((l) => /^([a-z ]+) → (\w+) (\w+) (.+)$/.exec(l)).filter(Boolean)
  .map(([, answers, id, text, outcome]) => ({ answers: answers.split(' '), name: answers, id, text, outcome }));

/** titles are the outcomes' titles by text. */
export const titles = Object.fromEntries(table.map((l) => /^(\w+): (.+)$/.exec(l)).filter(Boolean).map(([, k, v]) => [k, v]));

/** resultOf is the outcome the form shows, or null at a question. */
export const resultOf = (page) => page.evaluate(() => {
  const out = document.querySelector('#lavoro-info output.result');
  if (!out) return null;
  return {
    id: out.dataset.case,
    text: out.dataset.result,
    title: out.querySelector('h4').lastChild.data.trim(),
    sign: out.querySelector('.sign').textContent,
    parts: [...out.querySelectorAll('p')].map((p) => p.textContent.trim()),
    focused: document.activeElement?.id,
  };
});

/** step waits until the form shows the step after n answers and returns the labels of its buttons. */
export const step = (page, n) => until(page, (given) => {
  const answered = (window.guida.state().choices['lavoro-info'] ?? '').split(',').filter(Boolean).length;
  return answered === given && [...document.querySelectorAll('#lavoro-passo button')].map((b) => b.dataset.do);
}, n);

/** node selects the film's control of an action. */
export const node = (action) => `.nodes [data-action="${action}"]`;

const there = (page, selector) => page.evaluate((s) => Boolean(document.querySelector(s)), selector);

/** turnTo turns the pages of the film's screen until the action is on it. */
export async function turnTo(page, action, push) {
  for (let next = 2; !await there(page, node(action)); next++) await push(page, node('page:' + next));
}

/** answer gives one answer in the film, the last of so, and waits until the film has it. */
export async function answer(page, so, push) {
  await turnTo(page, 'answer:' + so.at(-1), push);
  await push(page, node('answer:' + so.at(-1)));
  await until(page, (value) => window.guida.state().choices['lavoro-info'] === value, so.join(','));
}
