// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The readable skin, the film narrow, enlarged, spaced out and pinched, and in the colours asked for. (35, 36, 37, 38, 40, 41, 52)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from '../lib/axe.mjs';
import { sizes, useBrowser, withoutWebGL } from '../lib/browser.mjs';
import { nodesOf, painted, reaches, seek, stateOf, watch } from '../lib/film.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { letter } from '../lib/letters.mjs';
import { losses, none, targets, gap } from '../lib/layout.mjs';
import { faint, media } from '../lib/colours.mjs';
import { open, visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();
const useFlat = useBrowser(withoutWebGL);
const narrow = { width: 320, height: 640, deviceScaleFactor: 1 };
const zoomed = { width: 320, height: 180, deviceScaleFactor: 1 }; // 1280 × 720 at 400 %, without its four times finer pixels

const skin = (page) => page.evaluate(() => document.getElementById('film').classList.contains('readable'));

const letters = async (page, px) => (await page.createCDPSession()).send('Page.setFontSizes', { fontSizes: { standard: px, fixed: px } });

/** film is a letter's film at rest, after prepare. */
async function film(t, { size = sizes.phone, id = 'under55', prepare, query } = {}) {
  const page = await visit(t, use.browser, { size });
  await prepare?.(page);
  await watch(page, { token: letter(id).token, query: { paused: 1, ...query } });
  return page;
}

/** ways are what makes the skin come by itself. */
const ways = {
  'forced colours': { prepare: (page) => media(page, ['forced-colors', 'active']) },
  'more contrast': { prepare: (page) => media(page, ['prefers-contrast', 'more']) },
  'root text of 150 %': { prepare: (page) => letters(page, 24) },
  'a window of 320 px': { size: narrow },
};

for (const [name, way] of Object.entries(ways)) {
  test(`40: ${name} shows the nodes instead of the picture`, async (t) => {
    const page = await film(t, way);
    assert.equal(await skin(page), true);
    await seek(page, 'naspi-domande-2');
    await seek(page, (await stateOf(page)).time + 2.5);
    assert.deepEqual(await unseen(page), []);
    assert.equal(await page.evaluate(() => document.querySelector('#film canvas').checkVisibility({ visibilityProperty: true })), false);
  });
}

test('40: without any of that the picture is there', async (t) => {
  assert.equal(await skin(await film(t)), false);
  assert.equal(await skin(await film(t, { prepare: (page) => letters(page, 20) })), false);
});

/** unseen are the nodes whose words cannot be seen: no box, no colour of their own. */
const unseen = (page) => page.evaluate(() => window.guida.semantics().filter((n) => {
  const e = document.querySelector(`.nodes [data-node="${CSS.escape(n.id)}"]`);
  const r = e.getBoundingClientRect(), s = getComputedStyle(e);
  return !e.checkVisibility({ opacityProperty: true }) || r.height < 8 || r.width < 8 || /rgba\(.*, 0\)|transparent/.test(s.color) || s.position !== 'static';
}).map((n) => n.id));

test('by hand: the skin is chosen in the panel, kept, and left again; the place stays', async (t) => {
  const page = await film(t);
  await seek(page, 'naspi-quanto-1');
  const { line } = await stateOf(page);
  const toggle = async () => {
    await pressOn(page, '.bar .menu');
    await pressOn(page, '.panel label:has([name=ui-vista-leggibile])');
    await pressOn(page, '.panel .close');
  };
  await toggle();
  assert.equal(await skin(page), true);
  await page.reload();
  await until(page, () => window.guidaFilm);
  assert.equal(await skin(page), true, 'it is kept');
  assert.equal((await stateOf(page)).line, line);
  await toggle();
  assert.equal(await skin(page), false);
  await painted(page);
  assert.ok((await stateOf(page)).width > 300, 'the picture is drawn again');
});

test('by hand against the device: who wants the picture keeps it', async (t) => {
  const page = await film(t, ways['more contrast']);
  await pressOn(page, '.bar .menu');
  await pressOn(page, '.panel label:has([name=ui-vista-leggibile])');
  await pressOn(page, '.panel .close');
  assert.equal(await skin(page), false);
});

test('the skin plays: nodes come at their markers, an answer plays its part, the infographic works', async (t) => {
  const page = await film(t, { size: narrow });
  await seek(page, 'naspi-domande-1');
  await page.evaluate(() => window.guida.play());
  await until(page, () => document.querySelector('.nodes [data-action="choose:naspi-btn-dom-controllo"]'));
  await pressOn(page, '.nodes [data-action="choose:naspi-btn-dom-controllo"]');
  await reaches(page, { line: 'naspi-quando-5', held: false });
  await seek(page, 'naspi-lavoro-8');
  await page.evaluate(() => window.guida.play());
  await until(page, () => document.querySelector('.nodes [data-action="answer:dip"]'));
  await pressOn(page, '.nodes [data-action="answer:dip"]');
  await until(page, () => document.querySelector('.nodes [data-action="answer:lungo"]'));
  assert.match(await page.evaluate(() => document.activeElement.tagName), /H[2-4]/, 'the new question is read first');
});

test('52: a device that cannot draw hears the film, reads captions and nodes, and has the whole text', async (t) => {
  const page = await visit(t, useFlat.browser);
  await open(page, letter('under55').token, { film: null });
  await press(page, 'watch');
  await until(page, () => window.guidaFilm && window.guida.state().time > 1);
  assert.equal(await skin(page), true);
  assert.notEqual((await stateOf(page)).captions, '');
  await seek(page, 'naspi-servizi-2');
  await until(page, () => document.querySelector('.nodes a[href]'));
  assert.equal(await page.evaluate(() => document.querySelectorAll('#servizi a[href]').length), 10);
  assert.deepEqual(await violations(page), []);
});

/** moments are what there is to see of a film: menu, figures, chart, question, services, rating. */
const moments = {
  under55: ['naspi-domande-2', 'naspi-quanto-5b', 'naspi-durata-5', 'naspi-lavoro-8', 'naspi-servizi-2', 'naspi-voto-1'],
  'pension-8': ['pens-quanto-4a', 'pens-cedolino-4', 'pens-tasse-2', 'pens-servizi-2'],
};

const spacing = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/** readers are how people look at the film: window, letters in CSS px, spacing. */
const readers = {
  '35: 320 px wide, text at 200 %': { size: narrow, px: 32 },
  '35: 320 px wide': { size: narrow, px: 16 },
  '36: 1280 px at 400 %': { size: zoomed, px: 16 },
  '37: text spaced out, phone': { size: sizes.phone, px: 16, spaced: true },
  '37: text spaced out, desktop': { size: sizes.desktop, px: 16, spaced: true },
  'text at 200 %, phone': { size: sizes.phone, px: 32 },
  'text at 200 %, desktop': { size: sizes.desktop, px: 32 },
};

for (const [name, { size, px, spaced }] of Object.entries(readers)) {
  test(`${name}: nothing of the film is lost`, { skip: !process.env.FULL && !/^3[567].*(%|phone)$/.test(name) }, async (t) => {
    for (const [id, lines] of Object.entries(moments).slice(0, process.env.FULL ? 2 : 1)) {
      const page = await film(t, { size, id, prepare: (p) => letters(p, px) });
      if (spaced) await page.evaluate((rules) => { const s = new CSSStyleSheet(); s.replaceSync(rules); document.adoptedStyleSheets = [s]; }, spacing);
      for (const line of lines) {
        await seek(page, line);
        await seek(page, (await stateOf(page)).time + 2.5);
        await pause(200);
        assert.deepEqual(await losses(page), none, line);
        assert.deepEqual(await outOfReach(page), [], line);
      }
      await pressOn(page, '.bar .menu');
      await until(page, () => document.querySelector('dialog.panel').open);
      const { sideways, cut } = await losses(page); // it lies over the page's text
      assert.deepEqual({ sideways, cut }, { sideways: [], cut: [] }, 'the panel');
      await page.keyboard.press('Escape');
    }
  });
}

/** outOfReach are controls of the film that no scrolling brings into the window, or that meet another. */
async function outOfReach(page) {
  const all = await targets(page, '#film .bar');
  const wide = await page.evaluate(() => innerWidth);
  return [
    ...all.filter((x) => x.x < -1 || x.x + x.width > wide + 1).map((x) => x.name + ' lies outside'),
    ...all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b, gap(a, b)])).filter(([, , px]) => px < 7.5).map(([a, b, px]) => `${a.name} and ${b.name}: ${px.toFixed(1)}`),
  ];
}

test('38: two fingers enlarge the page over the picture', async (t) => {
  const page = await film(t);
  const devtools = await page.createCDPSession();
  const { x, y } = await page.evaluate(() => { const r = document.querySelector('.stage').getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; });
  assert.equal(await page.evaluate(() => visualViewport.scale), 1);
  await devtools.send('Input.synthesizePinchGesture', { x, y, scaleFactor: 2, relativeSpeed: 800 });
  const scale = await page.evaluate(() => visualViewport.scale);
  assert.ok(scale > 1.7, `two fingers gave ${scale}`);
  const allowed = await page.evaluate(() => [document.querySelector('meta[name=viewport]').content, ...['.stage', '.stage canvas', '.nodes'].map((s) => getComputedStyle(document.querySelector(s)).touchAction)]);
  assert.doesNotMatch(allowed[0], /maximum-scale|user-scalable/);
  assert.deepEqual(allowed.slice(1), ['auto', 'auto', 'auto']);
});

describe('41: light, dark and contrast are the device\'s', () => {
  for (const scheme of ['light', 'dark']) {
    for (const contrast of ['no-preference', 'more']) {
      test(`${scheme}, contrast ${contrast}`, async (t) => {
        const page = await film(t, { prepare: (p) => media(p, ['prefers-color-scheme', scheme], ['prefers-contrast', contrast]) });
        await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; });
        await seek(page, 'naspi-servizi-2');
        assert.deepEqual(await faint(page, contrast === 'more' ? 7 : 4.5), []);
        const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).reduce((sum, v) => sum + Number(v), 0));
        assert.equal(paper > 384, scheme === 'light');
        assert.deepEqual((await nodesOf(page)).length > 0, true);
      });
    }
  }
});
