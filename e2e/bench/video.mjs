// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// The same film as a video, made once a day, and a page that plays it.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { factsOf } from '../lib/letters.mjs';
import { call, root, work } from '../lib/site.mjs';
import { today } from '../lib/visit.mjs';

/** person is whose film is measured. */
export const person = 'under55';

/** video makes the video when it is not there and serves it; close ends the server. */
export async function video() {
  const file = make();
  const server = createServer((request, response) => answer(file, request, response));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return { address: `http://127.0.0.1:${port}/`, port, least: least(file), close: () => server.close() };
}

/** least is how much of the file there must be before its first picture can be shown: up to the end of that picture. */
function least(file) {
  const args = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'packet=pos,size', '-read_intervals', '%+#1', '-of', 'csv=p=0', file];
  const [size, at] = execFileSync('ffprobe', args, { encoding: 'utf8' }).trim().split('\n')[0].split(',').map(Number);
  return at + size;
}

/** make renders the film unless it is there, made of the same sources on the same day of viewing. */
function make() {
  const folder = join(work, 'bench-video');
  const file = join(folder, `${today}-${sources()}.mp4`);
  if (existsSync(file)) return file;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const facts = join(folder, 'facts.json');
  writeFileSync(facts, JSON.stringify(factsOf(person)));
  console.log('bench: rendering the video, some minutes');
  call('storyboard', '--guide', 'naspi', '--facts', facts, '--today', today, '--out', join(folder, 'board'),
    '--voice', join(root, 'static/site/voice/it'), '--size', '200x200', '--mp4', '--web');
  renameSync(join(folder, 'board', 'guide.mp4'), file);
  return file;
}

/** sources is a digest of what the storyboard is made of: our packages, what they embed, the voice. */
function sources() {
  const format = '{{if and .Module .Module.Main}}{{range .GoFiles}}{{$.Dir}}/{{.}}\n{{end}}{{range .EmbedFiles}}{{$.Dir}}/{{.}}\n{{end}}{{end}}';
  const files = execFileSync('go', ['list', '-deps', '-f', format, './cmd/storyboard'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  const packs = readdirSync(join(root, 'static/site/voice/it')).map((f) => join(root, 'static/site/voice/it', f));
  const hash = createHash('sha256');
  for (const f of [...files, ...packs].sort()) hash.update(readFileSync(f));
  return hash.digest('hex').slice(0, 12);
}

/** pageOf is a page with the video; how much of it is fetched before the press is up to preload: none or metadata. */
const pageOf = (preload) => '<!doctype html><meta charset="utf-8"><title>video</title><style>body{margin:0}video{width:100%}</style>' +
  `<video src="guide.mp4" preload="${preload}" playsinline></video><button onclick="document.querySelector('video').play()">Play</button>`;

/** answer serves the page and the video, whole or in ranges, as a file server would. */
function answer(file, request, response) {
  if (request.url !== '/guide.mp4') {
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-cache' }).end(pageOf(request.url.slice(1) || 'none'));
    return;
  }
  const { size } = statSync(file);
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const [first, last] = [Number(from), to ? Number(to) : size - 1];
  const head = { 'content-type': 'video/mp4', 'accept-ranges': 'bytes', 'content-length': last - first + 1, etag: '"1"', 'cache-control': 'public, max-age=31536000' };
  if (request.headers.range) head['content-range'] = `bytes ${first}-${last}/${size}`;
  response.writeHead(request.headers.range ? 206 : 200, head);
  createReadStream(file, { start: first, end: last }).on('error', () => response.destroy()).pipe(response);
}

