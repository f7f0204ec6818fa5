// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// WebKitGTK's MiniBrowser through WebKitWebDriver, as much of puppeteer's browser and page as lib/ uses, so that the
// same scenarios drive all engines. One context is one session: a browser of its own, that forgets everything.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { session } from './webdriver.mjs';

/** binary is where Debian puts MiniBrowser: in a folder of the architecture. */
function binary() {
  for (const dir of readdirSync('/usr/lib')) {
    const path = join('/usr/lib', dir, 'webkit2gtk-4.1', 'MiniBrowser');
    if (existsSync(path)) return path;
  }
  throw new Error('MiniBrowser is not installed');
}

const nowhere = '127.0.0.1:9'; // no third party, whatever a page tries
const elsewhere = { proxyType: 'manual', httpProxy: nowhere, sslProxy: nowhere, noProxy: ['127.0.0.1', 'localhost'] };

/** launch returns a browser on a display; more are options of MiniBrowser. */
export async function launch({ display, more = [] }) {
  let version = '';
  const args = ['--automation', '--enable-write-console-messages-to-stdout=true', ...more];
  const capabilities = { proxy: elsewhere, 'webkitgtk:browserOptions': { binary: binary(), args } };
  return {
    version: async () => 'WebKitGTK/' + version,
    close: async () => {},
    async createBrowserContext() {
      const s = await session('WebKitWebDriver', capabilities, { DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' });
      version = s.capabilities.browserVersion;
      return { newPage: async () => page(s), close: s.end };
    },
  };
}

/** page is the session's page. */
function page(s) {
  let size = { width: 0, height: 0 };
  const act = (...actions) => s.call('POST', '/actions', { actions });
  const pointer = (type, actions) => ({ type: 'pointer', id: type, parameters: { pointerType: 'mouse' }, actions });
  return {
    goto: (url) => s.call('POST', '/url', { url }),
    reload: () => s.call('POST', '/refresh', {}),
    url: () => s.call('GET', '/url'),
    browserContext: () => ({ pages: () => s.call('GET', '/window/handles') }),
    viewport: () => size,
    async setViewport(wanted) { size = await resize(s, wanted); },
    evaluate: (f, ...args) => evaluate(s, f, args),
    evaluateOnNewDocument: async () => {}, // it has none; what the policy refuses is in the console, which is watched
    on(event, listen) { if (event === 'console') listenTo(s, listen); },
    screenshot: async () => Buffer.from(await s.call('GET', '/screenshot'), 'base64'),
    mouse: {
      click: (x, y) => act(pointer('mouse', [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 },
      ])),
    },
    keyboard: { press: (...keys) => act({ type: 'key', id: 'keys', actions: strokes(keys.map((k) => special[k] ?? k)) }) },
  };
}

/** special are the protocol's names of keys that write nothing. */
const special = { Control: '\uE009', Tab: '\uE004', Enter: '\uE007', Space: ' ', Escape: '\uE00C', ArrowLeft: '\uE012', ArrowRight: '\uE014', End: '\uE010', Home: '\uE011' };

const strokes = (keys) => [...keys.map((value) => ({ type: 'keyDown', value })), ...keys.toReversed().map((value) => ({ type: 'keyUp', value }))];

/** resize gives the window the size at which the page has the wanted one, or the least that the window can have. */
async function resize(s, { width, height }) {
  const inner = () => evaluate(s, () => ({ width: innerWidth, height: innerHeight }), []);
  const outer = await s.call('POST', '/window/rect', { x: 0, y: 0, width: 1000, height: 900 });
  const page = await inner();
  await s.call('POST', '/window/rect', { width: width + outer.width - page.width, height: height + outer.height - page.height });
  return inner();
}

async function evaluate(s, f, args) {
  const script = `const done = arguments[1];
    Promise.resolve().then(() => (${f})(...arguments[0])).then((value) => done({ value }), (e) => done({ error: String(e) }));`;
  const { value, error } = await s.call('POST', '/execute/async', { script, args: [args] });
  if (error) throw new Error(error);
  return value;
}

/** listenTo tells of the console's lines, past and to come: CONSOLE JS ERROR …, CONSOLE SECURITY ERROR …. */
function listenTo(s, listen) {
  const tell = (line) => {
    const [, level, text] = /^CONSOLE \w+ (\w+) (.*)/.exec(line) ?? [];
    if (level) listen({ type: () => level.toLowerCase(), text: () => text });
  };
  const { push } = s.said;
  s.said.push = function (...lines) { lines.forEach(tell); return push.apply(this, lines); };
}
