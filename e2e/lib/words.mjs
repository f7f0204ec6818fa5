// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// How the guide writes figures, worked out anew with the browser engine's own
// formatter, so that a slip of the guide's cannot hide.

const locales = { it: 'it-IT', de: 'de-DE', en: 'en-GB' };

/** money writes "1285.44" as in tables: 1.285,44 €. */
export const money = (decimal, lang = 'it') => lang === 'en'
  ? '€' + Number(decimal).toLocaleString('en-GB', { minimumFractionDigits: 2 })
  : Number(decimal).toLocaleString(locales[lang], { minimumFractionDigits: 2, useGrouping: 'always' }) + '\u00a0€';

/** months are the locales whose names of months the guide uses: South Tyrol's German has Jänner. */
const months = { ...locales, de: 'de-AT' };

/** date writes YYYY-MM-DD as 12 dicembre 2026. */
export const date = (iso, lang = 'it') => new Date(iso + 'T12:00Z')
  .toLocaleDateString(months[lang], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** later is the day n days after an ISO date. */
export const later = (iso, n) => new Date(Date.parse(iso + 'T00:00Z') + n * 86_400_000).toISOString().slice(0, 10);
