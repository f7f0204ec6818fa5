// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Opens the demonstration letters that "make run" printed, as somebody who follows the links, and waits for the answers.
//
//   node e2e/fresh.mjs FILE    what make run printed

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch, sizes, withWebGL } from './lib/browser.mjs';
import { answersOf } from './lib/guide.mjs';
import { until } from './lib/wait.mjs';

/** wanted are letters of both guides. */
const wanted = ['under55', 'pension-1'];

/** linkOf is the address that was printed below a letter's title. */
function linkOf(printed, id) {
  const [, link] = new RegExp(`^${id}: .*\\n(http\\S+)$`, 'm').exec(printed) ?? [];
  assert.ok(link, `make run printed no link of the letter ${id}`);
  return link;
}

const printed = readFileSync(process.argv[2], 'utf8');
const browser = await launch([...withWebGL, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']);
try {
  for (const id of wanted) {
    const page = await browser.newPage();
    await page.setViewport(sizes.phone);
    const complaints = [];
    page.on('pageerror', (e) => complaints.push(e.message));
    await page.goto(linkOf(printed, id));
    await until(page, () => document.querySelectorAll('#risposte [data-fact]').length === 4);
    const answers = await answersOf(page);
    for (const [fact, [value]] of Object.entries(answers)) assert.match(value, /\p{L}|\d/u, `${id}: the answer ${fact} is empty`);
    assert.deepEqual(complaints, []);
    console.log(`    ${id}: four answers: ${Object.keys(answers).join(', ')}`);
  }
} finally {
  await browser.close();
}
