// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The built site as some devices and networks see it: each is a copy, served by the same host, that lacks something.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve, work } from '../lib/site.mjs';

/** publish serves a copy of the built site after change(folder) until the test t ends and returns its origin. */
async function publish(t, change) {
  const site = join(work, 'engines', 'site-' + process.pid);
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  cpSync(join(work, 'site'), site, { recursive: true });
  change(site);
  const server = await serve(site);
  t.after(() => server.stop().then(() => rmSync(site, { recursive: true, force: true })));
  return server.origin;
}

/** withoutFilm is a network that blocks the film's program: a filter, a proxy. */
export const withoutFilm = (t) => publish(t, (site) => {
  for (const name of readdirSync(site).filter((n) => /^film\..*\.wasm/.test(n))) rmSync(join(site, name));
});

/** withoutAudio is a browser that may play no sound: the page's policy tells it so. */
export const withoutAudio = (t) => publish(t, (site) => {
  const index = join(site, 'index.html');
  const html = readFileSync(index, 'utf8');
  writeFileSync(index, html.replace('<meta charset="utf-8">', `$&<meta http-equiv="Content-Security-Policy" content="media-src 'none'">`));
  for (const packed of ['.br', '.gz']) rmSync(index + packed);
});
