// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The page as a virtual screen reader says it, phrase by phrase, as committed. UPDATE=1 writes the files anew. (12)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { resting, seek, stateOf, watch } from '../lib/film.mjs';
import { golden } from '../lib/golden.mjs';
import { pressOn } from '../lib/guide.mjs';
import { letter } from '../lib/letters.mjs';
import { plain } from '../lib/reading.mjs';
import { phrases } from '../lib/screenreader.mjs';
import { open, visit } from '../lib/visit.mjs';

const use = useBrowser();

/** said are the phrases within selector, the same on every day; the levels of headings stay. */
const said = async (page, selector) => (await phrases(page, selector)).map((p) => plain(p).replace(/, level 0$/, () => /, level \d+$/.exec(p)[0]));

for (const id of ['under55', 'pension-8']) {
  test(`12: a screen reader walks the whole page of ${id}, everything opened, as committed`, async (t) => {
    const page = await visit(t, use.browser, { size: sizes.phone });
    await open(page, letter(id).token);
    await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; });
    await page.evaluate(() => document.getElementById('descrizioni').click());
    golden(`phrases-${id}.txt`, await said(page));
  });
}

/** scenes are where the films show controls: [line, seconds from its start]. */
const scenes = {
  under55: [['naspi-saluto-2', 2.5], ['naspi-domande-2', 2.5], ['naspi-quanto-6', 1.5], ['naspi-quando-7', 2.5], ['naspi-durata-5', 2.5], ['naspi-lavoro-8', 1.5], ['naspi-servizi-2', 2.5], ['naspi-voto-1', 2.5]],
  'pension-8': [['pens-quanto-1', 2.5], ['pens-cedolino-4', 2.5], ['pens-tasse-2a', 2.5], ['pens-servizi-2', 2.5], ['pens-voto-1', 2.5]],
};

for (const [id, moments] of Object.entries(scenes)) {
  test(`12: a screen reader walks the controls of the film of ${id}, as committed`, async (t) => {
    const page = await visit(t, use.browser, { size: sizes.phone });
    await watch(page, { token: letter(id).token, query: { paused: 1 } });
    const all = [];
    for (const [line, after] of moments) {
      await seek(page, line);
      await seek(page, (await stateOf(page)).time + after);
      await resting(page);
      assert.equal((await stateOf(page)).line, line);
      all.push('# ' + line, ...await said(page, '#film'), '');
    }
    await pressOn(page, '.bar .menu');
    all.push('# the panel', ...await said(page, '#film dialog'));
    golden(`phrases-film-${id}.txt`, all);
  });
}
