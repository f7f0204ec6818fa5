// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// A reporter for node's test runner: one line per test, "pass|fail|skip<TAB>file<TAB>name".

import { basename } from 'node:path';

export default async function* record(events) {
  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite' || !data.file) continue;
    const result = data.skip !== undefined ? 'skip' : type.slice(5);
    yield [result, basename(data.file, '.test.mjs'), data.name.replace(/\s+/g, ' ')].join('\t') + '\n';
  }
}
