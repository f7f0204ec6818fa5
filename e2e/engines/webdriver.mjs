// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// W3C WebDriver (https://www.w3.org/TR/webdriver2/), as much of it as the tests need: one driver program, one session.
// Puppeteer speaks to Chromium and Firefox; WebKitGTK knows this protocol only, and the bindings of the Selenium
// project need a newer Node than the rest of this folder and bring a program that downloads browsers.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { pause } from '../lib/wait.mjs';

/** freePort is a port of this machine that nobody listens on now. */
async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * session starts a driver and a browser with these capabilities: {capabilities, call, said, end}. call(method, path,
 * body) is a command of the session; said is what driver and browser have printed so far, line by line. One start in
 * four, on a busy machine, WebKitWebDriver waits for its browser for ever, where a good start takes two seconds: the
 * tries are many and short.
 */
export async function session(driver, capabilities, env, tries = 9) {
  const said = [];
  const { send, stop } = await start(driver, env, said);
  try {
    const { sessionId, capabilities: got } = await send('POST', '/session', { capabilities: { alwaysMatch: capabilities } }, patience.start);
    const call = (method, path, body) => send(method, `/session/${sessionId}${path}`, body, patience.command);
    return { capabilities: got, call, said, end: () => call('DELETE', '').catch(() => {}).then(stop) };
  } catch (error) {
    await stop();
    if (tries > 1) return session(driver, capabilities, env, tries - 1);
    throw new Error([error.message, ...said].join('\n'));
  }
}

/** patience is how long a browser may take, ms. */
const patience = { start: 10_000, command: 90_000 };

/** start starts a driver in a process group of its own, with which its browser ends. */
async function start(driver, env, said) {
  const port = await freePort();
  const child = spawn(driver, ['--port=' + port], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = new Promise((done) => child.once('exit', done));
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(...text.split('\n').filter(Boolean)));
  const send = (method, path, body, ms = 5000) => command('http://127.0.0.1:' + port + path, method, body, ms);
  const stop = () => { process.kill(-child.pid, 'SIGTERM'); return ended; };
  await listening(send, child);
  return { send, stop };
}

async function command(url, method, body, ms) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(ms) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** listening waits until the driver answers. */
async function listening(send, child) {
  for (let tries = 0; tries < 400; tries++) {
    if (child.exitCode !== null) throw new Error('the driver ended');
    if (await send('GET', '/status').catch(() => null)) return;
    await pause(50);
  }
  throw new Error('the driver does not answer');
}
