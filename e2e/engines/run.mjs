// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Builds the site, serves it, runs the scenarios in the engines, ends what it started.
//
//   e2e/engines.sh [ENGINE…]   only these engines, by name or part of it
//
//   ONLY=words       only the scenarios whose names match this
//   TABLE=README.md  writes the table "Browsers" into this file, when every scenario of every engine ran

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { today } from '../lib/clock.mjs';
import { runTests } from '../lib/runner.mjs';
import { buildSite, buildTools, root, serve, work } from '../lib/site.mjs';
import { engines } from './engines.mjs';
import { rewrite } from './table.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const names = Object.keys(engines).filter((name) => !wanted.length || wanted.some((w) => name.includes(w)));
if (!names.length) throw new Error('no engine is called ' + wanted.join(', '));

mkdirSync(join(work, 'engines'), { recursive: true });
buildTools();
const server = await serve(buildSite('5'), process.env.PORT);
const results = join(work, 'engines', 'results.txt');
try {
  const files = names.map((name) => join(here, name + '.test.mjs'));
  process.exitCode = await runTests(files, results, { GUIDA_ORIGIN: server.origin, GUIDA_TODAY: today() });
} finally {
  await server.stop();
}
if (process.env.TABLE) rewrite(join(root, process.env.TABLE), results);
