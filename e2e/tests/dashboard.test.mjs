// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The staff's dashboard: nothing for axe to find, everything by keyboard, whole on a phone and without JavaScript. (1, 2, 5, 21, 35)

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { violations } from '../lib/axe.mjs';
import { sizes, useBrowser, withoutWebGL } from '../lib/browser.mjs';
import { signIn, startDashboard } from '../lib/dashboard.mjs';
import { label, ringArea, tabThrough } from '../lib/keyboard.mjs';
import { targets } from '../lib/layout.mjs';
import { visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser(withoutWebGL);
let board, bare;
before(async () => { [board, bare] = [await startDashboard(), await startDashboard({ empty: true })]; });
after(() => Promise.all([board?.stop(), bare?.stop()]));

const openAll = (page) => page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; });

/** pages are what staff can meet. */
const pages = {
  'the sign-in': (page) => page.goto(board.origin + '/accesso'),
  'a campaign': async (page) => { await signIn(page, board); },
  'a campaign, all tables open': async (page) => { await signIn(page, board); await openAll(page); },
  'contacts, all tables open': async (page) => { await signIn(page, board); await page.goto(board.origin + '/contatti'); await openAll(page); },
  'no data yet': async (page) => { await signIn(page, bare); },
  'no contacts yet': async (page) => { await signIn(page, bare); await page.goto(bare.origin + '/contatti'); },
};

for (const [name, size] of Object.entries(sizes)) {
  describe('on a ' + name, () => {
    for (const [state, reach] of Object.entries(pages)) {
      test(state, async (t) => {
        const page = await visit(t, use.browser, { size });
        await reach(page);
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, 'it scrolls sideways');
        const small = (await targets(page, 'main, nav')).filter((x) => x.height < 43.5 || x.width < 43.5);
        assert.deepEqual(small, [], 'controls are too small');
      });
    }
  });
}

for (const [name, width, zoom] of [['320 px', 320, 1], ['1280 px at 400 %', 320, 4], ['text at 200 %', 640, 1]]) {
  test('nothing is cut at ' + name, async (t) => {
    const page = await visit(t, use.browser, { size: { width, height: 568, deviceScaleFactor: zoom } });
    await signIn(page, board);
    if (name.startsWith('text')) await page.evaluate(() => { document.documentElement.classList.add('grande'); document.adoptedStyleSheets = [Object.assign(new CSSStyleSheet())]; document.adoptedStyleSheets[0].replaceSync('html{font-size:200%}'); });
    for (const path of ['/', '/contatti']) {
      if (path !== '/') await page.goto(board.origin + path);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, path + ' scrolls sideways');
    }
  });
}

test('everything works by keyboard', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.desktop });
  await signIn(page, board);
  const stops = await tabThrough(page);
  const back = await tabThrough(page, { back: true });
  assert.deepEqual(back.map((s) => s.key), stops.map((s) => s.key).reverse(), 'Shift+Tab is the reverse');
  const names = stops.map(label).join('\n');
  for (const wanted of ['a "Vai al contenuto"', 'a "Contatti"', 'button "Esci"', 'select ', 'button "Mostra"', 'a "CSV"', 'summary "Tabella', 'button "Importa"']) {
    assert.ok(names.includes(wanted), `${wanted} is no stop of\n${names}`);
  }
  await page.focus('main summary');
  assert.ok(await ringArea(page) > 100, 'a table\'s control shows where the focus is');
  await page.keyboard.press('Enter');
  assert.ok(await page.$eval('main details', (d) => d.open), 'Enter opens the table');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Tabella: Il percorso', 'the table scrolls by keyboard');
  await page.focus('#giorni');
  await page.select('#giorni', '7');
  await page.keyboard.press('Tab');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await page.$eval('#giorni', (s) => s.value), '7', 'the period is chosen');
});

test('each chart has its name, its description and its table', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.desktop });
  await signIn(page, board);
  const charts = await page.$$eval('figure', (all) => all.map((f) => ({
    title: f.querySelector('svg[role=img] > title')?.textContent, desc: f.querySelector('svg[role=img] > desc')?.textContent,
    rows: f.querySelectorAll('tbody tr').length, heading: f.querySelector('figcaption h3')?.textContent,
  })));
  assert.ok(charts.length >= 11, `${charts.length} charts`);
  for (const c of charts) assert.ok(c.title && c.desc?.length > 20 && c.rows > 1 && c.heading, JSON.stringify(c));
});

test('without JavaScript the page is whole, forms included', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.phone });
  await page.setJavaScriptEnabled(false);
  await signIn(page, board);
  const text = await page.$eval('main', (m) => m.textContent);
  for (const word of ['Aperture', 'Avvii', 'Completate (80%)', 'Lettera con QR', 'Media ']) assert.ok(text.includes(word), word);
  await Promise.all([page.waitForNavigation(), page.click('nav a[href="/contatti"]')]);
  assert.match(await page.$eval('main', (m) => m.textContent), /Variazione associata/);
});

test('live figures arrive on an open page', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.desktop });
  await signIn(page, board);
  await page.evaluate(() => { document.querySelector('[data-cifra=aperture]').textContent = 'vecchio'; });
  const stream = await page.evaluate(() => new Promise((done) => {
    new EventSource(document.querySelector('[data-vivo]').dataset.vivo).addEventListener('cifre', (e) => done(JSON.parse(e.data)));
  }));
  assert.match(stream.aperture, /^[0-9.]+$/);
  await page.reload();
  await until(page, () => /^[0-9.]+$/.test(document.querySelector('[data-cifra=aperture]').textContent));
});

test('files are imported and what is wrong with them is said', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.phone, expected: /400/ });
  await signIn(page, bare);
  await page.goto(bare.origin + '/contatti');
  const file = join(tmpdir(), `guida-contatti-${process.pid}.csv`);
  const head = 'day,topic,channel,contacts,population_at_risk,treated\n';
  for (const [rows, said] of [['2026-11-02,naspi,sede,tanti,1000,1\n', /line 2: contacts/], ['2026-11-02,naspi,sede,10,1000,1\n', /1 righe importate/]]) {
    writeFileSync(file, head + rows);
    await (await page.$('#file')).uploadFile(file);
    await Promise.all([page.waitForNavigation(), page.click('form[enctype] button')]);
    assert.match(await page.$eval('.avviso', (e) => e.textContent), said);
  }
});
