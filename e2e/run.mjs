// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Builds the site, serves it, runs the browser tests, ends what it started.
//
//   e2e/run.sh [FILE…]         only these test files, by name or part of it
//   e2e/all.sh [FILE…]         with the scenarios in the other engines beside them (with FULL=1 in every engine)
//
//   QUALITY=11   brotli quality of the site (default 5)
//   ONLY=words   only the tests whose names match this
//   FULL=1       full counts: every path, every letter in every language
//   PORT=18200   the server's port (default: a free one)
//   DAY=2027-01-01  the day on which everything happens (default: the tests' own, see .ci/any-day.sh)
//   CHROMIUM     the browser's path (default /usr/bin/chromium)

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { today } from './lib/clock.mjs';
import { runTests } from './lib/runner.mjs';
import { buildSite, buildTools, serve, work } from './lib/site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const quality = process.env.QUALITY ?? '5';

/** folder are the test files of a folder, in the order of their names. */
const folder = (name) => readdirSync(join(here, name)).filter((f) => f.endsWith('.test.mjs')).sort().map((f) => join(here, name, f));

/** engines are the scenarios' files: without FULL=1 those of the engines that the tests do not use. */
const engines = () => folder('engines').filter((f) => process.env.FULL || !basename(f).startsWith('chromium'));

/** chosen are the test files that the arguments name, all of them without arguments. */
function chosen(args) {
  const names = args.filter((a) => a !== '--engines');
  const all = [...folder('tests'), ...(names.length < args.length ? engines() : [])];
  const some = all.filter((f) => !names.length || names.some((n) => basename(f).includes(n)));
  if (!some.length) throw new Error('no test file is called ' + names.join(', '));
  return some;
}

/** keep takes the results of this run over into those of the last run of each file. */
function keep() {
  const read = (name) => { try { return readFileSync(join(work, name), 'utf8').split('\n').filter(Boolean); } catch { return []; } };
  const now = read('results.now'), fileOf = (line) => line.split('\t')[1];
  const again = new Set(now.map(fileOf));
  const all = [...read('results.txt').filter((line) => !again.has(fileOf(line))), ...now];
  writeFileSync(join(work, 'results.txt'), all.map((line) => line + '\n').join(''));
}

const files = chosen(process.argv.slice(2));
buildTools();
const counters = join(work, 'counters');
rmSync(counters, { recursive: true, force: true });
mkdirSync(counters);
const server = await serve(buildSite(quality), process.env.PORT, ['--db', join(counters, 'counters.db')]);
try {
  process.exitCode = await runTests(files, join(work, 'results.now'), { GUIDA_ORIGIN: server.origin, GUIDA_TODAY: today(), QUALITY: quality });
  if (!process.env.ONLY) keep();
} finally {
  await server.stop();
}
