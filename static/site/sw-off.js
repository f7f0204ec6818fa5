// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The kill switch: published as /sw.js by "videoguida site --offline=false". It
// replaces whatever worker a device has, takes back what it kept and goes. Pages
// that are open are left alone.
'use strict';

addEventListener('install', () => skipWaiting());

addEventListener('activate', (ev) => ev.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('guida-')) await caches.delete(name);
  await registration.unregister();
})()));
