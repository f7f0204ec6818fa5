// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The clock of a run. By itself it is the machine's; .ci/any-day.sh moves it by CLOCK_OFFSET seconds, in this process, in
// every page and in the servers that it builds. No test asks another clock.

/** offset is how far the clock of the run is ahead of the machine's, ms. */
const offset = 1000 * Number(process.env.CLOCK_OFFSET ?? 0);

/** move runs in a page or here: it moves Date by ms. */
function move(ms) {
  const Real = globalThis.Date, now = Real.now.bind(Real);
  Real.now = () => now() + ms; // a test may put another in its place
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length ? args : [now() + ms], newTarget),
    apply: () => new Real(now() + ms).toString(),
  });
}

if (offset && !globalThis.clockMoved) {
  globalThis.clockMoved = true;
  move(offset);
}

/** today is the day of the run, YYYY-MM-DD, in UTC like the days of the demonstration letters. */
export const today = () => new Date().toISOString().slice(0, 10);

/** onThatDay makes every page that the browser opens see the clock of the run. */
export function onThatDay(browser) {
  if (!offset) return browser;
  const moved = (opener) => {
    const open = opener.newPage.bind(opener);
    opener.newPage = async (...args) => {
      const page = await open(...args);
      await page.evaluateOnNewDocument(move, offset);
      return page;
    };
    return opener;
  };
  const isolated = browser.createBrowserContext.bind(browser);
  browser.createBrowserContext = async (...args) => moved(await isolated(...args));
  return moved(browser);
}
