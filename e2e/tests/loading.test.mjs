// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Before, without and instead of the two programs. (52)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { assertComplete } from '../lib/complete.mjs';
import { watch } from '../lib/film.mjs';
import { answersOf, headings, press, textOf } from '../lib/guide.mjs';
import { factsOf, letter } from '../lib/letters.mjs';
import { block, holdBack, meter } from '../lib/network.mjs';
import { address, open, settled, visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';
import { spoken } from '../lib/voice.mjs';
import { money } from '../lib/words.mjs';

const use = useBrowser();
const token = letter('under55').token;
const withFilm = { film: null };
const expected = /reader:|film:|Failed to load|ERR_|net::/;

for (const [name, size] of Object.entries(sizes)) {
  test(`while the reader loads, the page already says what it is, ${name}`, async (t) => {
    const page = await visit(t, use.browser, { size });
    const reader = await holdBack(page, '*reader*.wasm');
    await page.goto(address(token));
    await until(page, () => document.querySelector('.officer').complete && !document.getElementById('caricamento').hidden);
    assert.deepEqual(await headings(page, 'h1'), ['La tua video-guida']);
    const text = await textOf(page, 'body');
    for (const part of ['Preparo la tua guida…', 'QR', 'MyINPS', '803 164', '06 164 164', 'non ti chiede password']) {
      assert.ok(text.includes(part), `the page lacks "${part}"`);
    }
    assert.equal(await page.evaluate(() => location.hash), '', 'the token is out of the address already');
    await reader.release();
    await settled(page);
    assert.deepEqual((await answersOf(page)).importo, [money(factsOf('under55').monthly)]);
  });
}

test('the poster is painted within a second', async (t) => {
  const page = await visit(t, use.browser);
  const reader = await holdBack(page, '*reader*.wasm');
  await page.goto(address(token));
  await until(page, () => performance.getEntriesByType('paint').length === 2);
  const ms = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
  assert.ok(ms <= 1000, `first paint after ${ms} ms`);
  await reader.release();
});

test('progress tells the bytes that really travel', async (t) => {
  const page = await visit(t, use.browser);
  await page.evaluateOnNewDocument(() => {
    window.told = [];
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver(() => window.told.push(document.getElementById('caricamento-testo').textContent))
        .observe(document.getElementById('caricamento-testo'), { childList: true, characterData: true, subtree: true });
    });
  });
  await open(page, token);
  const told = await page.evaluate(() => window.told);
  const wire = await page.evaluate(() => JSON.parse(document.getElementById('dati').textContent).reader.wire);
  const mb = (wire / 1e6).toFixed(1).replace('.', ',');
  assert.ok(told.length > 0, 'progress was told');
  for (const line of told) assert.match(line, new RegExp(`^Preparo la tua guida… \\d,\\d di ${mb} MB\\.`));
  assert.ok(told.at(-1).startsWith(`Preparo la tua guida… ${mb} di`), told.at(-1));
});

test('a reader that cannot be had leaves an honest page and the telephone', async (t) => {
  const page = await visit(t, use.browser, { expected });
  await block(page, '*reader*.wasm');
  await page.goto(address(token));
  await until(page, () => !document.getElementById('errore').hidden);
  const text = await textOf(page, 'body');
  for (const part of ['La guida non si apre', 'Riprova', 'MyINPS', '803 164', '06 164 164']) assert.ok(text.includes(part), `the page lacks "${part}"`);
  assert.equal(await page.evaluate(() => document.getElementById('caricamento').hidden), true);
});

test('without a network the page says so; "Riprova" opens the letter', async (t) => {
  const page = await visit(t, use.browser, { expected });
  const reader = await holdBack(page, '*reader*.wasm');
  await page.goto(address(token));
  await until(page, () => document.querySelector('.officer').complete);
  while (!reader.waiting) await pause(25);
  await page.setOfflineMode(true);
  await reader.breakOff();
  await until(page, () => document.querySelector('#errore h1')?.textContent === 'Sei senza rete');
  await page.setOfflineMode(false);
  await page.evaluate(() => document.querySelector('#errore button').click());
  await settled(page);
  assert.deepEqual((await answersOf(page)).importo, [money(factsOf('under55').monthly)]);
});

describe('without the film the text guide is complete and a note says why', () => {
  test('the film does not arrive', async (t) => {
    const page = await visit(t, use.browser, { expected });
    await block(page, '*film*.wasm');
    await open(page, token, withFilm);
    await press(page, 'watch');
    await until(page, () => !document.getElementById('errore').hidden);
    assert.ok((await textOf(page, '#errore')).length > 20);
    assert.equal(await page.evaluate(() => document.getElementById('film').hidden), true);
    await assertComplete(page);
    assert.equal(await page.evaluate(() => document.querySelector('[data-do="watch"]').checkVisibility()), true, 'one can try again');
  });

  test('the address switches it off', async (t) => {
    const page = await visit(t, use.browser);
    await open(page, token);
    await press(page, 'watch');
    await until(page, () => !document.getElementById('errore').hidden);
    await assertComplete(page);
  });
});

describe('the film is fetched ahead only where that is welcome', () => {
  const fetchedAhead = async (t, prepare) => {
    const page = await visit(t, use.browser);
    const bytes = await meter(page);
    await prepare?.(page);
    await open(page, token, withFilm);
    await pause(1500);
    return bytes.files().some((f) => /film.*wasm/.test(f.url));
  };

  test('on a good line, after the answers', async (t) => assert.equal(await fetchedAhead(t), true));

  test('not with Save-Data', async (t) => assert.equal(await fetchedAhead(t, async (page) => {
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
  }), false));

  test('not without a letter', async (t) => {
    const page = await visit(t, use.browser);
    const bytes = await meter(page);
    await open(page, '', withFilm);
    await pause(1000);
    assert.equal(bytes.files().some((f) => /film.*wasm/.test(f.url)), false);
  });
});

test('at most 900 KB travel until the answers are painted', async (t) => {
  const page = await visit(t, use.browser);
  const bytes = await meter(page);
  const film = await holdBack(page, '*film*.wasm');
  await open(page, token, withFilm);
  const limit = process.env.QUALITY === '11' ? 900_000 : 1_100_000; // brotli 5 makes files a fifth larger
  t.diagnostic(`${bytes.total()} bytes at brotli ${process.env.QUALITY}`);
  assert.ok(bytes.total() > 100_000, 'the meter runs');
  assert.ok(bytes.total() <= limit, `${bytes.total()} bytes travelled`);
  await film.release();
});

test('a second visit with the film loads next to nothing', async (t) => {
  const page = await visit(t, use.browser);
  await watch(page, { token, query: { voice: null } });
  await spoken(page);
  const again = await page.browserContext().newPage();
  await again.setViewport(sizes.phone);
  const bytes = await meter(again);
  await watch(again, { token, query: { voice: null } });
  await spoken(again);
  t.diagnostic(`${bytes.total()} bytes`);
  assert.ok(bytes.files().length > 5, 'the meter runs');
  assert.ok(bytes.total() <= 50_000, `${bytes.total()} bytes travelled again: ${JSON.stringify(bytes.files().filter((f) => f.bytes > 1000))}`);
});
