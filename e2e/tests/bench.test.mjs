// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What the bench makes of its measurements; no browser, no site.

import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';
import { test } from 'node:test';
import { between, open } from '../bench/line.mjs';
import { page } from '../bench/report.mjs';
import { against, median, ratios, samples, share, spread, told, unsteady } from '../bench/statistics.mjs';

const s = (v) => v.toFixed(2) + ' s';

test('the median is the middle, in whatever order the runs came', () => {
  assert.equal(median([9, 1, 4]), 4);
  assert.equal(median([7]), 7);
  assert.equal(median([10, 1, 4, 2]), 3);
  const runs = [3, 1, 2];
  median(runs);
  assert.deepEqual(runs, [3, 1, 2], 'the runs keep their order: ratios are taken run by run');
});

test('a figure is marked when its runs are further apart than half of its median', () => {
  for (const [sample, want] of [[[8, 10, 13], false], [[8, 10, 13.01], true], [[5], false], [[0, 0, 0], false], [[0, 0, 1], true], [[70, 4194, 4194], true]]) {
    assert.equal(unsteady(sample), want, `${sample}: spread ${spread(sample)}`);
  }
  assert.equal(told([1.5, 1.2, 1.6], s), '1.50 s (1.20–1.60)');
  assert.equal(told([1.5, 0.9, 2.1], s), '⚠ 1.50 s (0.90–2.10)');
  assert.equal(told([0.3, 0.31, 0.4], share), '0.31 (0.30–0.40)');
});

test('a target is judged by the median, a ratio run by run', () => {
  assert.equal(against([9, 4, 5], 5, s), '≤ 5.00 s');
  assert.equal(against([9, 4, 5.1], 5, s), 'not ≤ 5.00 s');
  assert.deepEqual(ratios([1, 6, 4], [2, 3, 4]), [0.5, 2, 1]);
  assert.deepEqual(samples([{ a: 1, b: 2 }, { a: 3, b: 4 }]), { a: [1, 3], b: [2, 4] });
});

test('the document explains the mark, and says of each part when and with what it was measured', () => {
  const part = { title: 'Part', head: ['What'], rows: [['⚠ 1 s (1–9)']], when: '2026-12-01T10:00Z', took: 7, runs: 3, commit: 'abc', load: '1 before, 2 after', machine: 'old' };
  const text = page([part], 'new');
  assert.match(text, /\*\*⚠\*\* marks a figure/);
  assert.match(text, /Measured 2026-12-01T10:00Z in 7 s, runs: 3, commit abc, load 1 before, 2 after; old\./);
  assert.doesNotMatch(page([part], 'old'), /after; old/);
});

test('a line counts all that comes down it, no faster than its width, after one journey for the connection and one for the request', async (t) => {
  const bytes = 60_000, answer = Buffer.alloc(bytes, 'x');
  const server = createServer((end) => end.on('data', () => end.end(answer)));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const line = await open(server.address().port, { width: 200_000, latency: 40 });
  t.after(() => { line.close(); server.close(); });
  const from = Date.now();
  const got = await ask(line.origin);
  const took = Date.now() - from;
  assert.equal(got.length, bytes);
  assert.equal(between(line.arrived, 0, Infinity), bytes);
  assert.ok(took >= 80 + 1000 * bytes / 200_000 - 60, `60 KB came in ${took} ms`);
  assert.ok(line.arrived[0].at - from >= 79, `the first packet came after ${line.arrived[0].at - from} ms`);
});

/** ask sends a line of text and resolves to the answer. */
async function ask(origin) {
  const end = connect(Number(new URL(origin).port), '127.0.0.1');
  end.write('please\n');
  const parts = [];
  for await (const part of end) parts.push(part);
  return Buffer.concat(parts);
}
