// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The personal guide: four answers, whole text, table of the months. (29, 48)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { answersOf, chaptersOf, monthsOf } from '../lib/guide.mjs';
import { factsOf, goodLetters, letter, storyboard } from '../lib/letters.mjs';
import { origin, open, settled, today, visit } from '../lib/visit.mjs';
import { date, later, money } from '../lib/words.mjs';

const use = useBrowser();

/** expectedAnswers are the four answers worked out from a letter's facts. */
function expectedAnswers(facts) {
  const lang = facts.lang;
  const days = { it: 'giorni', de: 'Tage', en: 'days' }[lang];
  return {
    importo: money(facts.monthly, lang),
    primo: facts.first_pay ? date(facts.first_pay, lang) : 'Data in arrivo',
    durata: `${facts.days} ${days}`,
    fine: date(later(facts.start, facts.days - 1), lang),
  };
}

/** nextDuty is what the person has to do first: SIISL while its days run, else to tell about a job. */
function nextDuty(facts) {
  const limit = later(facts.start, 15);
  const siisl = facts.applied > '2024-11-24' && limit >= today;
  return siisl ? date(limit, facts.lang) : { it: 'lavoro', de: 'Arbeit', en: 'job' }[facts.lang];
}

/** told is the figure of an amount as the transcript has it, without the sign of the euro. */
const told = (amount) => amount.replace(/\u00a0?€/, '');

/** monthsIn are the rows of schedule.csv as the page writes them. */
function monthsIn(board, lang) {
  const short = (iso) => iso.split('-').reverse().join({ it: '/', de: '.', en: '/' }[lang]);
  return board.months.map(([n, from, to, days, amount]) => [`${n} ${short(from)} – ${short(to)}`, days, money(amount, lang)]);
}

/** assertChapter compares a chapter read in the page with the transcript's. */
function assertChapter(got, want) {
  assert.deepEqual(got.slice(0, want.length), want);
  for (const rest of got.slice(want.length)) assert.match(rest, /^\[.+\]$/, 'only the picture may be described beyond the transcript');
}

for (const [name, size] of Object.entries(sizes)) {
  describe(`a good letter opens its guide, ${name}`, () => {
    for (const { id, title } of goodLetters) {
      test(`${id}: ${title}`, async (t) => {
        const page = await visit(t, use.browser, { size });
        await open(page, letter(id).token);
        const facts = factsOf(id);
        const board = storyboard(id);

        const answers = await answersOf(page);
        const want = expectedAnswers(facts);
        assert.deepEqual(answers.importo, [want.importo]);
        assert.deepEqual(answers.primo, [want.primo]);
        assert.equal(answers.durata[0], want.durata);
        assert.ok(answers.durata[1].endsWith(want.fine), `${answers.durata[1]} does not name ${want.fine}`);
        assert.match(answers.scadenza[0], new RegExp(nextDuty(facts), 'i'));

        const transcript = board.chapters.flat().join('\n');
        for (const figure of [told(want.importo), String(facts.days), want.fine]) {
          assert.ok(transcript.includes(figure), `the transcript lacks ${figure}`);
        }

        const chapters = await chaptersOf(page);
        assert.equal(chapters.length, board.chapters.length);
        chapters.forEach((chapter, i) => assertChapter(chapter, board.chapters[i]));
        assert.deepEqual(await monthsOf(page), monthsIn(board, facts.lang), 'the table equals schedule.csv');
      });
    }
  });
}

test('without a named day the guide takes the device\'s', async (t) => {
  const page = await visit(t, use.browser);
  await page.goto(origin + '/#' + letter('under55').token);
  await settled(page);
  assert.equal((await answersOf(page)).importo[0], money(factsOf('under55').monthly));
});

test('the day named in the address moves what is past', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token, { today: later(today, 30) });
  const text = (await chaptersOf(page)).flat();
  assert.ok(text.some((l) => l.startsWith('Il primo pagamento era previsto')), 'the first payment is past');
  assert.ok(text.some((l) => l.startsWith('Fai tre cose, appena puoi')), 'the days of SIISL are past');
});

test('a reload keeps the letter while the tab is open', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('over55').token);
  const before = await chaptersOf(page);
  await page.reload();
  await settled(page);
  assert.deepEqual(await chaptersOf(page), before);
});
