/** Draws the badges of the README in a browser: `node scripts/badges.mjs`, after package.json has changed. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cache.mjs';
import { findChromium, launchChromium } from './editor/chromium.mjs';
import { badgesOf } from './pictures/badges.mjs';
import { decodePng, encodePng } from './pictures/png.mjs';

const folder = join(root, 'docs', 'badges');
const style = `<style>
  body { margin: 0; font: 11px/20px "DejaVu Sans", Verdana, sans-serif; }
  #badge { display: inline-flex; border-radius: 3px; overflow: hidden; color: #fff; }
  span { padding: 0 7px; background: #555; }
  span + span { background: #0b62a8; }
</style>`;

mkdirSync(folder, { recursive: true });
const browser = await launchChromium(await findChromium());
try {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  for (const { file, label, value } of badgesOf(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
  )) {
    await page.setContent(`${style}<div id="badge"><span>${label}</span><span>${value}</span></div>`);
    const png = await page.locator('#badge').screenshot({ omitBackground: true });
    writeFileSync(join(folder, file), encodePng(decodePng(png)));
  }
} finally {
  await browser.close();
}
