// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// All scenarios in one engine, and what its browser says of itself.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { work } from '../lib/site.mjs';
import { visit } from '../lib/visit.mjs';
import { display } from './display.mjs';
import { engines } from './engines.mjs';
import { lacks } from './lacks.mjs';
import { scenarios } from './scenarios.mjs';

/** suite makes a test of each scenario for the engine of that name. */
export function suite(name) {
  const engine = engines[name];
  let screen, browser;
  const start = (webgl) => engine.start({ webgl, display: screen?.name });
  before(async () => {
    screen = engine.screen ? await display() : undefined;
    browser = await start(true);
  });
  after(async () => {
    if (browser) await note(name, browser);
    await browser?.close();
    await screen?.stop();
  });
  for (const [scenario, run] of Object.entries(scenarios)) {
    test(`${scenario}, ${engine.title}`, (t) => run(t, {
      ...engine,
      visit: (options) => visit(t, browser, { size: engine.size, ...options }),
      async flat() {
        const other = await start(false);
        const page = await visit(t, other, { size: engine.size });
        t.after(() => other.close());
        return page;
      },
      zoom: (page) => engine.zoom(page, { display: screen?.name }),
    }));
  }
}

/** note keeps what the browser says of itself for the table of the README. */
async function note(name, browser) {
  const lacking = await lacks(browser);
  const version = (await browser.version()).replace(/^\D*/, '');
  mkdirSync(join(work, 'engines'), { recursive: true });
  writeFileSync(join(work, 'engines', name + '.json'), JSON.stringify({ version, lacking }) + '\n');
}
