// The film with its voice.

import { watch } from './film.mjs';
import { until } from './wait.mjs';

/** withoutPicture keeps the page's draws from drawing: SwiftShader would hold the main thread up for most of a second. */
export const withoutPicture = (page) => page.evaluateOnNewDocument(() => {
  for (const name of ['drawElements', 'drawArrays']) WebGL2RenderingContext.prototype[name] = () => {};
});

/** hear opens a letter, starts its film and waits until the voice is heard. */
export async function hear(page, { token, query } = {}) {
  await withoutPicture(page);
  await watch(page, { token, query: { voice: null, ...query } });
  return spoken(page);
}

/** spoken waits until the voice is heard and returns the state. */
export const spoken = (page) => until(page, () => {
  const s = window.guida.state();
  return s.voice === 'on' && s.heard > 0 && s;
});
