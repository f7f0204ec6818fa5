// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The infographic in the film: its questions by tap and by keyboard, and the form of the text beside it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { downloadFolder, saved } from '../lib/files.mjs';
import { painted, quick, reaches, seek, stateOf, watch } from '../lib/film.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { answer, node, paths, resultOf, titles, turnTo } from '../lib/job.mjs';
import { letter } from '../lib/letters.mjs';
import { open, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();

/** atQuiz opens a letter and lets the film wait at the infographic. */
async function atQuiz(t, options) {
  const page = await visit(t, use.browser, options);
  await quick(page);
  await watch(page);
  await seek(page, 'naspi-lavoro-8');
  await reaches(page, { held: true, hold: 'lavoro-info' });
  return page;
}

/** byKey goes to a control with Tab, back or forth, and presses Enter. */
async function byKey(page, selector) {
  const back = await page.evaluate((s) => Boolean(document.querySelector(s)
    .compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING), selector);
  for (let tabs = 0; tabs < 30; tabs++) {
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return page.keyboard.press('Enter');
    if (back) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (back) await page.keyboard.up('Shift');
  }
  throw new Error('Tab does not reach ' + selector);
}

const focused = (page) => page.evaluate(() => [document.activeElement.tagName, document.activeElement.textContent]);

const longest = paths.find((p) => p.name === 'dip breve sotto no si');

for (const [way, push, size] of [['tap', pressOn, sizes.phone], ['click', pressOn, sizes.desktop], ['keyboard', byKey, sizes.desktop], ['keyboard', byKey, sizes.phone]]) {
  test(`the longest path by ${way}, ${size.width} px`, async (t) => {
    const page = await atQuiz(t, { size });
    for (let n = 1; n <= longest.answers.length; n++) {
      await answer(page, longest.answers.slice(0, n), push);
      assert.equal((await focused(page))[0], 'H2', 'the new screen is read from its heading on');
    }
    assert.deepEqual(await focused(page), ['H2', titles[longest.text]]);
    const form = await resultOf(page);
    assert.equal(form.id, longest.id, 'the form of the text shows the same result');
    assert.notEqual(form.focused, 'lavoro-fuoco', 'the focus stays in the film');
    await push(page, node('back'));
    await until(page, () => window.guida.state().choices['lavoro-info'] === 'dip,breve,sotto,no');
    await turnTo(page, 'continue', push);
    await push(page, node('continue'));
    await reaches(page, { scene: 'anticipazione', held: false, playing: true });
    assert.equal((await stateOf(page)).choices['lavoro-info'], 'dip,breve,sotto,no', 'going on keeps the answers');
  });
}

test('the result of the film can be saved, and another case tried', async (t) => {
  const downloads = downloadFolder(t);
  const page = await atQuiz(t, { downloads });
  await answer(page, ['tir'], pressOn);
  await turnTo(page, 'save:dl-risultato', pressOn);
  await pressOn(page, node('save:dl-risultato'));
  const { content } = await saved(downloads, 'guida-naspi-lavoro.txt');
  assert.ok(content.includes(titles.t1), content);
  const link = await page.evaluate(() => document.querySelector('.nodes a[data-service="svc-naspi"]')?.target);
  assert.equal(link, '_blank', 'the service is a real link');
  await turnTo(page, 'again', pressOn);
  await pressOn(page, node('again'));
  await until(page, () => !('lavoro-info' in window.guida.state().choices));
  assert.equal(await resultOf(page), null, 'the form starts over too');
});

test('what is answered in the form is shown by the film, and its language keeps it', async (t) => {
  const page = await atQuiz(t);
  await press(page, 'answer aut');
  await press(page, 'answer sopra');
  await until(page, () => window.guida.state().choices['lavoro-info'] === 'aut,sopra');
  const title = () => document.querySelector('.nodes [data-node="naspi-inf-a4-t"]')?.textContent;
  const it = await until(page, title);
  await press(page, 'lang de');
  await until(page, (was) => {
    const now = document.querySelector('.nodes [data-node="naspi-inf-a4-t"]')?.textContent;
    return now && now !== was;
  }, it);
  assert.equal((await stateOf(page)).choices['lavoro-info'], 'aut,sopra');
});

test('answers given before the film started are in it', async (t) => {
  const page = await visit(t, use.browser);
  await quick(page);
  await open(page, letter('under55').token, { film: null });
  await press(page, 'answer sport');
  await press(page, 'watch');
  await painted(page);
  await until(page, () => window.guida.state().choices['lavoro-info'] === 'sport');
});
