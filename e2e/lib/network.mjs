// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Slow, broken and absent networks, through the debugger.

/** holdBack stops requests whose address matches pattern (*reader*); release lets them go, break fails them. */
export async function holdBack(page, pattern) {
  const devtools = await page.createCDPSession();
  const held = [];
  devtools.on('Fetch.requestPaused', ({ requestId }) => held.push(requestId));
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: pattern }] });
  const answer = async (method, extra = {}) => {
    for (const requestId of held.splice(0)) await devtools.send(method, { requestId, ...extra });
    await devtools.send('Fetch.disable');
  };
  return {
    release: () => answer('Fetch.continueRequest'),
    breakOff: () => answer('Fetch.failRequest', { errorReason: 'ConnectionFailed' }),
    get waiting() { return held.length; },
  };
}

/** block makes requests whose address matches pattern fail; through what it returns they can be let go again. */
export async function block(page, pattern) {
  const devtools = await page.createCDPSession();
  await devtools.send('Network.enable');
  await devtools.send('Network.setBlockedURLs', { urls: [pattern] });
  return devtools;
}

/** meter counts the bytes that arrive over the wire, headers and compression included. */
export async function meter(page) {
  const devtools = await page.createCDPSession();
  const files = new Map();
  await devtools.send('Network.enable');
  devtools.on('Network.responseReceived', ({ requestId, response }) => files.set(requestId, { url: response.url, bytes: 0 }));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    Object.assign(files.get(requestId) ?? {}, { bytes: encodedDataLength, timestamp });
  });
  return {
    files: () => [...files.values()],
    total: () => [...files.values()].reduce((sum, f) => sum + f.bytes, 0),
    stop: () => devtools.send('Network.disable'),
  };
}
