// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What a screen reader meets, swipe by swipe, and where Tab stops, as committed. UPDATE=1 writes the files anew. (1, 12)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { resting, seek, stateOf, watch } from '../lib/film.mjs';
import { golden } from '../lib/golden.mjs';
import { here, tabThrough } from '../lib/keyboard.mjs';
import { letter } from '../lib/letters.mjs';
import { swipes } from '../lib/reading.mjs';
import { visit } from '../lib/visit.mjs';

const use = useBrowser();

for (const [id, line] of [['under55', 'naspi-domande-2'], ['pension-8', 'pens-tasse-2a']]) {
  test(`12: the swipes of ${id} are heading, controls, chapters, active content, services, rating, text, as committed`, async (t) => {
    const page = await visit(t, use.browser, { size: sizes.phone });
    await watch(page, { token: letter(id).token, query: { paused: 1 } });
    await seek(page, line);
    await seek(page, (await stateOf(page)).time + 2.5);
    assert.equal((await resting(page)).line, line);
    golden(`swipes-${id}.txt`, await swipes(page));
  });

  test(`1: the keyboard walk of ${id}, as committed`, async (t) => {
    const page = await visit(t, use.browser, { size: sizes.desktop });
    await watch(page, { token: letter(id).token, query: { paused: 1 } });
    await seek(page, line);
    await seek(page, (await stateOf(page)).time + 2.5);
    await resting(page);
    await tabThrough(page, { back: true });
    const stops = await tabThrough(page);
    assert.equal(await here(page), null, 'the walk ends outside the page');
    golden(`keyboard-${id}.txt`, stops.map((s) => `${s.tag.toLowerCase()}${s.act && ' ' + s.act}: ${s.name.replace(/\s+/g, ' ').replace(/\d[\d.,:]*/g, '0')}`));
  });
}
