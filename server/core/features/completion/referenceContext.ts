import { isAsciiLetter, isDigit, isSpaceAt, isWord, skipDigits } from '../../note/characters.ts';
import { repositoryAbove } from '../../note/headingRepository.ts';
import { endsWordWithoutHash } from '../../note/lexicon/references.ts';
import type { Note, Reference } from '../../note/note.ts';
import { type Reading, readingOf } from '../../note/reading.ts';
import { continuesNumber, findReferences } from '../../note/references.ts';
import type { ReferenceContext } from './context.ts';
import type { LineBefore } from './line.ts';

/** Stands for the number that is not typed yet. */
const anyNumber = '1';
/** In UTF-16 code units; who has typed more is writing prose. */
const longestQuery = 80;
const mostWords = 6;

/**
 * Behind `PR #`, `#`, `owner/repo#`, `GH-`, `PRs #1, #` and the like: wherever the parser would take a number for a
 * reference, it is asked with one. Words of a title may be typed in its place, right behind the `#`, or behind `PR ` by a
 * writer who asks.
 */
export function referenceContext(line: LineBefore, note: Note): ReferenceContext | undefined {
  const reading = readingOf(note.conventions);
  const found = behindNumber(line, reading) ?? behindWords(line, reading) ?? behindKeyword(line, reading);
  const bare = found && reading.repositoryFromHeading && repositoryAbove(note, line.from);
  return found && bare ? { repository: bare, ...found, bare } : found;
}

function behindNumber(line: LineBefore, reading: Reading): ReferenceContext | undefined {
  const { text, content } = line;
  let digits = text.length;
  while (digits > content && isDigit(text.charCodeAt(digits - 1))) digits--;
  const before = text[digits - 1];
  const isBare = before !== '#' && before !== '-';
  if (digits === content || (isBare && digits === text.length && !isSpaceAt(text, digits - 1)))
    return undefined;
  const behind = skipDigits(line.after, 0);
  if (continuesNumber(line.after, behind, true)) return undefined;
  return placeAt(line, digits, behind, reading);
}

/** `PR #pars lim` */
function behindWords(line: LineBefore, reading: Reading): ReferenceContext | undefined {
  const { text, content } = line;
  const words = text.lastIndexOf('#') + 1;
  if (words <= content || !isQuery(text.slice(words))) return undefined;
  return placeAt(line, words, wordEnd(line), reading);
}

/** `PR pars`: ordinary text most of the time, so that only the nearest words are looked at. */
function behindKeyword(line: LineBefore, reading: Reading): ReferenceContext | undefined {
  const { text, content, start } = line;
  if (start === 'heading') return undefined;
  let at = text.length;
  for (let words = 0; words < mostWords; words++) {
    while (at > content && !isSpaceAt(text, at - 1)) at--;
    if (at === content || !isQuery(text.slice(at))) return undefined;
    if (endsWithKeyword(text, at - 1)) return placeAt(line, at, wordEnd(line), reading);
    while (at > content && isSpaceAt(text, at - 1)) at--;
  }
  return undefined;
}

/** A look at the last letters, which spares nearly every word the parser. */
function endsWithKeyword(text: string, end: number): boolean {
  let from = end;
  while (from > 0 && end - from < 9 && isAsciiLetter(text.charCodeAt(from - 1))) from--;
  return endsWordWithoutHash(text.slice(from, end).toLowerCase());
}

/** Words as titles have them, single blanks between them. Where a sentence or a bracket ends, so does the query. */
function isQuery(text: string): boolean {
  const first = text.charCodeAt(0);
  if (text === '' || text.length > longestQuery || !isWord(first) || isDigit(first)) return false;
  for (let at = 1; at < text.length; at++) {
    if (isWord(text.charCodeAt(at))) continue;
    const isInner = isSpaceAt(text, at) || "-_./+'’".includes(text[at]!);
    if (!isInner || (isSpaceAt(text, at) && !isWord(text.charCodeAt(at - 1)))) return false;
  }
  return true;
}

/** How much of the word under the cursor stands behind it. */
function wordEnd({ text, after }: LineBefore): number {
  let to = 0;
  if (!isWord(text.charCodeAt(text.length - 1))) return to;
  while (to < after.length && isWord(after.charCodeAt(to))) to++;
  return to;
}

/** The reference whose number, or what stands for it, begins at `at`; `behind`: how much of it follows the cursor. */
function placeAt(
  line: LineBefore,
  at: number,
  behind: number,
  reading: Reading,
): ReferenceContext | undefined {
  const { from, text, content, start } = line;
  const typed = text.slice(at);
  const hasNumber = typed !== '' && isDigit(typed.charCodeAt(0));
  const reference = referenceEndingAt(text.slice(content, at) + (hasNumber ? typed : anyNumber), reading);
  if (reference === undefined) return undefined;

  const hash = text[at - 1] === '#';
  const whole = content + reference.range.from;
  const first = reference.form === 'gh' ? whole : hash ? at - 1 : at;
  if (text[first - 1] === '\\') return undefined;
  // A `#` that begins a line begins a heading, until a digit follows (CommonMark 0.31, 4.2). In a list it seldom does.
  if (hash && !hasNumber && first === content && (start === 'plain' || start === 'quote')) return undefined;
  const to = from + text.length + behind;
  return {
    kind: 'reference',
    wanted: reference.kind,
    ...(reference.repository && { repository: reference.repository }),
    prefix: text.slice(first, at),
    typed,
    range: { from: from + first, to },
    whole: { from: from + whole, to },
    // `PR ` goes on in words as often as in a number.
    quiet: first === at,
  };
}

function referenceEndingAt(probe: string, reading: Reading): Reference | undefined {
  const { references } = findReferences({ from: 0, text: probe, links: [], opaque: [] }, reading);
  const reference = references.at(-1);
  return reference?.range.to === probe.length ? reference : undefined;
}
