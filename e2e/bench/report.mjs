// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The page docs/BENCH.md, and how its figures are written.

import { mark } from './statistics.mjs';

/** kB writes bytes in KB of 1000, a few with a decimal. */
export const kB = (bytes) => (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0) + ' KB';

/** seconds and ms write a time that is in ms. */
export const seconds = (t) => (t / 1000).toFixed(2) + ' s';
export const ms = (t) => (t < 10 ? t.toFixed(2) : t.toFixed(0)) + ' ms';

/** page is the whole document: the tables, and the machine that made the last of them. */
export const page = (tables, machine) => [
  '# Bench',
  '',
  'Made by `make bench`: the film beside the same film as the leanest 720p video one would publish (x264 `-preset medium -crf 23`, 30 frames a',
  'second, AAC 64 kbit/s mono, captions; `storyboard --mp4 --web`), in one browser. The video would be one of its own for each person.',
  'KB are 1000 bytes. Times are those of this machine: what carries over to others is how two figures of one row stand to each other.',
  '',
  'Each figure is the median of the runs that its part names, in brackets the least and the greatest of them; a ratio is taken run by run.',
  `**${mark.trim()}** marks a figure whose runs are further apart than half of their median: it tells the size, no more.`,
  '',
  `Last machine: ${machine}. WebGL is drawn by the processor here (SwiftShader).`,
  ...tables.flatMap((t) => section(t, machine)),
  '',
].join('\n');

const section = (t, machine) => [
  '', '## ' + t.title, '', ...(t.note ? [t.note, ''] : []),
  line(t.head), line(t.head.map(() => '---')), ...t.rows.map(line),
  '', `Measured ${t.when} in ${t.took} s, runs: ${t.runs}, commit ${t.commit}, load ${t.load}${t.machine === machine ? '' : '; ' + t.machine}.`,
];

const line = (cells) => '| ' + cells.join(' | ') + ' |';
