// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Node's test runner as a run uses it: files side by side, then those that measure, with a core each; what they find is told
// and recorded.

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const reporter = (name) => join(dirname(fileURLToPath(import.meta.url)), name);

/** measuring are the files that take the time of something: they run after the others, one a core. */
const measuring = ['film-clock', 'film-voice', 'voice-visit'];

/** named is the runner's option for tests by name. */
const named = (pattern) => (pattern ? ['--test-name-pattern=' + pattern] : []);

const topic = (file) => basename(file, '.test.mjs');

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
 * runTests runs test files, writes a line per test into results and resolves to the exit status. Two files a core run side
 * by side, since much of a test is waiting.
 */
export async function runTests(files, results, env) {
  const cores = Math.max(2, availableParallelism());
  const apart = (file) => measuring.includes(topic(file));
  let status = 0, lines = '';
  for (const [some, atOnce] of [[files.filter((f) => !apart(f)), 2 * cores], [files.filter(apart), cores]]) {
    if (!some.length) continue;
    status = Math.max(status, await runFiles(some, atOnce, results, env));
    lines += readFileSync(results, 'utf8');
  }
  writeFileSync(results, lines);
  return status;
}
