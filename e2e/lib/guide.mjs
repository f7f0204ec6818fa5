// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The guide's page as a person reads it.

/** answersOf are the four answers: [[term, value, note]…]. */
export const answersOf = (page) => page.evaluate(() => Object.fromEntries(
  [...document.querySelectorAll('#risposte [data-fact]')].map((row) =>
    [row.dataset.fact, [...row.querySelectorAll('dd')].map((dd) => dd.textContent)])));

/**
 * chaptersOf are the chapters of the text: title, then each line, descriptions
 * in square brackets, as in the storyboard's transcript.
 */
export const chaptersOf = (page) => page.evaluate(() =>
  [...document.querySelectorAll('#testo .chapter')].map((chapter) =>
    [...chapter.querySelectorAll('h3, .line > span, .descrizione')].map((e) =>
      (e.matches('.descrizione') ? `[${e.textContent}]` : e.textContent))));

/** monthsOf is the table of the months: [[month and dates, days, amount]…]. */
export const monthsOf = (page) => page.evaluate(() =>
  [...document.querySelectorAll('#testo table tbody tr')].map((row) => [...row.cells].map((c) => c.textContent)));

/** textOf is what can be read in an element, spaces collapsed. */
export const textOf = (page, selector) => page.evaluate((s) =>
  document.querySelector(s).innerText.replace(/\s+/g, ' ').trim(), selector);

/** headings are the page's visible headings of a level. */
export const headings = (page, tag) => page.evaluate((name) =>
  [...document.querySelectorAll(name)].filter((h) => h.checkVisibility()).map((h) => h.textContent), tag);

/** press presses the control that does verb (its data-do attribute), by tap or click. */
export const press = (page, verb) => pressOn(page, `[data-do="${verb}"]`);

/** pressOn taps or clicks the middle of the first element that selector names, once it rests there. */
export async function pressOn(page, selector) {
  let at = await page.evaluate(middle, selector);
  for (let tries = 0; at?.covered && tries < 5; tries++) at = await page.evaluate(middle, selector); // the page may still grow
  if (!at) throw new Error('nothing to press at ' + selector);
  if (at.covered) throw new Error(`${selector} is covered by ${at.covered}`);
  await (page.viewport().hasTouch ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y));
}

/** middle runs in the page: it brings the element into view and waits until it has stopped moving. */
async function middle(selector) {
  const e = document.querySelector(selector);
  if (!e) return null;
  const frame = () => new Promise(requestAnimationFrame);
  let last;
  for (let still = 0; still < 2;) {
    e.scrollIntoView({ block: 'center', behavior: 'instant' });
    await frame();
    const { top } = e.getBoundingClientRect();
    still = top === last ? still + 1 : 0;
    last = top;
  }
  const r = e.getBoundingClientRect();
  const at = { x: r.left + r.width / 2, y: r.top + r.height / 2 };
  const top = document.elementFromPoint(at.x, at.y);
  return { ...at, covered: e.contains(top) ? '' : top?.outerHTML.slice(0, 80) ?? 'nothing' };
}
