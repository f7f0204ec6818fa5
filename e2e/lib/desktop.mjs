// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A desktop with an accessibility bus: a virtual screen (Xvfb) and a session bus of its own, which starts AT-SPI when somebody asks
// for it. What a browser with a window tells there is what a screen reader on Linux gets.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { pause } from './wait.mjs';

/** firstLine is the first line that a stream says. */
async function firstLine(stream) {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error('it ended without a word');
}

/** desktop starts one and resolves to the environment of programs on it and a function that ends it. */
export async function desktop() {
  const runtime = mkdtempSync(join(tmpdir(), 'guida-desktop-'));
  const children = [];
  const start = (command, args, env, out = 'ignore', more = []) => {
    const child = spawn(command, args, { stdio: ['ignore', out, 'ignore', ...more], env: { ...process.env, XDG_RUNTIME_DIR: runtime, ...env } });
    children.push(child);
    return child;
  };
  const stop = async () => {
    for (const child of children.reverse()) {
      if (child.exitCode !== null || child.signalCode) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(runtime, { recursive: true, force: true });
  };
  try {
    const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {}, 'ignore', ['pipe']);
    const DISPLAY = ':' + await firstLine(screen.stdio[3]);
    const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address'], { DISPLAY }, 'pipe');
    const DBUS_SESSION_BUS_ADDRESS = await firstLine(bus.stdout);
    const env = { ...process.env, XDG_RUNTIME_DIR: runtime, DISPLAY, DBUS_SESSION_BUS_ADDRESS };
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reader listens on a desktop's accessibility bus as a screen reader does. Start the browser when it is ready. */
export class Reader {
  events = [];
  #waiting = new Map();
  #asked = 0;
  #begun;

  constructor(env) {
    this.ready = new Promise((done) => { this.#begun = done; });
    this.child = spawn('/usr/bin/python3', [fileURLToPath(new URL('atspi.py', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'], env });
    createInterface({ input: this.child.stdout }).on('line', (line) => this.#hear(JSON.parse(line)));
  }

  #hear(message) {
    if (message.event === 'ready') return this.#begun();
    if (message.event) return void this.events.push(message);
    const { done, fail } = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('error' in message) fail(new Error(message.error));
    else done(message.answer);
  }

  /** ask puts a question to the bus and resolves to its answer. */
  ask(ask, more = {}) {
    const id = ++this.#asked;
    this.child.stdin.write(JSON.stringify({ id, ask, ...more }) + '\n');
    return new Promise((done, fail) => { this.#waiting.set(id, { done, fail }); });
  }

  tree() { return this.ask('tree'); }

  /** press does the action of a control, once it is there. */
  async press(role, name) {
    await this.eventually(async () => (await this.tree()).some((o) => o.role === role && o.name === name), `a ${role} called "${name}"`);
    return this.ask('press', { role, name });
  }

  /** eventually waits for what the bus tells only a while after the page has it. */
  async eventually(look, what) {
    for (const limit = Date.now() + 30_000; Date.now() < limit; await pause(500)) {
      const seen = await look();
      if (seen) return seen;
    }
    throw new Error('the bus never tells of ' + what);
  }

  slider(name) { return this.ask('slider', { name }); }

  /** during forgets what was heard, acts and resolves to what is heard until a second goes by in silence. */
  async during(act) {
    await this.quiet();
    this.events = [];
    await act();
    return this.quiet();
  }

  async quiet() {
    for (let heard = -1; heard !== this.events.length;) {
      heard = this.events.length;
      await pause(1000);
    }
    return this.events;
  }

  async stop() {
    const ended = once(this.child, 'exit');
    this.child.stdin.end();
    await ended;
  }
}

/** useDesktop gives a test file a browser in a window and who listens to it; read .browser and .reader inside a test. */
export function useDesktop() {
  const use = { browser: null, reader: null };
  let place;
  before(async () => {
    place = await desktop();
    use.reader = new Reader(place.env);
    await use.reader.ready;
    use.browser = await launch(undefined, place);
  });
  after(async () => {
    await use.browser?.close();
    await use.reader?.stop();
    await place?.stop();
  });
  return use;
}

/** says are the events that a person hears by themselves: announcements, and a new name of what has the focus. */
export const says = (events) => events
  .filter((e) => e.event === 'announcement' || e.event === 'live' && e.text || e.event === 'name' && e.states.includes('focused'))
  .map((e) => (e.event === 'name' ? e.name : e.text));

/** times is how often a text is heard: announced, or told because the focus comes to it. */
export const times = (events, text) =>
  [...says(events), ...events.filter((e) => e.event === 'focus').map((e) => e.name)].filter((s) => s.trim() === text.trim()).length;
