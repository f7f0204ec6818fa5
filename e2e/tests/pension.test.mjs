// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The guide of a pension: answers, whole text, taxes, explanations, files, film. (12, 17, 28, 29)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { downloadFolder, events, saved } from '../lib/files.mjs';
import { nodesOf, play, reaches, seek, stateOf, watch } from '../lib/film.mjs';
import { answersOf, chaptersOf, press } from '../lib/guide.mjs';
import { factsOf, letter, pensionLetters, storyboard } from '../lib/letters.mjs';
import { open, visit } from '../lib/visit.mjs';
import { date, money } from '../lib/words.mjs';

const use = useBrowser();

/** ready is what an Italian date looks like to both: the first of a month has its sign. */
const ready = (s) => s.replace('1° ', '1 ');

for (const { id, title } of pensionLetters) {
  test(`${id}: ${title}`, async (t) => {
    const page = await visit(t, use.browser);
    await open(page, letter(id).token);
    const facts = factsOf(id);
    const answers = await answersOf(page);
    assert.deepEqual(answers.netto, [money(facts.net, facts.lang)]);
    assert.deepEqual(answers.lordo, [money(facts.gross, facts.lang)]);
    if (facts.first_pay) assert.equal(ready(answers.primo[0]), date(facts.first_pay, facts.lang));
    else assert.equal(answers.primo[0], 'Data in arrivo');

    const board = storyboard(id);
    const chapters = await chaptersOf(page);
    assert.equal(chapters.length, board.chapters.length);
    chapters.forEach((chapter, i) => assert.deepEqual(chapter.slice(0, board.chapters[i].length), board.chapters[i]));
  });
}

/** taxesOf are the rows of the table of taxes: {name: amount}. */
const taxesOf = (page) => page.evaluate(() => Object.fromEntries(
  [...document.querySelectorAll('#cap-tasse table tbody tr')].map((r) => [r.cells[0].textContent, r.cells[1].textContent])));

test('the taxes are the letter\'s, to the cent', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('pension-8').token);
  const facts = factsOf('pension-8');
  assert.deepEqual(Object.values(await taxesOf(page)),
    [facts.gross, facts.irpef, facts.local_tax, facts.deductions, facts.net].map((n) => money(n)));
});

test('who pays no taxes reads that they are zero, and nothing else of them', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('pension-1').token);
  const facts = factsOf('pension-1');
  assert.deepEqual(Object.values(await taxesOf(page)), [money(facts.gross), money('0.00'), money(facts.net)]);
  assert.equal(await page.$('#cap-detrazioni'), null);
  assert.equal(await page.$('#cap-red'), null);
});

test('the page looks the same to who has lost somebody, and no request tells of it', async (t) => {
  const asked = {};
  const pages = {};
  for (const id of ['pension-superstiti', 'pension-1']) {
    const page = await visit(t, use.browser);
    asked[id] = [];
    page.on('request', (r) => { if (r.url().startsWith('http')) asked[id].push(new URL(r.url()).pathname); });
    await open(page, letter(id).token);
    assert.ok(await page.$eval('.officer', (e) => e.checkVisibility()), 'her picture, which is serious, is there for everybody');
    pages[id] = await page.evaluate(() => [document.body.className, document.documentElement.className]);
  }
  assert.ok(asked['pension-1'].length > 3);
  assert.deepEqual(pages['pension-superstiti'], pages['pension-1']);
  const files = (id) => [...new Set(asked[id])].sort();
  assert.deepEqual(files('pension-superstiti'), files('pension-1'));
});

test('explanations open in the text, by keyboard too', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('pension-8').token);
  const hidden = () => page.$eval('[data-topic="pens-inf-perche-irpef"] p', (p) => p.checkVisibility());
  assert.equal(await hidden(), false);
  await page.focus('[data-topic="pens-inf-perche-irpef"] summary');
  await page.keyboard.press('Enter');
  assert.equal(await hidden(), true);
});

test('the sheet and the calendar of a pension', async (t) => {
  const downloads = downloadFolder(t);
  const page = await visit(t, use.browser, { downloads });
  await open(page, letter('pension-longest').token);
  const facts = factsOf('pension-longest');
  await press(page, 'save dl-riepilogo');
  const sheet = (await saved(downloads, 'guida-pensione.html')).content;
  for (const n of [facts.gross, facts.net, facts.irpef, facts.arrears]) assert.ok(sheet.includes(money(n)), `the sheet lacks ${n}`);
  await press(page, 'save dl-calendario');
  const all = events((await saved(downloads, 'guida-pensione.ics')).content);
  const kinds = all.map((e) => e.UID.replace(/-\d{8}@.*/, ''));
  assert.equal(kinds.filter((k) => k === 'pagamento').length, 12);
  for (const k of ['primo-pagamento', 'red', 'cu', 'guida']) assert.ok(kinds.includes(k), `the calendar lacks ${k}`);
  const red = all.find((e) => e.UID.startsWith('red-'));
  assert.equal(red.DTSTART, facts.red_by.replaceAll('-', ''));
});

test('the film plays the pension, and waits while an explanation is read', async (t) => {
  const page = await visit(t, use.browser);
  await watch(page, { token: letter('pension-8').token, query: { paused: 1 } });
  await seek(page, 'pens-quanto-3a');
  assert.equal((await stateOf(page)).scene, 'quanto');
  await seek(page, 'pens-cedolino-4');
  await play(page);
  await reaches(page, { playing: true });
  const topic = (await nodesOf(page)).find((n) => n.action === 'explain:pens-inf-perche-irpef');
  assert.equal(topic.role, 'button');
  const press = (action) => page.evaluate((a) => document.querySelector(`#film .nodes [data-action="${a}"]`)?.click(), action);
  await press('explain:pens-inf-perche-irpef');
  await reaches(page, { playing: false });
  const told = (await nodesOf(page)).find((n) => n.id === 'pens-inf-perche-irpef');
  assert.equal(told.role, 'output');
  await press('explain:');
  await reaches(page, { playing: true });
});
