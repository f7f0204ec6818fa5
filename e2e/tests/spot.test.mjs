// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The spot: the film for people without a letter.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { watch } from '../lib/film.mjs';
import { press } from '../lib/guide.mjs';
import { letter } from '../lib/letters.mjs';
import { open, visit } from '../lib/visit.mjs';
import { hear } from '../lib/voice.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();
const state = (page) => page.evaluate(() => window.guida.state());

for (const [name, size] of Object.entries(sizes)) {
  test(`without a letter the spot plays to its end, ${name}`, async (t) => {
    const page = await visit(t, use.browser, { size });
    await watch(page, { token: '', query: { t: 38 } });
    const { duration, line } = await state(page);
    assert.ok(duration >= 40 && duration <= 60, `${duration} s`);
    assert.match(line, /^spot-/);
    assert.equal(await page.title(), 'La video-guida INPS');
    await until(page, () => !window.guida.state().playing && window.guida.state().time > 40);
    assert.equal(await page.evaluate(() => document.querySelectorAll('#spot .line').length), 7, 'the text stays');
  });
}

test('the spot follows the language of the page', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, '', { film: null });
  await press(page, 'lang de');
  await press(page, 'watch');
  await until(page, () => window.guida.state().captions.startsWith('Hast du die NASpI'));
});

test('a line of the text starts the spot there', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, '', { film: null });
  await press(page, 'seek spot-5');
  await until(page, () => window.guida.state().line === 'spot-5' && window.guida.state().playing);
});

test('the spot speaks, and sends for its own pack alone', async (t) => {
  const page = await visit(t, use.browser);
  const packs = [];
  page.on('request', (r) => { if (r.url().endsWith('.vbk')) packs.push(new URL(r.url()).pathname); });
  await hear(page, { token: '' });
  assert.equal(packs.length, 1);
  assert.match(packs[0], /^\/voice\/it\/spot\.[0-9a-f]{10}\.vbk$/);
});

test('whoever has an expired letter can watch the spot', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('expired').token, { film: null });
  await press(page, 'general');
  await press(page, 'watch');
  await until(page, () => window.guida.state().line === 'spot-1' && window.guida.state().playing);
});

test('a pension speaks too', async (t) => {
  const page = await visit(t, use.browser);
  await hear(page, { token: letter('pension-8').token });
  assert.match((await state(page)).line, /^pens-/);
});
