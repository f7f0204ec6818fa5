// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Offline: the first visit keeps nothing. Once the film has painted its first
// frame, the service worker keeps what this letter's guide needs, so that it
// opens again without a network. In a frame nothing is kept: what is on the
// device of somebody logged in elsewhere is that page's business.
(() => {
  'use strict';

  const site = JSON.parse(document.getElementById('dati').textContent);
  const workers = navigator.serviceWorker;
  const LATER = 3000; // ms after the first frame: the voice comes first

  // forget takes everything back that was kept.
  window.guidaBoot.forgetOffline = async () => {
    if (!workers || !window.caches) return;
    keeping = false;
    const registration = await workers.getRegistration();
    if (registration) {
      if (registration.active) registration.active.postMessage({ type: 'forget' });
      await registration.unregister();
    }
    for (const name of await caches.keys()) if (name.startsWith('guida-')) await caches.delete(name);
  };

  let keeping = false;
  let playing = false;
  if (!workers || !window.caches || window.guidaEmbed.framed) return;
  if (!site.offline) { window.guidaBoot.forgetOffline(); return; }

  // Only one script may become a worker, and it is named here.
  const only = (url) => {
    if (url !== '/sw.js') throw new TypeError('no such worker');
    return url;
  };
  const policy = window.trustedTypes ? trustedTypes.createPolicy('guida', { createScriptURL: only }) : { createScriptURL: only };

  const packs = () => performance.getEntriesByType('resource').map((e) => new URL(e.name).pathname).filter((p) => p.endsWith('.vbk'));

  // keep has the worker of this build keep its files and the voice packs that
  // came so far. A worker of another build ignores it.
  async function keep() {
    if (!keeping) return;
    const { active } = await workers.ready;
    active.postMessage({ type: 'keep', id: site.id, packs: packs() });
  }

  // settle lets a newer worker take over, while nothing plays in this page.
  function settle(registration) {
    if (registration && registration.waiting && !playing) registration.waiting.postMessage({ type: 'now' });
  }

  document.addEventListener('guida:reader', ({ detail }) => {
    if (detail.type === 'state') playing = detail.playing;
    if (detail.type !== 'ready' || keeping) return;
    keeping = true;
    setTimeout(start, LATER);
  });

  function start() {
    if (!keeping) return; // the letter was erased meanwhile
    workers.register(policy.createScriptURL('/sw.js'), { updateViaCache: 'none' }).then(keep).catch(() => { keeping = false; });
  }
  workers.addEventListener('controllerchange', keep);
  new PerformanceObserver((list) => {
    if (list.getEntries().some((e) => e.name.endsWith('.vbk'))) keep();
  }).observe({ type: 'resource' });
  workers.getRegistration().then(settle).catch(() => {});
})();
