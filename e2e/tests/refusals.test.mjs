// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Links that cannot be opened: five families, never a blank page, always help. (49, 53)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { answersOf, textOf } from '../lib/guide.mjs';
import { letter, letters } from '../lib/letters.mjs';
import { assertRefused, toGeneral } from '../lib/refused.mjs';
import { bomb, byPublicKey, byStranger, changed, claims, duplicated, pension, signed, unsigned } from '../lib/tokens.mjs';
import { open, settled, today, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();
const second = (days) => Date.parse(today) / 1000 + days * 86_400;
const good = letter('under55').token;
const raw = signed();

const nested = (n) => '['.repeat(n) + ']'.repeat(n);
const text = (changes) => JSON.stringify(claims(changes));
const many = Object.fromEntries([...Array(70).keys()].map((n) => ['x' + n, n]));

/** broken are links that no letter carries: family, what is wrong, token, and the help desk's code where the family alone could be luck. */
const broken = [
  ['A', 'half of a packed code', good.slice(0, good.length / 2), 'damaged'],
  ['A', 'a packed code without its last digits', good.slice(0, -20), 'damaged'],
  ['A', 'a packed code without its first digits', good.slice(0, 1) + good.slice(40), 'damaged'],
  ['A', 'half of a raw token', raw.slice(0, raw.length / 2), 'segments'],
  ['A', 'one segment', raw.split('.')[0], 'segments'],
  ['A', 'two segments', raw.split('.').slice(0, 2).join('.'), 'segments'],
  ['A', 'four segments', raw + '.AAAA', 'segments'],
  ['A', 'letters among the digits', good.slice(0, 80) + 'xyz' + good.slice(83), 'damaged'],
  ['A', 'base64 with padding', raw + '=', 'base64'],
  ['A', 'base64 that can be written otherwise', raw.slice(0, -1) + (raw.endsWith('A') ? 'B' : String.fromCharCode(raw.charCodeAt(raw.length - 1) + 1)), 'base64'],
  ['A', 'an alphabet that is not ours', 'Q2lhbyBhIHR1dHRpLCBjb21lIHN0YXRl'.repeat(4), 'damaged'],
  ['A', 'a word', 'ciao', 'damaged'],
  ['A', 'one digit', '1', 'damaged'],
  ['A', 'base64url that is no packed code', 'p' + 'QUJD'.repeat(40), 'damaged'],
  ['A', 'far too long', '1' + '7'.repeat(9000), 'too-long'],
  ['A', 'too many digits', '1' + '7'.repeat(2300), 'too-long'],
  ['A', 'a raw token over 4 KiB', signed(claims({ name: 'M'.repeat(4096) })), 'too-long'],
  ['A', 'a header that is not JSON', signed(claims(), '{"ciao"'), 'header'],
  ['A', 'a header that tells something twice', signed(claims(), '{"alg":"none","alg":"EdDSA","kid":"x"}'), 'header'],
  ['A', 'no expiry', signed(claims({ exp: undefined })), 'missing'],
  ['A', 'no day of issue', signed(claims({ iat: undefined })), 'missing'],
  ['A', 'no version', signed(claims({ v: undefined })), 'missing'],
  ['A', 'no signature', unsigned(), 'segments'],
  ['B', 'expired a month ago', signed(claims({ iat: second(-200), exp: second(-30) })), 'expired'],
  ['B', 'expired a minute ago', signed(claims({ iat: second(-100), exp: Math.floor(Date.now() / 1000) - 60 })), 'expired'],
  ['B', 'a pension letter that expired', signed(pension({ iat: second(-200), exp: second(-30) })), 'expired'],
  ['C', 'signed by a stranger', byStranger(), 'signature'],
  ['C', 'an amount changed after signing', changed(1, '114471', '994471'), 'signature'],
  ['C', 'a header changed after signing', changed(0, '"typ"', '"x":1,"typ"'), 'signature'],
  ['C', 'a signature too short', raw.slice(0, raw.lastIndexOf('.')) + '.c2hvcnQ', 'signature'],
  ['C', 'a pension letter with its amounts changed', signed(pension()).replace(/\..*\./, '.' + Buffer.from(JSON.stringify(pension({ net: 999_999 }))).toString('base64url') + '.'), 'signature'],
  ['C', 'an unknown key', signed(claims(), { kid: 'demo-none' }), 'key'],
  ['C', 'no name of a key', signed(claims(), { kid: undefined }), 'key'],
  ['C', 'algorithm none', unsigned('\0'.repeat(64)), 'alg'],
  ['C', 'HS256 with the public key as its secret', byPublicKey(), 'alg'],
  ['C', 'RS256', signed(claims(), { alg: 'RS256' }), 'alg'],
  ['C', 'no algorithm', signed(claims(), { alg: undefined }), 'alg'],
  ['C', 'another type of token', signed(claims(), { typ: 'at+jwt' }), 'header'],
  ['C', 'another issuer', signed(claims({ iss: 'https://inps.example' })), 'issuer'],
  ['C', 'an issuer with a slash', signed(claims({ iss: 'https://www.inps.it/' })), 'issuer'],
  ['C', 'no issuer', signed(claims({ iss: undefined })), 'issuer'],
  ['C', 'another audience', signed(claims({ aud: 'altro' })), 'audience'],
  ['C', 'a list of audiences', signed(claims({ aud: ['videoguida'] })), 'type'],
  ['C', 'valid for ever', signed(claims({ exp: second(4000) })), 'exp-late'],
  ['C', 'one claim told twice', duplicated(), 'payload'],
  ['C', 'a claim told again in capitals', signed(text().replace('{', '{"EXP":9999999999,')), 'payload'],
  ['C', 'expiry as text', signed(claims({ exp: String(second(100)) })), 'type'],
  ['C', 'expiry as a fraction', signed(claims({ exp: second(100) + 0.5 })), 'type'],
  ['C', 'bytes after the claims', signed(text() + '{}'), 'payload'],
  ['C', 'claims in a list', signed(`[${text()}]`), 'payload'],
  ['C', 'claims that are no text', signed(Buffer.from(text().replace('Ines', 'In\xffes'), 'latin1')), 'payload'],
  ['C', 'half a character', signed(text().replace('Ines', '\\ud800')), 'payload'],
  ['C', 'a control character', signed(text().replace('Ines', 'In\u0001es')), 'payload'],
  ['C', 'seventy claims', signed(claims(many)), 'payload'],
  ['C', 'lists in lists without end', signed(text().replace('{', `{"x":${nested(100)},`)), 'payload'],
  ['C', 'a code that swells', bomb(), 'bomb'],
  ['D', 'a newer schema', signed(claims({ v: 2 })), 'version'],
  ['D', 'a version as text', signed(claims({ v: '1' })), 'version'],
  ['D', 'a newer transport', '7' + good.slice(1), 'transport'],
  ['D', 'a critical header we do not know', signed(claims(), { crit: ['b64'] }), 'header'],
  ['D', 'a compressed payload', signed(claims(), { zip: 'DEF' }), 'header'],
  ['D', 'a start of validity', signed(claims({ nbf: second(-1) })), 'claim'],
  ['D', 'a guide that does not exist yet', signed(claims({ guide: 'trattamento' })), 'guide'],
  ['D', 'a pension letter of a newer schema', signed(pension({ v: 2 })), 'version'],
  ['E', 'issued in the future', signed(claims({ iat: second(20), exp: second(200) })), 'future'],
  ['E', 'issued in two days', signed(claims({ iat: second(3), exp: second(150) })), 'future'],
  ['E', 'a pension letter from the future', signed(pension({ iat: second(20), exp: second(200) })), 'future'],
];

test('there are fifty broken links and more', () => assert.ok(new Set(broken.map(([, , token]) => token)).size >= 50));

describe('each broken link has its page and a way on', () => {
  for (const [family, name, token, code] of broken) {
    test(`${family}: ${name}`, async (t) => {
      const page = await visit(t, use.browser);
      await open(page, token);
      await assertRefused(page, family, code);
      await toGeneral(page);
    });
  }
});

describe('each bad demonstration letter has its page', () => {
  for (const l of letters.filter((x) => x.family)) {
    test(`${l.family}: ${l.id}`, async (t) => {
      const page = await visit(t, use.browser, { size: sizes.desktop });
      await open(page, l.token);
      await assertRefused(page, l.family);
    });
  }
});

test('an expired letter says when it expired', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, signed(claims({ iat: second(-200), exp: Date.parse('2026-01-15') / 1000 })));
  assert.match(await textOf(page, 'main'), /15 gennaio 2026/);
});

test('a letter from the future shows the time that the device believes', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('from-the-future').token);
  assert.match(await textOf(page, '#errore'), new RegExp(String(new Date().getFullYear())));
});

test('a name that tries to be markup is only text', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, signed(claims({ name: '<img src=x onerror=alert(1)>\u202eIda' })));
  const greeting = await textOf(page, 'h1');
  assert.doesNotMatch(greeting, /[<>=()\u202e]/);
  assert.equal(await page.evaluate(() => document.querySelector('main img:not(.officer)')), null);
});

test('an unknown claim is ignored, a missing fact is not invented', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, signed(claims({ shoe_size: 42, monthly: undefined, days: undefined })));
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('[data-fact]')].map((e) => e.dataset.fact)), ['primo', 'scadenza']);
  const text = await textOf(page, 'main');
  assert.deepEqual(text.match(/[{}]|undefined|NaN|(^|[^\d.,])0 (euro|giorni|mesi)|0,00/g), null);
});

/** turnTo opens another link in the same tab, as a second scan does, and waits for what comes of it. */
async function turnTo(page, token) {
  await page.evaluate((t) => { window.before = true; location.hash = t; }, token);
  await until(page, () => !window.before);
  await settled(page);
}

test('another link in the same tab starts from nothing, good or bad', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, good);
  assert.ok((await answersOf(page)).importo);
  await turnTo(page, byStranger());
  await assertRefused(page, 'C', 'signature');
  assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /Maria/);
  await turnTo(page, signed(pension()));
  assert.match(await textOf(page, 'h1'), /Ines/);
  assert.equal(await page.evaluate(() => document.getElementById('errore').hidden), true);
  await turnTo(page, signed(claims({ v: 2 })));
  await assertRefused(page, 'D', 'version');
});
