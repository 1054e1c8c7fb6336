/** Each character that Unicode has or may have, as `fc.string({ unit: 'binary' })` has them. */

import fc from 'fast-check';

/** Halves of characters are none. */
const [firstHalf, halves] = [0xd800, 0x800];

/** fast-check's own makes a table of a million characters the first time that it is asked whether a text is one of its. */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - halves }).map(
  (at) => String.fromCodePoint(at < firstHalf ? at : at + halves),
  (character) => {
    const at = typeof character === 'string' ? character.codePointAt(0) : undefined;
    if (at === undefined || String.fromCodePoint(at) !== character) throw new Error('no character');
    if (at >= firstHalf && at < firstHalf + halves) throw new Error('half a character');
    return at < firstHalf ? at : at - halves;
  },
);
