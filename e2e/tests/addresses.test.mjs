// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Every way into the page: no letter, another letter, spoiled links, reload.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { answersOf, headings, press, textOf } from '../lib/guide.mjs';
import { step } from '../lib/job.mjs';
import { factsOf, letter } from '../lib/letters.mjs';
import { claims, signed } from '../lib/tokens.mjs';
import { address, open, origin, settled, today, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';
import { money } from '../lib/words.mjs';

const use = useBrowser();
const amount = (id) => money(factsOf(id).monthly);

for (const [name, size] of Object.entries(sizes)) {
  test(`without a letter there is the general page, ${name}`, async (t) => {
    const page = await visit(t, use.browser, { size });
    await open(page);
    assert.equal((await headings(page, 'h1')).length, 1);
    const text = await textOf(page, 'main');
    for (const way of [/QR/, /MyINPS/, /app IO/, /INPS Mobile/, /803 164/, /patronato/]) assert.match(text, way);
    assert.equal(await page.evaluate(() => document.querySelector('.answers')), null);
  });
}

test('the token leaves the address at once and does not enter the history', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token);
  const seen = await page.evaluate(() => [location.hash, location.pathname, history.state, document.referrer]);
  assert.deepEqual(seen, ['', '/', null, '']);
  assert.equal(await page.evaluate(() => history.length), 2, 'about:blank and the guide');
});

test('another letter in the same tab starts from nothing', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token);
  await press(page, 'answer dip');
  await step(page, 1);
  await page.evaluate((token) => { location.hash = token; }, letter('calc-max').token);
  await until(page, (a) => document.querySelector('[data-fact="importo"] dd')?.textContent === a && document.querySelector('#fiducia').childElementCount, amount('calc-max'));
  const text = await page.evaluate(() => document.documentElement.outerHTML);
  assert.equal(text.includes(factsOf('under55').name + ','), false, 'the first letter\'s name is gone');
  assert.equal(text.includes(amount('under55')), false, 'the first letter\'s amount is gone');
  assert.deepEqual(await page.evaluate(() => window.guida.state().choices), {});
  assert.equal(await page.evaluate(() => location.hash), '');
});

test('a bad letter after a good one shows nothing of the good one', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token);
  await page.evaluate((token) => { location.hash = token; }, letter('tampered').token);
  await until(page, () => document.querySelector('#errore h1'));
  assert.equal((await page.evaluate(() => document.documentElement.outerHTML)).includes(amount('under55')), false);
});

test('a link inside the page is not taken for a letter', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token);
  await press(page, 'go cap-durata');
  await page.evaluate(() => { location.hash = 'contenuto'; location.hash = 'cap-lavoro'; });
  await settled(page);
  assert.deepEqual((await answersOf(page)).importo, [amount('under55')]);
});

describe('a link that something on the way has spoiled still opens', () => {
  const packed = letter('under55').token;
  const raw = signed(claims({ monthly: Number(factsOf('under55').monthly) * 100 | 0 }));
  const spoiled = {
    'a # that became %23': `/%23${packed}?today=${today}`,
    'a lost #': `/${packed}?today=${today}`,
    'a raw token after %23': `/%23${raw}?today=${today}`,
    'a full stop at the end': `/?today=${today}#${packed}.`,
    'a line break inside': `/?today=${today}#${packed.slice(0, 50)}%20${packed.slice(50)}`,
    'a tracking parameter': `/?today=${today}#${packed}&utm_source=mail`,
    'a tracking parameter in front': `/?fbclid=abc&today=${today}#${packed}`,
  };
  for (const [name, path] of Object.entries(spoiled)) {
    test(name, async (t) => {
      const page = await visit(t, use.browser);
      await page.goto(origin + path);
      await settled(page);
      assert.equal((await answersOf(page)).importo?.length, 1, 'the amount is shown');
      const { pathname, hash } = new URL(await page.evaluate(() => location.href));
      assert.deepEqual([pathname, hash], ['/', '']);
    });
  }
});

test('the accessibility statement opens and leads back', async (t) => {
  const page = await visit(t, use.browser);
  await open(page);
  await page.goto(new URL('/accessibilita.html', origin).href);
  assert.deepEqual(await headings(page, 'h1'), ['Accessibilità della video-guida']);
  assert.equal(await page.evaluate(() => document.querySelector('main a[href="/"]')?.textContent), 'Torna alla guida');
});

test('the statement leads back to the letter that was open', async (t) => {
  const page = await visit(t, use.browser);
  await page.goto(address(letter('under55').token));
  await settled(page);
  await page.goto(new URL('/accessibilita.html', origin).href);
  await page.evaluate(() => document.querySelector('main a[href="/"]').click());
  await settled(page);
  assert.deepEqual((await answersOf(page)).importo, [amount('under55')]);
});
