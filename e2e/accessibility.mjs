// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Writes docs/ACCESSIBILITY.md: each item of the acceptance list, its clauses, its tests and what the last run of them found.
//
//   node e2e/accessibility.mjs     after e2e/run.sh; runs the Go tests of the list itself (FULL=1: with their full counts)

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { items } from './lib/items.mjs';
import { root, work } from './lib/site.mjs';

const folder = fileURLToPath(new URL('tests/', import.meta.url));

/** declared are the items that a file's first words, after the licence, name, by file. */
const declared = Object.fromEntries(readdirSync(folder).map((f) => {
  const first = readFileSync(join(folder, f), 'utf8').split('\n').find((line) => line && !line.startsWith('// SPDX-'));
  return [f.replace('.test.mjs', ''), (/\(([\d, ]+)\)\s*$/.exec(first)?.[1] ?? '').split(',').map(Number)];
}));

/** ran are the tests of each file's last whole run: [{result, file, name}…]. */
const ran = existsSync(join(work, 'results.txt'))
  ? readFileSync(join(work, 'results.txt'), 'utf8').trim().split('\n').map((l) => { const [result, file, name] = l.split('\t'); return { result, file, name }; })
  : [];

/** goResults runs the list's Go tests and returns pass or fail by "package Test". */
function goResults() {
  const wanted = [...new Set(items.flatMap(([, , , go = []]) => go))];
  const packages = [...new Set(wanted.map((w) => './' + w.split(' ')[0]))];
  const names = [...new Set(wanted.map((w) => w.split(' ')[1]))];
  const { stdout } = spawnSync('go', ['test', '-json', '-timeout', '90m', '-run', `^(${names.join('|')})$`, ...packages], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const results = {};
  for (const line of stdout.split('\n').filter((l) => l.startsWith('{'))) {
    const { Action, Package, Test } = JSON.parse(line);
    if (Test && (Action === 'pass' || Action === 'fail')) results[`${Package.replace('videoguida/', '')} ${Test}`] = Action;
  }
  return results;
}

const go = goResults();

/** verdict is what a list of results says together. */
const verdict = (results) => {
  const real = results.filter((r) => r !== 'skip');
  if (real.includes('fail')) return '**fails**';
  return real.length && !real.includes(undefined) ? 'passes' : 'not run';
};

function row([n, what, clauses, goTests = []]) {
  const own = ran.filter(({ name }) => new RegExp(`^${n}: `).test(name));
  const files = Object.keys(declared).filter((f) => declared[f].includes(n));
  const inFiles = ran.filter(({ file, name }) => files.includes(file) && !/^\d+: /.test(name));
  const tests = [
    ...files.map((f) => `e2e ${f}` + (own.some((o) => o.file === f) ? ` (${own.filter((o) => o.file === f).length} named ${n})` : '')),
    ...goTests.map((g) => `Go ${g}`),
  ];
  const used = own.length ? own : inFiles;
  const results = [...used.map((r) => r.result), ...goTests.map((g) => go[g]), ...(files.length && !used.length ? [undefined] : [])];
  return `| ${n} | ${what} | ${clauses} | ${tests.join('; ')} | ${tests.length ? verdict(results) : 'no test'} |`;
}

const out = `# Accessibility: the acceptance list, its tests, their results

Written by \`node e2e/accessibility.mjs\` from the last run of \`e2e/run.sh\` and of the Go tests named here, in Chromium. Where
tests are named by an item, they decide it, else all tests of its files; "not run" means since the last clean checkout. The file atspi listens on a desktop's accessibility bus (AT-SPI), screenreader walks with a virtual screen reader. Firefox and WebKitGTK run the scenarios of e2e/engines (table in the README); VoiceOver and TalkBack are walked by hand.

| Item | What it asks | Clauses | Tests | Result |
|---|---|---|---|---|
${items.map(row).join('\n')}

Still by hand (M): a walk with VoiceOver and with TalkBack on a phone: open a letter, start the film, answer the menu, hear the chart's
table, fill the form, open a service, vote. At every step the name, the role and what changed are heard once.
`;
writeFileSync(join(root, 'docs', 'ACCESSIBILITY.md'), out);
