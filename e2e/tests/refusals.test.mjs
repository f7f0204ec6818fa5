// Links that cannot be opened: five families, never a blank page, always help. (49, 53)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { headings, press, textOf } from '../lib/guide.mjs';
import { letter, letters } from '../lib/letters.mjs';
import { byPublicKey, byStranger, claims, duplicated, signed, unsigned } from '../lib/tokens.mjs';
import { open, today, visit } from '../lib/visit.mjs';
import { until } from '../lib/wait.mjs';

const use = useBrowser();
const second = (days) => Date.parse(today) / 1000 + days * 86_400;
const good = letter('under55').token;
const raw = signed();

/** titles are what the person reads first, by family. */
const titles = {
  A: 'Il codice non si legge bene',
  B: 'Questa guida è scaduta',
  C: 'Non riconosciamo questo link',
  D: 'Serve un aggiornamento',
  E: 'Controlla l\'ora del dispositivo',
};

/** advice is what each family must offer to do. */
const advice = {
  A: ['Inquadra di nuovo il QR', 'Entra da MyINPS'],
  B: ['Vai a MyINPS', 'Che cosa puoi fare ora'],
  C: ['Vai a MyINPS', 'Segnala a phishing@inps.it'],
  D: ['Ricarica', 'Leggi la versione generale'],
  E: ['Riprova'],
};

const broken = [
  ['A', 'half of a packed code', good.slice(0, good.length / 2)],
  ['A', 'half of a raw token', raw.slice(0, raw.length / 2)],
  ['A', 'two segments', raw.split('.').slice(0, 2).join('.')],
  ['A', 'letters among the digits', good.slice(0, 80) + 'xyz' + good.slice(83)],
  ['A', 'base64 with padding', raw + '='],
  ['A', 'an alphabet that is not ours', 'Q2lhbyBhIHR1dHRpLCBjb21lIHN0YXRl'.repeat(4)],
  ['A', 'far too long', '1' + '7'.repeat(9000)],
  ['A', 'no expiry', signed(claims({ exp: undefined }))],
  ['A', 'no signature', unsigned()],
  ['B', 'expired a month ago', signed(claims({ iat: second(-200), exp: second(-30) }))],
  ['C', 'signed by a stranger', byStranger()],
  ['C', 'an unknown key', signed(claims(), { kid: 'demo-none' })],
  ['C', 'algorithm none', unsigned('\0'.repeat(64))],
  ['C', 'HS256 with the public key as its secret', byPublicKey()],
  ['C', 'another issuer', signed(claims({ iss: 'https://inps.example' }))],
  ['C', 'another audience', signed(claims({ aud: 'altro' }))],
  ['C', 'valid for ever', signed(claims({ exp: second(4000) }))],
  ['C', 'one claim told twice', duplicated()],
  ['C', 'expiry as text', signed(claims({ exp: String(second(100)) }))],
  ['D', 'a newer schema', signed(claims({ v: 2 }))],
  ['D', 'a newer transport', '7' + good.slice(1)],
  ['D', 'a critical header we do not know', signed(claims(), { crit: ['b64'] })],
  ['D', 'a guide that does not exist yet', signed(claims({ guide: 'trattamento' }))],
  ['E', 'issued in the future', signed(claims({ iat: second(20), exp: second(200) }))],
];

async function assertRefused(page, family) {
  assert.deepEqual(await headings(page, 'h1'), [titles[family]]);
  const text = await textOf(page, '#errore');
  for (const offer of advice[family]) assert.ok(text.includes(offer), `"${offer}" is offered`);
  assert.match(text, /803 164/);
  assert.match(text, /Codice per l'assistenza: [a-z0-9-]+/);
  assert.equal(await page.evaluate(() => document.querySelector('.answers')), null, 'no figure is shown');
}

/** toGeneral leaves the refusal for the guide without personal data. */
async function toGeneral(page) {
  await press(page, 'general');
  await until(page, () => document.getElementById('errore').hidden && document.getElementById('spot'));
  assert.match(await textOf(page, '#testo'), /guida/);
  assert.equal((await headings(page, 'h1')).length, 1);
}

describe('each broken link has its page and a way on', () => {
  for (const [family, name, token] of broken) {
    test(`${family}: ${name}`, async (t) => {
      const page = await visit(t, use.browser);
      await open(page, token);
      await assertRefused(page, family);
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
