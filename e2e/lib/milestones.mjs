// What the page counts, as it leaves the device.

/**
 * listenIn keeps the batches that the page sends: each is checked to be a plain
 * POST to this site's /m and parsed.
 */
export async function listenIn(page) {
  const batches = [];
  page.on('request', (r) => {
    if (r.method() !== 'POST') return;
    const url = new URL(r.url());
    const { 'content-type': type, referer, cookie } = r.headers();
    if (url.pathname + url.search !== '/m' || !/^text\/plain/.test(type) || referer || cookie) throw new Error('an unexpected POST: ' + r.url());
    batches.push(JSON.parse(r.postData()));
  });
  return batches;
}

/** counted are the events of all batches. */
export const counted = (batches) => batches.flatMap((b) => b.e);
