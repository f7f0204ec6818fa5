// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A page that shows the guide in a frame, as MyINPS would, on an origin of its own.

import { createServer } from 'node:http';
import { until } from './wait.mjs';

/**
 * parentPage serves a page on a port of this machine and returns its origin. The
 * page frames src, remembers the messages that it gets, and answers each "ready"
 * with token, when there is one.
 */
export async function parentPage(t, { port = 0, src, token = '' }) {
  const html = `<!doctype html><html lang="it"><title>MyINPS</title><h1>MyINPS</h1>
    <iframe id="guida" title="Video guida" width="390" height="800" allow="autoplay; fullscreen"></iframe>
    <script>
      window.heard = [];
      const frame = document.getElementById('guida');
      addEventListener('message', (ev) => {
        if (ev.source !== frame.contentWindow) return;
        heard.push({ origin: ev.origin, data: ev.data });
        const token = ${JSON.stringify(token)};
        if (token && ev.data.type === 'ready') frame.contentWindow.postMessage({ type: 'token', token }, ev.origin);
      });
      frame.src = ${JSON.stringify(src)};
    </script>`;
  const server = createServer((request, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  t.after(() => { server.closeAllConnections(); server.close(); });
  return `http://localhost:${server.address().port}`;
}

/** guideIn waits for the guide's frame in the page and returns it. */
export async function guideIn(page, condition = () => window.guida && document.getElementById('fiducia').childElementCount > 0) {
  const frame = page.frames().find((f) => f !== page.mainFrame()) ?? await page.waitForFrame((f) => f !== page.mainFrame());
  await until(frame, condition);
  return frame;
}

/** heard are the messages that the parent got: their data. */
export const heard = (page) => page.evaluate(() => window.heard.map((m) => m.data));
