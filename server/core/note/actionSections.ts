/** Tasks without a marker: the lists and headings of an action section. */

import type { ProseItem } from './actionItems.ts';
import { isBlank, isWord } from './characters.ts';
import { headingKey } from './headingKey.ts';
import { readAssignment, readHeadingAssignment } from './owners.ts';
import type { Reading } from './reading.ts';
import { trimBlanks } from './sentences.ts';

/** Headings, and lines that end in a colon before a list, whose items are tasks. */
const actionTitles = new Set(
  (
    'action item|action items|actions|action|action points|ai|ais|todo|todos|to do|to-do|to-dos|next step|next steps|follow up|' +
    'follow ups|follow-up|follow-ups|followups|tasks|promises'
  ).split('|'),
);

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

/** How statements begin that describe instead of asking for something to be done. */
const statements = [
  "there's",
  'there is',
  'there are',
  'there was',
  "it's",
  'it is',
  'this is',
  'this was',
  'n/a',
  'none',
  'nothing',
  'tbd',
];

/** An item of an action section without a marker; undefined when it holds nothing to do. */
export function readListItem(text: string, checked: boolean, reading: Reading): ProseItem | undefined {
  let from = 0;
  while (from < text.length && isBlank(text.charCodeAt(from))) from++;
  const to = trimBlanks(text, from, text.length);
  const task = text.slice(from, to);
  const lower = task.slice(0, 40).toLowerCase().replaceAll('’', "'");
  const describes = statements.some(
    (start) => lower.startsWith(start) && !isWord(lower.charCodeAt(start.length)),
  );
  if (task === '' || describes || isPointer(task)) return undefined;
  return {
    range: { from, to },
    form: 'item',
    textRange: { from, to },
    ...readAssignment(text, from, to, false, reading),
    ownerSlot: { range: { from, to: from }, before: '', after: ': ' },
    done: checked || isDone(task),
  };
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
  while (from < text.length && (isBlank(text.charCodeAt(from)) || text[from] === '#')) from++;
  const to = trimBlanks(text, from, text.length);
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

/** `~~struck~~`, `(done)`, a tick. */
export function isDone(text: string): boolean {
  const lower = withoutEmphasis(text.trim()).toLowerCase();
  return (
    lower.startsWith('~~') ||
    lower.startsWith('✅') ||
    lower.startsWith('done:') ||
    lower.includes('(done)') ||
    lower.endsWith('✅')
  );
}
