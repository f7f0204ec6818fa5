// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Waiting for the page. Conditions are evaluated through the debugger, since
// the page's own policy forbids the code that a test library would inject.

/** until polls condition in the page until it is truthy and returns its value, which is no element: not every engine hands those over. */
export async function until(page, condition, ...args) {
  const limit = Date.now() + 20_000;
  for (;;) {
    const value = await page.evaluate(condition, ...args).catch(whileLoading);
    if (value) return value;
    if (Date.now() > limit) throw new Error('never came true: ' + condition);
    await pause(25);
  }
}

// A page that is being replaced has no context to ask; its successor will.
function whileLoading(error) {
  if (/context|navigat|detached/i.test(error.message)) return undefined;
  throw error;
}

/** pause lets ms pass. */
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
