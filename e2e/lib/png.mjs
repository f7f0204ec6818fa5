// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Pictures of the page as pixels.

import { PNG } from 'pngjs';

/** pixels decodes a PNG to {width, height, data}: RGBA, one byte each. */
export const pixels = (png) => PNG.sync.read(Buffer.from(png));

/** luminance is the relative luminance of WCAG of the pixel that starts at byte i. */
export function luminance(data, i) {
  const part = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(data[i]) + 0.7152 * part(data[i + 1]) + 0.0722 * part(data[i + 2]);
}

/** contrast is the ratio of two luminances, 1 to 21. */
export const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** meanDifference is how far two pictures of one size are apart on average, per colour channel, of 255. */
export function meanDifference(a, b) {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) if (i % 4 < 3) sum += Math.abs(a.data[i] - b.data[i]);
  return sum / (a.data.length * 3 / 4);
}

/** changedArea counts the pixels that two pictures of one size tell apart by at least ratio to 1. */
export function changedArea(before, after, ratio) {
  let n = 0;
  for (let i = 0; i < before.data.length; i += 4) {
    if (contrast(luminance(before.data, i), luminance(after.data, i)) >= ratio) n++;
  }
  return n;
}

/** farPixels is the share of pixels, 0 to 1, that two pictures of one size have in a channel further apart than limit of 255. */
export function farPixels(a, b, limit) {
  let n = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    if ([0, 1, 2].some((c) => Math.abs(a.data[i + c] - b.data[i + c]) > limit)) n++;
  }
  return n / (a.data.length / 4);
}
