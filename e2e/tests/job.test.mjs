// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The form "what if I find a job": its decision table, by tap and by keyboard. (1, 2, 8, 18)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { press } from '../lib/guide.mjs';
import { paths, resultOf, step, titles } from '../lib/job.mjs';
import { letter } from '../lib/letters.mjs';
import { open, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();

/** sample is one path per text, which makes nineteen; FULL=1 takes all 57. */
const firstOfText = (p, i, all) => all.findIndex((q) => q.text === p.text) === i;
const sample = process.env.FULL ? paths : paths.filter(firstOfText);

test('the table has all the paths of the script', () => {
  assert.equal(paths.length, 57);
  assert.equal(sample.length >= 10, true);
  for (const p of paths) assert.ok(titles[p.text], p.text);
});

function assertResult(got, want) {
  assert.ok(got, 'there is a result');
  assert.equal(got.id, want.id);
  assert.equal(got.text, want.text);
  assert.equal(got.title, titles[want.text]);
  assert.equal(got.focused, 'lavoro-fuoco', 'the result has the focus, so that it is read once');
  assert.equal(got.parts.length, 3, 'why, what to do, by when');
  assert.ok(got.parts.every(Boolean), 'no part is empty');
  assert.ok(got.sign.trim(), 'a sign stands beside the words');
}

/** walk gives the answers of a path, each in its own way, from the first question. */
async function walk(page, answers, give) {
  await step(page, 0);
  for (const [i, answer] of answers.entries()) {
    await give(page, 'answer ' + answer);
    await step(page, i + 1);
  }
}

/** byKeyboard reaches the answer with Tab from the question's heading, and presses Enter. */
async function byKeyboard(page, verb) {
  for (let n = 0; n < 20; n++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement.dataset.do);
    if (at === verb) return page.keyboard.press('Enter');
  }
  throw new Error('Tab does not reach ' + verb);
}

const startFromFocus = (page) => page.evaluate(() => document.getElementById('lavoro-fuoco').focus());

for (const [way, size, give] of [['by tap', sizes.phone, press], ['by keyboard', sizes.desktop, byKeyboard]]) {
  test('the table is walked ' + way, async (t) => {
    const page = await pageOf(t, size);
    for (const path of sample) {
      await t.test(`${path.name} → ${path.outcome}`, async () => {
        await startFromFocus(page);
        await walk(page, path.answers, give);
        assertResult(await resultOf(page), path);
      });
      await give(page, 'again');
    }
  });
}

async function pageOf(t, size) {
  const page = await visit(t, use.browser, { size });
  await open(page, letter('under55').token);
  return page;
}

test('Back undoes one answer, "try another case" all of them', async (t) => {
  const page = await pageOf(t, sizes.phone);
  await walk(page, ['dip', 'breve', 'sotto'], press);
  await press(page, 'back');
  assert.deepEqual(await step(page, 2), ['answer sotto', 'answer sopra', 'answer nonso', 'back']);
  await press(page, 'answer sopra');
  await step(page, 3);
  assert.equal((await resultOf(page)).text, 'd2');
  await press(page, 'again');
  await step(page, 0);
  assert.equal(await resultOf(page), null);
});

test('the form keeps its answers when the language changes', async (t) => {
  const page = await pageOf(t, sizes.phone);
  await walk(page, ['tir'], press);
  await press(page, 'lang de');
  await until(page, (italian) => {
    const title = document.querySelector('#lavoro-info output.result h4')?.textContent;
    return document.documentElement.lang === 'de' && title && !title.includes(italian);
  }, titles.t1);
  assert.equal((await resultOf(page)).text, 't1');
});

test('a lower benefit is estimated from the expected income', async (t) => {
  const page = await pageOf(t, sizes.phone);
  await walk(page, ['aut', 'sotto', 'si'], press);
  for (const [typed, want] of [['5.000,50', /Stima: circa [\d.,]+\s*euro in meno ogni mese/], ['tanto', /^$/]]) {
    await page.evaluate(() => { document.getElementById('lavoro-guadagno').value = ''; });
    await page.type('#lavoro-guadagno', typed);
    await until(page, (source) => new RegExp(source).test(document.getElementById('lavoro-stima').textContent), want.source);
  }
});

test('an outcome is told by words, sign and colour: losing does not look like keeping', async (t) => {
  const page = await pageOf(t, sizes.phone);
  const look = async (answers) => {
    await walk(page, answers, press);
    const { sign } = await resultOf(page);
    const colour = await page.evaluate(() => getComputedStyle(document.querySelector('output.result')).backgroundColor);
    await press(page, 'again');
    return { sign, colour };
  };
  const keeps = await look(['tir']);
  const loses = await look(['dip', 'lungo', 'sopra']);
  assert.notEqual(keeps.sign, loses.sign);
  assert.notEqual(keeps.colour, loses.colour);
});
