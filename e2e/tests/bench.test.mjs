// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What the bench makes of its measurements; no browser, no site.

import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { connect, createServer } from 'node:net';
import { test } from 'node:test';
import { rows } from '../bench/core.mjs';
import { between, counted, open, pour, upwards } from '../bench/line.mjs';
import { kB, page } from '../bench/report.mjs';
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
  assert.equal(told([0, 430, 860], kB), '⚠ 0.4 KB (0.0–0.9)');
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

test("the core's figures carry benchstat's interval, half as wide as the spread", () => {
  const csv = `goos: linux
pkg: videoguida/player/guide/naspi
,docs/bench/core.txt,,now.txt,,,
,sec/op,CI,sec/op,CI,vs base,P
Frame-2,3.00785e-05,13%,3.96445e-05,16%,+31.80%,p=0.002 n=6
Compile-2,0.0013018375,29%,0.001860592,25%,+42.92%,p=0.009 n=6
geomean,0.00019788208419093943,,0.0002715920461721952,,+37.25%,

,docs/bench/core.txt,,now.txt,,,
,B/op,CI,B/op,CI,vs base,P
Frame-2,3,33%,5,0%,~,p=0.002 n=6
`;
  assert.deepEqual(rows(csv), [
    ['Frame', 'sec/op', '30.1 µs ± 13 %', '39.6 µs ± 16 %', '+31.80%'],
    ['Compile', 'sec/op', '⚠ 1.30 ms ± 29 %', '1.86 ms ± 25 %', '+42.92%'],
    ['Frame', 'B/op', '⚠ 3 ± 33 %', '5 ± 0 %', '~'],
  ]);
});

// Two visits to the video on slow 4G as the line recorded them, [ms after its first byte, bytes], added up per tenth of a second.
const recorded = {
  none: {
    from: 1796122758819, marks: { start: 1796122758507.6, press: 2020, frame: 3500.2, voice: 3514.7 },
    line: [[0, 423], [300, 430],
      [1900, 8760], [2000, 20440], [2100, 20440], [2200, 18980], [2300, 17520], [2400, 23360], [2500, 20440], [2600, 20440], [2700, 18980], [2800, 17520], [2900, 23360], [3000, 18980], [3100, 18980],
      [3200, 17520], [3300, 23360], [3400, 20440], [3500, 20440], [3600, 19410], [3700, 13140], [3800, 10220]],
  },
  metadata: {
    from: 1796122763394, marks: { start: 1796122763083.2, press: 3429.1, frame: 3522.9, voice: 3441.5 },
    line: [[0, 427], [300, 17520], [400, 18980], [500, 21900], [2500, 20440], [2600, 5840], [3400, 430]],
  },
};
const visited = ({ from, line, marks }) => counted(line.map(([ms, bytes]) => ({ at: from + ms, bytes })), marks);

test('what came before the press is counted apart, and nothing after the first picture', () => {
  const { picture, voice, ...bytes } = visited(recorded.none);
  assert.deepEqual(bytes, { before: 853, after: 248_200, sum: 249_053 });
  assert.deepEqual([Math.round(picture), Math.round(voice)], [1480, 1495]);
});

test('a video that was fetched ahead costs before the press, not after it', () => {
  const { before, after, sum } = visited(recorded.metadata);
  assert.deepEqual({ before, after, sum }, { before: 85_107, after: 0, sum: 85_107 });
});

test('a byte counts from the moment after the press on, up to that of the picture', () => {
  const line = [{ at: 10, bytes: 1 }, { at: 11, bytes: 2 }, { at: 20, bytes: 4 }, { at: 21, bytes: 8 }];
  assert.equal(between(line, 10, 20), 6);
});

test('a line counts all that comes down it', async (t) => {
  const answer = Buffer.alloc(60_000, 'x');
  const server = createServer((end) => end.on('data', () => end.end(answer)));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const line = await open(server.address().port, { width: 1_000_000, latency: 1 });
  t.after(() => { line.close(); server.close(); });
  assert.deepEqual(await ask(line.origin), answer);
  assert.equal(between(line.arrived, 0, Infinity), 60_000);
});

test('a line is as wide as it says, for all connections together, and does not make up for a standstill', () => {
  const sent = [0, 0];
  const queues = sent.map((_, i) => ({ waiting: Buffer.alloc(400_000), near: { write: (part) => { sent[i] += part.length; return true; } }, far: { resume() {} } }));
  let now = 0;
  const arrived = [], pours = pour(queues, arrived, 200_000, () => now);
  while (now < 1000) pours(now += 4);
  const all = sent[0] + sent[1];
  assert.ok(all > 198_000 && all <= 200_000, `${all} bytes in a second`);
  assert.ok(Math.abs(sent[0] - sent[1]) <= 1460, 'in turns: ' + sent);
  assert.equal(between(arrived, 0, Infinity), all);
  pours(now += 1000);
  assert.ok(sent[0] + sent[1] - all <= 11_460, `${sent[0] + sent[1] - all} bytes at once`);
});

test('the connection takes a journey, each request one more', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const near = new EventEmitter(), heard = [];
  upwards(near, { writable: true, write: (data) => heard.push(data), destroy() {} }, 40);
  near.emit('data', 'first');
  t.mock.timers.tick(79);
  assert.deepEqual(heard, []);
  t.mock.timers.tick(1);
  assert.deepEqual(heard, ['first']);
  near.emit('data', 'second');
  t.mock.timers.tick(39);
  assert.deepEqual(heard, ['first']);
  t.mock.timers.tick(1);
  assert.deepEqual(heard, ['first', 'second']);
});

/** ask sends a line of text and resolves to the answer. */
async function ask(origin) {
  const end = connect(Number(new URL(origin).port), '127.0.0.1');
  end.write('please\n');
  const parts = [];
  for await (const part of end) parts.push(part);
  return Buffer.concat(parts);
}
