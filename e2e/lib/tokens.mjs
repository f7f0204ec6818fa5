// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Tokens that no issuer would sign, made from the demonstration key.

import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { demoKey } from './site.mjs';
import { today } from './visit.mjs';

const key = createPrivateKey(readFileSync(demoKey));
const publicHalf = createPublicKey(key);
const stranger = generateKeyPairSync('ed25519').privateKey;
const base64 = (data) => Buffer.from(data).toString('base64url');

const page = await (await fetch(process.env.GUIDA_ORIGIN)).text();

/** pageKeys are the keys built into the page, JWKs. */
export const pageKeys = JSON.parse(/"keys":(\{.*?\]\})/.exec(page)[1]).keys;

/** built is the time that the page's build counts as made at, in Unix seconds. */
export const built = Number(/"built":(\d+)/.exec(page)[1]);

/** kid names the demonstration key as the site's key set does: from its RFC 7638 thumbprint. */
const { kid } = pageKeys[0];

const day = (n) => Date.parse(today) / 1000 + n * 86_400;

/** claims are a good letter's, with changes; undefined leaves a claim out. */
export const claims = (changes = {}) => ({
  v: 1, iss: 'https://www.inps.it', aud: 'videoguida', jti: 'dGVzdCBjYXNl', iat: day(-2), exp: day(150),
  guide: 'naspi', name: 'Ines', lang: 'it', ch: 'qr', applied: 20_700, start: 20_705, days: 364, monthly: 114_471,
  calc: 'soglia', year: 2026, contacts: 'ok', ...changes,
});

/** signed is a compact token over any payload: claims, text or bytes. */
export function signed(payload = claims(), header = {}, by = key) {
  const raw = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload);
  const head = typeof header === 'string' ? header : JSON.stringify({ alg: 'EdDSA', kid, typ: 'JWT', ...header });
  const body = base64(head) + '.' + base64(raw);
  return body + '.' + base64(sign(null, Buffer.from(body), by));
}

/** byStranger is signed by a key that no build trusts, under the trusted key's name. */
export const byStranger = () => signed(claims(), {}, stranger);

/** byPublicKey is the classic confusion: the public key used as a shared secret. */
export function byPublicKey() {
  const body = base64(JSON.stringify({ alg: 'HS256', kid, typ: 'JWT' })) + '.' + base64(JSON.stringify(claims()));
  const secret = publicHalf.export({ type: 'spki', format: 'pem' });
  return body + '.' + createHmac('sha256', secret).update(body).digest('base64url');
}

/** unsigned says that no signature is needed and gives the one it names. */
export const unsigned = (signature = '') =>
  base64(JSON.stringify({ alg: 'none', kid, typ: 'JWT' })) + '.' + base64(JSON.stringify(claims())) + '.' + base64(signature);

/** pension are the claims of a pension, with changes. */
export const pension = (changes = {}) => ({
  v: 1, iss: 'https://www.inps.it', aud: 'videoguida', jti: 'dGVzdCBwZW5z', iat: day(-2), exp: day(150),
  guide: 'pension', name: 'Ines', lang: 'it', ch: 'qr', fund: 'private', start: 20_700, method: 'misto',
  gross: 151_230, net: 127_215, irpef: 21_000, local_tax: 3_015, taxed: true, thirteenth: true, payer: 'bank', red: 'none', ...changes,
});

/** bomb is a small packed code that swells to three megabytes. */
export const bomb = () => 'p' + Buffer.concat([Buffer.alloc(64), deflateRawSync(Buffer.alloc(3e6))]).toString('base64url');

/** changed replaces text in a part of a compact token after it was signed. */
export function changed(part, from, to) {
  const parts = signed().split('.');
  const text = Buffer.from(parts[part], 'base64url').toString().replace(from, to);
  parts[part] = base64(text);
  return parts.join('.');
}

/** duplicated tells one claim twice. */
export const duplicated = () => signed(JSON.stringify(claims()).replace('{', '{"monthly":999999,'));
