// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What the device asks for in colours, and whether texts stand out.

import { contrast } from './png.mjs';

/** media makes the page believe in the device's preferences: [name, value]…. */
export const media = async (page, ...features) => {
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setEmulatedMedia', { features: features.map(([name, value]) => ({ name, value })) });
};

/** faint are the texts whose colour and background are closer than ratio. */
export const faint = async (page, ratio) => {
  const pairs = await page.evaluate(() => {
    const rgba = (c) => { const m = c.match(/[\d.]+/g).map(Number); return c.startsWith('color(') ? [...m.slice(0, 3).map((v) => v * 255), m[3] ?? 1] : [...m, 1].slice(0, 4); };
    const seen = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let n = walker.nextNode(); n; n = walker.nextNode()) {
      const e = n.parentElement;
      if (!n.data.trim() || !e.checkVisibility() || e.closest('.unseen, .skip, [aria-hidden="true"], .hero')) continue;
      if (rgba(getComputedStyle(e).color)[3] === 0) continue; // the picture shows it
      let opacity = 1, back = [255, 255, 255, 1];
      for (let b = e; b; b = b.parentElement) opacity *= Number(getComputedStyle(b).opacity);
      for (let b = e; b; b = b.parentElement) {
        const c = rgba(getComputedStyle(b).backgroundColor);
        if (c[3] === 1) { back = c; break; }
      }
      const ink = rgba(getComputedStyle(e).color).map((v, i) => (i < 3 ? v * opacity + back[i] * (1 - opacity) : v));
      seen.set(e.tagName + '.' + e.className + ' ' + n.data.trim().slice(0, 30), [ink, back]);
    }
    return [...seen];
  });
  const light = (c) => {
    const part = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
  };
  return pairs.filter(([, [a, b]]) => contrast(light(a), light(b)) < ratio).map(([name]) => name);
};
