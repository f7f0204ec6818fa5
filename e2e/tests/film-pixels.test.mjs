// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The browser's canvas is the picture that the storyboard paints without a browser. (39)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { apart, bare, boardOf, told, tolerance } from '../lib/canvas.mjs';
import { watch } from '../lib/film.mjs';
import { visit } from '../lib/visit.mjs';

const use = useBrowser();

const screens = { ...sizes };
if (process.env.FULL) {
  for (const [name, size] of Object.entries(sizes)) screens[`${name} of 2 px per px`] = { ...size, deviceScaleFactor: 2 };
  screens['phone of 3 px per px'] = { ...sizes.phone, deviceScaleFactor: 3 };
}

/** count is at how many moments of the film it is looked at. */
const count = process.env.FULL ? 20 : 8;

/** spread are that many pictures, spread over the whole film. */
const spread = (pictures) => Array.from({ length: count }, (_, i) => pictures[Math.floor((i + 0.5) * pictures.length / count)]);

for (const [name, size] of Object.entries(screens)) {
  test(`at ${count} moments the canvas is the storyboard's picture, ${name}`, async (t) => {
    const page = await visit(t, use.browser, { size });
    await watch(page, { query: { paused: 1, motion: 'full', scale: size.deviceScaleFactor } });
    await bare(page);
    const board = await boardOf(page);
    const worst = { mean: 0, far: 0 };
    for (const moment of spread(board.pictures)) {
      const d = await apart(page, board, moment);
      assert.ok(d.mean <= tolerance.mean && d.far <= tolerance.far, `${moment.line} ${moment.marker ?? ''}: ${told(d)}`);
      for (const k of ['mean', 'far']) worst[k] = Math.max(worst[k], d[k]);
    }
    t.diagnostic('at worst ' + told(worst));
  });
}
