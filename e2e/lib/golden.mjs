// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Committed text that somebody has read, in data/. UPDATE=1 writes it anew.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** golden compares lines with a committed file. */
export function golden(name, lines) {
  const path = fileURLToPath(new URL('../data/' + name, import.meta.url));
  if (process.env.UPDATE) writeFileSync(path, lines.join('\n') + '\n');
  assert.ok(existsSync(path), path + ' is missing: run once with UPDATE=1 and read what it wrote');
  assert.deepEqual(lines, readFileSync(path, 'utf8').trimEnd().split('\n'));
}
