// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A screen that nobody looks at: Xvfb on the first free display.

import { spawn } from 'node:child_process';

/** display starts a screen and resolves to its name (":1") and a function that ends it. */
export async function display() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = new Promise((done) => child.once('exit', done));
  const number = await Promise.race([
    new Promise((done) => child.stdio[3].setEncoding('utf8').once('data', (text) => done(text.trim()))),
    ended.then(() => ''),
  ]);
  if (!number) throw new Error('Xvfb did not start');
  return { name: ':' + number, stop: () => { child.kill('SIGTERM'); return ended; } };
}
