// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A site whose issuer rotates keys and calls letters back: the built site beside a key set and a list of its own.

import { createPrivateKey } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, serve, work } from './site.mjs';
import { claims, signed } from './tokens.mjs';

/** folder is a new empty folder of this process. */
function folder(...path) {
  const dir = join(work, ...path.map((p) => p.replace('$', process.pid)));
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  return dir;
}

/** issuer has a ring of demonstration keys: {rotate, keys, letter, revoke}. */
export function issuer(name) {
  const dir = folder('issuer', name + '-$', 'demo');
  const list = join(dir, 'revoked.bin');
  const ring = () => JSON.parse(readFileSync(join(dir, 'ring.json'), 'utf8')).keys;
  return {
    rotate: (...more) => call('tokengen', 'rotate', '--keys', dir, ...more),
    kids: () => ring().map((k) => k.kid),
    keys: () => JSON.parse(call('tokengen', 'jwks', '--key', dir)).keys,
    letter: (kid, changes) => signed(claims(changes), { kid }, createPrivateKey(readFileSync(join(dir, kid + '.pem')))),
    revoke: (...letters) => {
      call('tokengen', 'revoke', '--key', dir, '--ledger', join(dir, 'revoked.txt'), '--out', list, ...letters);
      return readFileSync(list);
    },
  };
}

/** publish serves a copy of the built site with these keys (JWKs) and this list: {origin, stop}. */
export async function publish(name, keys, list = '') {
  const site = folder('trust', name + '-$');
  cpSync(join(work, 'site'), site, { recursive: true });
  writeFileSync(join(site, 'jwks.json'), JSON.stringify({ keys }));
  writeFileSync(join(site, 'revoked.bin'), list);
  const server = await serve(site);
  return { origin: server.origin, stop: () => server.stop().then(() => rmSync(site, { recursive: true, force: true })) };
}
