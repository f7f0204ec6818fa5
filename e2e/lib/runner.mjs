// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Node's test runner as a run uses it: files side by side, then those that measure, each alone; what they find is told and
// recorded.

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const reporter = (name) => join(dirname(fileURLToPath(import.meta.url)), name);

/** measuring are the files that take the time of something: they run alone. */
const measuring = ['film-clock', 'film-voice', 'voice-visit'];

/** longest are the files that take longest: they begin first, so that no core waits for one of them at the end. */
const longest = ['webkit', 'firefox', 'atspi', 'film-controls', 'film-pixels', 'film-play', 'film-twins', 'film-page', 'job', 'axe', 'film-readable', 'film-captions'];

/** named is the runner's option for tests by name. */
const named = (pattern) => (pattern ? ['--test-name-pattern=' + pattern] : []);

/** rank is a file's place among those that begin first. */
const rank = (file) => (longest.indexOf(topic(file)) + 1 || Infinity);

const topic = (file) => basename(file, '.test.mjs');

/** inOrder are the files as they should begin. */
export const inOrder = (files) => [...files].sort((a, b) => Math.min(rank(a), 99) - Math.min(rank(b), 99));

/** runFiles runs test files, so many at a time, and resolves to the exit status. */
function runFiles(files, atOnce, results, env) {
  const args = [
    '--test', '--test-concurrency=' + atOnce, '--test-timeout=' + (process.env.FULL ? 3_600_000 : 600_000),
    '--test-reporter=spec', '--test-reporter-destination=stdout',
    '--test-reporter=' + reporter('again.mjs'), '--test-reporter-destination=stdout',
    '--test-reporter=' + reporter('record.mjs'), '--test-reporter-destination=' + results,
    ...named(process.env.ONLY), ...files,
  ];
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}

/**
 * runTests runs test files, writes a line per test into results and resolves to the exit status. By default two files a
 * core run side by side, since much of a test is waiting.
 */
export async function runTests(files, results, env, atOnce = 2 * availableParallelism()) {
  const alone = files.filter((f) => measuring.includes(topic(f)));
  const others = inOrder(files.filter((f) => !alone.includes(f)));
  let status = 0, lines = '';
  for (const [some, n] of [[others, atOnce], [alone, 1]]) {
    if (!some.length) continue;
    status = Math.max(status, await runFiles(some, n, results, env));
    lines += readFileSync(results, 'utf8');
  }
  writeFileSync(results, lines);
  return status;
}
