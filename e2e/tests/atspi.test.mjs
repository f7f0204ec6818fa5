// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What Chromium tells assistive technology on a desktop's accessibility bus (AT-SPI): the oracle of names, presses and announcements. (14, 15, 16, 17, 18)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes } from '../lib/browser.mjs';
import { says, times, useDesktop } from '../lib/desktop.mjs';
import { nodesOf, painted, play, reaches, resting, seek, stateOf, watch } from '../lib/film.mjs';
import { press, pressOn } from '../lib/guide.mjs';
import { letter } from '../lib/letters.mjs';
import { block } from '../lib/network.mjs';
import { open, visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useDesktop();

/** controls are the roles of what can be pressed or moved. */
const controls = ['push button', 'toggle button', 'link', 'slider', 'check box', 'radio button'];

const plain = (s) => s.replace(/\s+/g, ' ').trim();

/** guide opens a letter in the window that is in front, film opens its film. */
async function guide(t, id = 'under55', expected) {
  const page = await visit(t, use.browser, { size: sizes.desktop, expected });
  await open(page, letter(id).token);
  return page;
}

async function film(t, { id = 'under55', query = { paused: 1 }, expected } = {}) {
  const page = await visit(t, use.browser, { size: sizes.desktop, expected });
  await watch(page, { token: letter(id).token, query });
  return page;
}

/** names are those of the page's controls on the bus. */
const names = async () => (await use.reader.tree()).filter((o) => controls.includes(o.role)).map((o) => ({ role: o.role, name: plain(o.name) }));

/** scenes are where the films show controls: [line, seconds from its start]. */
const scenes = {
  under55: [['naspi-domande-2', 1.5], ['naspi-quanto-6', 1.5], ['naspi-quando-6', 1.5], ['naspi-durata-5', 1.5], ['naspi-servizi-2', 1.5], ['naspi-voto-1', 2.5]],
  'pension-8': [['pens-cedolino-4', 1.5], ['pens-servizi-2', 1.5], ['pens-voto-1', 2.5]],
};

for (const [id, moments] of Object.entries(scenes)) {
  test(`14: each painted control of ${id} is one control on the bus, whose name has its label`, async (t) => {
    const page = await film(t, { id });
    for (const [line, after] of moments) {
      await seek(page, line);
      await seek(page, (await stateOf(page)).time + after);
      await resting(page);
      const labels = (await nodesOf(page)).filter((n) => ['button', 'link', 'slider'].includes(n.role)).map((n) => plain(n.name));
      assert.ok(labels.length, line);
      const outside = await page.evaluate(() => [...document.querySelectorAll('main :is(button, a, input, summary)')].filter((e) => !e.closest('.nodes') && e.checkVisibility()).map((e) => e.ariaLabel ?? e.innerText));
      const count = (all, label) => all.filter((n) => plain(n).startsWith(label)).length;
      const wrong = async () => {
        const onBus = (await names()).map((o) => o.name);
        return labels.filter((l) => count(onBus, l) !== count(outside, l) + 1); // the text has the same service, the same file
      };
      await use.reader.eventually(async () => !(await wrong()).length, `${line}: one control for each of ${labels}`);
    }
  });

  test(`14: each visible label of the page of ${id} is in its control's name on the bus`, async (t) => {
    const page = await guide(t, id);
    const labels = await page.evaluate(() => [...document.querySelectorAll('a[href], button, summary')].filter((e) => e.checkVisibility()).map((e) => e.innerText));
    const found = await use.reader.eventually(async () => {
      const all = (await names()).filter((o) => o.role !== 'check box').map((o) => o.name);
      return all.length === labels.length && all;
    }, `${labels.length} controls on the bus`);
    const lacking = labels.map((l) => plain(l.replace(/[▶✓✎]/gu, ''))).flatMap((l, i) => (found[i].includes(l) ? [] : [`"${found[i]}" lacks "${l}"`]));
    assert.deepEqual(lacking, []);
  });
}

/** clicks makes the page count its clicks and returns a function that reads how many there were since. */
async function clicks(page) {
  await page.evaluate(() => { window.clicked = 0; document.addEventListener('click', () => { window.clicked++; }, true); });
  return () => page.evaluate(() => { const n = window.clicked; window.clicked = 0; return n; });
}

test('15: one press of a screen reader is one action of the film', async (t) => {
  const page = await film(t, { query: { paused: 1, t: 80 } });
  const count = await clicks(page);
  const presses = [
    ['push button', 'Avvia', { playing: true }],
    ['push button', 'Pausa', { playing: false }],
  ];
  for (const [role, name, want] of presses) {
    await use.reader.press(role, name);
    await reaches(page, want);
    assert.equal(await count(), 1, name);
  }
  await seek(page, 80);
  await use.reader.press('push button', 'Avanti di 10 secondi');
  await until(page, () => window.guida.state().time === 90);
  await use.reader.press('toggle button', 'CC, Sottotitoli');
  await until(page, () => document.querySelector('.bar .cc').ariaPressed === 'false');
  assert.equal(await count(), 2);
  await seek(page, 'naspi-domande-2');
  await seek(page, (await stateOf(page)).time + 1.5);
  await resting(page);
  await use.reader.quiet();
  await use.reader.press('push button', 'Quando arriva il primo pagamento?');
  await reaches(page, { line: 'naspi-quando-1a', playing: true });
  assert.equal(await count(), 1);
  await pause(1000);
  assert.equal((await stateOf(page)).scene, 'quando', 'and nothing more happens');
});

test('15: one press of a screen reader is one action of the page', async (t) => {
  const page = await guide(t);
  const count = await clicks(page);
  const choice = () => page.evaluate(() => window.guida.state().choices['lavoro-info'] ?? '');
  await use.reader.press('push button', 'Lavoro autonomo o impresa Lavori in proprio, con o senza partita IVA.');
  await until(page, () => window.guida.state().choices['lavoro-info']);
  assert.deepEqual([await choice(), await count()], ['aut', 1]);
  await use.reader.press('check box', 'Mostra anche le descrizioni delle immagini');
  await until(page, () => document.querySelector('#descrizioni').checked);
  assert.equal(await count(), 1);
  const opened = [];
  use.browser.on('targetcreated', (target) => { if (target.type() === 'page') opened.push(target); });
  await use.reader.press('link', 'Vai su SIISL Curriculum, patto e offerte di lavoro. Serve SPID o CIE · Si apre in una nuova scheda');
  for (const limit = Date.now() + 20_000; !opened.length && Date.now() < limit;) await pause(100);
  await pause(1000);
  assert.equal(opened.length, 1, 'one new tab');
  use.browser.removeAllListeners('targetcreated');
  await (await opened[0].page()).close();
  await page.bringToFront();
  await use.reader.press('toggle button', 'DE, Deutsch');
  await until(page, () => document.documentElement.lang === 'de');
  await pause(1000);
  assert.deepEqual([await choice(), await page.evaluate(() => document.documentElement.lang)], ['aut', 'de']);
});

test('16: the slider says where the film is, wherever it went', async (t) => {
  const page = await film(t, { query: { paused: 1, t: 80 } });
  const where = async () => {
    const { time, duration, chapter } = await stateOf(page);
    const minutes = Math.floor(time / 60), seconds = Math.floor(time % 60);
    return { now: Math.floor(time), words: `${minutes} minut${minutes === 1 ? 'o' : 'i'} e ${seconds} secondi di ${Math.round(duration / 60)} minuti, capitolo ${chapter + 1}` };
  };
  const told = async () => {
    await use.reader.quiet();
    const { now, words } = await use.reader.slider('La tua guida NASpI');
    return { now, words };
  };
  assert.deepEqual(await told(), await where(), 'as it was opened');
  assert.match((await told()).words, /^1 minuto e 20 secondi di \d minuti, capitolo \d$/);
  await use.reader.press('push button', 'Avanti di 10 secondi');
  await until(page, () => window.guida.state().time === 90);
  assert.deepEqual(await told(), await where(), 'after the button beside it');
  await seek(page, 'naspi-durata-5');
  assert.deepEqual(await told(), await where(), 'at another sentence');
  await page.evaluate(() => document.querySelector('.track input').focus());
  const events = await use.reader.during(() => page.keyboard.press('ArrowRight'));
  const values = events.filter((e) => e.event === 'value').map((e) => e.words);
  assert.deepEqual(values, [(await where()).words], 'an arrow is told once, in words');
});

/** listened is how long the narration is listened to, ms. */
const listened = process.env.FULL ? 60_000 : 20_000;

test(`17: ${listened / 1000} seconds of narration announce nothing`, async (t) => {
  const page = await film(t);
  await seek(page, 'naspi-quanto-1');
  const lines = new Set();
  const events = await use.reader.during(async () => {
    await use.reader.press('push button', 'Avvia');
    await reaches(page, { playing: true });
    await use.reader.quiet();
    use.reader.events.splice(0); // the changed name of what was pressed
    for (const end = Date.now() + listened; Date.now() < end; await pause(500)) lines.add((await stateOf(page)).line);
  });
  assert.ok(lines.size >= listened / 12_000, `the officer talks: ${[...lines]}`);
  assert.equal((await stateOf(page)).playing, true);
  assert.deepEqual(says(events), []);
  assert.deepEqual(events.filter((e) => e.event === 'focus' || e.event === 'value'), []);
});

test('18: pause and end are announced once, starting never', async (t) => {
  const page = await film(t, { query: {} });
  await reaches(page, { playing: true });
  await page.evaluate(() => document.querySelector('.bar .back').focus());
  const key = (k, want) => use.reader.during(async () => { await page.keyboard.press(k); await reaches(page, want); });
  assert.deepEqual(says(await key('k', { playing: false })), ['Pausa']);
  assert.deepEqual(says(await key('k', { playing: true })), []);
  await page.evaluate(() => document.querySelector('.bar .play').focus());
  assert.deepEqual(says(await key('Space', { playing: false })), ['Avvia'], 'on Play its changed name, and no word more');
  await page.evaluate(() => document.querySelector('.bar .back').focus());
  const { duration } = await stateOf(page);
  const end = await use.reader.during(async () => {
    await seek(page, duration - 0.5);
    await play(page);
    await reaches(page, { playing: false, time: duration });
  });
  assert.deepEqual(says(end), ['Fine della guida']);
});

test('18: a result of the form is heard once, and so is each question', async (t) => {
  const page = await guide(t);
  const heard = [];
  for (const a of ['aut', 'sotto', 'si']) heard.push(await use.reader.during(() => press(page, 'answer ' + a)));
  for (const question of ['Quanto prevedi di guadagnare in un anno?', 'Hai avvisato INPS entro 30 giorni, o sei ancora in tempo?']) {
    assert.equal(times(heard.flat(), question), 1, question);
  }
  assert.equal(times(heard.at(-1), 'La NASpI resta, ma più bassa'), 1);
  assert.deepEqual(says(heard.flat()), []);
});

test('18: the estimate of the form is announced once', async (t) => {
  const page = await guide(t);
  for (const a of ['aut', 'sotto', 'si']) await use.reader.during(() => press(page, 'answer ' + a));
  const events = await use.reader.during(async () => {
    await page.focus('#lavoro-guadagno');
    await page.keyboard.type('3000', { delay: 50 });
    await until(page, () => document.getElementById('lavoro-stima').textContent);
  });
  assert.deepEqual(says(events), [await page.evaluate(() => document.getElementById('lavoro-stima').textContent)]);
});

test('18: an explanation in the film is heard once, title and text', async (t) => {
  const page = await film(t, { id: 'pension-8' });
  await seek(page, 'pens-cedolino-4');
  await seek(page, (await stateOf(page)).time + 1.5);
  await resting(page);
  const events = await use.reader.during(() => pressOn(page, '#film .nodes [data-action="explain:pens-inf-perche-irpef"]'));
  const [title, text] = await page.evaluate(() => ['h2', '[role=status]'].map((s) => document.querySelector('.nodes ' + s).textContent));
  assert.deepEqual([times(events, title), times(events, text)], [1, 1]);
});

test('18: a film that cannot be had is announced once', async (t) => {
  const page = await visit(t, use.browser, { size: sizes.desktop, expected: /ERR_BLOCKED_BY_CLIENT|Failed to (load|fetch)/ });
  await block(page, '*film*.wasm');
  await open(page, letter('under55').token, { film: null });
  const events = await use.reader.during(async () => {
    await press(page, 'watch');
    await until(page, () => !document.getElementById('errore').hidden);
  });
  const title = await page.evaluate(() => document.querySelector('#errore :is(h1, h2, p)').textContent);
  assert.equal(times(events, title), 1, JSON.stringify(says(events)));
});

test('18: an interruption of the sound is announced once', async (t) => {
  const page = await film(t, { query: { voice: null } });
  await play(page);
  await until(page, () => window.guida.state().heard > 0.3);
  const events = await use.reader.during(async () => {
    await page.evaluate(() => { window.guidaBoot.audio.pause(); });
    await reaches(page, { playing: false });
  });
  assert.equal(times(events, 'Tocca per continuare'), 1, JSON.stringify(says(events)));
  await painted(page);
});
