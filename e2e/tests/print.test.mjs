// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Paper: what tokengen batch prints, rendered by one program and read by another, opens the person's guide.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { answersOf } from '../lib/guide.mjs';
import { call, demoKey, work } from '../lib/site.mjs';
import { open, origin, today, visit } from '../lib/visit.mjs';
import { money } from '../lib/words.mjs';

const use = useBrowser();
const dir = join(work, 'print');

/** campaign makes a batch of four letters and returns their rows. */
function campaign() {
  rmSync(dir, { recursive: true, force: true });
  const table = call('tokengen', 'demo', '--rows', '4', '--today', today);
  writeFileSync(dir + '.csv', table);
  call('tokengen', 'batch', '--in', dir + '.csv', '--out', dir, '--key', demoKey, '--base', origin + '/', '--format', 'csv,pdf', '--today', today);
  const [names, ...lines] = table.trim().split('\n').map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(cells.map((c, i) => [names[i], c])));
}

/** codes are the links on the pages of a PDF, in order. */
function codes(pdf) {
  execFileSync('pdftoppm', ['-r', '300', '-gray', '-png', join(dir, pdf), join(dir, 'page')]);
  const pages = readdirSync(dir).filter((f) => f.startsWith('page')).sort().map((f) => join(dir, f));
  return execFileSync('zbarimg', ['--quiet', '--nodbus', '--raw', '-Sdisable', '-Sqrcode.enable', ...pages], { encoding: 'utf8' }).trim().split('\n');
}

describe('print', () => {
  test('the code on the sheet opens the letter of its number', async (t) => {
    const rows = campaign();
    const links = codes('sheets-00001.pdf');
    const listed = readFileSync(join(dir, 'tokens.csv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
    assert.equal(links.length, rows.length);
    for (const [i, row] of rows.entries()) {
      assert.equal(listed[i][0], row.letter_id);
      assert.equal(links[i], listed[i][3]);
      const page = await visit(t, use.browser);
      await open(page, links[i].split('#')[1], { lang: 'it' });
      const figure = money(row.monthly || row.net).replace('\u00a0€', '');
      assert.ok(JSON.stringify(await answersOf(page)).includes(figure), row.letter_id + ' opens another letter');
    }
  });
});
