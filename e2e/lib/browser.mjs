// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The browser: Debian's Chromium, cut off from every host but this machine.

import { after, before } from 'node:test';
import puppeteer from 'puppeteer-core';
import { onThatDay } from './clock.mjs';

const flags = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // no third party, whatever a page tries
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup', // each would start a process per page
];

/** asMeasured draws with the processor: slow, but the same on every machine. What measures uses it. */
export const asMeasured = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/**
 * withWebGL costs half the work of a visit: only the film's canvas is drawn by WebGL, the page around it without, whose
 * compositor would draw every scroll through WebGL too; and programs run as V8's first compiler leaves them, since its
 * second one works longer than most visits last. FULL=1 does without these savings.
 */
export const withWebGL = process.env.FULL ? asMeasured : [...asMeasured, '--disable-gpu-compositing', '--js-flags=--liftoff-only'];

/** withoutWebGL are the flags of a device that cannot draw the film. */
export const withoutWebGL = ['--disable-gpu', '--disable-3d-apis'];

/** launch starts Chromium without a window, or with one on a desktop (desktop.mjs) that tells assistive technology everything. */
export const launch = async (extra = withWebGL, desktop = null) => onThatDay(await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: !desktop,
  args: [...flags, ...extra, ...(desktop ? ['--force-renderer-accessibility'] : [])],
  protocolTimeout: 120_000,
  ...(desktop && { env: desktop.env }),
}));

/** useBrowser gives a test file one browser for all its tests; read .browser inside a test. */
export function useBrowser(extra) {
  const use = { browser: null };
  before(async () => { use.browser = await launch(extra); });
  after(() => use.browser?.close());
  return use;
}

/** sizes are the windows that every main function is tested in, CSS px. */
export const sizes = {
  phone: { width: 390, height: 844, deviceScaleFactor: 1, isMobile: true, hasTouch: true },
  desktop: { width: 1280, height: 720, deviceScaleFactor: 1 },
};
