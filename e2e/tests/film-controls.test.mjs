// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The film's controls, by keyboard and by touch. (2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 20, 21, 27, 46, 47)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from '../lib/axe.mjs';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { painted, quick, reaches, seek, stateOf, stop, watch } from '../lib/film.mjs';
import { pressOn } from '../lib/guide.mjs';
import { findings } from '../lib/ibm.mjs';
import { covered, here, label, ringArea, tabThrough } from '../lib/keyboard.mjs';
import { gap, losses, none, targets } from '../lib/layout.mjs';
import { visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();

async function film(t, { size = sizes.desktop, query, expected } = {}) {
  const page = await visit(t, use.browser, { size, expected });
  await watch(page, { query });
  return page;
}

/** firstDifference is where two lists part, undefined when they are equal. */
const firstDifference = (a, b) => Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [a[i], b[i]]).find(([x, y]) => x !== y);

const focusOn = (page, selector) => page.evaluate((s) => document.querySelector(s).focus(), selector);
const focused = (page) => page.evaluate(() => document.activeElement.className || document.activeElement.dataset.node || document.activeElement.tagName);

for (const [name, size] of Object.entries(sizes)) {
  test(`Tab visits every control of the film once and leaves it; Shift+Tab is the reverse, ${name}`, async (t) => {
    const page = await film(t, { size, query: { paused: 1 } });
    await seek(page, 'naspi-domande-2');
    await tabThrough(page, { back: true }); // to the top of the page
    const forth = await tabThrough(page);
    const back = await tabThrough(page, { back: true });
    assert.equal(firstDifference(forth.map(label), back.map(label).reverse()), undefined);
    const missed = await page.evaluate(() => [...document.querySelectorAll('#film :is(a[href],button,input)')]
      .filter((e) => e.checkVisibility() && !window.stops.has(e)).map((e) => e.outerHTML.slice(0, 100)));
    assert.deepEqual(missed, []);
    assert.equal(await page.evaluate(() => [...window.stops.keys()].some((e) => e.tagName === 'CANVAS')), false);
  });
}

test('the canvas is a picture: no focus, no touch, no name, also after a reload', async (t) => {
  const page = await film(t, { query: { paused: 1 } });
  const canvas = () => page.evaluate(() => {
    const c = document.querySelector('#film canvas');
    return { tabindex: c.getAttribute('tabindex'), hidden: c.ariaHidden, events: getComputedStyle(c).pointerEvents, all: document.querySelectorAll('canvas').length };
  });
  const picture = { tabindex: null, hidden: 'true', events: 'none', all: 1 };
  assert.deepEqual(await canvas(), picture);
  await page.reload();
  await painted(page);
  assert.deepEqual(await canvas(), picture);
});

test('after a tap on the picture Tab reaches the next control', async (t) => {
  const page = await film(t, { size: sizes.phone, query: { paused: 1 } });
  await page.evaluate(() => { document.activeElement.blur(); document.querySelector('.stage').scrollIntoView({ block: 'center', behavior: 'instant' }); });
  const at = await page.evaluate(() => { const r = document.querySelector('.stage').getBoundingClientRect(); return { x: r.left + 20, y: r.bottom - 30 }; });
  await page.touchscreen.tap(at.x, at.y);
  await pause(300);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => Boolean(document.activeElement.closest('#film'))), true);
});

test('5: every control of the film shows a ring of 3:1 and is not covered', async (t) => {
  const page = await film(t, { query: { paused: 1 } });
  const faint = [], hidden = [];
  for (const where of ['naspi-domande-2', 'naspi-quanto-6', 'naspi-servizi-2']) {
    await seek(page, where);
    await seek(page, (await stateOf(page)).time + 2.5);
    await pause(800);
    for (const selector of await page.evaluate(() => [...document.querySelectorAll('#film :is(.nodes, .bar) :is(button, a, input)')].map((e, i) => { e.dataset.stop = i; return `[data-stop="${i}"]`; }))) {
      await page.evaluate((s) => document.querySelector(s).focus({ focusVisible: true }), selector);
      const stop = await here(page);
      const hider = await covered(page);
      if (hider) hidden.push(`${label(stop)} under ${hider}`);
      const { width, height } = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
      const area = await ringArea(page);
      if (area < Math.min(width + height, 400)) faint.push(`${where} ${label(stop)}: ${area} px`);
    }
  }
  assert.deepEqual({ faint, hidden }, { faint: [], hidden: [] });
});

test('Space and Enter on Play act once, and its name says what it does', async (t) => {
  const page = await film(t);
  await focusOn(page, '.bar .play');
  for (const [key, playing, name] of [['Space', false, 'Avvia'], ['Enter', true, 'Pausa'], ['Space', false, 'Avvia']]) {
    await page.keyboard.press(key);
    await pause(200);
    assert.equal((await stateOf(page)).playing, playing, key);
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), name);
  }
});

test('a press slid off the control does nothing', async (t) => {
  const page = await film(t);
  const at = await page.evaluate(() => { const r = document.querySelector('.bar .play').getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; });
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await pause(100);
  assert.equal((await stateOf(page)).playing, true, 'nothing happens on the way down');
  await page.mouse.move(at.x + 200, at.y - 100);
  await page.mouse.up();
  assert.equal((await stateOf(page)).playing, true);
});

describe('the slider', () => {
  const slider = '.track input';
  test('moves by five seconds, to the start and to the end', async (t) => {
    const page = await film(t, { query: { paused: 1, t: 60 } });
    const { duration } = await stateOf(page);
    await focusOn(page, slider);
    for (const [key, want] of [['ArrowRight', 65], ['ArrowUp', 70], ['ArrowLeft', 65], ['ArrowDown', 60], ['Home', 0], ['End', Math.floor(duration)]]) {
      await page.keyboard.press(key);
      const { time } = await stateOf(page);
      assert.ok(Math.abs(time - want) <= 1, `${key}: ${time} instead of ${want}`);
    }
  });

  test('says where the film is: "1 minuto e 20 secondi di 4 minuti, capitolo 2"', async (t) => {
    const page = await film(t, { query: { paused: 1, t: 80 } });
    await focusOn(page, slider);
    const { duration, chapter } = await stateOf(page);
    const text = await page.evaluate((s) => document.querySelector(s).getAttribute('aria-valuetext'), slider);
    assert.equal(text, `1 minuto e 20 secondi di ${Math.round(duration / 60)} minuti, capitolo ${chapter + 1}`);
  });

  test('keeps quiet while the film plays', async (t) => {
    const page = await film(t);
    await focusOn(page, '.bar .cc');
    const told = () => page.evaluate((s) => [document.querySelector(s).getAttribute('aria-valuetext'), document.querySelector(s).value], slider);
    const before = await told();
    await pause(3000);
    assert.deepEqual(await told(), before);
    assert.notEqual(await page.evaluate(() => document.querySelector('.time span').textContent), '0:00', 'the painted time goes on');
  });
});

test('ten seconds back and ahead', async (t) => {
  const page = await film(t, { size: sizes.phone, query: { paused: 1, t: 60 } });
  await pressOn(page, '.bar .ahead');
  await reaches(page, { time: 70 });
  await pressOn(page, '.bar .back');
  await reaches(page, { time: 60 });
});

describe('the panel of chapters and settings', () => {
  const opened = async (t, options) => {
    const page = await film(t, options);
    await focusOn(page, '.bar .menu');
    await page.keyboard.press('Enter');
    await until(page, () => document.querySelector('dialog.panel').open);
    return page;
  };

  test('20: is a dialog with a name, the page behind it is inert, Esc closes it and returns the focus', async (t) => {
    const page = await opened(t);
    assert.equal((await stateOf(page)).playing, false, 'the film rests');
    const dialog = await page.evaluate(() => {
      const d = document.querySelector('dialog.panel');
      return { name: document.getElementById(d.getAttribute('aria-labelledby'))?.textContent, modal: d.matches(':modal'), inside: d.contains(document.activeElement) };
    });
    assert.deepEqual(dialog, { name: 'Capitoli', modal: true, inside: true });
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))), true, 'Tab does not reach the page behind');
    }
    await page.keyboard.press('Escape');
    await until(page, () => !document.querySelector('dialog.panel').open);
    assert.equal(await focused(page), 'menu');
    await reaches(page, { playing: true });
  });

  test('axe and the other checker find nothing in it', async (t) => {
    const page = await opened(t, { query: { paused: 1 } });
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await findings(page), []);
  });

  test('goes to a chapter', async (t) => {
    const page = await opened(t, { size: sizes.phone, query: { paused: 1 } });
    const names = await page.evaluate(() => [...document.querySelectorAll('.chapter-go')].map((b) => b.textContent));
    assert.equal(names.length, 12);
    await page.evaluate(() => [...document.querySelectorAll('.chapter-go')][4].click());
    await reaches(page, { scene: 'durata', playing: true });
    assert.equal(await page.evaluate(() => document.querySelector('dialog.panel').open), false);
  });

  test('keeps the choices: speed, size of captions, motion, keys', async (t) => {
    const page = await opened(t, { query: { paused: 1 } });
    await page.evaluate(() => {
      document.querySelector('[name="set-velocita"][value="150"]').click();
      document.querySelector('[name="cc-grandezza"][value="200"]').click();
      document.querySelector('[name="set-movimento"]').click();
    });
    await page.reload();
    await painted(page);
    const size = await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.captions p')).fontSize));
    assert.ok(size >= 39 && size <= 41, `captions of ${size} px`);
    await focusOn(page, '.bar .play');
    await page.keyboard.press('Enter');
    const from = await stateOf(page);
    await pause(2000);
    const gone = (await stateOf(page)).time - from.time;
    assert.ok(gone > 2.4 && gone < 4.5, `${gone} s in 2 s at 1,5×`);
  });

  test('fills the screen with all controls, and leaves it', async (t) => {
    const page = await opened(t, { query: { paused: 1 } });
    await page.evaluate(() => document.querySelector('.panel .full').scrollIntoView());
    await pressOn(page, '.panel .full');
    await until(page, () => document.fullscreenElement?.id === 'film');
    for (const part of ['.stage', '.bar .play', '.bar .cc', '.bar .menu', '.track input']) {
      assert.equal(await page.evaluate((s) => document.fullscreenElement.querySelector(s).checkVisibility(), part), true, part);
    }
    await page.evaluate(() => document.exitFullscreen());
    await until(page, () => !document.fullscreenElement);
  });
});

test('single letters work in the film, not in fields, and can be switched off', async (t) => {
  const page = await film(t, { query: { paused: 1 } });
  const captions = () => page.evaluate(() => document.querySelector('.cc').getAttribute('aria-pressed'));
  await focusOn(page, '.bar .back');
  await page.keyboard.press('c');
  assert.equal(await captions(), 'false');
  await page.evaluate(() => document.querySelector('[data-do="vote 3"]').focus());
  await page.keyboard.press('c');
  assert.equal(await captions(), 'false', 'outside the film a letter is a letter');
  await focusOn(page, '.bar .menu');
  await page.keyboard.press('Enter');
  await page.evaluate(() => document.querySelector('[name="set-tasti"]').click());
  await page.keyboard.press('Escape');
  await until(page, () => !document.querySelector('dialog.panel').open);
  for (const key of ['c', 'k', ' ']) {
    await focusOn(page, '.track input');
    await page.keyboard.press(key);
  }
  assert.equal(await captions(), 'false');
  assert.equal((await stateOf(page)).playing, false);
});

for (const [name, size] of Object.entries({ ...sizes, '320 px': { width: 320, height: 640, deviceScaleFactor: 1 }, 'phone on its side': { ...sizes.phone, width: 844, height: 390 } })) {
  test(`the film's targets are large enough and apart, and nothing is lost, ${name}`, async (t) => {
    const page = await film(t, { size, query: { paused: 1 } });
    const all = await targets(page, '#film .bar');
    const small = all.filter((x) => Math.min(x.width, x.height) < (x.primary ? 48 : 44) - 0.5).map((x) => `${x.name}: ${Math.round(x.width)} × ${Math.round(x.height)}`);
    const close = all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b, gap(a, b)])).filter(([, , px]) => px < 7.5).map(([a, b, px]) => `${a.name} and ${b.name}: ${px.toFixed(1)}`);
    assert.deepEqual({ small, close }, { small: [], close: [] });
    assert.deepEqual(await losses(page), none);
    for (const where of ['naspi-domande-2', 'naspi-servizi-2', 'naspi-voto-1']) {
      await seek(page, where);
      await seek(page, (await stateOf(page)).time + 2);
      const painted2 = await page.evaluate(() => [...document.querySelectorAll('.nodes :is(button, a)')].map((e) => { const r = e.getBoundingClientRect(); return { name: e.textContent.slice(0, 30), width: r.width, height: r.height }; }));
      assert.deepEqual(painted2.filter((x) => Math.min(x.width, x.height) < 43.5).map((x) => `${x.name}: ${x.width} × ${x.height}`), []);
    }
  });
}

for (const [name, size] of Object.entries(sizes)) {
  test(`axe finds nothing while the film is there, ${name}`, async (t) => {
    const page = await film(t, { size, query: { paused: 1 } });
    for (const where of ['naspi-saluto-2', 'naspi-domande-2', 'naspi-durata-5', 'naspi-servizi-2']) {
      await seek(page, where);
      await seek(page, (await stateOf(page)).time + 2);
      assert.deepEqual(await violations(page), [], where);
    }
  });
}

test('the focus stays where it is while the film plays', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.desktop });
  await quick(page);
  await watch(page);
  await focusOn(page, '.bar .cc');
  await seek(page, 'naspi-quanto-1');
  await pause(4000);
  assert.equal(await focused(page), 'cc');
  await seek(page, 'naspi-domande-2');
  await reaches(page, { hold: 'menu' });
  assert.equal(await focused(page), 'cc', 'not even the menu takes it');
});

test('the focus does not fall out of the film when a painted control goes', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.desktop });
  await watch(page, { query: { paused: 1 } });
  await seek(page, 'naspi-quanto-6');
  await seek(page, (await stateOf(page)).time + 2);
  await focusOn(page, '.nodes button');
  await seek(page, 'naspi-quando-1a');
  await pause(500);
  assert.equal(await page.evaluate(() => Boolean(document.activeElement.closest('#film'))), true, `the focus is on ${await focused(page)}`);
  await stop(page);
});
