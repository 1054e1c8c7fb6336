import { isDigit, isWord, skipDigits } from '../../note/characters.ts';
import { findReferences } from '../../note/references.ts';
import type { ReferenceContext } from './context.ts';
import { isBlankAt, type LineBefore } from './line.ts';

/** Stands for the number that is not typed yet. */
const anyNumber = '1';

/**
 * Behind `PR #`, `#`, `owner/repo#`, `GH-`, `PRs #1, #` and the like: wherever the parser would take a number for a
 * reference, it is asked with one.
 */
export function referenceContext({
  from,
  text,
  content,
  start,
  after,
}: LineBefore): ReferenceContext | undefined {
  let digits = text.length;
  while (digits > content && isDigit(text.charCodeAt(digits - 1))) digits--;
  const typed = text.slice(digits);
  const before = text[digits - 1];
  if (
    digits === content ||
    (before !== '#' && before !== '-' && typed === '' && !isBlankAt(text, digits - 1))
  )
    return undefined;
  const behind = skipDigits(after, 0);
  if (behind < after.length && isWord(after.charCodeAt(behind))) return undefined;

  const probe = text.slice(content, digits) + (typed === '' ? anyNumber : typed);
  const { references } = findReferences({ from: 0, text: probe, links: [], opaque: [] });
  const reference = references.at(-1);
  if (!reference || reference.range.to !== probe.length) return undefined;

  const hash = before === '#';
  const first = reference.form === 'gh' ? content + reference.range.from : hash ? digits - 1 : digits;
  if (text[first - 1] === '\\') return undefined;
  // A `#` that begins a line begins a heading, until a digit follows (CommonMark 0.31, 4.2). In a list it seldom does.
  if (hash && typed === '' && first === content && (start === 'plain' || start === 'quote')) return undefined;
  return {
    kind: 'reference',
    wanted: reference.kind,
    ...(reference.repository && { repository: reference.repository }),
    prefix: text.slice(first, digits),
    typed,
    range: { from: from + first, to: from + text.length + behind },
    // `PR ` goes on in words as often as in a number.
    quiet: first === digits,
  };
}
