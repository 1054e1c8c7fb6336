/** Reduces pictures to 255 colors, which leaves one of a PNG's palette for what is transparent: the frequent ones as they are, the rest by median cut. */

/**
 * @typedef {object} Indexed
 * @property {number} width
 * @property {number} height
 * @property {Uint8Array} indices one a pixel
 * @property {Uint8Array} palette three bytes a color
 */

const most = 255;

/** So many of the colors stay what they are: those of surfaces, borders and text. */
const kept = 96;

/**
 * A palette for several pictures, and each of them in it.
 * @param {readonly import('./png.mjs').Pixels[]} pictures
 * @returns {{ palette: Uint8Array, pictures: Indexed[] }}
 */
export function reduceColors(pictures) {
  const counts = countColors(pictures);
  const colors = choose(counts);
  const palette = Uint8Array.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  /** @type {Map<number, number>} */
  const indexOf = new Map(colors.map((color, index) => [color, index]));
  const reduced = pictures.map(({ width, height, rgba }) => {
    const indices = new Uint8Array(width * height);
    for (let at = 0; at < indices.length; at++) {
      const color = colorAt(rgba, at);
      let index = indexOf.get(color);
      if (index === undefined) {
        index = nearest(color, colors);
        indexOf.set(color, index);
      }
      indices[at] = index;
    }
    return { width, height, indices, palette };
  });
  return { palette, pictures: reduced };
}

/** @param {readonly import('./png.mjs').Pixels[]} pictures */
function countColors(pictures) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { rgba } of pictures)
    for (let at = 0; at < rgba.length / 4; at++) {
      const color = colorAt(rgba, at);
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
  return counts;
}

/** @param {Map<number, number>} counts */
function choose(counts) {
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  if (sorted.length <= most) return sorted.map(([color]) => color);
  const frequent = sorted.slice(0, kept).map(([color]) => color);
  return [...frequent, ...medianCut(sorted.slice(kept), most - kept)];
}

/**
 * @param {readonly [color: number, count: number][]} colors
 * @param {number} wanted
 */
function medianCut(colors, wanted) {
  let boxes = [boxOf([...colors])];
  while (boxes.length < wanted) {
    boxes.sort((a, b) => b.weight - a.weight);
    const [widest, ...others] = boxes;
    if (widest === undefined || widest.colors.length < 2) break;
    const { colors: inside, shift } = widest;
    inside.sort((a, b) => channel(a[0], shift) - channel(b[0], shift));
    const half = inside.length >> 1;
    boxes = [...others, boxOf(inside.slice(0, half)), boxOf(inside.slice(half))];
  }
  return boxes.map(({ colors: inside }) => average(inside));
}

/** @param {[color: number, count: number][]} colors */
function boxOf(colors) {
  const spread = [16, 8, 0].map((shift) => {
    const values = colors.map(([color]) => channel(color, shift));
    return { shift, size: values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)) };
  });
  const [longest = { shift: 0, size: 0 }] = spread.sort((a, b) => b.size - a.size);
  const count = colors.reduce((sum, [, each]) => sum + each, 0);
  // A box with one color is done.
  return { colors, shift: longest.shift, weight: colors.length < 2 ? 0 : longest.size * Math.sqrt(count) };
}

/** @param {readonly [color: number, count: number][]} colors */
function average(colors) {
  const total = colors.reduce((sum, [, count]) => sum + count, 0);
  const mean = (/** @type {number} */ shift) =>
    Math.round(colors.reduce((sum, [color, count]) => sum + channel(color, shift) * count, 0) / total);
  return (mean(16) << 16) | (mean(8) << 8) | mean(0);
}

/**
 * @param {number} color
 * @param {readonly number[]} colors
 */
function nearest(color, colors) {
  let [best, distance] = [0, Number.POSITIVE_INFINITY];
  for (const [index, other] of colors.entries()) {
    const far = [16, 8, 0].reduce(
      (sum, shift) => sum + (channel(color, shift) - channel(other, shift)) ** 2,
      0,
    );
    if (far < distance) [best, distance] = [index, far];
  }
  return best;
}

/**
 * @param {number} color
 * @param {number} shift
 */
function channel(color, shift) {
  return (color >> shift) & 255;
}

/**
 * @param {Uint8Array} rgba
 * @param {number} at the pixel's number
 */
function colorAt(rgba, at) {
  return ((rgba[at * 4] ?? 0) << 16) | ((rgba[at * 4 + 1] ?? 0) << 8) | (rgba[at * 4 + 2] ?? 0);
}
