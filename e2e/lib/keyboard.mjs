// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The page by keyboard alone.

import { changedArea, pixels } from './png.mjs';

/** here describes the element that has the focus. */
export const here = (page) => page.evaluate(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  window.stops ??= new Map();
  if (!window.stops.has(e)) window.stops.set(e, window.stops.size);
  return { key: window.stops.get(e), tag: e.tagName, id: e.id, act: e.dataset.do ?? '', name: (e.ariaLabel ?? e.innerText ?? '').trim().slice(0, 60) };
});

/** label names a stop for a message. */
export const label = (stop) => stop && `${stop.tag.toLowerCase()} "${stop.name}"${stop.act && ` (${stop.act})`}`;

/** tabThrough presses Tab (or Shift+Tab) until the focus leaves the page and returns the stops. */
export async function tabThrough(page, { back = false, most = 300 } = {}) {
  const stops = [];
  while (stops.length < most) {
    if (back) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (back) await page.keyboard.up('Shift');
    const stop = await here(page);
    if (!stop || stops.some((s) => s.key === stop.key && stops.at(-1).key !== stop.key)) return stops;
    stops.push(stop);
  }
  throw new Error(`Tab never leaves the page; it went round ${label(stops.at(-2))} and ${label(stops.at(-1))}`);
}

/** box is the visible part of the focused element with room for its ring, in CSS px of the page. */
const box = (page) => page.evaluate(() => {
  const r = document.activeElement.getBoundingClientRect();
  const left = Math.max(0, r.left - 8), top = Math.max(0, r.top - 8);
  const right = Math.min(innerWidth, r.right + 8), bottom = Math.min(innerHeight, r.bottom + 8);
  return { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top };
});

/** covered says what hides the focused element's middle or ends, '' when nothing does. */
export const covered = (page) => page.evaluate(() => {
  const e = document.activeElement;
  const r = [...e.getClientRects()][0];
  const inset = 4;
  const points = [r.left + r.width / 2, r.left + inset, r.right - inset].map((x) => [x, r.top + Math.min(r.height, innerHeight) / 2])
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight); // a long table ends beyond the window
  if (!points.length) return 'the edge of the window';
  for (const [x, y] of points) {
    const top = document.elementFromPoint(x, y);
    if (!e.contains(top) && !top?.contains(e)) return top?.outerHTML.slice(0, 60) ?? 'nothing';
  }
  return '';
});

/**
 * ringArea counts the pixels by which the focused element differs, at 3:1 at
 * least, from itself without focus.
 */
export async function ringArea(page) {
  const clip = await box(page);
  if (clip.width <= 0 || clip.height <= 0) return 0;
  const shot = async () => pixels(await page.screenshot({ clip, captureBeyondViewport: false }));
  const focused = await shot();
  await page.evaluate(() => { window.last = document.activeElement; window.last.blur(); });
  const plain = await shot();
  await page.evaluate(() => window.last.focus({ focusVisible: true, preventScroll: true }));
  return changedArea(plain, focused, 3);
}
