// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What IBM's checker doubts in each state of page and film was looked at by somebody, once a kind. (21)

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { seek, stateOf, watch } from '../lib/film.mjs';
import { pressOn } from '../lib/guide.mjs';
import { doubts, findings } from '../lib/ibm.mjs';
import { letter } from '../lib/letters.mjs';
import { states } from '../lib/states.mjs';
import { visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();

/** reviewed are the kinds of doubt that were looked at, each with why it is none: [{rule, element, why}…]; element "*" is any. */
const reviewed = JSON.parse(readFileSync(new URL('../data/ibm-reviewed.json', import.meta.url), 'utf8'));

/** film opens one at a line, paused, and brings it further. */
const film = (id, line, after, more) => async (page) => {
  await watch(page, { token: letter(id).token, query: { paused: 1 } });
  await seek(page, line);
  await seek(page, (await stateOf(page)).time + after);
  assert.equal((await stateOf(page)).line, line);
  await more?.(page);
};

const opensPanel = async (page) => {
  await pressOn(page, '.bar .menu');
  await until(page, () => document.querySelector('#film dialog[open]'));
};

/** places are all states of the page, and those of the film that have controls of their own. */
const places = {
  ...states,
  'the film at its menu': film('under55', 'naspi-domande-2', 1.5),
  'the film at the chart': film('under55', 'naspi-durata-5', 1.5),
  'the film at the form': film('under55', 'naspi-lavoro-8', 1.5),
  'the film at the services': film('under55', 'naspi-servizi-2', 1.5),
  'the film at the rating': film('under55', 'naspi-voto-1', 2.5),
  'the film\'s panel': film('under55', 'naspi-saluto-2', 1.5, opensPanel),
  'a pension\'s film at the slip': film('pension-8', 'pens-cedolino-4', 1.5),
  'a pension\'s film with an explanation': film('pension-8', 'pens-cedolino-4', 1.5, (page) => pressOn(page, '#film .nodes [data-action="explain:pens-inf-perche-irpef"]')),
};

const review = ({ rule, element }) => reviewed.find((r) => r.rule === rule && (r.element === '*' || r.element === element));

test('21: IBM\'s checker doubts nothing that nobody has looked at, and everything looked at is still there', async (t) => {
  const unseen = new Map(), met = new Set();
  for (const [place, reach] of Object.entries(places)) {
    await t.test(place, async (t2) => {
      const page = await visit(t2, use.browser, { size: sizes.phone });
      await reach(page);
      assert.deepEqual(await findings(page), []);
      for (const doubt of await doubts(page)) {
        const kind = `${doubt.rule} ${doubt.element}`, known = review(doubt);
        if (known) met.add(known);
        else if (!unseen.has(kind)) unseen.set(kind, `${doubt.level} ${doubt.reason}, ${place}: ${doubt.message} ${doubt.snippet}`);
      }
    });
  }
  assert.equal(unseen.size, 0, ['mend these, or look at them and add them to data/ibm-reviewed.json with the reason:', ...[...unseen].map((u) => u.join(': '))].join('\n'));
  assert.deepEqual(reviewed.filter((r) => !met.has(r)), [], 'these are gone: take them out');
});
