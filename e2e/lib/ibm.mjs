// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// IBM's accessibility checker, run beside the page's own code so that the page's policy stays in force. Its rules come with the
// package: nothing is fetched.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = readFileSync(fileURLToPath(import.meta.resolve('accessibility-checker-engine/ace.js')), 'utf8');

/** check runs beside the page: what the checker says of an element, but for what it is content with. */
async function check() {
  const { results } = await new globalThis.ace.Checker().check(document, ['WCAG_2_2']);
  // An element as the page's rules name it: its tag, and its id or its first class.
  const element = (snippet) => {
    const tag = /^<([\w-]+)/.exec(snippet)?.[1] ?? '';
    const of = (name) => new RegExp(`\\s${name}="([^"\\s]+)`).exec(snippet)?.[1];
    return tag + (of('id') ? '#' + of('id') : of('class') ? '.' + of('class') : '');
  };
  return results.filter(({ value }) => value[1] !== 'PASS').map(({ ruleId, reasonId, value, snippet = '', message }) =>
    ({ rule: ruleId, reason: String(reasonId), level: value.join(' '), element: element(snippet), snippet: snippet.slice(0, 140), message }));
}

async function all(page) {
  const devtools = await page.createCDPSession();
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'ibm' });
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression: `${source}; (${check})()`, contextId, awaitPromise: true, returnByValue: true });
  await devtools.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** findings are what the checker is sure of, each "rule: element". */
export const findings = async (page) => (await all(page)).filter((r) => r.level === 'VIOLATION FAIL').map((r) => r.rule + ': ' + r.snippet);

/** doubts are what the checker wants somebody to look at: potential violations, recommendations, checks by hand. */
export const doubts = async (page) => (await all(page)).filter((r) => r.level !== 'VIOLATION FAIL');
