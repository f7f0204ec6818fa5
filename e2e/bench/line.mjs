// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A line of a given width between the browser and a server of this machine, and a record of all that came down it.
//
// It is a proxy of TCP: what the browser's network layer, its cache or its service worker ask for is on the record alike,
// with headers, in the form in which it travels. All connections share the line in turns. The far end is not read ahead of
// it by more than a few packets, so that a server cannot pour megabytes at the browser before the first is of any use.

import { connect, createServer } from 'node:net';

const packet = 1460; // bytes
const tick = 4; // ms
const ahead = 64 * packet; // bytes of a connection that wait on this side of the line
const late = 50; // ms of the line's width that are made up for when this process was kept waiting

/**
 * open makes a line to a port: width in bytes a second, latency in ms there and back. The connection takes one journey, each
 * request one more. arrived is the record, [{at, bytes}…], at in ms since 1970.
 */
export async function open(port, { width, latency }) {
  const arrived = [], ends = new Set(), queues = [];
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const end of [near, far]) keep(ends, end);
    near.setNoDelay(true);
    upwards(near, far, latency);
    queues.push(downwards(near, far, queues));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const clock = setInterval(pour(queues, arrived, width), tick);
  return {
    origin: 'http://127.0.0.1:' + server.address().port, arrived,
    close: () => { clearInterval(clock); for (const end of ends) end.destroy(); server.close(); },
  };
}

/** between is how many bytes of a record arrived after a moment and up to another, both in ms since 1970. */
export const between = (arrived, from, to) => arrived.reduce((sum, { at, bytes }) => sum + (at > from && at <= to ? bytes : 0), 0);

/**
 * counted are the figures of a visit, by the notes of its page's clock (person.mjs): bytes before the press on Play, after it up
 * to the first picture, both together; ms from the press to the picture and to the voice.
 */
export function counted(arrived, { start, press, frame, voice }) {
  const before = between(arrived, 0, start + press), after = between(arrived, start + press, start + frame);
  return { before, after, sum: before + after, picture: frame - press, voice: voice - press };
}

function keep(ends, end) {
  ends.add(end);
  end.on('error', () => {});
  end.on('close', () => ends.delete(end));
}

/** upwards passes on what the browser sends, a journey later, the first of it two. */
export function upwards(near, far, latency) {
  let journey = 2 * latency;
  near.on('data', (data) => {
    setTimeout(() => far.writable && far.write(data), journey);
    journey = latency;
  });
  near.on('close', () => far.destroy());
}

/** downwards is the queue of what the server sends on a connection. */
function downwards(near, far, queues) {
  const queue = { near, far, waiting: Buffer.alloc(0), blocked: false };
  far.on('data', (data) => {
    queue.waiting = Buffer.concat([queue.waiting, data]);
    if (queue.waiting.length >= ahead) far.pause();
  });
  near.on('drain', () => { queue.blocked = false; });
  far.on('close', () => { queue.ended = true; });
  near.on('close', () => queues.splice(queues.indexOf(queue), 1));
  return queue;
}

/** pour returns what is done at each tick: packets of the connections in turns, as many as the width allows by a clock in ms. */
export function pour(queues, arrived, width, clock = () => performance.now()) {
  let last = clock(), credit = 0, turn = 0;
  return () => {
    const now = clock();
    credit = Math.min(credit + (now - last) * width / 1000, late * width / 1000);
    last = now;
    let bytes = 0;
    for (let idle = 0; credit >= packet && idle < queues.length;) {
      const sent = send(queues[turn++ % queues.length]);
      idle = sent ? 0 : idle + 1;
      credit -= sent;
      bytes += sent;
    }
    if (bytes) arrived.push({ at: Date.now(), bytes });
    for (const q of [...queues]) if (q.ended && !q.waiting.length) q.near.end();
  };
}

/** send puts one packet of a queue on the line and returns its bytes, 0 if there is none or the browser does not take it. */
function send(queue) {
  if (queue.blocked || !queue.waiting.length) return 0;
  const part = queue.waiting.subarray(0, packet);
  queue.waiting = queue.waiting.subarray(part.length);
  queue.blocked = !queue.near.write(part);
  if (queue.waiting.length < ahead) queue.far.resume();
  return part.length;
}
