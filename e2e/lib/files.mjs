// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Files that the page saves.

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from './wait.mjs';

/** downloadFolder is a folder of its own for the test t. */
export function downloadFolder(t) {
  const dir = mkdtempSync(join(tmpdir(), 'guida-'));
  t.after(() => rmSync(dir, { recursive: true }));
  return dir;
}

/**
 * saved waits for a file to be complete in dir and returns its path and content. Chromium takes the name with an empty
 * file first, writes another and then renames it.
 */
export async function saved(dir, name) {
  for (let tries = 0; tries < 400; tries++) {
    const files = readdirSync(dir);
    if (files.includes(name) && !files.some((f) => f.endsWith('.crdownload'))) {
      const path = join(dir, name);
      const content = readFileSync(path, 'utf8');
      if (content) return { path, content };
    }
    await pause(25);
  }
  throw new Error(`${name} was not saved; there is: ${readdirSync(dir)}`);
}

/** events reads a calendar: [{name: value}…], one per VEVENT, folded lines joined. */
export function events(ics) {
  const lines = ics.replace(/\r\n[ \t]/g, '').split('\r\n');
  const found = [];
  let alarm = false;
  for (const line of lines) {
    const [name, ...value] = line.split(':');
    if (line === 'BEGIN:VEVENT') found.push({});
    if (line === 'BEGIN:VALARM') alarm = true;
    else if (line === 'END:VALARM') alarm = false;
    else if (found.length && !/^(BEGIN|END)$/.test(name)) found.at(-1)[(alarm ? 'ALARM-' : '') + name.split(';')[0]] = value.join(':');
  }
  return found;
}
