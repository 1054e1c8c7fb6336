/** When two headings are the same heading. */

import { isWhitespace } from './characters.ts';

const markup = '*_~`[]';
const trailing = '.:;,!?…#';

/** Nothing in it has two forms, and it is quickly seen. */
const isAscii = /^[\0-\x7f]*$/;

/**
 * What is left of a heading when case, markup, link targets, the width of blanks and punctuation at the end do not
 * count. Headings with the same key are the same heading. Linear.
 */
export function headingKey(heading: string): string {
  let key = '';
  let blank = false;
  for (let at = 0; at < heading.length; at++) {
    const char = heading[at]!;
    if (char === ']' && heading[at + 1] === '(') {
      const end = heading.indexOf(')', at);
      if (end < 0) break;
      at = end;
    } else if (isWhitespace(heading.charCodeAt(at))) {
      blank = key !== '';
    } else if (!markup.includes(char)) {
      key += blank ? ` ${char}` : char;
      blank = false;
    }
  }
  let end = key.length;
  while (end > 0 && (trailing.includes(key[end - 1]!) || key[end - 1] === ' ')) end--;
  const plain = key.slice(0, end);
  return (isAscii.test(plain) ? plain : plain.normalize('NFC')).toLowerCase();
}
