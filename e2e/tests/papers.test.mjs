// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What is printed: the leaflet and the storyboard, as PDF by the same Chromium.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { downloadFolder } from '../lib/files.mjs';
import { call } from '../lib/site.mjs';

/** pdf reads what a PDF says of itself: tags, language, typefaces, pages. */
function pdf(path) {
  const text = readFileSync(path, 'latin1');
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
  const fonts = [...text.matchAll(/\/FontDescriptor[\s\S]{0,400}?\/FontName \/(\S+)[\s\S]{0,600}?\/FontFile2? \d+ 0 R|\/FontName \/(\S+)/g)].map((m) => m[1] ?? m[2]);
  return {
    tagged: /\/Marked true/.test(text) && /\/StructTreeRoot \d+ 0 R/.test(text),
    lang: /\/Lang \((\w+)\)/.exec(text)?.[1],
    title: /\/Title /.test(text),
    fonts: [...new Set(fonts)],
    embedded: (text.match(/\/FontFile2 \d+ 0 R/g) ?? []).length,
    pictures: (text.match(/\/Subtype \/Image/g) ?? []).length,
    alts: (text.match(/\/Alt /g) ?? []).length,
    pages: (text.match(/\/Type \/Page\b/g) ?? []).length,
    mm: box.slice(1).map((pt) => Math.round(Number(pt) * 25.4 / 72)),
  };
}

function assertAccessible(p, lang) {
  assert.ok(p.tagged, 'tagged');
  assert.equal(p.lang, lang);
  assert.ok(p.title, 'it has a title');
  assert.ok(p.fonts.length > 0 && p.fonts.every((f) => /\+TitilliumWeb-/.test(f)), p.fonts.join());
  assert.equal(p.embedded, p.fonts.length, 'every typeface is inside');
}

for (const lang of ['it', 'de', 'en']) {
  test(`the leaflet is one tagged page in vectors, on four papers, ${lang}`, (t) => {
    const out = downloadFolder(t);
    call('flyer', '--url', 'https://guida.example.it/', '--out', out, '--lang', lang);
    const papers = { a4: [210, 297], 'a4-abbondanza': [216, 303], a5: [148, 210], 'a5-abbondanza': [154, 216] };
    assert.equal(readdirSync(out).length, 4);
    for (const [name, mm] of Object.entries(papers)) {
      const p = pdf(join(out, `volantino-${lang}-${name}.pdf`));
      assertAccessible(p, lang);
      assert.deepEqual([p.pages, p.pictures, p.mm], [1, 0, mm], name);
      assert.ok(p.alts >= 2, 'the code and the drawing have a text');
    }
  });
}

test('the storyboard prints with pictures, words and descriptions', (t) => {
  const out = downloadFolder(t);
  call('storyboard', '--guide', 'spot', '--out', out, '--size', '200x320', '--pdf');
  const p = pdf(join(out, 'storyboard.pdf'));
  assertAccessible(p, 'it');
  const shots = readdirSync(out).filter((f) => f.endsWith('.png')).length;
  assert.ok(p.alts >= shots, `${p.alts} texts for ${shots} pictures`);
  assert.deepEqual(p.mm, [210, 297]);
  assert.ok(p.pages > 1);
});
