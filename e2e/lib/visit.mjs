// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A person's visit: one page in a browser of its own, watched for errors.

import assert from 'node:assert/strict';
import { sizes } from './browser.mjs';
import { until } from './wait.mjs';

/** origin is where the site under test is served. */
export const origin = process.env.GUIDA_ORIGIN;

/** today is the day of viewing, YYYY-MM-DD: the letters are of that day. */
export const today = process.env.GUIDA_TODAY;

/**
 * visit opens an empty page for the test t. What the page complains about
 * (errors, refusals of its policy) fails the test, unless expected matches it.
 */
export async function visit(t, browser, { size = sizes.phone, expected, downloads } = {}) {
  const downloadBehavior = downloads && { policy: 'allow', downloadPath: downloads };
  const context = await browser.createBrowserContext({ downloadBehavior });
  const page = await context.newPage();
  await page.setViewport(size);
  const complaints = watch(page);
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(complaints.filter((c) => !expected?.test(c)), [], 'the page complained');
  });
  return page;
}

function watch(page) {
  const complaints = [];
  page.on('console', (m) => { if (m.type() === 'error') complaints.push(m.text()); });
  page.on('pageerror', (e) => complaints.push(e.message));
  return complaints;
}

/**
 * address is a letter's link on this site, with a query such as {lang: 'de'}.
 * The film stays away, since fetching it ahead is slow, unless film is null; it
 * is silent, and its times are the storyboard's, unless voice is null; nothing
 * is counted unless metrics is null.
 */
export function address(token = '', query = {}, base = origin) {
  const url = new URL('/', base);
  for (const [name, value] of Object.entries({ today, film: 'off', voice: 'off', metrics: 'off', ...query })) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url + (token && '#' + token);
}

/** open goes to a letter and waits until everything there is to read is drawn. */
export async function open(page, token, query, base) {
  await page.goto(address(token, query, base));
  await settled(page);
}

/** settled waits until the reader has drawn the guide, the general page or a refusal. */
export const settled = (page) => until(page, () => {
  const filled = (id) => document.getElementById(id)?.childElementCount > 0;
  const waits = document.getElementById('caricamento');
  return waits?.hidden && window.guida && (filled('fiducia') || filled('errore') || filled('contatti'));
});
