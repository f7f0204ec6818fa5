// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The table "Browsers" of the README, made of what a run found.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { work } from '../lib/site.mjs';
import { engines } from './engines.mjs';

const from = '<!-- browsers: written by make engines -->', to = '<!-- /browsers -->';

/** rewrite puts the table of these results between the marks in a file. */
export function rewrite(file, results) {
  const lines = readFileSync(results, 'utf8').split('\n').filter(Boolean).map((line) => line.split('\t'));
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(from), [, after] = rest?.split(to) ?? [];
  if (after === undefined) throw new Error(file + ' has no marks of the table');
  writeFileSync(file, [before, from, '\n', table(lines), to, after].join(''));
}

function table(lines) {
  const rows = Object.entries(engines).map(([name, { title, size, notes }]) => {
    const mine = lines.filter(([, , test]) => test.endsWith(', ' + title));
    if (!mine.length || mine.some(([result]) => result === 'skip')) throw new Error(`${name}: the table needs every scenario of every engine`);
    const { version, lacking } = JSON.parse(readFileSync(join(work, 'engines', name + '.json'), 'utf8'));
    const passed = mine.filter(([result]) => result === 'pass').length;
    return [title, version, `${size.width} × ${size.height}`, `${passed} of ${mine.length}`, [notes, ...lacking].join('; ')];
  });
  return [['Engine', 'Version', 'Page, CSS px', 'Scenarios passed', 'Differences'], ['---', '---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
