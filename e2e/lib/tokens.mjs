// Tokens that no issuer would sign, made from the demonstration key.

import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { demoKey } from './site.mjs';
import { today } from './visit.mjs';

const key = createPrivateKey(readFileSync(demoKey));
const publicHalf = createPublicKey(key);
const stranger = generateKeyPairSync('ed25519').privateKey;
const base64 = (data) => Buffer.from(data).toString('base64url');

/** kid names the demonstration key as the site's key set does: from its RFC 7638 thumbprint. */
const kid = (await siteKeys())[0].kid;

async function siteKeys() {
  const page = await (await fetch(process.env.GUIDA_ORIGIN)).text();
  return JSON.parse(/"keys":(\{.*?\]\})/.exec(page)[1]).keys;
}

const day = (n) => Date.parse(today) / 1000 + n * 86_400;

/** claims are a good letter's, with changes; undefined leaves a claim out. */
export const claims = (changes = {}) => ({
  v: 1, iss: 'https://www.inps.it', aud: 'videoguida', jti: 'dGVzdCBjYXNl', iat: day(-2), exp: day(150),
  guide: 'naspi', name: 'Ines', lang: 'it', ch: 'qr', applied: 20_700, start: 20_705, days: 364, monthly: 114_471,
  calc: 'soglia', year: 2026, contacts: 'ok', ...changes,
});

/** signed is a compact token over any payload text. */
export function signed(payload = claims(), header = {}, by = key) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const body = base64(JSON.stringify({ alg: 'EdDSA', kid, typ: 'JWT', ...header })) + '.' + base64(text);
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

/** duplicated tells one claim twice. */
export const duplicated = () => signed(JSON.stringify(claims()).replace('{', '{"monthly":999999,'));
