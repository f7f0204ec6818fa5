// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The film plays: time, captions, seeking, pause, menu. (11, 17, 22, 23, 24, 25, 31, 44)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { countFrames, framesIn, nodesOf, painted, picture, play, quick, reaches, resting, seek, stateOf, stop, watch } from '../lib/film.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { letter, storyboard } from '../lib/letters.mjs';
import { changedArea, meanDifference } from '../lib/png.mjs';
import { open, visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();
const board = storyboard('under55');
const lines = board.chapters.flatMap((c) => c.slice(1)).filter((l) => !l.startsWith('['));

const onItsSide = { ...sizes.phone, width: 844, height: 390, isLandscape: true };

for (const [name, size] of Object.entries(sizes)) {
  test(`"Guarda la tua guida" plays the film and its captions, ${name}`, async (t) => {
    const page = await visit(t, use.browser, { size });
    await watch(page);
    const start = await stateOf(page);
    assert.equal(start.playing, true);
    assert.ok(Math.abs(start.duration - board.cues.at(-1).to) < 3, 'the film is as long as the storyboard');
    const heard = new Set();
    const until8 = Date.now() + 8000;
    while (Date.now() < until8) {
      heard.add((await stateOf(page)).captions);
      await pause(150);
    }
    const end = await stateOf(page);
    assert.ok(end.time - start.time > 6, `time passes: ${start.time} → ${end.time}`);
    assert.ok(end.frames > start.frames + 3, 'frames are drawn');
    heard.delete('');
    assert.ok(heard.size >= 2, 'the captions change');
    for (const caption of heard) assert.ok(lines.some((l) => l.includes(caption)), `"${caption}" is no line of the transcript`);
  });

}

for (const [name, size] of Object.entries({ ...sizes, 'phone on its side': onItsSide })) {
  test(`the whole film is in view when it starts, ${name}`, async (t) => {
    const page = await visit(t, use.browser, { size });
    await watch(page);
    const seen = await page.evaluate(() => ({
      header: document.querySelector('header').getBoundingClientRect().bottom,
      top: document.querySelector('#film .stage').getBoundingClientRect().top,
      bottom: document.querySelector('#film .bar').getBoundingClientRect().bottom,
      window: innerHeight,
    }));
    assert.ok(seen.top >= seen.header - 1, `the stage starts at ${seen.top}, the header ends at ${seen.header}`);
    assert.ok(seen.bottom <= seen.window + 1, `the bar ends at ${seen.bottom} in a window of ${seen.window}`);
  });
}

test('no sound and no film before a tap', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token);
  await pause(1500);
  assert.deepEqual(await page.evaluate(() => [
    [...document.querySelectorAll('audio,video')].filter((m) => !m.paused).length, window.guidaFilm === undefined, document.querySelector('canvas'),
  ]), [0, true, null]);
});

test('every word is in a caption, on time, in two lines at most', async (t) => {
  for (const size of Object.values(sizes)) {
    const page = await visit(t, use.browser, { size });
    await watch(page, { query: { paused: 1 } });
    const shown = await page.evaluate((cues) => cues.map(({ from, to }) => {
      window.guida.seek((from + to) / 2);
      const p = document.querySelector('.captions p');
      const range = document.createRange();
      range.selectNodeContents(p);
      const rows = new Set([...range.getClientRects()].map((r) => Math.round(r.top / 8)));
      return { text: p.textContent, rows: rows.size };
    }), board.cues);
    assert.deepEqual(shown.map((s) => s.text), board.cues.map((c) => c.text.replace(/\n/g, ' ')));
    assert.deepEqual(shown.filter((s) => s.rows > 2).map((s) => s.text), []);
    const spoken = shown.map((s) => s.text).join(' ');
    assert.equal(spoken, lines.join(' '), 'the captions are the whole transcript');
  }
});

test('captions are on at first, switch off with one press, and the choice is remembered', async (t) => {
  const page = await visit(t, use.browser);
  await watch(page, { query: { paused: 1 } });
  const pressed = () => page.evaluate(() => document.querySelector('.cc').getAttribute('aria-pressed'));
  assert.equal(await pressed(), 'true');
  await seek(page, 3);
  assert.notEqual((await stateOf(page)).captions, '');
  await pressOn(page, '.bar .cc');
  await reaches(page, { captions: '' });
  assert.equal(await pressed(), 'false');
  await page.reload();
  await painted(page);
  assert.equal(await pressed(), 'false');
});

describe('seeking equals playing through', () => {
  for (const [name, size] of Object.entries(sizes)) {
    test(name, async (t) => {
      const page = await visit(t, use.browser, { size });
      await watch(page, { query: { scale: 1 } });
      await seek(page, 'naspi-quanto-1');
      await pause(4000);
      await stop(page);
      const played = await resting(page);
      const nodes = await nodesOf(page);
      const frame = await picture(page);
      await seek(page, 200);
      assert.notDeepEqual(await nodesOf(page), nodes);
      await seek(page, played.time);
      const sought = await resting(page);
      assert.deepEqual({ ...sought, frames: 0 }, { ...played, frames: 0 });
      assert.deepEqual(await nodesOf(page), nodes);
      // The officer's outlines may come from a drawing of a slightly other size (player/ui moves and scales her).
      const apart = meanDifference(frame, await picture(page));
      t.diagnostic(`pictures differ by ${apart.toFixed(3)} of 255`);
      assert.ok(apart < 0.5, `the same picture but for ${apart} of 255`);
    });
  }

  test('at every thousandth asked for', async (t) => {
    const page = await visit(t, use.browser);
    await watch(page, { query: { paused: 1 } });
    const wrong = await page.evaluate(() => Array.from({ length: 500 }, (_, i) => (1000 + i * 517) / 1000)
      .filter((at) => { window.guida.seek(at); return window.guida.state().time !== at; }));
    assert.deepEqual(wrong, []);
  });
});

test('pause freezes everything: no frame is asked for, the picture stays', async (t) => {
  const page = await visit(t, use.browser);
  await countFrames(page);
  await watch(page);
  await pause(1500);
  await pressOn(page, '.bar .play');
  await reaches(page, { playing: false });
  const still = await resting(page);
  const frame = await picture(page);
  assert.equal(await framesIn(page, 2000), 0);
  assert.deepEqual(await stateOf(page), still);
  assert.equal(changedArea(frame, await picture(page), 1.01), 0, 'two seconds of identical frames');
  await pressOn(page, '.bar .play');
  await until(page, (t0) => window.guida.state().time > t0, still.time);
  assert.ok(await framesIn(page, 500) > 0);
});

test('31: paused in the middle of any line, two frames half a second apart are the same', async (t) => {
  const page = await visit(t, use.browser);
  await countFrames(page);
  await watch(page, { query: { scale: 1 } });
  const all = [...new Set(board.pictures.map((p) => p.line))];
  const lines = all.filter((_, i) => process.env.FULL || i % 9 === 4);
  for (const line of lines) {
    await seek(page, line);
    await play(page);
    await pause(700);
    await stop(page);
    const still = await resting(page);
    const frame = await picture(page);
    assert.equal(await framesIn(page, 500), 0, line);
    assert.equal(changedArea(frame, await picture(page), 1.01), 0, line);
    assert.deepEqual(await stateOf(page), still, line);
  }
  t.diagnostic(`${lines.length} lines`);
});

test('a hidden tab stops the time', async (t) => {
  const page = await visit(t, use.browser);
  await watch(page);
  const cover = await page.browserContext().newPage();
  await cover.bringToFront();
  await until(page, () => document.hidden);
  const hidden = await stateOf(page);
  await pause(1500);
  assert.equal((await stateOf(page)).time, hidden.time);
  await cover.close();
  await page.bringToFront();
  await until(page, (t0) => window.guida.state().time > t0, hidden.time);
});

describe('the menu', () => {
  const atMenu = async (t, size = sizes.phone) => {
    const page = await visit(t, use.browser, { size });
    await quick(page);
    await watch(page);
    await seek(page, 'naspi-domande-2');
    await reaches(page, { held: true, hold: 'menu' });
    return page;
  };
  const choice = (id) => `.nodes [data-action="choose:${id}"]`;

  test('waits for a choice, for as long as it takes', async (t) => {
    const page = await atMenu(t);
    const held = await stateOf(page);
    await pause(4000);
    const later = await stateOf(page);
    assert.deepEqual([later.time, later.hold, later.scene, later.playing], [held.time, 'menu', 'domande', true]);
    const offered = await page.evaluate(() => [...document.querySelectorAll('.nodes button')].map((b) => b.textContent));
    assert.deepEqual(offered, ['Quanto prenderò ogni mese?', 'Quando arriva il primo pagamento?', 'Come controllo i pagamenti successivi?',
      'Che cosa faccio se trovo un nuovo lavoro?', 'Perdo la NASpI o diventa più bassa?', 'Ascolta tutto']);
  });

  test('an answer plays its part and comes back, by tap', async (t) => {
    const page = await atMenu(t);
    await pressOn(page, choice('naspi-btn-dom-controllo'));
    const s = await reaches(page, { scene: 'quando', held: false, playing: true });
    assert.equal(s.line, 'naspi-quando-5');
    assert.equal(s.choices.menu, 'naspi-btn-dom-controllo');
    const back = await until(page, () => { const x = window.guida.state(); return x.hold === 'menu' && x; });
    assert.equal(back.scene, 'domande');
    await until(page, () => document.querySelectorAll('.nodes button').length === 6); // the next frame offers the menu again
  });

  test('"Ascolta tutto" goes on with the next scene, by keyboard', async (t) => {
    const page = await atMenu(t, sizes.desktop);
    for (let n = 0; n < 12; n++) {
      if (await page.evaluate(() => document.activeElement.textContent) === 'Ascolta tutto') break;
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    }
    await page.keyboard.press('Enter');
    await reaches(page, { scene: 'quanto', held: false, playing: true });
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus stays in the film');
  });

  test('seeking never stops at it', async (t) => {
    const page = await atMenu(t);
    await seek(page, 'naspi-quanto-1');
    await reaches(page, { held: false, scene: 'quanto' });
    await seek(page, 'naspi-domande-2');
    assert.equal((await stateOf(page)).held, false);
  });
});

test('the job form: the film waits, the estimate leads to it, "Continua la guida" goes on', async (t) => {
  const page = await visit(t, use.browser);
  await quick(page);
  await watch(page);
  await seek(page, 'naspi-lavoro-8');
  await reaches(page, { held: true, hold: 'lavoro-info' });
  for (const a of ['part', 'sotto', 'si']) await press(page, 'answer ' + a);
  await pressOn(page, '.nodes [data-action^="page:"]');
  await pressOn(page, '.nodes [data-action^="form:"]');
  await until(page, () => document.activeElement.id === 'lavoro-fuoco');
  await press(page, 'continue');
  await reaches(page, { scene: 'anticipazione', held: false, playing: true });
});

test('the end stops, offers to watch again, and starts anew', async (t) => {
  const page = await visit(t, use.browser);
  await quick(page);
  await watch(page);
  const { duration } = await stateOf(page);
  await seek(page, duration - 1.5);
  await play(page);
  await reaches(page, { playing: false, time: duration });
  await until(page, () => /Riguarda/.test(document.querySelector('.bar .play').ariaLabel));
  await pressOn(page, '.bar .play');
  const s = await until(page, () => { const x = window.guida.state(); return x.playing && x.time < 5 && x; });
  assert.equal(s.scene, 'saluto');
});
