// The voice leads the film: captions, seeking, speed, pause, refusal. (22, 24, 30, 31, 32, 52)

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useBrowser } from '../lib/browser.mjs';
import { play, reaches, seek, stateOf, stop } from '../lib/film.mjs';
import { hear, spoken } from '../lib/voice.mjs';
import { visit } from '../lib/visit.mjs';
import { pause } from '../lib/wait.mjs';

const use = useBrowser();

test('the officer speaks as soon as the film starts', async (t) => {
  const page = await visit(t, use.browser);
  const s = await hear(page);
  t.diagnostic(JSON.stringify(s));
  await pause(4000);
  const later = await stateOf(page);
  t.diagnostic(JSON.stringify(later));
  assert.ok(Math.abs(later.heard - later.time) < 0.12, `${later.heard} s are heard at ${later.time} s`);
});
