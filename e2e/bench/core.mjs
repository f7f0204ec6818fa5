// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The core's own benchmarks, beside a baseline.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, work } from '../lib/site.mjs';
import { mark } from './statistics.mjs';

const pattern = '^Benchmark(Frame|Compile|Verify|Unpack|Mix)$';
const packages = ['./player/guide/naspi', './player/voice', './tokengen/token', './tokengen/pack'];
const benchstat = 'golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da';
const baseline = join(root, 'docs', 'bench', 'core.txt');

export async function measure() {
  const out = go('test', '-run', 'xxx', '-bench', pattern, '-benchmem', '-benchtime', '300ms', '-count', '6', ...packages);
  const now = join(work, 'core.txt');
  writeFileSync(now, out);
  if (!existsSync(baseline)) save(out);
  const compared = rows(go('run', benchstat, '-format', 'csv', baseline, now)), of = saved();
  if (process.env.SAVE) save(out); // for the next run: beside itself it would change in nothing
  return {
    runs: 6, title: 'The core',
    note: `Medians of six, each with half of its interval of confidence (95 %, by benchstat), beside the baseline docs/bench/core.txt, ${of} (\`SAVE=1 e2e/bench.sh core\` writes it anew ` +
      'after it was compared). "~": no change that these runs could show. Allocations are gated by tests.',
    head: ['Benchmark', 'Unit', 'Baseline', 'Now', 'Change'],
    rows: compared,
  };
}

function save(out) {
  mkdirSync(dirname(baseline), { recursive: true });
  writeFileSync(baseline, out);
}

/** saved is when the baseline was written, by its commit. */
function saved() {
  return execFileSync('git', ['log', '-1', '--format=of commit %h, %cs', '--', baseline], { cwd: root, encoding: 'utf8' }).trim() || 'not committed';
}

const go = (...args) => execFileSync('go', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 24, stdio: ['ignore', 'pipe', 'inherit'] });

/** rows reads benchstat's CSV: a table for each unit, whose head names it. */
export function rows(csv) {
  const list = [];
  let unit = '';
  for (const line of csv.split('\n')) {
    const cells = line.split(',');
    if (cells[0] === '' && cells[1]) unit = cells[1];
    else if (unit && cells.length > 5 && cells[0] !== 'geomean' && !cells[0].includes(':')) list.push([cells[0].replace(/-\d+$/, ''), unit, told(cells[1], cells[2], unit), told(cells[3], cells[4], unit), cells[5]]);
  }
  return list.filter(([name]) => name);
}

/** told writes a figure of benchstat's in the unit's usual form, with its interval ("3%", half of its width) and a mark if that is wide. */
function told(value, interval, unit) {
  return `${parseFloat(interval) > 25 ? mark : ''}${form(Number(value), unit)} ± ${interval.replace('%', ' %')}`;
}

function form(n, unit) {
  if (unit !== 'sec/op') return String(Math.round(n));
  return n < 1e-3 ? (1e6 * n).toFixed(1) + ' µs' : (1e3 * n).toFixed(2) + ' ms';
}
