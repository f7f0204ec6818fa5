// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// "Cancella e chiudi" leaves nothing behind. (1)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { headings, press } from '../lib/guide.mjs';
import { step } from '../lib/job.mjs';
import { factsOf, letter } from '../lib/letters.mjs';
import { open, settled, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';
import { money } from '../lib/words.mjs';

const use = useBrowser();

/** remains is everywhere that a page can keep something. */
const remains = (page) => page.evaluate(async () => ({
  page: document.documentElement.outerHTML,
  address: location.href,
  session: JSON.stringify(sessionStorage),
  local: JSON.stringify(localStorage),
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  cookie: document.cookie,
  state: JSON.stringify(history.state),
  boot: window.guidaBoot.token,
  facade: JSON.stringify([window.guida.state(), window.guida.semantics()]),
}));

function assertNothing(kept, id) {
  const facts = factsOf(id);
  const all = JSON.stringify(kept);
  for (const secret of [facts.name, money(facts.monthly), letter(id).token.slice(0, 40), String(facts.days) + ' giorni']) {
    assert.equal(all.includes(secret), false, `"${secret}" is still there`);
  }
  assert.equal(kept.session, '{}');
  assert.equal(kept.local, '{}');
  assert.deepEqual([kept.databases, kept.caches, kept.cookie, kept.state, kept.boot], [0, 0, '', 'null', '']);
  assert.equal(new URL(kept.address).hash, '');
}

for (const [verb, title] of [['erase', 'Fatto: abbiamo cancellato tutto'], ['notme', 'Fatto: abbiamo cancellato tutto']]) {
  test(`${verb} clears page, storage, address and memory`, async (t) => {
    const page = await visit(t, use.browser, { size: sizes.phone });
    await open(page, letter('over55').token);
    await press(page, 'answer dip');
    await step(page, 1);
    await press(page, 'vote 5');
    await press(page, verb);
    await until(page, (h) => document.querySelector('h1')?.textContent === h, title);
    assertNothing(await remains(page), 'over55');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1', 'the goodbye is read');
  });

  test(`after ${verb} neither reload nor Back brings the letter back`, async (t) => {
    const page = await visit(t, use.browser);
    await page.goto('about:blank');
    await open(page, letter('over55').token);
    await press(page, verb);
    await until(page, (h) => document.querySelector('h1')?.textContent === h, title);
    await page.reload();
    await settled(page);
    assertNothing(await remains(page), 'over55');
    assert.ok((await headings(page, 'h2')).length > 0, 'the general page is there');
    await page.goBack();
    await page.goForward();
    await settled(page);
    assertNothing(await remains(page), 'over55');
  });
}

test('after erasing, a change of language brings nothing back', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('over55').token);
  await press(page, 'erase');
  await press(page, 'lang de');
  await until(page, () => document.documentElement.lang === 'de');
  assertNothing(await remains(page), 'over55');
});
