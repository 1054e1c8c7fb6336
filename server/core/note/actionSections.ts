/** Tasks without a marker: the lists and headings of an action section. */

import { isWhitespace, isWord } from './characters.ts';
import { headingKey } from './headingKey.ts';
import { actionTitles, doneWords, statementStarts, ticks } from './lexicon/tasks.ts';
import type { OwnerSlot } from './note.ts';
import { readAssignment, readHeadingAssignment, vacancyAt } from './owners.ts';
import type { ProseItem } from './proseItem.ts';
import type { Reading } from './reading.ts';
import { trimWhitespace } from './sentences.ts';

/** True for `Action items`, `Next steps:`, `TODO` and the series' own; not for `Likely TODOs` or "teddy's todo". */
export function isActionTitle(text: string, { actionSections }: Reading): boolean {
  const plain = text
    .replace(/[*_`:]/g, '')
    .trim()
    .toLowerCase();
  if (actionSections.size > 0 && actionSections.has(headingKey(text))) return true;
  return (
    plain.length <= 60 &&
    (actionTitles.has(plain) || plain.startsWith('action items ') || plain.startsWith('next steps '))
  );
}

/** An item of an action section without a marker; undefined when it holds nothing to do. */
export function readListItem(text: string, checked: boolean, reading: Reading): ProseItem | undefined {
  let from = 0;
  while (from < text.length && isWhitespace(text.charCodeAt(from))) from++;
  const to = trimWhitespace(text, from, text.length);
  const task = text.slice(from, to);
  const lower = task.slice(0, 40).toLowerCase().replaceAll('’', "'");
  const describes = statementStarts.some(
    (start) => lower.startsWith(start) && !isWord(lower.charCodeAt(start.length)),
  );
  if (task === '' || describes || isPointer(task)) return undefined;
  return {
    range: { from, to },
    form: 'item',
    textRange: { from, to },
    ...readAssignment(text, from, to, false, reading),
    ownerSlot: slotAt(text, from),
    done: checked || isDone(task),
  };
}

/** A name goes before the task, or takes the place of the word that stands for one. */
export function slotAt(text: string, from: number): OwnerSlot {
  const vacancy = vacancyAt(text, from);
  return vacancy
    ? { range: vacancy, before: '', after: '' }
    : { range: { from, to: from }, before: '', after: ': ' };
}

/** Nothing but a URL, perhaps with a label before it: a place to look, not a thing to do. */
function isPointer(text: string): boolean {
  const at = text.indexOf('http');
  if (at < 0 || !text.startsWith('://', text[at + 4] === 's' ? at + 5 : at + 4)) return false;
  const before = text.slice(0, at).trim();
  return (before === '' || before.endsWith(':')) && !/\s/.test(text.slice(at).trim());
}

/** A heading under an action section; undefined without a dash and something behind it. */
export function readHeadingItem(text: string, { roster }: Reading): ProseItem | undefined {
  let from = 0;
  while (from < text.length && (isWhitespace(text.charCodeAt(from)) || text[from] === '#')) from++;
  const to = trimWhitespace(text, from, text.length);
  const { dash, ...assignment } = readHeadingAssignment(text, from, to, roster);
  if (!dash) return undefined;
  return {
    range: { from, to },
    form: 'heading',
    textRange: { from, to },
    ...assignment,
    ownerSlot: { range: { from: to, to }, before: ' -- ', after: '' },
    done: isDone(text.slice(from, to)),
  };
}

function withoutEmphasis(text: string): string {
  let at = 0;
  while (text[at] === '*' || text[at] === '_') at++;
  return text.slice(at);
}

/** `~~struck~~`, `(done)`, `(done in #12)`, `[done]`, `Done: …`, `… - done`, a tick. */
export function isDone(text: string): boolean {
  const lower = withoutEmphasis(text.trim()).toLowerCase();
  if (lower.startsWith('~~') || ticks.some((tick) => lower.startsWith(tick))) return true;
  // Emoji may be followed by a selector of their variant.
  const end = lower.endsWith('\ufe0f') ? lower.slice(0, -1) : lower;
  if (ticks.some((tick) => end.endsWith(tick))) return true;
  return doneWords.some(
    (word) =>
      lower.startsWith(`${word}:`) ||
      lower.includes(`[${word}]`) ||
      isInParenthesis(lower, word) ||
      ['-', '–', '—'].some((dash) => lower.endsWith(`${dash} ${word}`)),
  );
}

/** `(done)`, `(done, see #12)`, `(done 2026-03-03)`; not `(done by Friday)`, which is still to come. */
function isInParenthesis(text: string, word: string): boolean {
  for (let at = text.indexOf(`(${word}`); at >= 0; at = text.indexOf(`(${word}`, at + 1)) {
    const rest = text.slice(at + word.length + 1, at + word.length + 9);
    if (/^[),:;]/.test(rest) || /^ (?!by |before |when |until |after |if )/.test(rest)) return true;
  }
  return false;
}
