// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The film's canvas beside the picture that the storyboard paints without a browser.

import assert from 'node:assert/strict';
import { resting, seek, still } from './film.mjs';
import { storyboard } from './letters.mjs';
import { farPixels, meanDifference, pixels } from './png.mjs';

/** tolerance is how far the two may be apart: on average, of 255, and the share of pixels off by more than 32. */
export const tolerance = { mean: 0.3, far: 0.001 };

/** captionRoom is what a stage under captions of size 100 keeps free for them, CSS px (wasm/film/stage.go). */
const captionRoom = 112;

/** stageOf is the stage's box on screen and whether the captions lie over it. */
const stageOf = (page) => page.evaluate(() => {
  const { x, y, width, height } = document.querySelector('#film .stage').getBoundingClientRect();
  return { clip: { x, y, width, height }, over: getComputedStyle(document.querySelector('.captions')).position === 'absolute' };
});

/** bare hides what the page lays over the canvas: captions and elements. */
export const bare = (page) => page.evaluate(() => {
  for (const e of document.querySelectorAll('#film .captions, #film .nodes')) e.style.visibility = 'hidden';
});

/** boardOf is the storyboard of a letter for the stage that the page has now. */
export async function boardOf(page, id = 'under55') {
  const { clip, over } = await stageOf(page);
  const { deviceScaleFactor } = page.viewport();
  return storyboard(id, 'it', `${clip.width}x${clip.height}`, ['--scale', String(deviceScaleFactor), ...(over ? ['--captions', String(captionRoom)] : [])]);
}

/** apart goes to a picture of the board and tells how far the canvas is from it: {mean, far}. */
export async function apart(page, board, moment) {
  await seek(page, moment.taken);
  await resting(page);
  const { clip } = await stageOf(page);
  const got = await still(async () => Buffer.from(await page.screenshot({ captureBeyondViewport: false, clip })));
  const want = pixels(board.png(moment));
  assert.deepEqual([got.width, got.height], [want.width, want.height], 'the canvas has the size of the picture');
  return { mean: meanDifference(got, want), far: farPixels(got, want, 32) };
}

/** told writes a difference for people. */
export const told = ({ mean, far }) => `mean ${mean.toFixed(3)} of 255, ${(far * 100).toFixed(3)} % of the pixels off by more than 32`;
