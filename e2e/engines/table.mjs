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
    const mine = lines.filter(([, file]) => file === name);
    if (!mine.length) throw new Error(name + ' was not tried: the table needs every engine');
    const version = readFileSync(join(work, 'engines', name + '.version'), 'utf8').trim();
    return [title, version, `${size.width} × ${size.height}`, `${mine.filter(([result]) => result === 'pass').length} of ${mine.length}`, notes];
  });
  return [['Engine', 'Version', 'Window, CSS px', 'Scenarios', 'What is particular to it'], ['---', '---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
