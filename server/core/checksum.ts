/** A checksum that tells damage, and short names out of long ones. Not against anybody who means harm. */

/** Sixteen hexadecimal digits of the text's UTF-16 units. One unit that differs always changes it. */
export function checksum(text: string): string {
  // Both steps can be undone, so that a difference never gets lost on the way: FNV-1a, and a multiplicative twin.
  let one = 0x811c9dc5;
  let two = 0x9e3779b9 ^ text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(((two << 5) | (two >>> 27)) ^ unit, 0x2c1b3c6d);
  }
  return hex(mix(one)) + hex(mix(two));
}

/** Spreads every bit over all (a bijection, as in MurmurHash3's last step). */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
