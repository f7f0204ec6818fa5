// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A wire between the browser and the host that remembers what the browser sends.

import { connect, createServer } from 'node:net';
import { origin } from './visit.mjs';

/** wiretap passes everything on to a port of this machine, the site's, and keeps what was sent: {origin, port, sent(), close()}. */
export async function wiretap(to = new URL(origin).port) {
  const chunks = [];
  const open = new Set();
  const server = createServer((near) => {
    const far = connect(Number(to), '127.0.0.1');
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', () => {});
      end.on('close', () => open.delete(end));
    }
    near.on('data', (data) => chunks.push(data));
    near.pipe(far).pipe(near);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: 'http://127.0.0.1:' + server.address().port,
    port: server.address().port,
    sent: () => Buffer.concat(chunks).toString('latin1'),
    close: () => { for (const end of open) end.destroy(); server.close(); },
  };
}
