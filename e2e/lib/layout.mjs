// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What a page's layout loses: text pushed out, cut off, on top of other text, targets too small.

/** losses are the texts that are off the page, cut off by a box, or under other text. */
export const losses = (page) => page.evaluate(() => {
  const found = { sideways: [], cut: [], overlapping: [] };
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth + 1) found.sideways.push(`the page is ${wide} px wide in a window of ${innerWidth}`);
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const e = n.parentElement;
    if (!n.data.trim() || !e.checkVisibility({ visibilityProperty: true }) || e.closest('.unseen, .skip, script, noscript, .nodes')) continue;
    let unseen = false; // kept for screen readers alone
    for (let box = e; box; box = box.parentElement) unseen ||= box.offsetWidth <= 2 && box.offsetHeight <= 2;
    if (unseen) continue;
    const range = document.createRange();
    range.selectNodeContents(n);
    for (const r of range.getClientRects()) {
      if (r.width < 2 || r.height < 2) continue;
      const text = n.data.trim().slice(0, 40);
      if (!e.closest('.table') && (r.left < -1 || r.right > innerWidth + 1)) found.sideways.push(`"${text}" from ${Math.round(r.left)} to ${Math.round(r.right)}`);
      for (let box = e; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.overflow === 'visible' || box.matches('.table, .hero, .panel')) continue;
        const b = box.getBoundingClientRect();
        if (r.bottom > b.bottom + 2 || r.right > b.right + 2 || r.top < b.top - 2) found.cut.push(`"${text}" by ${box.tagName}.${box.className}`);
      }
      // A line's box is taller than its letters: compare the middle half.
      lines.push({ n, text, fixed: Boolean(e.closest('header')), top: r.top + r.height / 4, bottom: r.bottom - r.height / 4, left: r.left, right: r.right });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  for (const [i, a] of lines.entries()) {
    for (const b of lines.slice(i + 1)) {
      if (b.top >= a.bottom) break;
      if (a.n === b.n || a.fixed !== b.fixed || Math.min(a.right, b.right) - Math.max(a.left, b.left) < 2) continue;
      found.overlapping.push(`"${a.text}" and "${b.text}"`);
    }
  }
  return Object.fromEntries(Object.entries(found).map(([k, v]) => [k, [...new Set(v)]]));
});

/** none is what losses returns when nothing is lost. */
export const none = { sideways: [], cut: [], overlapping: [] };

/**
 * targets are the visible controls within selector, as {name, primary, width, height, x, y} in
 * CSS px. A checkbox counts together with its label; a link inside a sentence has no size of its own.
 */
export const targets = (page, selector = 'body') => page.evaluate((within) => {
  const out = [];
  for (const e of document.querySelectorAll(`:is(${within}) :is(a[href],button,input,summary)`)) {
    if (!e.checkVisibility() || e.closest('.skip, .nodes')) continue;
    const inSentence = e.matches('a') && e.parentElement.matches('p') && e.parentElement.textContent.trim() !== e.textContent.trim();
    if (inSentence) continue;
    let r = e.getBoundingClientRect();
    for (const label of e.labels ?? []) {
      const l = label.getBoundingClientRect();
      r = DOMRect.fromRect({ x: Math.min(r.x, l.x), y: Math.min(r.y, l.y), width: Math.max(r.right, l.right) - Math.min(r.x, l.x), height: Math.max(r.bottom, l.bottom) - Math.min(r.y, l.y) });
    }
    out.push({ name: (e.dataset.do ?? e.id ?? '') + ' ' + (e.ariaLabel ?? e.innerText ?? '').slice(0, 40).trim(), primary: e.matches('.primary, .play, .option, .star, .service'), width: r.width, height: r.height, x: r.x, y: r.y + scrollY });
  }
  return out;
}, selector);

/** gap is the distance between two targets, px; negative when they overlap. */
export function gap(a, b) {
  const dx = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const dy = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return Math.max(dx, dy);
}
