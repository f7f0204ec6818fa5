// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Keys that rotate, letters called back, clocks that are wrong: what the page fetches to judge a letter by. (49)

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { answersOf, press, textOf } from '../lib/guide.mjs';
import { letter } from '../lib/letters.mjs';
import { block, holdBack } from '../lib/network.mjs';
import { assertRefused, toGeneral } from '../lib/refused.mjs';
import { built, claims, pageKeys, pension, signed } from '../lib/tokens.mjs';
import { issuer, publish } from '../lib/trust.mjs';
import { painted } from '../lib/film.mjs';
import { address, open, settled, today, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();
const unreachable = { expected: /Failed to load resource/ };
const offices = {}; // what each issuer publishes, and where it is served
const second = (days) => Date.parse(today) / 1000 + days * 86_400;

/** called are the letters that the first issuer called back. */
const called = {
  naspi: (i) => i.letter(i.kids()[0], { jti: 'Y2FsbGVkIGEx' }),
  pension: (i) => i.letter(i.kids()[0], pension({ jti: 'Y2FsbGVkIGEy' })),
};

before(async () => {
  const good = issuer('good');
  good.rotate();
  good.rotate(); // the next key, published ahead
  good.list = good.revoke(called.naspi(good), called.pension(good));
  const stolen = issuer('stolen');
  stolen.rotate();
  const [thief] = stolen.kids();
  stolen.old = stolen.letter(thief);
  stolen.ended = stolen.letter(thief, { iat: second(-200), exp: second(-30) });
  stolen.rotate('--retire', thief);
  Object.assign(offices, { good, stolen });
  for (const [name, i] of Object.entries(offices)) i.site = await publish(name, [...pageKeys, ...i.keys()], i.list);
});
after(() => Promise.all(Object.values(offices).map((i) => i.site?.stop())));

/** answered is whether the page tells the letter's figures. */
const answered = async (page) => Boolean((await answersOf(page)).importo);

/** openAt opens a letter at an issuer's site. */
const openAt = (page, name, token) => open(page, token, {}, offices[name].site.origin);

describe('keys', () => {
  test('a letter of a key that the page was not built with opens', async (t) => {
    const page = await visit(t, use.browser);
    const { good } = offices;
    await openAt(page, 'good', good.letter(good.kids()[0]));
    assert.ok(await answered(page));
    await page.goto('about:blank'); // a letter opened over another loads the page twice
    await openAt(page, 'good', good.letter(good.kids()[1]));
    assert.ok(await answered(page), 'the next key opens letters before its day');
  });

  test('its film starts too', async (t) => {
    const page = await visit(t, use.browser);
    const { good } = offices;
    await open(page, good.letter(good.kids()[0]), { film: null }, good.site.origin);
    await press(page, 'watch');
    await painted(page);
  });

  test('while the newest keys cannot be had, it says so and opens later', async (t) => {
    const page = await visit(t, use.browser, unreachable);
    const { good } = offices;
    const devtools = await block(page, '*/jwks.json');
    await openAt(page, 'good', good.letter(good.kids()[0]));
    await assertRefused(page, 'D', 'keys-unreachable');
    await devtools.send('Network.setBlockedURLs', { urls: [] });
    await press(page, 'reload');
    await until(page, () => document.querySelector('#risposte [data-fact="importo"]'));
  });

  test('while they cannot be had, a letter of a key that the page knows opens', async (t) => {
    const page = await visit(t, use.browser, unreachable);
    await block(page, '*/jwks.json');
    await openAt(page, 'good', signed());
    assert.ok(await answered(page));
  });

  test('a network that hangs is waited for three seconds', async (t) => {
    const page = await visit(t, use.browser, unreachable);
    const held = await holdBack(page, '*/jwks.json');
    const began = Date.now();
    await openAt(page, 'good', signed());
    assert.ok(await answered(page));
    assert.equal(held.waiting, 1, 'it was asked for');
    assert.ok(Date.now() - began >= 3000, 'it was waited for');
  });

  test('a stolen key opens nothing: the letter is no longer valid, not forged', async (t) => {
    const page = await visit(t, use.browser);
    await openAt(page, 'stolen', offices.stolen.old);
    await assertRefused(page, 'B', 'retired-key');
    assert.match(await textOf(page, '#errore'), /INPS ha ritirato questa guida/);
    assert.doesNotMatch(await textOf(page, 'main'), /sei mesi/, 'no six months have passed');
    await toGeneral(page);
  });

  test('a letter of a stolen key that had expired says when', async (t) => {
    const page = await visit(t, use.browser);
    await openAt(page, 'stolen', offices.stolen.ended);
    await assertRefused(page, 'B', 'expired');
    assert.match(await textOf(page, 'main'), /sei mesi/);
  });
});

describe('letters called back', () => {
  for (const guide of ['naspi', 'pension']) {
    test(`a ${guide} letter called back is no longer valid`, async (t) => {
      const page = await visit(t, use.browser);
      await openAt(page, 'good', called[guide](offices.good));
      await assertRefused(page, 'B', 'revoked');
      assert.match(await textOf(page, '#errore'), /INPS ha ritirato questa guida/);
      assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /Ines/);
      await toGeneral(page);
    });
  }

  test('another letter of the same key opens', async (t) => {
    const page = await visit(t, use.browser);
    const { good } = offices;
    await openAt(page, 'good', good.letter(good.kids()[0], { jti: 'bm90IGNhbGxl' }));
    assert.ok(await answered(page));
  });

  test('while the list cannot be had, letters open', async (t) => {
    const page = await visit(t, use.browser, unreachable);
    await block(page, '*/revoked.bin');
    await openAt(page, 'good', called.naspi(offices.good));
    assert.ok(await answered(page));
  });

  test('a letter is asked for by nobody: what is fetched is the same for all', async (t) => {
    const asked = [];
    for (const token of [called.naspi(offices.good), signed(), signed(pension())]) {
      const page = await visit(t, use.browser);
      const urls = [];
      page.on('request', (r) => urls.push(new URL(r.url()).pathname));
      await openAt(page, 'good', token);
      asked.push(urls.filter((u) => /jwks|revoked/.test(u)).sort());
    }
    assert.deepEqual(asked, Array(3).fill(['/jwks.json', '/revoked.bin']));
  });

  test('from a letter that opens to one called back in the same tab', async (t) => {
    const page = await visit(t, use.browser);
    await openAt(page, 'good', signed());
    await page.evaluate((token) => { window.before = true; location.hash = token; }, called.naspi(offices.good));
    await until(page, () => !window.before);
    await settled(page);
    await assertRefused(page, 'B', 'revoked');
  });
});

describe('a device whose date is wrong', () => {
  /** shifted is a page whose clock is days off. */
  async function shifted(t, days, options) {
    const page = await visit(t, use.browser, options);
    await page.evaluateOnNewDocument((ms) => {
      const real = Date.now;
      Date.now = () => real() + ms;
    }, days * 86_400_000);
    return page;
  }

  for (const days of [-400, 400]) {
    test(`${days} days: a good letter opens by the server's time`, async (t) => {
      const page = await shifted(t, days);
      await open(page, letter('under55').token);
      assert.ok(await answered(page));
    });
  }

  test('without the server it is the date that the letter seems to have passed', async (t) => {
    const page = await shifted(t, 400, unreachable);
    await block(page, '*/jwks.json');
    await open(page, letter('under55').token);
    await assertRefused(page, 'B', 'expired');
  });

  test('400 days before the build, without the server, it is never before the day of the build', async (t) => {
    const page = await shifted(t, (built * 1000 - Date.now()) / 86_400_000 - 400, unreachable);
    await block(page, '*/jwks.json');
    await open(page, signed(claims({ iat: built - 86_400, exp: built + 150 * 86_400 })));
    assert.ok(await answered(page));
  });
});

test('without a letter nothing is asked for', async (t) => {
  const page = await visit(t, use.browser);
  const urls = [];
  page.on('request', (r) => urls.push(r.url()));
  await page.goto(address());
  await settled(page);
  assert.deepEqual(urls.filter((u) => /jwks|revoked/.test(u)), []);
});
