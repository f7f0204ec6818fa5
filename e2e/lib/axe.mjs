// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// axe-core, run beside the page's own code so that the page's policy stays in force.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** violations are axe's findings on the page: "rule: element". */
export async function violations(page) {
  const devtools = await page.createCDPSession();
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' });
  const run = `${source}; axe.run(document, ${JSON.stringify({ ...rules, resultTypes: ['violations'] })})
    .then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 160))))`;
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression: run, contextId, awaitPromise: true, returnByValue: true });
  await devtools.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
