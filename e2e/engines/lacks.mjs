// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What an engine lacks of that the guide would use, asked in a page, and what the guide does instead.

import { origin } from '../lib/visit.mjs';

/** instead is what happens where something is lacking. */
const instead = {
  connection: 'tells neither Save-Data nor a slow line: the film is always fetched ahead',
  pixelBox: 'does not tell sizes in device px: the stage follows CSS px and the resolution',
};

/** lacks are the sentences about what the browser lacks. */
export async function lacks(browser) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.goto(origin + '/accessibilita.html');
    const has = await page.evaluate(() => {
      const observed = () => { try { new ResizeObserver(() => {}).observe(document.body, { box: 'device-pixel-content-box' }); return true; } catch { return false; } };
      return {
        connection: Boolean(navigator.connection),
        pixelBox: observed(),
      };
    });
    return Object.keys(has).filter((name) => !has[name]).map((name) => instead[name]);
  } finally {
    await context.close();
  }
}
