// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The demonstration letters and what the storyboard says of each.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, work } from './site.mjs';
import { origin, today } from './visit.mjs';

/** letters are all demonstration letters: {id, title, token, family}; family is set for the bad ones. */
export const letters = call('tokengen', 'demo', '--base', origin + '/', '--today', today)
  .trim().split('\n').map(JSON.parse)
  .map((l) => ({ ...l, token: new URL(l.url).hash.slice(1) }));

/** goodLetters open the NASpI guide, pensionLetters that of a pension. */
export const goodLetters = letters.filter((l) => !l.family && l.guide === 'naspi');
export const pensionLetters = letters.filter((l) => !l.family && l.guide === 'pension');

/** letter is the letter with the id. */
export function letter(id) {
  const found = letters.find((l) => l.id === id);
  if (!found) throw new Error('no letter ' + id);
  return found;
}

/** factsOf are a letter's facts: dates as YYYY-MM-DD, money as "1285.44". */
export const factsOf = (id) => JSON.parse(call('tokengen', 'demo', '--facts', id, '--today', today));

/**
 * storyboard is what the storyboard command writes about a letter, drawn on a
 * stage of size ("390x616") with more of its options (['--scale', '2']): chapters
 * of the transcript, months, cues of the captions ({from, text}, seconds), their file, the
 * nodes of each picture and a function that reads a picture's PNG.
 */
export function storyboard(id, lang = factsOf(id).lang, size = '200x200', more = []) {
  const out = join(work, 'storyboard', [today, id, lang, size, ...more, process.pid].join('-'));
  if (!existsSync(out)) {
    mkdirSync(out, { recursive: true });
    const facts = join(out, 'facts.json');
    writeFileSync(facts, JSON.stringify(factsOf(id)));
    call('storyboard', '--guide', factsOf(id).guide, '--facts', facts, '--out', out, '--lang', lang, '--today', today, '--size', size, ...more);
  }
  const read = (name) => readFileSync(join(out, name), 'utf8');
  return {
    chapters: read('transcript.txt').trim().split('\n\n').map((c) => c.split('\n')),
    months: factsOf(id).guide === 'pension' ? [] : read('schedule.csv').trim().split('\n').slice(1).map((row) => row.split(',')),
    vtt: read('captions.vtt'),
    cues: cues(read('captions.vtt')),
    pictures: JSON.parse(read('semantics.json')),
    png: ({ line, marker }) => readFileSync(join(out, [line, marker].filter(Boolean).join('-') + '.png')),
  };
}

/** cues reads WebVTT. */
function cues(vtt) {
  const seconds = (stamp) => stamp.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return [...vtt.matchAll(/^([\d:.]+) --> ([\d:.]+).*\n((?:.+\n?)+)/gm)]
    .map(([, from, to, text]) => ({ from: seconds(from), to: seconds(to), text: text.trim() }));
}
