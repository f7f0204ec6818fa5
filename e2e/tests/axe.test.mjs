// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// axe-core and IBM's checker find nothing wrong in any state of the page, and the outline is whole. (12, 20, 21)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { violations } from '../lib/axe.mjs';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { findings } from '../lib/ibm.mjs';
import { letter } from '../lib/letters.mjs';
import { states } from '../lib/states.mjs';
import { open, visit } from '../lib/visit.mjs';

const use = useBrowser();
const under55 = letter('under55').token;

/** onDesktop are the states that look different on a wide screen; FULL=1 takes all. */
const onDesktop = ['the general page', 'the guide', 'the form at a lower benefit', 'the refusal of expired', 'while loading'];

for (const [name, size] of Object.entries(sizes)) {
  describe('axe finds nothing and the outline is whole, ' + name, () => {
    for (const [state, reach] of Object.entries(states)) {
      if (name === 'desktop' && !process.env.FULL && !onDesktop.includes(state)) continue;
      test(state, async (t) => {
        const page = await visit(t, use.browser, { size });
        await reach(page);
        assertOutline(await outline(page));
        assert.equal(await page.evaluate(() => document.querySelectorAll('main').length), 1);
        assert.deepEqual(await violations(page), []);
        if (name === 'phone') assert.deepEqual(await findings(page), []);
      });
    }
  });
}

/** outline is the visible headings, as [level, text]. */
const outline = (page) => page.evaluate(() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]
  .filter((h) => h.checkVisibility()).map((h) => [Number(h.tagName[1]), h.textContent]));

function assertOutline(headings) {
  assert.equal(headings.filter(([level]) => level === 1).length, 1, 'there is one title');
  let last = 0;
  for (const [level, text] of headings) {
    assert.ok(level <= last + 1, `"${text}" jumps from h${last} to h${level}`);
    last = level;
  }
}

test('a screen reader meets greeting, answers, ways to start, chapters, text, services, rating in this order', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, under55);
  const names = await readingOrder(page);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('nav')].every((n) => n.ariaLabel)), true, 'every nav has a name');
  const order = ['Ciao, Maria,', 'Importo lordo al mese, all\'inizio', 'Primo pagamento', 'Quanto dura', 'Trascrizione completa', 'Capitoli',
    'Ho una buona notizia: la tua domanda di NASpI è accolta.', 'Mese per mese', 'I servizi per te', 'Ti è stata utile la guida? Dai un voto da 1 a 5: è anonimo.', 'Cancella e chiudi'];
  let from = 0;
  for (const name of order) {
    const at = names.indexOf(name, from);
    assert.ok(at >= 0, `"${name}" does not follow "${order[order.indexOf(name) - 1]}"`);
    from = at + 1;
  }
});

/** readingOrder is the names in the accessibility tree, in the order of a swipe. */
async function readingOrder(page) {
  const devtools = await page.createCDPSession();
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  const walk = (n) => [...(!n.ignored && n.name?.value ? [n.name.value] : []), ...(n.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).flatMap(walk)];
  return walk(nodes[0]);
}
