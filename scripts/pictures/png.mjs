/**
 * PNG and animated PNG with a palette: screenshots of an editor have few colors, and one byte a pixel is a third of the
 * size. The format is that of the W3C's "Portable Network Graphics (PNG) Specification (Third Edition)".
 */

import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * @typedef {object} Pixels
 * @property {number} width
 * @property {number} height
 * @property {Uint8Array} rgba four bytes a pixel
 */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Reads what a browser writes: eight bits a channel, with or without alpha, not interlaced.
 * @param {Buffer} file
 * @returns {Pixels}
 */
export function decodePng(file) {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('This is no PNG.');
  /** @type {Buffer[]} */
  const data = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      const [depth, color, , , interlaced] = body.subarray(8);
      if (depth !== 8 || (color !== 2 && color !== 6) || interlaced !== 0)
        throw new Error('This kind of PNG is not read.');
      channels = color === 6 ? 4 : 3;
    }
    if (type === 'IDAT') data.push(body);
    at += 12 + length;
  }
  return { width, height, rgba: unfilter(inflateSync(Buffer.concat(data)), width, height, channels) };
}

/**
 * @param {Buffer} raw a byte for the filter before each row
 * @param {number} width
 * @param {number} height
 * @param {number} channels
 */
function unfilter(raw, width, height, channels) {
  const stride = width * channels;
  let before = new Uint8Array(stride);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const filter = raw[start];
    const row = Uint8Array.from(raw.subarray(start + 1, start + 1 + stride));
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (row[x - channels] ?? 0);
      const up = before[x] ?? 0;
      const corner = x < channels ? 0 : (before[x - channels] ?? 0);
      const guess = filter === 4 ? paeth(left, up, corner) : [0, left, up, (left + up) >> 1][filter ?? 0];
      row[x] = (row[x] ?? 0) + (guess ?? 0);
    }
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < channels; channel++)
        rgba[(y * width + x) * 4 + channel] = row[x * channels + channel] ?? 0;
    before = row;
  }
  return rgba;
}

/**
 * @param {number} left
 * @param {number} up
 * @param {number} corner
 */
function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/**
 * @param {Pixels} picture
 * @returns {Buffer} with all its colors and its alpha
 */
export function encodePng({ width, height, rgba }) {
  const header = headerOf(width, height, 6);
  return Buffer.concat([signature, header, chunk('IDAT', packed(rgba, width * 4, height)), chunk('IEND')]);
}

/**
 * @param {import('./palette.mjs').Indexed} picture
 * @param {Uint8Array} [alpha] of each color of the palette; absent: none is transparent
 * @returns {Buffer}
 */
export function encodeIndexed({ width, height, indices, palette }, alpha) {
  const colors = [chunk('PLTE', palette), ...(alpha ? [chunk('tRNS', alpha)] : [])];
  const body = chunk('IDAT', packed(indices, width, height));
  return Buffer.concat([signature, headerOf(width, height, 3), ...colors, body, chunk('IEND')]);
}

/**
 * One frame of an animation: the part of the picture that changes.
 * @typedef {object} Frame
 * @property {number} left
 * @property {number} top
 * @property {number} width
 * @property {number} height
 * @property {Uint8Array} indices
 * @property {number} milliseconds how long it is shown
 */

/**
 * Of frames of one palette, the first of which is the whole picture; shown again and again. The index behind the palette's
 * last is transparent: the frame before shows through.
 * @param {readonly Frame[]} frames
 * @param {Uint8Array} palette at most 255 colors
 * @returns {Buffer}
 */
export function encodeAnimation(frames, palette) {
  const [first] = frames;
  if (first === undefined) throw new Error('An animation has at least one frame.');
  const control = Buffer.alloc(8);
  control.writeUInt32BE(frames.length, 0);
  const parts = [
    signature,
    headerOf(first.width, first.height, 3),
    chunk('PLTE', Buffer.concat([palette, Buffer.alloc(3)])),
    chunk('tRNS', Buffer.alloc(palette.length / 3 + 1, 255).fill(0, palette.length / 3)),
    chunk('acTL', control),
  ];
  let sequence = 0;
  for (const [index, frame] of frames.entries()) {
    parts.push(chunk('fcTL', frameControl(frame, sequence++)));
    const data = packed(frame.indices, frame.width, frame.height);
    if (index === 0) parts.push(chunk('IDAT', data));
    else parts.push(chunk('fdAT', Buffer.concat([number(sequence++), data])));
  }
  return Buffer.concat([...parts, chunk('IEND')]);
}

/**
 * @param {Frame} frame
 * @param {number} sequence
 */
function frameControl({ width, height, left, top, milliseconds }, sequence) {
  const body = Buffer.alloc(26);
  for (const [index, value] of [sequence, width, height, left, top].entries())
    body.writeUInt32BE(value, index * 4);
  body.writeUInt16BE(milliseconds, 20);
  body.writeUInt16BE(1000, 22);
  // Put over the frame before, not in its place.
  body[25] = 1;
  return body;
}

/**
 * @param {number} width
 * @param {number} height
 * @param {3 | 6} color indexed, or with alpha
 */
function headerOf(width, height, color) {
  return chunk('IHDR', Buffer.concat([number(width), number(height), Buffer.from([8, color, 0, 0, 0])]));
}

/**
 * Rows without a filter: best for palettes.
 * @param {Uint8Array} bytes
 * @param {number} stride bytes of a row
 * @param {number} height
 */
function packed(bytes, stride, height) {
  const raw = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++)
    raw.set(bytes.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return deflateSync(raw, { level: 9, memLevel: 9 });
}

/**
 * @param {string} type
 * @param {Uint8Array} [body]
 */
function chunk(type, body = new Uint8Array()) {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  return Buffer.concat([number(body.length), content, number(crc32(content))]);
}

/** @param {number} value of 32 bits */
function number(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
