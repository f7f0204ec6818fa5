// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Narrow, enlarged, spaced out, recoloured: nothing is lost. (35, 36, 37, 40, 41, 46, 48)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { faint, media } from '../lib/colours.mjs';
import { press } from '../lib/guide.mjs';
import { step } from '../lib/job.mjs';
import { gap, losses, none, targets } from '../lib/layout.mjs';
import { letter } from '../lib/letters.mjs';
import { open, visit } from '../lib/visit.mjs';

const use = useBrowser();
const narrow = { width: 320, height: 640, deviceScaleFactor: 1, isMobile: false };
const zoomed = { width: 320, height: 180, deviceScaleFactor: 4 }; // 1280 × 720 at 400 %

/** states are the pages to look at. */
const states = {
  'the guide': async (page) => {
    await open(page, letter('declared-income').token);
    await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; document.getElementById('descrizioni').click(); });
  },
  'a pension': async (page) => {
    await open(page, letter('pension-longest').token);
    await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; document.getElementById('descrizioni').click(); });
  },
  'the guide in German': (page) => open(page, letter('deutsch').token),
  'a result of the form': async (page) => {
    await open(page, letter('under55').token);
    for (const [i, a] of ['aut', 'sotto', 'si'].entries()) { await press(page, 'answer ' + a); await step(page, i + 1); }
  },
  'the general page': (page) => open(page),
  'an expired letter': (page) => open(page, letter('expired').token),
};

const spacing = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
const phone = { width: 390, height: 844, deviceScaleFactor: 1 };

/** ways are what people do to a page to read it: window, size of the letters (CSS px), spacing. */
const ways = {
  '320 px wide': [narrow],
  '1280 px at 400 %': [zoomed],
  'text at 200 %, phone': [phone, { letters: 32 }],
  'text at 200 %, desktop': [sizes.desktop, { letters: 32 }],
  'text spaced out, phone': [phone, { spaced: true }],
  'text spaced out, desktop': [sizes.desktop, { spaced: true }],
  'as it is, phone': [phone],
  'as it is, desktop': [sizes.desktop],
  'phone on its side': [{ width: 844, height: 390, deviceScaleFactor: 1 }],
};

/** apply shows the page in one way. */
async function apply(page, devtools, [size, { letters = 16, spaced = false } = {}]) {
  await page.setViewport(size);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: letters, fixed: letters } });
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, spaced ? spacing : '');
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), letters + 'px');
}

for (const [state, reach] of Object.entries(states)) {
  test(`nothing is lost: ${state}`, async (t) => {
    const page = await visit(t, use.browser, { size: phone });
    const devtools = await page.createCDPSession();
    await reach(page);
    for (const [way, how] of Object.entries(ways)) {
      await t.test(way, async () => {
        await apply(page, devtools, how);
        assert.deepEqual(await losses(page), none);
      });
    }
  });
}

for (const [name, size] of [['320 px', narrow], ...Object.entries(sizes)]) {
  test(`targets are large enough and apart, ${name}`, async (t) => {
    const page = await visit(t, use.browser, { size });
    await states['the guide'](page);
    const all = await targets(page);
    assert.ok(all.length > 50, 'the page has controls');
    const small = all.filter((x) => Math.min(x.width, x.height) < (x.primary ? 48 : 44) - 0.5)
      .map((x) => `${x.name}: ${Math.round(x.width)} × ${Math.round(x.height)}`);
    const close = [];
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        const px = gap(a, b);
        if (px < 7.5) close.push(`${a.name} and ${b.name}: ${px.toFixed(1)}`);
      }
    }
    assert.deepEqual({ small, close }, { small: [], close: [] });
  });
}

test('with forced colours every control keeps an edge, and what is pressed differs in more than colour', async (t) => {
  const page = await visit(t, use.browser);
  await media(page, ['forced-colors', 'active']);
  await states['the guide'](page);
  await press(page, 'vote 3');
  const edgeless = await page.evaluate(() => [...document.querySelectorAll('main button, header button, a.service, summary')].filter((e) => {
    const s = getComputedStyle(e);
    return e.checkVisibility() && !e.matches('.line-play, summary') && !(s.borderStyle !== 'none' && parseFloat(s.borderWidth) >= 1) && s.textDecorationLine === 'none';
  }).map((e) => e.outerHTML.slice(0, 90)));
  assert.deepEqual(edgeless, []);
  const look = (selector) => page.evaluate((s) => {
    const c = getComputedStyle(document.querySelector(s));
    return [c.borderWidth, c.borderStyle, c.outlineStyle, c.outlineWidth, c.textDecorationLine, c.backgroundColor, c.forcedColorAdjust].join(' ');
  }, selector);
  await page.evaluate(() => document.activeElement.blur());
  assert.notEqual(await look('.star[aria-pressed="true"]'), await look('.star[aria-pressed="false"]'), 'the chosen star');
  assert.notEqual(await look('#lingue [aria-pressed="true"]'), await look('#lingue [aria-pressed="false"]'), 'the language that is on');
});

for (const [name, reach] of Object.entries(states)) {
  test(`text stands out 4.5:1, and 7:1 where more contrast is asked for: ${name}`, async (t) => {
    const page = await visit(t, use.browser);
    await reach(page);
    assert.deepEqual(await faint(page, 4.5), []);
    await media(page, ['prefers-color-scheme', 'dark']);
    assert.deepEqual(await faint(page, 4.5), [], 'dark');
    await media(page, ['prefers-color-scheme', 'dark'], ['prefers-contrast', 'more']);
    assert.deepEqual(await faint(page, 7), [], 'dark');
    await media(page, ['prefers-contrast', 'more']);
    assert.deepEqual(await faint(page, 7), []);
  });
}
