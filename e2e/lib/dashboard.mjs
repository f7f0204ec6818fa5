// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The staff's dashboard, on an invented campaign.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { call, tool } from './site.mjs';

/** startDashboard invents a campaign, or none, and resolves to {origin, word, stop}. */
export async function startDashboard({ empty = false } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'guida-dashboard-'));
  const db = join(dir, 'guida.db');
  if (!empty) call('videoguida', 'demo', '--db', db, '--days', '12', '--letters', '20000');
  const child = spawn(tool('videoguida'), ['dashboard', '--db', db, '--addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.once('exit', done));
  const found = {};
  for await (const line of createInterface({ input: child.stdout })) {
    found.origin ??= /dashboard on (\S+)\//.exec(line)?.[1];
    found.word ??= /sign in with: (\S+)/.exec(line)?.[1];
    if (found.origin && found.word) break;
  }
  if (!found.word) throw new Error('videoguida dashboard did not start');
  return {
    ...found,
    stop: async () => { child.kill('SIGTERM'); await ended; if (existsSync(dir)) rmSync(dir, { recursive: true }); },
  };
}

/** signIn enters by the keyboard, as the page's own form asks. */
export async function signIn(page, board) {
  await page.goto(board.origin + '/');
  await page.focus('#parola');
  await page.keyboard.type(board.word);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}
