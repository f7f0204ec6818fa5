// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Node's test runner as a run uses it: two files at a time, what they find told and recorded.

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const reporter = join(dirname(fileURLToPath(import.meta.url)), 'record.mjs');

/** named is the runner's option for tests by name. */
const named = (pattern) => (pattern ? ['--test-name-pattern=' + pattern] : []);

/** runTests runs test files, writes a line per test into results and resolves to the exit status. */
export function runTests(files, results, env) {
  const args = ['--test', '--test-concurrency=2', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=' + reporter, '--test-reporter-destination=' + results, '--test-timeout=' + (process.env.FULL ? 3_600_000 : 600_000), ...named(process.env.ONLY), ...files];
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}
