// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The site under test: the project's own commands, built once per run, and a
// server on a free loopback port.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** root is the project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** work is the ignored folder that holds what a run makes. */
export const work = join(root, '.cache', 'e2e');

/** demoKey is the private half of the demonstration key, made on first use. */
export const demoKey = join(root, '.cache', 'demo', 'key.pem');

/** tool is the path of one of the project's commands, built by buildTools. */
export const tool = (name) => join(work, 'bin', name);

/** call runs one of the project's commands in its folder and returns what it prints. */
export const call = (name, ...args) =>
  execFileSync(tool(name), args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] });

/** buildTools compiles the commands that a run needs. */
export function buildTools() {
  mkdirSync(join(work, 'bin'), { recursive: true });
  const commands = ['tokengen', 'videoguida', 'storyboard', 'flyer'].map((c) => './cmd/' + c);
  execFileSync('go', ['build', '-o', join(work, 'bin') + '/', ...commands], { cwd: root, stdio: 'inherit' });
}

/** parents are the origins that may frame the site under test; /etc/hosts is not asked: both are this machine. */
export const parents = ['http://localhost:18201', 'https://www.inps.it'];

/** buildSite writes the site for the demonstration key and returns its folder. */
export function buildSite(quality, out = join(work, 'site'), ...options) {
  call('tokengen', 'demo');
  const keys = join(work, 'jwks.json');
  writeFileSync(keys, call('tokengen', 'jwks', '--key', demoKey));
  process.stdout.write(call('videoguida', 'site', '--keys', keys, '--demo', '--quality', String(quality), '--parents', parents.join(), '--out', out, ...options));
  return out;
}

/** serve starts the host and resolves to its origin, its process and a function that ends it. */
export async function serve(site, port = 0, options = [], stderr = 'inherit') {
  const child = spawn(tool('videoguida'), ['serve', '--site', site, '--addr', '127.0.0.1:' + port, ...options], {
    cwd: root, stdio: ['ignore', 'pipe', stderr],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const line = await Promise.race([firstLine(child.stdout), ended.then(() => '')]);
  const [, found] = /:(\d+)\//.exec(line) ?? [];
  if (!found) throw new Error('videoguida serve did not start');
  return { origin: 'http://127.0.0.1:' + found, child, stop: () => { child.kill('SIGTERM'); return ended; } };
}

async function firstLine(stream) {
  for await (const line of createInterface({ input: stream })) return line;
  return '';
}
