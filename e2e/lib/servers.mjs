// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Debian's nginx and Caddy with the configurations that the project ships.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from './site.mjs';
import { pause } from './wait.mjs';

/** site is the name that the servers answer to. */
export const siteName = 'guida.example';

const path = process.env.PATH + ':/usr/sbin';

/** folder is one of the test's own, gone when it ends. */
export function folder(t) {
  const dir = mkdtempSync(join(tmpdir(), 'guida-server-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** configuration is the shipped one of a kind, for a port of this machine. */
const configuration = (kind, site, port, options) =>
  call('videoguida', 'deploy', '--site', site, '--bind', '127.0.0.1', '--listen', String(port), '--host', siteName, ...options, kind);

/** run starts a server and ends it with the test; said() is all that it wrote. */
async function run(t, port, command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: path, HOME: tmpdir(), XDG_DATA_HOME: tmpdir() } });
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => parts.push(data));
  const ended = new Promise((done) => child.once('exit', done));
  t.after(async () => { child.kill('SIGTERM'); await ended; });
  const said = () => Buffer.concat(parts).toString();
  for (let tries = 0; !await listens(port); tries++) {
    if (tries > 200 || child.exitCode !== null) throw new Error(`${command} did not start: ${said()}`);
    await pause(50);
  }
  return { port, said, pid: child.pid };
}

const listens = (port) => new Promise((done) => {
  const socket = connect(port, '127.0.0.1', () => { socket.destroy(); done(true); });
  socket.on('error', () => done(false));
});

/** nginx serves a site: {port, said(), pid, dir}; dir holds all that it writes. */
export async function nginx(t, site, port, ...options) {
  const dir = folder(t);
  for (const name of ['tmp', 'logs']) mkdirSync(join(dir, name));
  writeFileSync(join(dir, 'site.conf'), configuration('nginx', site, port, options));
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((n) => `${n}_temp_path ${dir}/tmp;`).join(' ');
  writeFileSync(join(dir, 'nginx.conf'), `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
    ${process.getuid() === 0 ? 'user root;' : ''} worker_processes 1; pid ${dir}/pid; error_log ${dir}/logs/error.log crit; daemon off;
    events {} http { ${temp} include ${dir}/site.conf; }`);
  return { ...await run(t, port, 'nginx', ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', join(dir, 'logs', 'start.log')]), dir };
}

/** caddy serves a site: {port, said(), pid}. */
export async function caddy(t, site, port, ...options) {
  const dir = folder(t);
  writeFileSync(join(dir, 'Caddyfile'), configuration('caddy', site, port, options));
  return run(t, port, 'caddy', ['run', '--adapter', 'caddyfile', '--config', join(dir, 'Caddyfile')]);
}

/** filesIn is the text of all files under a folder. */
export const filesIn = (dir) => readdirSync(dir, { recursive: true })
  .map((name) => join(dir, name)).filter((p) => statSync(p).isFile()).map((p) => readFileSync(p, 'latin1')).join('\n');
