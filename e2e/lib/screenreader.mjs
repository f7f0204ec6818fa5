// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Guidepup's virtual screen reader, run beside the page's own code so that the page's policy stays in force. It reads the page's
// elements by the specifications of names and roles, not the browser's accessibility tree: a second opinion on both.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** source is the package's build for browsers: a module, whose export becomes a name of the world that it runs in. */
const source = readFileSync(fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js')), 'utf8')
  .replace(/export\s*\{\s*\S+ as Virtual,\s*(\S+) as virtual\s*\};/, 'globalThis.virtual = $1;');

/** walk runs beside the page: it goes from the first stop within selector to the last and returns what was said. */
async function walk(selector, most) {
  const { virtual } = globalThis;
  // Where scripts run, nobody meets this text; the reader cannot know.
  for (const e of document.querySelectorAll('noscript')) e.remove();
  await virtual.start({ container: document.querySelector(selector) });
  const [first] = await virtual.spokenPhraseLog();
  for (let n = 0; n < most && await virtual.lastSpokenPhrase() !== 'end of ' + first; n++) await virtual.next();
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said;
}

/** phrases are what the reader says within selector, stop by stop; most is how many at the utmost. */
export async function phrases(page, selector = 'body', most = 3000) {
  const devtools = await page.createCDPSession();
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'screenreader' });
  const expression = `(() => {${source}\n})();(${walk})(${JSON.stringify(selector)}, ${most})`;
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
  await devtools.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  if (result.value.length > most) throw new Error(`the walk never ends; it said last ${result.value.slice(-3).join(' | ')}`);
  return result.value;
}
