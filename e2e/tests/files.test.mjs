// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What a person keeps: the sheet, the calendar, the result of the form, paper.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { downloadFolder, events, saved } from '../lib/files.mjs';
import { press } from '../lib/guide.mjs';
import { paths, step, titles } from '../lib/job.mjs';
import { factsOf, letter, storyboard } from '../lib/letters.mjs';
import { open, today, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';
import { date, later, money } from '../lib/words.mjs';

const use = useBrowser();

async function guideWithDownloads(t, id, query) {
  const downloads = downloadFolder(t);
  const page = await visit(t, use.browser, { downloads });
  await open(page, letter(id).token, query);
  return { page, downloads };
}

test('the sheet is one whole page that opens by itself and holds every figure', async (t) => {
  const { page, downloads } = await guideWithDownloads(t, 'declared-income');
  await press(page, 'save dl-riepilogo');
  const { path, content } = await saved(downloads, 'guida-naspi.html');
  assert.doesNotMatch(content, /<script|<link|src=|href=|url\(/i, 'the sheet asks for nothing');

  const sheet = await visit(t, use.browser, { size: sizes.desktop });
  const asked = [];
  sheet.on('request', (r) => asked.push(r.url()));
  await sheet.goto(pathToFileURL(path).href);
  assert.equal(asked.length, 1, 'opening the sheet loads the sheet alone');
  const text = await sheet.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  const facts = factsOf('declared-income');
  const figures = [money(facts.monthly), date(facts.first_pay), date(facts.start), date(later(facts.start, facts.days - 1)), String(facts.days)];
  for (const figure of figures) assert.ok(text.includes(figure.replace('\u00a0', ' ')), `the sheet lacks ${figure}`);
  const rows = await sheet.evaluate(() => [...document.querySelectorAll('tbody tr')].map((r) => [...r.cells].slice(1).map((c) => c.textContent)));
  assert.deepEqual(rows, storyboard('declared-income').months.map(([, , , days, amount]) => [days, money(amount)]));
  assert.equal(await sheet.evaluate(() => document.documentElement.lang), 'it');
});

/** deadlines are the days a calendar must hold, worked out from the facts. */
function deadlines(facts) {
  const days = {
    'primo-pagamento': facts.first_pay,
    siisl: facts.applied > '2024-11-24' ? later(facts.start, 15) : undefined,
    reddito: facts.income ? january(today) : undefined,
    fine: later(facts.start, facts.days - 1),
    guida: facts.exp,
  };
  return Object.fromEntries(Object.entries(days).filter(([, d]) => d && d >= today));
}

const january = (day) => (day.slice(5) <= '01-31' ? day.slice(0, 4) : Number(day.slice(0, 4)) + 1) + '-01-31';

for (const id of ['declared-income', 'first-pay-unknown', 'first-pay-past', 'before-24-11-2024']) {
  test(`the calendar of ${id} holds the deadlines that are not past`, async (t) => {
    const { page, downloads } = await guideWithDownloads(t, id);
    await press(page, 'save dl-calendario');
    const { content } = await saved(downloads, 'guida-naspi.ics');
    const found = events(content);
    const kinds = Object.fromEntries(found.map((e) => [e.UID.replace(/-\d{8}@.*/, ''), e.DTSTART.replace(/(....)(..)(..)/, '$1-$2-$3')]));
    assert.deepEqual(kinds, deadlines(factsOf(id)));
    for (const e of found) {
      assert.equal(e.DTEND, later(e.DTSTART.replace(/(....)(..)(..)/, '$1-$2-$3'), 1).replaceAll('-', ''));
      assert.match(e.SUMMARY, /^INPS: ./);
      assert.ok(e['ALARM-TRIGGER'], 'there is a reminder');
    }
    assert.match(content, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    for (const line of content.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, 'RFC 5545 folds lines at 75 octets');
    assert.equal(new Set(found.map((e) => e.UID)).size, found.length);
  });
}

test('the result of the form is saved with questions and answers', async (t) => {
  const { page, downloads } = await guideWithDownloads(t, 'under55');
  const path = paths.find((p) => p.text === 'd2');
  for (const [i, answer] of path.answers.entries()) {
    await press(page, 'answer ' + answer);
    await step(page, i + 1);
  }
  await press(page, 'save dl-risultato');
  const { content } = await saved(downloads, 'guida-naspi-lavoro.txt');
  for (const part of ['Che lavoro è? Lavoro dipendente', 'Quanto dura il contratto? Fino a 6 mesi', titles.d2, 'Che cosa fai: ', 'Entro quando: ', '803\u00a0164']) {
    assert.ok(content.includes(part), `the file lacks "${part}"`);
  }
});

test('the files speak the language of the page', async (t) => {
  const { page, downloads } = await guideWithDownloads(t, 'under55', { lang: 'de' });
  await press(page, 'save dl-riepilogo');
  const { content } = await saved(downloads, 'guida-naspi.html');
  assert.match(content, /<html lang="de">/);
  assert.doesNotMatch(content, /Importo|giorni|Scadenze/);
});

test('on paper there is the sheet and nothing else', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.desktop });
  // The browser's print dialog is not part of the page: hold the moment before it.
  await page.evaluateOnNewDocument(() => { window.print = () => { window.printed = true; }; });
  await open(page, letter('declared-income').token);
  await press(page, 'save stampa');
  await until(page, () => window.printed);
  await page.emulateMediaType('print');
  const paper = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  const facts = factsOf('declared-income');
  for (const figure of [money(facts.monthly), date(facts.first_pay), '31 gennaio', '803 164']) {
    assert.ok(paper.includes(figure.replace('\u00a0', ' ')), `the paper lacks ${figure}`);
  }
  assert.doesNotMatch(paper, /Guarda la tua guida|Leggi la guida|Che lavoro è|Dimostrazione/);
  const months = await page.evaluate(() => document.querySelectorAll('.foglio tbody tr').length);
  assert.equal(months, storyboard('declared-income').months.length);
  await page.emulateMediaType('screen');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await page.evaluate(() => document.querySelector('.foglio')), null);
});
