/** When two headings are the same heading. */

/** The signs of emphasis, code and links, and where links lead. */
const markup = /\]\([^)]*(?:\)|$)|[*_~`[\]]/g;
/** But for single blanks, which most of them are. */
const blanks = /[ \t\n\r\u00a0]{2,}|[\t\n\r\u00a0]/g;
const trailing = '.:;,!?…#';

/** Nothing in it has two forms, and it is quickly seen. */
const isAscii = /^[\0-\x7f]*$/;

/**
 * What is left of a heading when case, markup, link targets, the width of blanks and punctuation at the end do not
 * count. Headings with the same key are the same heading. Linear.
 */
export function headingKey(heading: string): string {
  const key = heading.replace(markup, '').replace(blanks, ' ').replace(/^ /, '');
  let end = key.length;
  while (end > 0 && (trailing.includes(key[end - 1]!) || key[end - 1] === ' ')) end--;
  const plain = key.slice(0, end);
  return (isAscii.test(plain) ? plain : plain.normalize('NFC')).toLowerCase();
}
