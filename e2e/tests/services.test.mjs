// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Services and rating: real links to the dated list, five stars. (15, 46, 51)

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { sizes, useBrowser } from '../lib/browser.mjs';
import { press, pressOn, textOf } from '../lib/guide.mjs';
import { letter } from '../lib/letters.mjs';
import { root } from '../lib/site.mjs';
import { open, visit } from '../lib/visit.mjs';
import { pause, until } from '../lib/wait.mjs';

const use = useBrowser();
const listed = JSON.parse(readFileSync(join(root, 'static/services/services.json'), 'utf8')).services;
const byId = Object.fromEntries(listed.map((s) => [s.id, s]));

/** named are the services of the guide's own list, in the script's order. */
const named = ['svc-naspi', 'svc-fascicolo', 'svc-naspi-com', 'svc-naspi-anticipata', 'svc-siisl', 'svc-myinps-contatti',
  'svc-cassetta-postale', 'svc-dossier-naspi', 'svc-telefono', 'svc-patronato'];

const linksOf = (page, within) => page.evaluate((selector) =>
  [...document.querySelectorAll(selector + ' a[data-service]')].map((a) => ({
    id: a.dataset.service, href: a.getAttribute('href'), target: a.target, rel: a.rel, text: a.innerText.replace(/\s+/g, ' '),
  })), within);

/** access is what a link must say about logging in. */
function access(service) {
  if (!service.login) return 'Senza accesso';
  const ways = service.login.split(', ');
  return 'Serve ' + ways.slice(0, -1).join(', ') + ' o ' + ways.at(-1);
}

for (const [name, size] of Object.entries(sizes)) {
  test(`every service of the list is a link that says what it needs, ${name}`, async (t) => {
    const page = await visit(t, use.browser, { size });
    await open(page, letter('declared-income').token);
    const links = await linksOf(page, '#servizi');
    assert.deepEqual(links.map((l) => l.id), named);
    for (const link of links) assertLink(link);
  });
}

function assertLink(link) {
  const service = byId[link.id];
  assert.equal(link.href, service.url, link.id);
  assert.ok(link.text.includes(access(service)), `${link.id}: "${link.text}" should say "${access(service)}"`);
  if (!service.url.startsWith('https:')) return;
  assert.equal(link.target, '_blank', link.id);
  assert.match(link.rel, /noopener/, link.id);
  assert.match(link.rel, /noreferrer/, link.id);
  assert.match(link.text, /nuova scheda/, link.id);
}

describe('the services inside the chapters say the same', () => {
  for (const [id, services] of [
    ['under55', ['svc-fascicolo', 'svc-naspi-com', 'svc-naspi-anticipata', 'svc-siisl', 'svc-myinps-contatti']],
    ['before-24-11-2024', ['svc-fascicolo', 'svc-naspi-com', 'svc-naspi-anticipata', 'svc-myinps-contatti']],
  ]) {
    test(id, async (t) => {
      const page = await visit(t, use.browser);
      await open(page, letter(id).token);
      const links = await linksOf(page, '#testo .services');
      assert.deepEqual(links.map((l) => l.id), services);
      links.forEach(assertLink);
    });
  }
});

test('who applied before SIISL is not sent there', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('before-24-11-2024').token);
  assert.equal((await linksOf(page, 'body')).some((l) => l.id === 'svc-siisl'), false);
});

test('a service opens once, in a new tab that knows nothing of the guide', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token);
  const url = byId['svc-fascicolo'].url;
  const context = page.browserContext();
  await pressOn(page, '#servizi [data-service="svc-fascicolo"]');
  await context.waitForTarget((x) => x.url() === url);
  const devtools = await page.createCDPSession();
  const { targetInfos } = await devtools.send('Target.getTargets');
  assert.equal(targetInfos.find((x) => x.url === url).canAccessOpener, false);
  await pause(300);
  assert.equal(context.targets().filter((x) => x.url() === url).length, 1);
});

test('nothing but an id of the list opens anything: no script, no other address', async (t) => {
  const page = await visit(t, use.browser);
  await open(page, letter('under55').token);
  const before = [page.url(), page.browserContext().targets().length];
  await page.evaluate(() => {
    window.pressed = [];
    document.addEventListener('click', (e) => { window.pressed.push(e.target.closest('a').dataset.service); e.preventDefault(); });
    for (const value of ['javascript:document.title="x"', 'https://example.org/', '//example.org', 'svc-none', '"],a[href="', 'svc-naspi"]', 'svc-naspi']) {
      const detail = { v: 1, type: 'effect', id: 'open', value, line: '', offsetMs: 0, seconds: 0, playing: false, rev: 0 };
      document.dispatchEvent(new CustomEvent('guida:reader', { detail }));
    }
  });
  await pause(300);
  assert.deepEqual(await page.evaluate(() => window.pressed), ['svc-naspi'], 'only the service on the list');
  assert.deepEqual([page.url(), page.browserContext().targets().length], before);
});

for (const [name, size] of Object.entries(sizes)) {
  test(`the rating keeps one choice and thanks for it, ${name}`, async (t) => {
    const page = await visit(t, use.browser, { size });
    await open(page, letter('under55').token);
    for (const stars of ['4', '2']) {
      await press(page, 'vote ' + stars);
      await until(page, () => document.getElementById('grazie').textContent);
      const state = await page.evaluate(() => ({
        pressed: [...document.querySelectorAll('.star[aria-pressed="true"]')].map((b) => b.textContent),
        focused: document.activeElement.textContent,
        names: [...document.querySelectorAll('.star')].map((b) => b.getAttribute('aria-label')),
      }));
      assert.deepEqual(state.pressed, [stars]);
      assert.equal(state.focused, stars);
      state.names.forEach((label, i) => assert.ok(label.startsWith(`${i + 1}, `), label));
      assert.match(await textOf(page, '#voto'), /Grazie!/);
    }
  });
}
