// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Measures the guide beside the leanest video of it, in one run on one machine, and writes docs/BENCH.md.
//
//   make bench                 all parts, some half an hour on a machine that does nothing else
//   e2e/bench.sh [PART…]       only these parts; the others keep what their last run said (docs/bench/results.json)
//   QUICK=1 e2e/bench.sh …     to try a change: one run, one minute; the document goes to .cache/e2e/bench-quick.md
//
//   RUNS=3       how often everything is measured; the median counts, the spread is told
//   MINUTES=3    how long the film loops in each run while its memory is watched
//   SAVE=1       keep the core's figures as the baseline for benchstat (docs/bench/core.txt)
//
// A part is a module of this folder with measure(tools) → { title, note, head, rows }: a table of docs/BENCH.md.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { asMeasured, launch } from '../lib/browser.mjs';
import { today } from '../lib/clock.mjs';
import { buildSite, buildTools, root, serve, work } from '../lib/site.mjs';
import { page } from './report.mjs';

const parts = ['wire', 'press', 'waits', 'frames', 'seeks', 'memory', 'core'];
const chosen = process.argv.slice(2).length ? process.argv.slice(2) : parts;
const unknown = chosen.filter((p) => !parts.includes(p));
if (unknown.length) throw new Error(`no part is called ${unknown.join(', ')}: choose from ${parts.join(', ')}`);

const quick = Boolean(process.env.QUICK);
const runs = Number(process.env.RUNS ?? (quick ? 1 : 3)), minutes = Number(process.env.MINUTES ?? (quick ? 1 : 3));
const kept = quick ? join(work, 'bench-quick.json') : join(root, 'docs', 'bench', 'results.json');
const document = quick ? join(work, 'bench-quick.md') : join(root, 'docs', 'BENCH.md');

const commit = measured();
buildTools();
const server = await serve(buildSite(11));
process.env.GUIDA_ORIGIN = server.origin;
process.env.GUIDA_TODAY = today();
process.env.QUALITY = '11';
const browser = await launch(asMeasured);
let film;
try {
  const machine = `${cpus()[0].model.trim()}, ${cpus().length} cores; ${await browser.version()}, ${read('go', 'version').split(' ')[2]}, node ${process.version}`;
  const { video } = await import('./video.mjs');
  if (chosen.some((p) => ['wire', 'press', 'waits', 'seeks'].includes(p))) film = await video();
  for (const part of chosen) {
    console.log('bench: ' + part);
    const { measure } = await import(`./${part}.mjs`);
    const table = { runs, ...await watched(() => measure({ browser, video: film, runs, minutes })), machine, commit };
    keep(part, table);
    writeFileSync(document, page(parts.map((p) => results()[p]).filter(Boolean), machine));
    console.table(table.rows.map((row) => Object.fromEntries(row.map((cell, i) => [table.head[i], cell]))));
  }
  console.log('bench: written to ' + document);
} finally {
  film?.close();
  await browser.close();
  await server.stop();
}

/** watched adds to a table when it was measured, how long that took and how busy the machine was. */
async function watched(measure) {
  const from = Date.now(), before = loadavg()[0].toFixed(1);
  const table = await measure();
  return { ...table, took: Math.round((Date.now() - from) / 1000), load: `${before} before, ${loadavg()[0].toFixed(1)} after`, when: new Date().toISOString().slice(0, 16) + 'Z' };
}

/** results are the tables of all parts, each of its last run. */
function results() {
  return existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
}

function keep(part, table) {
  writeFileSync(kept, JSON.stringify({ ...results(), [part]: table }, null, 1) + '\n');
}

function read(...command) {
  return execFileSync(command[0], command.slice(1), { cwd: root, encoding: 'utf8' }).trim();
}

/** measured is the commit that is measured, with a word if files differ from it. */
function measured() {
  const changed = read('git', 'status', '--porcelain', '--', '.', ':!docs');
  return read('git', 'rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '');
}
