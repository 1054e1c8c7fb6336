/** Takes small pictures of a workbench, with a palette. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/cache.mjs';
import { reduceColors } from '../../../scripts/pictures/palette.mjs';
import { decodePng, encodeAnimation, encodeIndexed } from '../../../scripts/pictures/png.mjs';

/** @typedef {import('../../../scripts/pictures/png.mjs').Pixels} Pixels */
/** @typedef {{ picture: Pixels, milliseconds: number }} Shot */

const folder = join(root, 'docs', 'images');

export class Camera {
  /** @type {Shot[]} */
  #shots = [];

  /**
   * @param {import('../workbench/workbench.mjs').Workbench} workbench
   * @param {'dark' | 'light'} theme
   */
  constructor(workbench, theme) {
    this.workbench = workbench;
    this.theme = theme;
  }

  /**
   * Writes a picture of the window.
   * @param {string} name without the theme
   */
  async take(name) {
    const { pictures } = reduceColors([await this.#look()]);
    const [picture] = pictures;
    if (picture) this.#write(name, encodeIndexed(picture));
  }

  /** @param {number} milliseconds how long what is seen now is shown in the animation */
  async shoot(milliseconds) {
    this.#shots.push({ picture: await this.#look(), milliseconds });
  }

  /**
   * Writes an animation of what was shot.
   * @param {string} name without the theme
   */
  develop(name) {
    const { palette, pictures } = reduceColors(this.#shots.map(({ picture }) => picture));
    const frames = pictures.map((picture, index) => ({
      ...changed(picture, pictures[index - 1]),
      milliseconds: this.#shots[index]?.milliseconds ?? 0,
    }));
    this.#shots = [];
    this.#write(name, encodeAnimation(frames, palette));
  }

  /** @returns {Promise<Pixels>} */
  async #look() {
    return decodePng(await this.workbench.page.screenshot({ animations: 'disabled', caret: 'initial' }));
  }

  /**
   * @param {string} name
   * @param {Buffer} bytes
   */
  #write(name, bytes) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}-${this.theme}.png`), bytes);
  }
}

/**
 * The rectangle of a picture that differs from the one before it, transparent where it does not; the whole one without.
 * @param {import('../../../scripts/pictures/palette.mjs').Indexed} picture
 * @param {import('../../../scripts/pictures/palette.mjs').Indexed} [before]
 */
function changed({ width, height, indices, palette }, before) {
  if (before === undefined) return { left: 0, top: 0, width, height, indices };
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let at = 0; at < indices.length; at++) {
    if (indices[at] === before.indices[at]) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    [left, top, right, bottom] = [
      Math.min(left, x),
      Math.min(top, y),
      Math.max(right, x),
      Math.max(bottom, y),
    ];
  }
  // A frame has at least one pixel.
  if (right < left) [left, top, right, bottom] = [0, 0, 0, 0];
  const [wide, high] = [right - left + 1, bottom - top + 1];
  const part = new Uint8Array(wide * high);
  const transparent = palette.length / 3;
  for (let at = 0; at < part.length; at++) {
    const from = (top + Math.floor(at / wide)) * width + left + (at % wide);
    part[at] = indices[from] === before.indices[from] ? transparent : (indices[from] ?? 0);
  }
  return { left, top, width: wide, height: high, indices: part };
}
