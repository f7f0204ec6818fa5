// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The service worker: the guide without a network. It keeps nothing until the
// page says that the film was seen, and then the files of its own build alone.
// It never keeps an address: a letter's token can be in the fragment or, after a
// scanner's mistake, in the path.
'use strict';

const build = {"costruzione":true};
const PREFIX = 'guida-';
const NAME = PREFIX + build.id;
const PATIENCE = 4000; // ms for the network before a kept page is shown
const LETTER = /^\/(%23|#)?(1[0-9]{100,}|eyJ[A-Za-z0-9_.-]+|p[A-Za-z0-9_-]{100,})$/;
let gone = false; // the person wants everything forgotten
const HASHED = /\.[0-9a-f]{10}\.[a-z0-9]+$/;

addEventListener('activate', (ev) => ev.waitUntil(clients.claim()));

addEventListener('message', (ev) => {
  const { type, id, packs } = ev.data || {};
  if (type === 'now') skipWaiting();
  if (type === 'forget') {
    gone = true;
    ev.waitUntil(drop(() => true));
  }
  if (type === 'keep' && id === build.id && Array.isArray(packs)) ev.waitUntil(keep(packs.filter((p) => build.packs.includes(p))));
});

// keep puts the build's files into its cache, the page last: a page that is
// there has everything it names. Then older builds may go.
async function keep(packs) {
  if (gone) return;
  const cache = await caches.open(NAME);
  for (const path of [...build.files, ...packs]) {
    if (gone) return;
    await add(cache, path);
  }
  const page = await fetch('/', { cache: 'no-cache' });
  const text = await page.clone().text();
  if (gone || !page.ok || !text.includes(`"id":"${build.id}"`)) return; // the site has moved on
  await cache.put('/', page);
  await drop((name) => name !== NAME);
}

// drop deletes the caches of this site that which names.
async function drop(which) {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && which(name)) await caches.delete(name);
}

async function add(cache, path) {
  if (await cache.match(path)) return;
  const file = await fetch(path);
  if (!file.ok) throw new Error('status ' + file.status);
  await cache.put(path, file);
}

addEventListener('fetch', (ev) => {
  const { pathname, origin } = new URL(ev.request.url);
  if (ev.request.method !== 'GET' || origin !== location.origin) return;
  if (ev.request.mode === 'navigate') {
    const path = pathname === '/index.html' || LETTER.test(pathname) ? '/' : pathname;
    if (path === '/' || build.files.includes(path)) ev.respondWith(answer(ev.request, path));
  } else if (HASHED.test(pathname) || build.files.includes(pathname)) {
    ev.respondWith(answer(ev.request, pathname));
  }
});

// answer is the network's, so that a new build shows at once, or the browser's
// own cache's, which holds the programs compiled; without a network, or with one
// that does not answer, the kept one.
async function answer(request, path) {
  const fresh = fetch(request);
  const kept = await caches.match(path);
  if (!kept) return fresh;
  const late = new Promise((done) => { setTimeout(() => done(kept), PATIENCE); });
  return Promise.race([fresh, late]).then((r) => (r.status < 500 ? r : kept), () => kept);
}
