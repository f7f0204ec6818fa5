// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// What the main thread of a page works on, in its own processor time: the work of other programs does not count.

/**
 * longTasks runs work and resolves to the tasks of the page's main thread that took more than limit ms of processor time:
 * [{ at, ms }], at counted from the beginning. What is traced is found by the page's own mark.
 */
export async function longTasks(page, limit, work) {
  await page.tracing.start({ categories: ['toplevel', 'blink.user_timing'] });
  await page.evaluate(() => { performance.mark('traced'); });
  await work();
  await page.evaluate(() => new Promise((done) => { setTimeout(done, 100); })); // a task is traced when it ends
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
  const mark = traceEvents.find((e) => e.name === 'traced');
  return traceEvents
    .filter((e) => e.pid === mark.pid && e.tid === mark.tid && e.ts > mark.ts && e.name.endsWith('::RunTask') && e.tdur > 1000 * limit)
    .map((e) => ({ at: (e.ts - mark.ts) / 1000, ms: e.tdur / 1000 }));
}
