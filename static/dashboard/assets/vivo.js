// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Figures of closed quarters of an hour, as they are published. Without this
// script the page shows those of when it was opened.
const live = document.querySelector('[data-vivo]');
if (live && window.EventSource) {
  new EventSource(live.dataset.vivo).addEventListener('cifre', (event) => {
    for (const [name, text] of Object.entries(JSON.parse(event.data))) {
      const place = live.querySelector(`[data-cifra="${name}"]`);
      if (place && place.textContent !== text) place.textContent = text;
    }
  });
}
