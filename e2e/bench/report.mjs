// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The page docs/BENCH.md, and the few figures that several parts need.

/** median is the middle of a list of numbers. */
export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** kB writes bytes in KB of 1000. */
export const kB = (bytes) => (bytes / 1000).toFixed(0) + ' KB';

/** seconds and ms write a time that is in ms. */
export const seconds = (t) => (t / 1000).toFixed(2) + ' s';
export const ms = (t) => (t < 10 ? t.toFixed(2) : t.toFixed(0)) + ' ms';

/** against says how a figure stands to a target that it must not exceed. */
export const against = (value, limit, unit) => (value <= limit ? '≤ ' : 'not ≤ ') + unit(limit);

/** page is the whole document. */
export const page = (tables, machine) => [
  '# Bench',
  '',
  'Made by `make bench`: the film beside the same film as the leanest 720p video one would publish (x264 `-preset medium -crf 23`, 30 frames a',
  'second, AAC 64 kbit/s mono, captions; `storyboard --mp4 --web`), in one run, in one browser. The video would be one of its own for each person.',
  'KB are 1000 bytes. Times are those of this machine: what carries over to others is how two figures of one row stand to each other.',
  '',
  `${machine.cpu}; ${machine.versions.join(', ')}; commit ${machine.commit}. WebGL is drawn by the processor here (SwiftShader).`,
  ...tables.flatMap(section),
  '',
].join('\n');

const section = (t) => [
  '', '## ' + t.title, '', ...(t.note ? [t.note, ''] : []),
  line(t.head), line(t.head.map(() => '---')), ...t.rows.map(line),
  '', `Measured ${t.when} in ${t.took} s, load ${t.load} at the end.`,
];

const line = (cells) => '| ' + cells.join(' | ') + ' |';
