// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Measures the guide beside the leanest video of it, in one run on one machine, and writes docs/BENCH.md.
//
//   make bench                 all parts, some twenty-five minutes
//   e2e/bench.sh [PART…]       only these parts; the others keep what their last run said
//
//   MINUTES=10   how long the film loops while its memory is watched
//   RUNS=3       how often each wait is measured; the median counts
//   SAVE=1       keep the core's figures as the baseline for benchstat (docs/bench/core.txt)
//
// A part is a module of this folder with measure(tools) → { title, note, head, rows }: a table of docs/BENCH.md.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { launch } from '../lib/browser.mjs';
import { today } from '../lib/clock.mjs';
import { buildSite, buildTools, root, serve, work } from '../lib/site.mjs';
import { page } from './report.mjs';

const parts = ['wire', 'waits', 'frames', 'seeks', 'memory', 'core'];
const chosen = process.argv.slice(2).length ? process.argv.slice(2) : parts;
const unknown = chosen.filter((p) => !parts.includes(p));
if (unknown.length) throw new Error(`no part is called ${unknown.join(', ')}: choose from ${parts.join(', ')}`);

const kept = join(work, 'bench.json');
const results = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};

buildTools();
const server = await serve(buildSite(11));
process.env.GUIDA_ORIGIN = server.origin;
process.env.GUIDA_TODAY = today();
process.env.QUALITY = '11';
const browser = await launch();
try {
  const { video } = await import('./video.mjs');
  const film = chosen.some((p) => ['wire', 'waits', 'seeks'].includes(p)) ? await video() : null;
  const tools = { browser, video: film, runs: Number(process.env.RUNS ?? 3), minutes: Number(process.env.MINUTES ?? 10), server };
  for (const part of chosen) {
    console.log('bench: ' + part);
    const from = Date.now();
    const { measure } = await import(`./${part}.mjs`);
    const table = await measure(tools);
    results[part] = { ...table, took: Math.round((Date.now() - from) / 1000), load: loadavg()[0].toFixed(1), when: new Date().toISOString().slice(0, 16) + 'Z' };
    console.table(table.rows.map((row) => Object.fromEntries(row.map((cell, i) => [table.head[i], cell]))));
  }
  film?.close();
  mkdirSync(work, { recursive: true });
  writeFileSync(kept, JSON.stringify(results, null, 1));
  const machine = {
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
    cpu: `${cpus()[0].model.trim()}, ${cpus().length} cores`,
    versions: [await browser.version(), execFileSync('go', ['version'], { cwd: root, encoding: 'utf8' }).split(' ')[2], 'node ' + process.version],
  };
  writeFileSync(join(root, 'docs', 'BENCH.md'), page(parts.filter((p) => results[p]).map((p) => results[p]), machine));
  console.log('bench: written to docs/BENCH.md');
} finally {
  await browser.close();
  await server.stop();
}
