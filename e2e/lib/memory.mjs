// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What a process has in its memory.

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** holds reports whether a running process has a text in any memory it may write. */
export function holds(pid, text) {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      if (from && region(memory, parseInt(from, 16), parseInt(to, 16)).includes(text)) return true;
    }
    return false;
  } finally {
    closeSync(memory);
  }
}

/** region reads addresses from..to; parts that were never used cannot be read and are left out. */
function region(memory, from, to) {
  const parts = [];
  for (let at = from; at < to; at += 1 << 20) {
    const part = Buffer.alloc(Math.min(1 << 20, to - at));
    try { parts.push(part.subarray(0, readSync(memory, part, 0, part.length, at))); } catch { /* not there */ }
  }
  return Buffer.concat(parts);
}
