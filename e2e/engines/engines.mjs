// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The engines that the guide is tried in, and what is particular to each.

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { launch as chromium, sizes, withoutWebGL } from '../lib/browser.mjs';
import { work } from '../lib/site.mjs';
import { until } from '../lib/wait.mjs';
import * as webkit from './webkit.mjs';

/** across is a phone on its side. */
const across = { ...sizes.phone, width: 844, height: 390 };

/** untouched is a size without touch: puppeteer's Firefox presses with the mouse. */
const untouched = ({ width, height }) => ({ width, height });

/** metrics enlarges a page of 1280 × 720 to 400 %: a fourth of the CSS px. That each is four times as fine costs a minute. */
const metrics = (page) => page.setViewport({ width: 320, height: 180, deviceScaleFactor: 1 });

const home = join(work, 'home');

/** firefox starts Firefox with a window, since it has WebGL 2 only there, cut off from every host but this machine. */
function firefox({ display, webgl }) {
  mkdirSync(home, { recursive: true });
  return puppeteer.launch({
    browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', headless: false,
    env: { ...process.env, HOME: home, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' },
    extraPrefsFirefox: {
      'webgl.disabled': !webgl, 'webgl.force-enabled': webgl,
      'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': 9, 'network.captive-portal-service.enabled': false,
    },
    protocolTimeout: 120_000,
  });
}

/** keyed enlarges MiniBrowser's page as a person does, with Ctrl and +, to 299 %, which is its most. */
async function keyed(page, { display }) {
  await page.setViewport({ width: 950, height: 540 });
  const keys = (...names) => execFileSync('xdotool', names, { env: { ...process.env, DISPLAY: display } });
  keys('search', '--sync', '--onlyvisible', '--name', 'Automation', 'windowfocus', '--sync');
  for (let last = 950, now = 0; now !== last;) {
    last = await page.evaluate(() => innerWidth);
    keys('key', 'ctrl+plus');
    now = await until(page, (was) => innerWidth < was || was < 330 ? innerWidth : 0, last);
  }
}

/**
 * engines by name: title in the table, size of the page and the same on its side, start({display, webgl}) → browser,
 * zoom, notes: how it is driven here, for the table. What it lacks is measured (lacks.mjs).
 */
export const engines = {
  'chromium-phone': {
    title: 'Chromium, phone', size: sizes.phone, across, zoom: metrics,
    start: ({ webgl }) => chromium(webgl ? undefined : withoutWebGL),
    notes: 'touch, WebGL by SwiftShader',
  },
  'chromium-desktop': {
    title: 'Chromium, desktop', size: sizes.desktop, across: { width: 720, height: 1280 }, zoom: metrics,
    start: ({ webgl }) => chromium(webgl ? undefined : withoutWebGL),
    notes: 'mouse, WebGL by SwiftShader',
  },
  firefox: {
    title: 'Firefox ESR', size: untouched(sizes.desktop), across: { width: 720, height: 1280 }, zoom: metrics, screen: true, start: firefox,
    notes: 'mouse, WebGL by llvmpipe',
  },
  webkit: {
    title: 'WebKitGTK MiniBrowser', size: { width: 450, height: 844 }, across: untouched(across), zoom: keyed, screen: true,
    start: ({ display, webgl }) => webkit.launch({ display, more: webgl ? [] : ['--enable-webgl=false'] }),
    notes: 'mouse, WebGL by llvmpipe; its window is never narrower than 447 px, its pages never larger than 299 %',
  },
};
