// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// German and English on a phone: nothing is cut off, and a change of language loses neither place nor choices. (50)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { reaches, resting, seek, stateOf, watch } from '../lib/film.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { step } from '../lib/job.mjs';
import { losses, none } from '../lib/layout.mjs';
import { letter, letters, storyboard } from '../lib/letters.mjs';
import { open, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();
const under55 = letter('under55').token;

const openAll = (page) => page.evaluate(() => {
  for (const d of document.querySelectorAll('details')) d.open = true;
  document.getElementById('descrizioni').click();
});

async function answer(page, answers) {
  for (const [i, a] of answers.entries()) {
    await press(page, 'answer ' + a);
    await step(page, i + 1);
  }
}

/** states are the pages that people meet, in a language. */
const states = {
  'the general page': (page, query) => open(page, '', query),
  'the guide, everything opened': async (page, query) => { await open(page, letter('declared-income').token, query); await openAll(page); },
  'a pension, everything opened': async (page, query) => { await open(page, letter('pension-longest').token, query); await openAll(page); },
  'a lower benefit': async (page, query) => { await open(page, under55, query); await answer(page, ['aut', 'sotto', 'si']); },
  'the end of the benefit': async (page, query) => { await open(page, under55, query); await answer(page, ['dip', 'lungo', 'sopra']); },
  'after voting': async (page, query) => { await open(page, under55, query); await press(page, 'vote 3'); },
  'after erasing': async (page, query) => { await open(page, under55, query); await press(page, 'erase'); },
};
for (const l of letters.filter((x) => x.family)) states['the refusal of ' + l.id] = (page, query) => open(page, l.token, query);

for (const lang of ['de', 'en']) {
  test(`nothing is cut off or sideways on a phone in ${lang}`, async (t) => {
    for (const [state, reach] of Object.entries(states)) {
      await t.test(state, async (t2) => {
        const page = await visit(t2, use.browser, { size: sizes.phone });
        await reach(page, { lang });
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
        assert.deepEqual(await losses(page), none);
      });
    }
  });

  for (const id of ['under55', 'pension-longest']) {
    test(`every caption of ${id} fits a phone in ${lang}, and so does the panel`, async (t) => {
      const page = await visit(t, use.browser, { size: sizes.phone });
      await watch(page, { token: letter(id).token, query: { paused: 1, lang } });
      const cues = storyboard(id, lang).cues;
      assert.ok(cues.length > 50);
      for (const { from, text } of cues) {
        await seek(page, from + 0.05);
        const said = await page.evaluate(() => window.guida.state().captions);
        assert.equal(said.replace(/\s+/g, ' '), text.replace(/\s+/g, ' '));
        assert.deepEqual(await losses(page), none, text);
      }
      await pressOn(page, '.bar .menu');
      await until(page, () => document.querySelector('#film dialog[open]'));
      assert.deepEqual((await losses(page)).sideways, []);
      const wide = await page.evaluate(() => { const d = document.querySelector('#film dialog'); return d.scrollWidth - d.clientWidth; });
      assert.ok(wide <= 0, `the panel scrolls sideways by ${wide} px`);
    });
  }
}

test('a change of language keeps the place in the film, the answers, the vote and the captions\' switch', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.phone });
  await watch(page, { token: under55, query: { paused: 1 } });
  await answer(page, ['aut', 'sotto']);
  await press(page, 'vote 3');
  await pressOn(page, '.bar .cc');
  await seek(page, 'naspi-durata-5');
  await seek(page, (await stateOf(page)).time + 1);
  await resting(page);
  const kept = () => page.evaluate(() => {
    const { line, scene, chapter, choices, playing } = window.guida.state();
    return { line, scene, chapter, answers: choices['lavoro-info'], playing, voted: document.querySelector('[data-do="vote 3"]').ariaPressed, cc: document.querySelector('.bar .cc').ariaPressed };
  });
  const before = { ...await kept(), time: (await stateOf(page)).time };
  assert.deepEqual(before, { line: 'naspi-durata-5', scene: 'durata', chapter: before.chapter, answers: 'aut,sotto', playing: false, voted: 'true', cc: 'false', time: before.time });
  for (const lang of ['de', 'en', 'it']) {
    await press(page, 'lang ' + lang);
    await until(page, (l) => document.documentElement.lang === l && window.guida.state().frames > 0, lang);
    await reaches(page, { line: before.line });
    const { time, ...rest } = before;
    assert.deepEqual(await kept(), rest, lang);
    if (lang === 'it') assert.ok(Math.abs((await stateOf(page)).time - time) <= 2, `${(await stateOf(page)).time} instead of ${time}`);
  }
});
