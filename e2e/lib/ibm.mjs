// IBM's accessibility checker, run beside the page's own code so that the page's policy stays in force. Its rules come with the
// package: nothing is fetched.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = readFileSync(fileURLToPath(import.meta.resolve('accessibility-checker-engine/ace.js')), 'utf8');

/** findings are what the checker is sure of: {violations, potential}, each "rule: element". */
export async function findings(page) {
  const devtools = await page.createCDPSession();
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'ibm' });
  const run = `${source}; new ace.Checker().check(document, ['WCAG_2_2']).then((r) => {
    const told = (kind) => r.results.filter((x) => x.value[0] === 'VIOLATION' && x.value[1] === kind).map((x) => x.ruleId + ': ' + (x.snippet ?? '').slice(0, 140));
    return { violations: told('FAIL'), potential: told('POTENTIAL') };
  })`;
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression: run, contextId, awaitPromise: true, returnByValue: true });
  await devtools.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
