/** Draws `media/icon.svg` in a browser as the pictures that the marketplaces and the package take: `node scripts/icon.mjs`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cache.mjs';
import { findChromium, launchChromium } from './editor/chromium.mjs';
import { decodePng, encodePng } from './pictures/png.mjs';

const folder = join(root, 'media');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');

/** By file, the pixels of its side. */
const sizes = { 'icon.png': 256, 'icon-128.png': 128 };

const browser = await launchChromium(await findChromium());
try {
  for (const [file, size] of Object.entries(sizes)) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const style = `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>`;
    await page.setContent(`${style}${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(join(folder, file), encodePng(decodePng(png)));
    await page.close();
  }
} finally {
  await browser.close();
}
