// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The text guide that is there whatever happens to the film.

import assert from 'node:assert/strict';
import { chaptersOf } from './guide.mjs';
import { storyboard } from './letters.mjs';

/** assertComplete finds the text guide of the letter "under55" all there, with its links. */
export async function assertComplete(page) {
  const board = storyboard('under55');
  const chapters = await chaptersOf(page);
  chapters.forEach((chapter, i) => assert.deepEqual(chapter.slice(0, board.chapters[i].length), board.chapters[i]));
  assert.equal(chapters.length, board.chapters.length);
  assert.equal(await page.evaluate(() => document.querySelectorAll('#servizi a[href]').length), 10);
}
