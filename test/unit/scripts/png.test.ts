import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { describe, it } from 'mocha';
import { reduceColors } from '../../../scripts/pictures/palette.mjs';
import { decodePng, encodeAnimation, encodeIndexed, encodePng } from '../../../scripts/pictures/png.mjs';

/** A picture of one row. */
function row(...colors: number[]) {
  const rgba = Uint8Array.from(
    colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255, 255]),
  );
  return { width: colors.length, height: 1, rgba };
}

/** The parts of a PNG, by type. */
function chunks(file: Buffer): { type: string; body: Buffer }[] {
  const found: { type: string; body: Buffer }[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    found.push({
      type: file.toString('latin1', at + 4, at + 8),
      body: file.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return found;
}

describe('a PNG', () => {
  it('is read as it was written', () => {
    const picture = { width: 2, height: 2, rgba: Uint8Array.from({ length: 16 }, (_, index) => index * 15) };
    assert.deepEqual(decodePng(encodePng(picture)), picture);
  });

  it('is not read where it is none', () =>
    assert.throws(() => decodePng(Buffer.from('GIF89a, and more')), /no PNG/));

  it('keeps up to 255 colors as they are', () => {
    const colors = Array.from({ length: 255 }, (_, index) => index * 65_793);
    const { palette, pictures } = reduceColors([row(...colors, 0)]);
    const [picture] = pictures;
    const shown = [...(picture?.indices ?? [])].map((index) => palette[index * 3]);
    assert.deepEqual(shown, [...colors.map((color) => color & 255), 0]);
  });

  it('has the frequent colors of many as they are, and the rest nearly', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => (index * 5_003) & 0xffffff);
    const often = Array.from({ length: 50 }, () => 0x123456);
    const { palette, pictures } = reduceColors([row(...often, ...many)]);
    assert.ok(palette.length <= 255 * 3);
    const first = pictures[0]?.indices[0] ?? -1;
    assert.deepEqual([...palette.subarray(first * 3, first * 3 + 3)], [0x12, 0x34, 0x56]);
  });

  it('with a palette has a byte a pixel', () => {
    const [picture] = reduceColors([row(0xff0000, 0x00ff00, 0xff0000)]).pictures;
    assert.ok(picture);
    const parts = chunks(encodeIndexed(picture));
    assert.deepEqual(
      parts.map(({ type }) => type),
      ['IHDR', 'PLTE', 'IDAT', 'IEND'],
    );
    assert.deepEqual([...inflateSync(parts[2]?.body ?? Buffer.of())], [0, ...picture.indices]);
  });

  it('that moves has its frames in order', () => {
    const { palette, pictures } = reduceColors([row(1, 2, 3), row(1, 9, 3)]);
    const [first, second] = pictures;
    assert.ok(first && second);
    const whole = { left: 0, top: 0, width: 3, height: 1, indices: first.indices, milliseconds: 100 };
    const part = {
      left: 1,
      top: 0,
      width: 1,
      height: 1,
      indices: second.indices.subarray(1, 2),
      milliseconds: 900,
    };
    const parts = chunks(encodeAnimation([whole, part], palette));
    assert.deepEqual(
      parts.map(({ type }) => type),
      ['IHDR', 'PLTE', 'tRNS', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'IEND'],
    );
    const numbers = parts.filter(({ type }) => /^f/.test(type)).map(({ body }) => body.readUInt32BE(0));
    assert.deepEqual(numbers, [0, 1, 2]);
    assert.deepEqual(
      [...(parts[2]?.body ?? [])],
      [...Array.from(palette.subarray((palette.length / 3) * 2), () => 255), 0],
    );
    assert.equal(parts[6]?.body.readUInt16BE(20), 900);
  });
});
