// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A reporter for node's test runner: for each test that fails the command that repeats it alone.

import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** script is the command that runs files of a folder. */
const script = (file) => (relative(root, file).startsWith(join('e2e', 'engines')) ? 'e2e/engines.sh' : 'e2e/run.sh');

/** pattern matches names that end like this one, quoted for a shell. */
const pattern = (name) => `'${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", '.')}$'`;

/** command repeats a test. */
export const command = (file, name) => `ONLY=${pattern(name)} ${script(file)} ${basename(file, '.test.mjs')}`;

export default async function* again(events) {
  const failed = [];
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.details?.type !== 'suite' && data.file && data.name !== data.file) failed.push(command(data.file, data.name));
  }
  for (const line of failed) yield `again alone: ${line}\n`;
}
