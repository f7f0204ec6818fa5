// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What several runs of the same measurement say together. A sample is a list of figures, one a run.

/** median is the middle of a sample; of an even number of figures, the mean of the middle two. */
export function median(sample) {
  const list = [...sample].sort((a, b) => a - b), half = list.length >> 1;
  return list.length % 2 ? list[half] : (list[half - 1] + list[half]) / 2;
}

/** spread is how far the runs are apart: the greatest figure less the least. */
export const spread = (sample) => Math.max(...sample) - Math.min(...sample);

/** unsteady tells whether the runs are further apart than half of their median: such a figure gives the size, no more. */
export const unsteady = (sample) => spread(sample) > median(sample) / 2;

/** mark stands before an unsteady figure. */
export const mark = '⚠ ';

/** told writes a sample, "⚠ 3.10 s (2.00–4.20)": its median, the least and the greatest; unit writes one figure ("3.10 s"). */
export function told(sample, unit) {
  const bare = (figure) => unit(figure).replace(/ \D+$/, '');
  return `${unsteady(sample) ? mark : ''}${unit(median(sample))} (${bare(Math.min(...sample))}–${bare(Math.max(...sample))})`;
}

/** ratios are one sample in shares of another, run by run. */
export const ratios = (sample, of) => sample.map((figure, i) => figure / of[i]);

/** share writes a ratio. */
export const share = (ratio) => ratio.toFixed(2);

/** against says how a sample's median stands to a target that it must not exceed. */
export const against = (sample, limit, unit) => (median(sample) <= limit ? '≤ ' : 'not ≤ ') + unit(limit);

/** samples turns runs, [{a: 1, b: 2}…], into a sample for each name, {a: [1…], b: [2…]}. */
export const samples = (runs) => Object.fromEntries(Object.keys(runs[0]).map((name) => [name, runs.map((run) => run[name])]));

/** times does something once for each run, one after the other, and resolves to what came of each. */
export async function times(runs, something) {
  const all = [];
  for (let n = 0; n < runs; n++) all.push(await something(n));
  return all;
}
