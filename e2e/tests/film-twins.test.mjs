// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The film's elements are the storyboard's nodes, where they are painted. (13, 14, 15, 19, 26, 28, 39, 48)

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { boardOf } from '../lib/canvas.mjs';
import { downloadFolder, saved } from '../lib/files.mjs';
import { nodesOf, resting, seek, stateOf, watch } from '../lib/film.mjs';
import { pressOn } from '../lib/guide.mjs';
import { letter, storyboard } from '../lib/letters.mjs';
import { root } from '../lib/site.mjs';
import { visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();
const services = JSON.parse(readFileSync(join(root, 'static/services/services.json'), 'utf8')).services;

/** moments are the times of the storyboard's pictures: its marks, once their overlays have come in. */
function moments(board, duration) {
  const starts = [...board.pictures.filter((p) => !p.marker).map((p) => p.time), duration];
  return board.pictures.map((p) => ({ ...p, at: Math.min(p.time + 0.9, starts.find((s) => s > p.time) - 0.001) }));
}

/** shapes are nodes as comparable text; bounds to a px. */
const shapes = (nodes) => nodes.map((n) => {
  const { x, y, w, h } = n.bounds;
  return [n.id, n.role, n.name, n.value ?? '', n.action ?? '', ...[x, y, w, h].map(Math.round)].join('|');
});

/** compared are the letters to compare; drawing a storyboard for a wide stage is slow. */
const compared = process.env.FULL
  ? { phone: ['under55', 'declared-income', 'first-pay-past', 'pension-8', 'pension-1'], desktop: ['under55', 'pension-8'] }
  : { phone: ['declared-income', 'pension-8'], desktop: [] };

for (const [name, size] of Object.entries(sizes)) {
  for (const id of compared[name]) {
    test(`at every mark of ${id} the film shows the storyboard's nodes, ${name}`, async (t) => {
      const page = await visit(t, use.browser, { size });
      await watch(page, { token: letter(id).token, query: { paused: 1, motion: 'full' } });
      const { duration } = await stateOf(page);
      const board = await boardOf(page, id);
      const seen = await page.evaluate((times) => times.map((at) => { window.guida.seek(at); return window.guida.semantics(); }),
        moments(board, duration).map((m) => m.at));
      board.pictures.forEach((picture, i) => {
        const want = picture.nodes.map(({ bounds: b, ...n }) => ({ ...n, bounds: { x: b.X, y: b.Y, w: b.W, h: b.H } }));
        assert.deepEqual(shapes(seen[i]), shapes(want), `${picture.line} ${picture.marker ?? ''}`);
      });
    });
  }
}

/** twins are the elements over the canvas, with the bounds of the node each stands for. */
const twins = (page, times) => page.evaluate((all) => all.map((at) => {
  window.guida.seek(at);
  const nodes = window.guida.semantics();
  const stage = document.querySelector('.stage').getBoundingClientRect();
  return [...document.querySelectorAll('.nodes > *')].map((e, i) => {
    const r = e.getBoundingClientRect(), n = nodes[i] ?? { bounds: {} }, b = n.bounds;
    const off = Math.hypot(r.left - stage.left + r.width / 2 - b.x - b.w / 2, r.top - stage.top + r.height / 2 - b.y - b.h / 2);
    const across = Math.min(r.right - stage.left, b.x + b.w) - Math.max(r.left - stage.left, b.x);
    const down = Math.min(r.bottom - stage.top, b.y + b.h) - Math.max(r.top - stage.top, b.y);
    return {
      id: e.dataset.node, node: n.id, count: nodes.length, off, overlap: (across * down) / (b.w * b.h),
      name: e.getAttribute('aria-label') ?? e.textContent, painted: n.name, outside: Math.max(stage.left - r.left, r.right - stage.right, r.bottom - stage.bottom),
    };
  });
}), times);

const shapesOfScreens = { ...sizes, 'sharp phone': { ...sizes.phone, deviceScaleFactor: 2 }, 'phone on its side': { ...sizes.phone, width: 844, height: 390 }, 'the narrowest that is painted': { ...sizes.phone, width: 321, height: 640 } };

for (const [name, size] of Object.entries(shapesOfScreens)) {
  test(`each painted thing has one element in its place, its name and no other, ${name}`, async (t) => {
    const page = await visit(t, use.browser, { size });
    await watch(page, { query: { paused: 1 } });
    const { duration } = await stateOf(page);
    const all = await twins(page, moments(storyboard('under55'), duration).map((m) => m.at));
    assert.ok(all.filter((m) => m.length).length > all.length / 2, 'the film shows things most of the time');
    for (const t1 of all.flat()) {
      assert.equal(t1.id, t1.node, 'the element and its node are at one place in the order');
      assert.ok(t1.off <= 4, `${t1.id}: centre off by ${t1.off.toFixed(1)} px`);
      assert.ok(t1.overlap >= 0.9, `${t1.id}: overlap ${t1.overlap.toFixed(2)}`);
      assert.ok(t1.name.includes(t1.painted), `${t1.id}: "${t1.name}" should contain "${t1.painted}"`);
      assert.ok(t1.outside <= 1, `${t1.id} leaves the stage by ${t1.outside} px`);
    }
    for (const moment of all.filter((m) => m.length)) assert.equal(moment.length, moment[0].count, 'no element without a node');
  });
}

test('the picture has the device\'s px, also after a turn of the phone while paused', async (t) => {
  const page = await visit(t, use.browser, { size: { ...sizes.phone, deviceScaleFactor: 2 } });
  await watch(page, { query: { paused: 1 } });
  for (const [width, height] of [[390, 844], [844, 390], [390, 844]]) {
    await page.setViewport({ ...sizes.phone, width, height, deviceScaleFactor: 2 });
    await until(page, (w) => innerWidth === w, width);
    const fits = () => page.evaluate(() => {
      const b = document.querySelector('.stage').getBoundingClientRect(), c = document.querySelector('.stage canvas'), s = window.guida.state();
      return { want: [b.width * 2, b.height * 2].map(Math.round), canvas: [c.width, c.height], drawn: [s.width, s.height] };
    });
    await pause(1000);
    await resting(page);
    const { want, canvas, drawn } = await fits();
    assert.deepEqual({ canvas, drawn }, { canvas: want, drawn: want }, 'the canvas and its last frame have the size of the stage');
  }
});

test('a painted service is a real link, a painted file is saved', async (t) => {
  const downloads = downloadFolder(t);
  const page = await visit(t, use.browser, { downloads });
  await watch(page, { query: { paused: 1 } });
  const all = moments(storyboard('under55'), (await stateOf(page)).duration);
  const links = await page.evaluate(async (times) => {
    const found = [];
    const look = () => found.push(...[...document.querySelectorAll('.nodes a')].map((a) =>
      ({ id: a.dataset.service, href: a.getAttribute('href'), target: a.target, rel: a.rel, text: a.textContent })));
    for (const at of times) { window.guida.seek(at); look(); }
    const next = () => [...document.querySelectorAll('.nodes button')].find((b) => b.textContent === 'Altri servizi');
    for (let pages = 0; next() && pages < 10; pages++) { next().click(); look(); }
    return found;
  }, all.filter((m) => !m.line.startsWith('naspi-voto') && m.line !== 'naspi-servizi-2').map((m) => m.at));
  assert.equal(new Set(links.map((l) => l.id)).size, 10, 'the film offers every service');
  for (const link of links) {
    const service = services.find((s) => s.id === link.id);
    assert.equal(link.href, service.url);
    if (!service.url.startsWith('https:')) continue;
    assert.equal(link.target, '_blank');
    assert.match(link.rel, /noopener/);
    assert.match(link.text, /nuova scheda/);
  }
  await seek(page, all.filter((m) => m.line === 'naspi-quanto-6').at(-1).at);
  assert.ok((await nodesOf(page)).some((n) => n.action === 'save:dl-riepilogo'));
  await pressOn(page, '.nodes [data-action="save:dl-riepilogo"]');
  assert.match((await saved(downloads, 'guida-naspi.html')).content, /1\.144,71/);
});
