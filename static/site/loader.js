// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The loader: it finds the letter's token, takes it out of the address, and
// starts the two programs. It never sends the token anywhere and knows nothing
// of what is in it; the reader does.
(() => {
  'use strict';

  const KEY = 'guida'; // of the token, kept while this tab is open
  const FILM = 'guida.film'; // whether the film was on the page
  const FRESH = 3000; // ms to wait for the newest keys
  const SLOW = 8000; // ms after which we say that the network is slow
  const site = JSON.parse(document.getElementById('dati').textContent);
  const query = new URLSearchParams(location.search);
  const byId = (id) => document.getElementById(id);
  const { framed } = window.guidaEmbed;

  // Storage may be denied; the guide then works until the page is reloaded. In a
  // frame nothing is stored: the page around it knows whose letter is wanted now.
  const storage = {
    get() { try { return framed ? '' : sessionStorage.getItem(KEY) || ''; } catch { return ''; } },
    set(token) { try { if (!framed) sessionStorage.setItem(KEY, token); } catch { /* memory only */ } },
    // Whether the film was on the page: a reload then brings it back, paused.
    mark(on) { try { sessionStorage.setItem(FILM, on ? '1' : ''); } catch { /* memory only */ } },
    marked() { try { return sessionStorage.getItem(FILM) === '1'; } catch { return false; } },
  };

  // The token is in the fragment, or in the path when a scanner spoiled the #,
  // or in this tab's storage when the page was reloaded.
  function findToken() {
    const token = fromHash() || fromPath();
    if (!token) return storage.get();
    storage.set(token);
    history.replaceState(null, '', '/' + location.search);
    return token;
  }

  // Browsers write blanks and line breaks of a copied link as %20 and %0A.
  function plain(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }

  function fromHash() {
    const hash = plain(location.hash.slice(1));
    return hash && !byId(hash) ? hash : '';
  }

  function fromPath() {
    const path = plain(location.pathname).replace(/^\/#?/, '');
    return path.length > 60 ? path : '';
  }

  // Another letter opened in the same tab starts from nothing.
  addEventListener('hashchange', () => {
    const token = fromHash();
    if (!token) return;
    storage.set(token);
    if (!framed) history.replaceState(null, '', '/' + location.search);
    location.reload();
  });

  const megabytes = (n) => (n / 1e6).toFixed(1).replace('.', ',');

  // progress shows true figures: unpacked bytes arrived, scaled to what travels.
  function progress(program, text, bar, whenSlow) {
    const words = text.textContent;
    let slow = '';
    const timer = setTimeout(() => { slow = ' ' + whenSlow; }, SLOW);
    return (received) => {
      const part = Math.min(received / program.raw, 1);
      bar.value = part;
      text.textContent = `${words} ${megabytes(part * program.wire)} di ${megabytes(program.wire)} MB.${slow}`;
      if (part === 1) clearTimeout(timer);
    };
  }

  async function count(response, report) {
    const reader = response.body.getReader();
    let received = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      received += value.length;
      report(received);
    }
  }

  // fetched starts a download. Browsers keep the compiled program only when
  // they get the response itself, so the bar reads a copy.
  async function fetched(program, report) {
    const response = await fetch(program.url);
    if (!response.ok) throw new Error('status ' + response.status);
    count(response.clone(), report).catch(() => {});
    return response;
  }

  function run(go, instance) {
    return go.run(instance).then(() => { throw new Error('the program ended'); });
  }

  // fresh fetches a file that changes between builds. Whose letter it is for
  // cannot be told from it, and without it the letter is judged by the page.
  async function fresh(url) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), FRESH);
    try {
      const response = await fetch(url, { cache: 'no-cache', signal: stop.signal });
      if (!response.ok) return undefined;
      return { content: await response.arrayBuffer(), date: Date.parse(response.headers.get('date')) / 1000 };
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  // judge hands over what the letter is judged by: the keys and the letters
  // called back as they are now, and the time as the server tells it.
  async function judge() {
    if (!boot.token) return;
    const [keys, revoked] = await Promise.all([fresh('/jwks.json'), fresh('/revoked.bin')]);
    boot.freshKeys = keys?.content;
    boot.revoked = revoked?.content;
    boot.seen = keys?.date || 0;
  }

  async function startReader() {
    const judged = Promise.resolve(sent).then((token) => { boot.token ||= token; return judge(); });
    const go = new Go();
    const report = progress(site.reader, byId('caricamento-testo'), byId('caricamento-barra'), 'La rete è lenta. Ancora qualche secondo.');
    const response = await fetched(site.reader, report);
    const { instance } = await WebAssembly.instantiateStreaming(response, go.importObject);
    await judged;
    await run(go, instance);
  }

  // The film.

  let module; // promise of the compiled film
  const film = () => module || (module = compileFilm());

  async function compileFilm() {
    const response = await fetched(site.film, (n) => { if (filmReport) filmReport(n); });
    return WebAssembly.compileStreaming(response);
  }

  let filmReport = null;

  // kept tells whether the device keeps a file for when there is no network.
  const kept = async (url) => Boolean(window.caches && await caches.match(url).catch(() => undefined));

  // lean tells whether bytes are dear: what is not asked for is not fetched.
  function lean() {
    const c = navigator.connection;
    return Boolean(c && (c.saveData || /2g|3g/.test(c.effectiveType || '')));
  }

  function canDraw() {
    const gl = document.createElement('canvas').getContext('webgl2');
    if (!gl) return false;
    const lose = gl.getExtension('WEBGL_lose_context');
    if (lose) lose.loseContext();
    return true;
  }

  function tellReader(id, value) {
    document.dispatchEvent(new CustomEvent('guida:reader', {
      detail: { v: 1, type: 'effect', id, value, line: '', offsetMs: 0, seconds: 0, playing: false, rev: 0 },
    }));
  }

  // Ebitengine takes the window for its own when it starts: keys, touches,
  // sizes, a reload when the GPU is lost. On this page the elements over the
  // canvas are the only targets, so until the film's own code begins nothing
  // of that is registered.
  function deafen() {
    const page = EventTarget.prototype;
    const { addEventListener } = page;
    const { ResizeObserver } = window;
    page.addEventListener = () => {};
    window.ResizeObserver = undefined;
    boot.hear = () => {
      page.addEventListener = addEventListener;
      window.ResizeObserver = ResizeObserver;
      boot.hear = () => {};
    };
  }

  let started = false;

  // unlock makes the one <audio> element within the person's press and plays a
  // moment of silence on it: browsers let an element speak later that has
  // spoken in a press. The film takes it over.
  function unlock() {
    boot.audio ||= new Audio();
    const silence = new DataView(new ArrayBuffer(44 + 480)); // 10 ms at 24 kHz
    const text = (at, s) => [...s].forEach((c, i) => silence.setUint8(at + i, c.charCodeAt(0)));
    text(0, 'RIFF'); text(8, 'WAVEfmt '); text(36, 'data');
    for (const [at, n] of [[4, 516], [16, 16], [24, 24000], [28, 48000], [40, 480]]) silence.setUint32(at, n, true);
    for (const [at, n] of [[20, 1], [22, 1], [32, 2], [34, 16]]) silence.setUint16(at, n, true);
    boot.audio.src = URL.createObjectURL(new Blob([silence], { type: 'audio/wav' }));
    boot.audio.play().catch(() => {}); // the film asks again, and says what happened
  }

  async function startFilm(options) {
    if (started) return;
    if (!options.back && query.get('voice') !== 'off') unlock();
    if (query.get('film') === 'off') { tellReader('nofilm', 'off'); return; }
    boot.flat = !canDraw(); // the film is then heard and read
    if (boot.flat) tellReader('failed', 'webgl');
    started = true;
    Object.assign(boot, options);
    const box = byId('film');
    const text = Object.assign(document.createElement('p'), { textContent: options.words });
    const bar = Object.assign(document.createElement('progress'), { max: 1, value: 0 });
    const wait = Object.assign(document.createElement('div'), { className: 'wait' });
    bar.setAttribute('aria-label', options.words);
    wait.append(text, bar);
    box.replaceChildren(wait);
    box.hidden = false;
    document.body.classList.add('filming');
    filmReport = progress(site.film, text, bar, options.slow);
    let begun = false;
    try {
      const go = new Go();
      const instance = await WebAssembly.instantiate(await film(), go.importObject);
      storage.mark(true);
      deafen();
      begun = true;
      await run(go, instance);
    } catch (e) {
      boot.hear();
      console.error('film:', e.message);
      stopFilm();
      tellReader('nofilm', begun ? 'internal' : 'rete');
    }
  }

  function stopFilm() {
    started = false;
    storage.mark(false);
    module = undefined;
    delete window.guidaFilm;
    document.body.classList.remove('filming');
    byId('film').replaceChildren();
    byId('film').hidden = true;
  }

  // The hand-over.

  const boot = {
    token: findToken(),
    where: window.guidaEmbed.where,
    query,
    keys: site.keys,
    built: site.built,
    voice: site.voice,
    buildId: site.id,
    demo: site.demo,
    hear() {},
    marked: storage.marked(), // a reload brings the film back
    answersPainted() {
      byId('caricamento').hidden = true;
      performance.mark('answers');
      if (!boot.token || query.get('film') === 'off') return;
      const idle = window.requestIdleCallback || ((f) => setTimeout(f, 200));
      idle(async () => {
        if (!lean() || await kept(site.film.url)) film().catch(() => { module = undefined; });
      });
    },
    startFilm,
    stopFilm,
  };
  window.guidaBoot = boot;
  const sent = boot.token ? '' : window.guidaEmbed.token(); // by the page around the frame

  function failed(title, words) {
    const h = Object.assign(document.createElement('h1'), { textContent: title });
    const p = Object.assign(document.createElement('p'), { textContent: words });
    const b = Object.assign(document.createElement('button'), { type: 'button', className: 'primary', textContent: 'Riprova' });
    b.addEventListener('click', () => location.reload());
    byId('caricamento').hidden = true;
    byId('errore').replaceChildren(h, p, b);
    byId('errore').hidden = false;
  }

  byId('dimostrazione').hidden = !site.demo;
  if (typeof WebAssembly !== 'object' || !WebAssembly.instantiateStreaming) {
    failed('Il tuo browser è un po\' vecchio', 'Aggiorna il browser o usa un altro dispositivo. I tuoi dati sono anche in MyINPS, su www.inps.it.');
    return;
  }
  startReader().catch((e) => {
    console.error('reader:', e.message);
    if (navigator.onLine === false) failed('Sei senza rete', 'Quando la rete torna, tocca Riprova.');
    else failed('La guida non si apre', 'Riprova tra poco. I tuoi dati sono anche in MyINPS, su www.inps.it.');
  });
})();
