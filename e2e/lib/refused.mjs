// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The page of a link that cannot be opened: its message, its way on, the general guide.

import assert from 'node:assert/strict';
import { headings, press, textOf } from './guide.mjs';
import { until } from './wait.mjs';

/** titles are what the person reads first, by family. */
export const titles = {
  A: 'Il codice non si legge bene',
  B: 'Questa guida è scaduta',
  C: 'Non riconosciamo questo link',
  D: 'Serve un aggiornamento',
  E: 'Controlla l\'ora del dispositivo',
};

/** advice is what each family must offer to do. */
const advice = {
  A: ['Inquadra di nuovo il QR', 'Entra da MyINPS'],
  B: ['Vai a MyINPS', 'Che cosa puoi fare ora'],
  C: ['Vai a MyINPS', 'Segnala a phishing@inps.it'],
  D: ['Ricarica', 'Leggi la versione generale'],
  E: ['Riprova'],
};

/** assertRefused finds the family's page, whole, with the code for the help desk and no figure of any letter. */
export async function assertRefused(page, family, code) {
  assert.deepEqual(await headings(page, 'h1'), [titles[family]]);
  const text = await textOf(page, '#errore');
  for (const offer of advice[family]) assert.ok(text.includes(offer), `"${offer}" is offered`);
  assert.match(text, /803 164/);
  assert.match(text, code ? new RegExp(`Codice per l'assistenza: ${code}$`) : /Codice per l'assistenza: [a-z0-9-]+/);
  assert.equal(await page.evaluate(() => document.querySelector('.answers')), null, 'no figure is shown');
}

/** toGeneral leaves the refusal for the guide without personal data. */
export async function toGeneral(page) {
  await press(page, 'general');
  await until(page, () => document.getElementById('errore').hidden && Boolean(document.getElementById('spot')));
  assert.match(await textOf(page, '#testo'), /guida/);
  assert.equal((await headings(page, 'h1')).length, 1);
}
