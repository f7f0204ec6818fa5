// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Embedding: the guide in a frame of MyINPS or in an app's web view.
//
// The page that frames us must be on the site's list. It gives us the letter's
// token, once, by a message, or in the frame's fragment. We tell it four things
// and nothing else, since it knows who is logged in: that we are ready for the
// token, that the film ended, how tall we are, and which service was pressed.
// docs/EMBEDDING.md is the contract.
window.guidaEmbed = (() => {
  'use strict';

  const WAIT = 10_000; // ms in which the parent may send the token
  const LONGEST = 8192; // characters of a token
  const { parents = [] } = JSON.parse(document.getElementById('dati').textContent);
  const framed = window.parent !== window;
  const agent = navigator.userAgent;
  // An app's web view opens no new windows: Android's says so, iOS's does not say Safari.
  const app = new URLSearchParams(location.search).get('app') === '1' ||
    agent.includes('; wv)') || (/iPhone|iPad/.test(agent) && !agent.includes('Safari/'));

  // The parent's origin: known once it sent the token; before that, browsers
  // that tell it say so, and for the others each on the list is tried. A message
  // is delivered to its origin only.
  let origin = '';
  function targets() {
    if (origin) return [origin];
    const told = location.ancestorOrigins && location.ancestorOrigins[0];
    return told ? parents.filter((p) => p === told) : parents;
  }

  function tell(message) {
    if (framed) for (const to of targets()) window.parent.postMessage(message, to);
  }

  // token resolves to what the parent sends, '' when it sends nothing in time.
  function token() {
    if (!framed || !parents.length) return Promise.resolve('');
    return new Promise((done) => {
      const timer = setTimeout(() => end(''), WAIT);
      function end(text) {
        clearTimeout(timer);
        removeEventListener('message', take);
        done(text);
      }
      function take({ source, origin: from, data }) {
        if (source !== window.parent || !parents.includes(from)) return;
        const text = data && data.type === 'token' ? data.token : null;
        if (typeof text !== 'string' || !text || text.length > LONGEST) return;
        origin = from;
        end(text);
      }
      addEventListener('message', take);
      tell({ type: 'ready' });
    });
  }

  // A service is opened by the parent, which knows what each id is for it.
  function hand(ev) {
    const link = ev.target.closest && ev.target.closest('a[data-service][href^="https:"]');
    if (!link) return;
    ev.preventDefault();
    tell({ type: 'open-service', id: link.dataset.service });
  }

  // The frame may grow with us, so nothing here may be as tall as the frame.
  let height = 0;
  function measure() {
    document.documentElement.style.setProperty('--film-top', document.getElementById('film').offsetTop + 'px');
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (now !== height) tell({ type: 'resize', height: height = now });
  }

  if (framed) {
    document.body.classList.add('framed');
    addEventListener('click', hand, true);
    new ResizeObserver(measure).observe(document.body);
    document.addEventListener('guida:reader', ({ detail }) => {
      if (detail.type === 'effect' && detail.id === 'ended') tell({ type: 'ended' });
    });
  }

  return { framed, token, where: framed ? 'frame' : app ? 'app' : 'page' };
})();
