// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Takes docs/guide.png again: four moments of the film on a phone, side by side.
//
//   e2e/setup.sh && node e2e/pictures.mjs

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, sizes } from './lib/browser.mjs';
import { buildSite, buildTools, root, serve } from './lib/site.mjs';

/** moments are the markers whose pictures are shown. */
const moments = [
  ['naspi-saluto-2', 'ok'], ['naspi-quanto-1', 'importo'], ['naspi-durata-5', 'ridotto'], ['naspi-lavoro-8', 'prova'],
];

/** frames are the screens of a phone at the moments, as data URLs. */
async function frames(browser) {
  const { letter, storyboard } = await import('./lib/letters.mjs');
  const { watch, seek, resting } = await import('./lib/film.mjs');
  const page = await browser.newPage();
  await page.setViewport({ ...sizes.phone, deviceScaleFactor: 2 });
  await watch(page, { token: letter('under55').token, query: { paused: 1 } });
  const { pictures } = storyboard('under55');
  const shots = [];
  for (const [line, marker] of moments) {
    await seek(page, pictures.find((p) => p.line === line && p.marker === marker).taken);
    await resting(page);
    shots.push('data:image/png;base64,' + await page.screenshot({ encoding: 'base64', captureBeyondViewport: false }));
  }
  return shots;
}

/** sideBySide is one PNG of all shots, 1600 px wide. */
async function sideBySide(browser, shots) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1600, height: 816 });
  await page.setContent('<body style="margin:0;display:flex;justify-content:space-around">'
    + shots.map((s) => `<img src="${s}" width="377" height="816" alt="">`).join(''));
  return page.screenshot();
}

buildTools();
const server = await serve(buildSite('5'));
process.env.GUIDA_ORIGIN = server.origin;
process.env.GUIDA_TODAY = '2026-11-24';
const browser = await launch();
try {
  writeFileSync(join(root, 'docs', 'guide.png'), await sideBySide(browser, await frames(browser)));
} finally {
  await browser.close();
  await server.stop();
}
