// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What a person does with the guide, in any engine. Each scenario gets the test and what the engine offers:
// visit(options) → page, flat() → the same where nothing can be drawn, zoom(page), size, across, and the letter's token.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertComplete } from '../lib/complete.mjs';
import { painted, reaches, seek, stateOf, watch } from '../lib/film.mjs';
import { answersOf, press, pressOn, textOf } from '../lib/guide.mjs';
import { answer, node, paths, resultOf, titles } from '../lib/job.mjs';
import { losses, none } from '../lib/layout.mjs';
import { factsOf, letter, letters, storyboard } from '../lib/letters.mjs';
import { assertRefused, toGeneral } from '../lib/refused.mjs';
import { root } from '../lib/site.mjs';
import { byStranger, claims, signed } from '../lib/tokens.mjs';
import { open, today } from '../lib/visit.mjs';
import { spoken } from '../lib/voice.mjs';
import { pause, until } from '../lib/wait.mjs';
import { date, later, money } from '../lib/words.mjs';
import { withoutAudio, withoutFilm } from './variants.mjs';

const token = letter('under55').token;
const facts = factsOf('under55');
const services = JSON.parse(readFileSync(join(root, 'static/services/services.json'), 'utf8')).services;
/** coarse is a picture of half the sharpness: processors that draw in a GPU's place take a fourth of the time. */
const coarse = { scale: 0.5 };
const still = { paused: 1, ...coarse };
const voiced = { voice: null, ...coarse };
const day = (n) => Date.parse(today) / 1000 + n * 86_400;

/** bad are a link of each family that a person may hold, with the help desk's code. */
const bad = [
  ['A', token.slice(0, token.length / 2), 'damaged'],
  ['B', signed(claims({ iat: day(-200), exp: day(-30) })), 'expired'],
  ['C', byStranger(), 'signature'],
  ['D', signed(claims({ v: 2 })), 'version'],
  ['E', signed(claims({ iat: day(20), exp: day(200) })), 'future'],
];

/** skin tells whether the film's nodes are shown instead of its picture. */
const skin = (page) => page.evaluate(() => document.getElementById('film').classList.contains('readable'));

/** captioned finds the caption on screen among the words of the letter's storyboard. */
function captioned({ captions }) {
  const words = storyboard('under55').chapters.flat().join(' ');
  assert.ok(captions && words.includes(captions), `"${captions}" is no caption of the letter`);
}

/** filled waits until the picture has as many device px as the stage has. */
const filled = (page) => until(page, () => {
  const { clientWidth: w, clientHeight: h } = document.querySelector('.stage');
  const s = window.guida.state();
  return s.width === Math.round(w * devicePixelRatio) && s.height === Math.round(h * devicePixelRatio) && w;
});

export const scenarios = {
  async open(t, { visit }) {
    const page = await visit();
    await open(page, token);
    assert.match(await textOf(page, 'h1'), new RegExp(`Ciao, ${facts.name}`));
    const told = await page.evaluate(() => [document.documentElement.lang, document.title, location.hash, location.pathname]);
    assert.deepEqual(told, ['it', 'La tua guida NASpI', '', '/'], 'the token is out of the address');
    assert.deepEqual(await losses(page), none);
  },

  async answers(t, { visit }) {
    const page = await visit();
    await open(page, token);
    const { importo, primo, durata } = await answersOf(page);
    assert.deepEqual(importo, [money(facts.monthly)]);
    assert.deepEqual(primo, [facts.first_pay ? date(facts.first_pay) : 'Data in arrivo']);
    assert.equal(durata[0], `${facts.days} giorni`);
    assert.ok(durata[1].endsWith(date(later(facts.start, facts.days - 1))), durata[1]);
    await assertComplete(page);
  },

  async play(t, { visit }) {
    const page = await visit();
    await watch(page, { query: voiced });
    await spoken(page);
    await seek(page, 'naspi-quanto-1'); // from here the film waits for nobody for a while
    const s = await reaches(page, { scene: 'quanto', playing: true, voice: 'on' });
    captioned(s);
    await pressOn(page, '.bar .play');
    const { time } = await reaches(page, { playing: false });
    await pause(500);
    assert.equal((await stateOf(page)).time, time);
    assert.equal(await page.evaluate(() => window.guidaBoot.audio.paused), true);
    await pressOn(page, '.bar .play');
    await until(page, (from) => window.guida.state().heard > from, time);
  },

  async seek(t, { visit }) {
    const page = await visit();
    await watch(page, { query: still });
    await seek(page, 60);
    await page.evaluate(() => document.querySelector('.track input').focus());
    for (const [key, want] of [['ArrowRight', 65], ['ArrowLeft', 60], ['Home', 0]]) {
      await page.keyboard.press(key);
      await until(page, (s) => Math.abs(window.guida.state().time - s) <= 1, want);
    }
    await seek(page, 'naspi-durata-2');
    assert.equal((await reaches(page, { line: 'naspi-durata-2', playing: false })).scene, 'durata');
    await pressOn(page, '[data-line="naspi-quando-3"] span');
    await reaches(page, { line: 'naspi-quando-3', playing: true });
  },

  async infographic(t, { visit }) {
    const page = await visit();
    await watch(page, { query: coarse });
    await seek(page, 'naspi-lavoro-8');
    await reaches(page, { held: true, hold: 'lavoro-info' });
    const path = paths.find((p) => p.name === 'dip breve sotto no si');
    for (let n = 1; n <= path.answers.length; n++) await answer(page, path.answers.slice(0, n), pressOn);
    await until(page, (title) => document.activeElement.textContent === title, titles[path.text]);
    const { id, text } = await resultOf(page);
    assert.deepEqual([id, text], [path.id, path.text], 'the form of the text shows the same result');
    await pressOn(page, node('back'));
    await reaches(page, { held: true });
    assert.equal((await stateOf(page)).choices['lavoro-info'], 'dip,breve,sotto,no');
  },

  async services(t, { visit }) {
    const page = await visit();
    await open(page, token);
    const links = await page.evaluate(() => [...document.querySelectorAll('#servizi a[data-service]')].map((a) => [a.dataset.service, a.getAttribute('href'), a.target, a.rel]));
    assert.equal(links.length, 10);
    for (const [id, href, target, rel] of links) {
      assert.equal(href, services.find((s) => s.id === id).url);
      if (href.startsWith('https:')) assert.deepEqual([target, /noopener.*noreferrer/.test(rel)], ['_blank', true], id);
    }
    const windows = async () => (await page.browserContext().pages()).length;
    const before = await windows();
    await pressOn(page, '#servizi [data-service="svc-fascicolo"]');
    for (let tries = 0; await windows() === before && tries < 200; tries++) await pause(50);
    await pause(300);
    assert.equal(await windows(), before + 1, 'one press, one window');
    assert.equal(await page.evaluate(() => location.pathname), '/', 'the guide stays');
  },

  async rating(t, { visit }) {
    const page = await visit();
    await open(page, token);
    for (const stars of ['4', '2']) {
      await press(page, 'vote ' + stars);
      await until(page, (n) => [...document.querySelectorAll('.star[aria-pressed="true"]')].map((b) => b.textContent).join() === n, stars);
      await until(page, () => document.getElementById('grazie').innerText.startsWith('Grazie!'));
    }
  },

  async 'bad tokens'(t, { visit }) {
    const page = await visit();
    for (const [family, link, code] of bad) {
      await page.goto('about:blank');
      await open(page, link);
      await assertRefused(page, family, code);
      await toGeneral(page);
    }
    const families = new Set(letters.filter((l) => l.family).map((l) => l.family));
    assert.deepEqual(bad.map(([f]) => f), [...families].sort(), 'each family was tried');
  },

  async 'no WebGL'(t, { flat }) {
    const page = await flat();
    await open(page, token, { film: null });
    assert.equal(await page.evaluate(() => document.createElement('canvas').getContext('webgl2')), null);
    await press(page, 'watch');
    const s = await until(page, () => window.guidaFilm && window.guida.state().time > 1 && window.guida.state());
    assert.equal(await skin(page), true);
    captioned(s);
    await seek(page, 'naspi-servizi-2');
    await until(page, () => document.querySelectorAll('.nodes a[href]').length);
    await assertComplete(page);
  },

  async 'no audio'(t, { visit }) {
    const page = await visit({ expected: /media-src|Media|media/ });
    await watch(page, { query: voiced, base: await withoutAudio(t) });
    await until(page, () => document.querySelectorAll('.notice h2').length);
    assert.equal(await textOf(page, '.notice h2'), "L'audio è spento");
    assert.ok((await stateOf(page)).time < 0.1, 'the film waits');
    await pressOn(page, '.notice .secondary');
    const s = await until(page, () => window.guida.state().time > 2 && window.guida.state());
    assert.deepEqual([s.voice, s.playing], ['off', true]);
    captioned(s);
    await assertComplete(page);
  },

  async 'blocked film.wasm'(t, { visit }) {
    const page = await visit({ expected: /film|Failed to load|404/ });
    await open(page, token, { film: null }, await withoutFilm(t));
    await press(page, 'watch');
    await until(page, () => !document.getElementById('errore').hidden);
    assert.ok((await textOf(page, '#errore')).length > 20, 'a note says why');
    assert.equal(await page.evaluate(() => document.getElementById('film').hidden), true);
    assert.equal(await page.evaluate(() => document.querySelector('[data-do="watch"]').checkVisibility()), true, 'one can try again');
    await assertComplete(page);
  },

  reload: (t, { visit }) => comesBack(visit, (page) => page.reload()),

  'context loss': (t, { visit }) => comesBack(visit, (page) => page.evaluate(() => {
    document.querySelector('.stage canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
  })),

  async rotate(t, { visit, size, across }) {
    const page = await visit();
    await watch(page, { query: { paused: 1 } });
    await seek(page, 'naspi-quanto-5b');
    await seek(page, (await stateOf(page)).time + 2);
    const before = await stateOf(page);
    for (const turned of [across, size]) {
      await page.setViewport(turned);
      await filled(page);
      assert.deepEqual(await losses(page), none);
      assert.deepEqual(await astray(page), []);
      const { line, time, playing } = await stateOf(page);
      assert.deepEqual({ line, time, playing }, { line: before.line, time: before.time, playing: false });
    }
  },

  async zoom(t, { visit, zoom }) {
    const page = await visit();
    await watch(page, { query: still });
    await seek(page, 'naspi-domande-2');
    await zoom(page);
    assert.ok(await page.evaluate(() => innerWidth) <= 321);
    await until(page, () => document.getElementById('film').classList.contains('readable'));
    assert.deepEqual(await losses(page), none);
    await pressOn(page, '.nodes [data-action="choose:naspi-btn-dom-controllo"]');
    await reaches(page, { line: 'naspi-quando-5', held: false });
  },
};

/** comesBack plays the film, leaves and finds it where it was, with its voice, paused. */
async function comesBack(visit, leave) {
  const page = await visit();
  await watch(page, { query: voiced });
  await spoken(page);
  await seek(page, 'naspi-durata-1');
  await until(page, (t) => window.guida.state().line === 'naspi-durata-1' && window.guida.state().heard > t + 3, (await stateOf(page)).time);
  const before = await stateOf(page);
  await page.evaluate(() => { window.old = true; });
  await leave(page);
  await until(page, () => !window.old && window.guidaFilm && window.guida.state().voice === 'on');
  await painted(page);
  const after = await stateOf(page);
  assert.equal(after.playing, false);
  assert.ok(Math.abs(after.time - before.time) <= 2, `${before.time} → ${after.time}`);
  const all = await page.evaluate(() => [...document.querySelectorAll('canvas')].map((c) => [c.getAttribute('tabindex'), c.getAttribute('aria-hidden')]));
  assert.deepEqual(all, [[null, 'true']], 'the canvas is a picture still');
}

/** astray are the film's nodes that do not lie on its stage. */
const astray = (page) => page.evaluate(() => {
  const s = document.querySelector('.stage').getBoundingClientRect();
  return [...document.querySelectorAll('.nodes [data-node]')].filter((e) => {
    const r = e.getBoundingClientRect();
    return r.width && (r.left < s.left - 1 || r.right > s.right + 1 || r.top < s.top - 1 || r.bottom > s.bottom + 1);
  }).map((e) => e.dataset.node);
});
