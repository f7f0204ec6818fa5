// A site whose issuer rotates keys and calls letters back: the built site beside a key set and a list of its own.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, serve, work } from './site.mjs';
import { publicKeys, signed } from './tokens.mjs';

/** issuer makes a ring of demonstration keys in a folder of its own and tells what it would publish. */
export function issuer(name) {
  const dir = join(work, 'issuer', `${name}-${process.pid}`, 'demo');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const list = join(dir, 'revoked.bin');
  return {
    key: dir,
    rotate: (...more) => call('tokengen', 'rotate', '--keys', dir, ...more),
    jwks: () => JSON.parse(call('tokengen', 'jwks', '--key', dir)).keys,
    sign: (facts) => JSON.parse(call.input(JSON.stringify(facts), 'tokengen', 'sign', '--key', dir, '--base', 'https://guida.example/')).token,
    revoke: (...letters) => call('tokengen', 'revoke', '--key', dir, '--ledger', join(dir, 'revoked.txt'), '--out', list, ...letters),
    list,
  };
}

/**
 * publish serves a copy of the built site with these keys (JWKs, beside the
 * page's own) and this list, and resolves to {origin, stop}.
 */
export async function publish(name, keys, list) {
  const site = join(work, 'trust', `${name}-${process.pid}`);
  rmSync(site, { recursive: true, force: true });
  cpSync(join(work, 'site'), site, { recursive: true });
  writeFileSync(join(site, 'jwks.json'), JSON.stringify({ keys }));
  if (list) cpSync(list, join(site, 'revoked.bin'));
  const server = await serve(site);
  return { origin: server.origin, stop: async () => { await server.stop(); rmSync(site, { recursive: true, force: true }); } };
}

export { publicKeys, signed };
