/** Draws `media/icon.svg` in a browser as the pictures that the marketplaces and the package take: `node scripts/icon.mjs`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cache.mjs';
import { findChromium, launchChromium } from './editor/chromium.mjs';
import { decodePng, encodeIndexed } from './pictures/png.mjs';

const folder = join(root, 'media');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');

/** By file, the pixels of its side. */
const sizes = { 'icon.png': 256, 'icon-128.png': 128 };

/** Edges are drawn in hundreds of mixed colors: to steps that nobody sees, so that a palette holds them. */
const step = 8;

/**
 * @param {import('./pictures/png.mjs').Pixels} picture
 * @returns {Buffer}
 */
function indexed({ width, height, rgba }) {
  /** @type {Map<string, number>} */
  const colors = new Map();
  const indices = new Uint8Array(width * height);
  for (let at = 0; at < indices.length; at++) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at * 4, at * 4 + 4);
    const isFlat = alpha === 255 && flat.has((red << 16) | (green << 8) | blue);
    const color =
      alpha === 0
        ? [0, 0, 0, 0]
        : [red, green, blue, alpha].map((value) =>
            isFlat ? value : Math.min(255, Math.round(value / step) * step),
          );
    const key = color.join(' ');
    if (!colors.has(key)) colors.set(key, colors.size);
    indices[at] = colors.get(key) ?? 0;
  }
  if (colors.size > 256) throw new Error(`${colors.size} colors are too many for a palette.`);
  const list = [...colors.keys()].map((key) => key.split(' ').map(Number));
  const palette = Uint8Array.from(list.flatMap((color) => color.slice(0, 3)));
  return encodeIndexed(
    { width, height, indices, palette },
    Uint8Array.from(list.map(([, , , alpha = 255]) => alpha)),
  );
}

/** The colors that the drawing names stay as they are. */
const flat = new Set(
  [...svg.matchAll(/#([\da-f]{6}|[\da-f]{3})\b/g)].map(([, hex = '']) =>
    Number.parseInt(hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex, 16),
  ),
);

const browser = await launchChromium(await findChromium());
try {
  for (const [file, size] of Object.entries(sizes)) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const style = `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>`;
    await page.setContent(`${style}${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(join(folder, file), indexed(decodePng(png)));
    await page.close();
  }
} finally {
  await browser.close();
}
