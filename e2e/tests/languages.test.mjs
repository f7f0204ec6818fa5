// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Italian, German, English: each complete, each marked as what it is. (50)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { answersOf, chaptersOf, headings, press } from '../lib/guide.mjs';
import { factsOf, goodLetters, letter, storyboard } from '../lib/letters.mjs';
import { open, visit } from '../lib/visit.mjs';
import { date, money } from '../lib/words.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();
const chosen = process.env.FULL ? goodLetters.map((l) => l.id) : ['declared-income', 'first-pay-past', 'contacts-missing'];

/** speak switches the page to a language and waits until the text follows. */
async function speak(page, lang) {
  await press(page, 'lang ' + lang);
  await until(page, (l) => document.documentElement.lang === l && document.querySelector('#fiducia').childElementCount > 0, lang);
  await until(page, (title) => document.querySelector('#testo h3')?.textContent === title, storyboard('under55', lang).chapters[0][0]);
}

for (const id of chosen) {
  test(`${id} is complete in every language`, async (t) => {
    const page = await visit(t, use.browser);
    await open(page, letter(id).token);
    for (const lang of ['de', 'en', 'it']) {
      await speak(page, lang);
      const board = storyboard(id, lang);
      const chapters = await chaptersOf(page);
      assert.equal(chapters.length, board.chapters.length);
      chapters.forEach((chapter, i) => assert.deepEqual(chapter.slice(0, board.chapters[i].length), board.chapters[i]));
      const facts = factsOf(id);
      const answers = await answersOf(page);
      assert.equal(answers.importo[0], money(facts.monthly, lang));
      if (facts.first_pay) assert.equal(answers.primo[0], date(facts.first_pay, lang));
    }
  });
}

test('the letter\'s own language comes first, the address goes before it', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('deutsch').token);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  await open(page, '', { lang: 'en' });
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
});

test('the switch says which language is on and keeps the focus', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token);
  await speak(page, 'de');
  const state = await page.evaluate(() => ({
    pressed: [...document.querySelectorAll('#lingue button')].map((b) => [b.lang, b.getAttribute('aria-pressed')]),
    names: [...document.querySelectorAll('#lingue button')].map((b) => b.getAttribute('aria-label')),
    focused: document.activeElement.lang,
  }));
  assert.deepEqual(state.pressed, [['it', 'false'], ['de', 'true'], ['en', 'false']]);
  for (const [i, name] of ['Italiano', 'Deutsch', 'English'].entries()) assert.ok(state.names[i].includes(name), state.names[i]);
  assert.equal(state.focused, 'de');
});

/** foreign are the visible texts that the page does not mark as Italian although they are. */
const foreign = (page, italian) => page.evaluate((words) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const e = n.parentElement;
    if (e.closest('script,noscript') || !e.checkVisibility() || e.closest('[lang]').lang === 'it') continue;
    if (words.some((w) => n.data.includes(w))) found.push(n.data.trim());
  }
  return found;
}, italian);

// Words of each fixed part of the page that exist in Italian alone.
const fixedParts = ['Leggi la guida', 'Dimostrazione', 'Ti serve aiuto', 'Da cellulare', 'a pagamento', 'patronato ti aiuta', 'Dichiarazione'];

for (const lang of ['de', 'en']) {
  test(`nothing Italian passes for ${lang} in the fixed parts of the page`, async (t) => {
    const page = await visit(t, use.browser);
    await open(page, letter('under55').token, { lang });
    assert.deepEqual(await foreign(page, fixedParts), []);
  });

  test(`the title of the tab is in ${lang}, or says nothing Italian`, async (t) => {
    const page = await visit(t, use.browser);
    await open(page, letter('under55').token, { lang });
    assert.doesNotMatch(await page.title(), /La tua/);
  });

  test(`a refusal speaks ${lang}`, async (t) => {
    const page = await visit(t, use.browser);
    await open(page, letter('expired').token, { lang });
    const want = { de: 'Dieser Guide ist abgelaufen', en: 'This guide has expired' }[lang];
    assert.ok((await headings(page, 'h1')).includes(want));
    assert.deepEqual(await foreign(page, fixedParts), []);
  });
}
