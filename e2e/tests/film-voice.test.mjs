// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The voice leads the film: captions, seeking, speed, pause, refusal. (22, 24, 30, 31, 32, 52)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asMeasured, useBrowser } from '../lib/browser.mjs';
import { reaches, seek, stateOf, watch } from '../lib/film.mjs';
import { pressOn } from '../lib/guide.mjs';
import { captionsNoted, element, hear, narrated, noteCaptions, spoken, withoutPicture } from '../lib/voice.mjs';
import { visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser(asMeasured);
const board = narrated('under55');

/** late is by how many ms a noted caption came after its first word. */
function late({ text, heard }) {
  const cues = board.cues.filter((c) => c.text === text);
  assert.ok(cues.length, `"${text}" is no caption`);
  return Math.min(...cues.map((c) => Math.abs(heard - c.from) * 1000));
}

for (const [speed, value] of [['0.75', 75], ['1', 100], ['1.5', 150]]) {
  test(`24: at ${speed}× each caption comes within 100 ms of its first word, also after seeking`, async (t) => {
    const page = await visit(t, use.browser);
    await page.evaluateOnNewDocument((v) => localStorage.setItem('guida.scelte', `rate=${v}`), value);
    await hear(page);
    assert.equal((await element(page)).rate, value / 100);
    await noteCaptions(page);
    const worst = [];
    for (const line of ['naspi-saluto-2', 'naspi-quanto-3', 'naspi-quanto-7', 'naspi-durata-4a']) {
      await seek(page, line);
      await spoken(page);
      await captionsNoted(page); // what shows after a seek begins where the person went
      await pause(9000);
      const noted = await captionsNoted(page);
      assert.ok(noted.length > 0, `captions follow ${line}`);
      worst.push(...noted.map(late));
    }
    const most = Math.max(...worst);
    t.diagnostic(`${worst.length} captions, at most ${most.toFixed(0)} ms from the sound`);
    assert.ok(most <= 100, `a caption came ${most} ms from its word`);
  });
}

test('the film is as long as the voice, and the sound goes on from chapter to chapter', async (t) => {
  const page = await visit(t, use.browser);
  const { duration } = await hear(page);
  assert.ok(Math.abs(duration - board.cues.at(-1).to) < 0.01, `${duration} s, the storyboard ${board.cues.at(-1).to}`);
  await seek(page, 'naspi-saluto-5');
  const before = await spoken(page);
  const after = await until(page, (scene) => { const s = window.guida.state(); return s.scene !== scene && s.heard > s.time - 1 && s; }, before.scene);
  assert.ok(Math.abs(after.heard - after.time) < 0.12, `${after.heard} is heard at ${after.time}`);
});

test('pause stops sound and time, Play goes on from there', async (t) => {
  const page = await visit(t, use.browser);
  await hear(page);
  await pause(1500);
  await pressOn(page, '.bar .play');
  const s = await reaches(page, { playing: false });
  const sound = await element(page);
  assert.equal(sound.paused, true);
  await pause(1500);
  assert.equal((await stateOf(page)).time, s.time);
  assert.equal((await element(page)).at, sound.at);
  await pressOn(page, '.bar .play');
  const on = await spoken(page);
  assert.ok(Math.abs(on.time - s.time) < 0.5, `from ${s.time} to ${on.time}`);
});

test('a hold stops the sound; an answer plays its part', async (t) => {
  const page = await visit(t, use.browser);
  await hear(page);
  await seek(page, 'naspi-domande-2');
  await reaches(page, { held: true, hold: 'menu' });
  assert.equal((await element(page)).paused, true);
  await pressOn(page, '.nodes [data-action="choose:naspi-btn-dom-controllo"]');
  await reaches(page, { line: 'naspi-quando-5', held: false });
  const s = await spoken(page);
  assert.ok(Math.abs(s.heard - s.time) < 0.15, `${s.heard} is heard at ${s.time}`);
});

test('a hidden tab stops the sound', async (t) => {
  const page = await visit(t, use.browser);
  await hear(page);
  const cover = await page.browserContext().newPage();
  await cover.bringToFront();
  await until(page, () => document.hidden && window.guidaBoot.audio.paused);
  const hidden = await stateOf(page);
  await pause(1000);
  assert.equal((await stateOf(page)).time, hidden.time);
  await cover.close();
  await page.bringToFront();
  await until(page, (t0) => window.guida.state().heard > t0, hidden.time);
});

test('32: when something else stops the sound, everything stops within 250 ms and says how to go on', async (t) => {
  const page = await visit(t, use.browser);
  await hear(page);
  await pause(1000);
  await page.evaluate(() => { window.guidaBoot.audio.pause(); });
  await pause(250);
  const s = await stateOf(page);
  assert.equal(s.playing, false);
  assert.equal(await page.evaluate(() => document.querySelector('.notice button').textContent), 'Tocca per continuare');
  await pause(500);
  assert.equal((await stateOf(page)).time, s.time);
  await pressOn(page, '.notice button');
  await until(page, (t0) => window.guida.state().heard > t0 + 0.2, s.time);
  assert.equal(await page.evaluate(() => document.querySelector('.notice').hidden), true);
});

describe('a browser that does not play', () => {
  const refusal = async (t, how) => {
    const page = await visit(t, use.browser);
    await page.evaluateOnNewDocument(how);
    await withoutPicture(page);
    await watch(page, { query: { voice: null } });
    await until(page, () => document.querySelector('.notice h2'));
    assert.equal(await page.evaluate(() => document.querySelector('.notice h2').textContent), "L'audio è spento");
    assert.ok((await stateOf(page)).time < 0.1, 'the film waits');
    return page;
  };
  const refused = () => {
    const { play: really } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function () {
      return window.pressed ? really.call(this) : Promise.reject(new DOMException('', 'NotAllowedError'));
    };
  };
  const stuck = () => { HTMLMediaElement.prototype.play = () => new Promise(() => {}); };

  for (const [name, how] of Object.entries({ refused, stuck })) {
    test(`${name}: the film says so, and goes on silently with captions`, async (t) => {
      const page = await refusal(t, how);
      await pressOn(page, '.notice .secondary');
      await until(page, () => window.guida.state().time > 2);
      const s = await stateOf(page);
      assert.deepEqual([s.voice, s.playing], ['off', true]);
      assert.notEqual(s.captions, '');
      assert.equal(await page.evaluate(() => document.querySelector('.notice').hidden), true);
    });
  }

  test('refused: a press on "Ascolta con l\'audio" is heard', async (t) => {
    const page = await refusal(t, refused);
    await page.evaluate(() => { window.pressed = true; });
    await pressOn(page, '.notice .primary');
    await spoken(page);
  });
});

test('26: audio descriptions are one step away, and are heard after their lines', async (t) => {
  const page = await visit(t, use.browser);
  const plain = await hear(page);
  await pressOn(page, '.bar .menu');
  await pressOn(page, '.panel label:has([name=set-ad])');
  const s = await until(page, (d) => { const now = window.guida.state(); return now.duration > d + 20 && now; }, plain.duration);
  assert.equal(s.line, plain.line);
  await pressOn(page, '.panel .close');
  await seek(page, 'naspi-saluto-3');
  const { time } = await spoken(page);
  const { to } = board.cues.find((c) => c.text.startsWith('La NASpI è un'));
  const { from } = board.cues.find((c) => c.text.startsWith('La NASpI è un'));
  const later = await until(page, (at) => { const now = window.guida.state(); return now.time > at && now; }, time + to - from + 2);
  assert.equal(later.line, 'naspi-saluto-3', 'the description belongs to its line');
  assert.ok(Math.abs(later.heard - later.time) < 0.15, 'and is heard');
});

test('30: the voice begins at 70 % or less, has a volume of its own and can be switched off', async (t) => {
  const page = await visit(t, use.browser);
  const s = await hear(page);
  assert.ok((await element(page)).volume <= 0.7);
  await pressOn(page, '.bar .menu');
  await page.evaluate(() => { const e = document.querySelector('input[name=ui-volume]'); e.value = 30; e.dispatchEvent(new Event('input')); });
  assert.equal((await element(page)).volume, 0.3);
  await pressOn(page, '.panel label:has([name=ui-audio-on])');
  const silent = await reaches(page, { voice: 'off' });
  assert.equal(silent.line, s.line);
  await pressOn(page, '.panel .close');
  await until(page, (t0) => window.guida.state().time > t0 + 0.5, silent.time);
  assert.equal((await element(page)).paused, true);
  await page.reload();
  const kept = await until(page, () => window.guida?.state().frames > 0 && window.guida.state());
  assert.equal(kept.voice, 'off');
});
