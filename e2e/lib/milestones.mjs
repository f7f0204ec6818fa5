// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What the page counts, as it leaves the device.

import assert from 'node:assert/strict';
import { origin, today } from './visit.mjs';

/**
 * listenIn keeps the batches that the page sends: each is checked to be a plain
 * POST to this site's /m and parsed.
 */
export async function listenIn(page) {
  const batches = [];
  page.on('request', (r) => {
    if (r.method() !== 'POST') return;
    const url = new URL(r.url());
    const { 'content-type': type, referer, cookie } = r.headers();
    if (url.pathname + url.search !== '/m' || !/^text\/plain/.test(type) || referer || cookie) throw new Error('an unexpected POST: ' + r.url());
    batches.push(JSON.parse(r.postData()));
  });
  return batches;
}

/** campaign is the quarter of today: the host takes those around it. */
export const campaign = today.slice(0, 4) + 'q' + Math.ceil(Number(today.slice(5, 7)) / 3);

/** taken checks that the host takes each batch as it is, counters and all. */
export async function taken(batches) {
  for (const batch of batches) {
    const answer = await fetch(origin + '/m', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify(batch) });
    assert.deepEqual([answer.status, answer.headers.get('videoguida-refused')], [204, null], JSON.stringify(batch));
  }
}

/** counted are the events of all batches. */
export const counted = (batches) => batches.flatMap((b) => b.e);
