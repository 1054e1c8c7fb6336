/** When a heading in a note is the one a template means. */

import { isWord } from '../note/characters.ts';
import { headingKey } from '../note/headingKey.ts';
import { withoutBrackets } from '../note/similarHeadings.ts';
import type { TemplateSection } from './template.ts';

/** The keys of the section's heading and its aliases; computed once a section. */
export function headingKeys(section: TemplateSection): readonly string[] {
  return formsOf(section).keys;
}

interface HeadingForms {
  readonly keys: readonly string[];
  /** Of those keys that have no duration and no name themselves. */
  readonly plain: ReadonlySet<string>;
  /** The words of headings with `*` or `?`. */
  readonly patterns: readonly string[];
}

const known = new WeakMap<TemplateSection, HeadingForms>();

function formsOf(section: TemplateSection): HeadingForms {
  const kept = known.get(section);
  if (kept) return kept;
  const headings = [section.heading, ...section.aliases];
  const keys = headings.map(headingKey).filter((key) => key !== '');
  const forms = {
    keys,
    plain: new Set(headings.filter((each) => withoutRemarks(each) === each).map(headingKey)),
    patterns: headings.filter(isHeadingPattern).map(patternKey),
  };
  known.set(section, forms);
  return forms;
}

/**
 * Whether a heading of a note, with its key, is the section's: as the template has it, with a duration or names beside it
 * (`Announcements (5 min, Okan)`) where the template has none, or as its `*` and `?` say. Linear in the heading.
 */
export function isHeadingOf(section: TemplateSection, heading: string, key: string): boolean {
  const { keys, plain, patterns } = formsOf(section);
  if (keys.includes(key)) return true;
  const rest = withoutRemarks(heading);
  const restKey = rest === heading ? key : headingKey(rest);
  if (plain.has(restKey)) return true;
  for (const pattern of patterns) if (matches(pattern, key) || matches(pattern, restKey)) return true;
  return false;
}

/** True for a heading with `*` as a word, which stands for any words, or `?` within, which stands for one character. */
function isHeadingPattern(heading: string): boolean {
  return heading.split(' ').includes('*') || /\?./.test(heading.trimEnd());
}

/** A heading that is to be written: without the words that a pattern leaves open. */
export function writtenHeading(heading: string): string {
  return heading
    .split(' ')
    .filter((word) => word !== '*')
    .join(' ');
}

/**
 * How the section's heading is to be written: as in the latest note that has the section, without what that note alone adds in
 * brackets (`Issues (12)`). `notes`: the keys of their headings, the newest first.
 */
export function wordingIn(
  { heading, aliases }: TemplateSection,
  notes: readonly (readonly { readonly key: string }[])[],
): string {
  if (aliases.length === 0) return heading;
  const spellings = [heading, ...aliases];
  for (const headings of notes) {
    const used = spellings.find((spelling) => headings.some(({ key }) => key === headingKey(spelling)));
    if (used !== undefined) return withoutBrackets(used) === heading ? heading : used;
  }
  return heading;
}

/** `*` is markup to `headingKey`; a private character stands for it. */
const anyWords = '\uE000';

/** Without the blanks around `*`, which are not there where no word is. */
function patternKey(heading: string): string {
  const words = heading.split(' ').map((word) => (word === '*' ? anyWords : word));
  return headingKey(words.join(' '))
    .replaceAll(` ${anyWords}`, anyWords)
    .replaceAll(`${anyWords} `, anyWords);
}

/** The whole key; `*` ends where a word does. What follows one is looked for from where the last one ended. */
function matches(pattern: string, key: string): boolean {
  const parts = pattern.split(anyWords);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const from = index === 0 ? 0 : isLast ? Math.max(at, key.length - part.length) : at;
    const to = index === 0 ? 0 : key.length - part.length;
    let found = from;
    while (found <= to && !isAt(part, key, found)) found++;
    if (found > to) return false;
    at = found + part.length;
  }
  return at === key.length;
}

function isAt(part: string, key: string, at: number): boolean {
  if (at + part.length > key.length || !isBoundary(key, at) || !isBoundary(key, at + part.length))
    return false;
  for (let index = 0; index < part.length; index++)
    if (part[index] !== '?' && part[index] !== key[at + index]) return false;
  return true;
}

/** False within a word. */
function isBoundary(key: string, at: number): boolean {
  return !isWord(key.charCodeAt(at - 1)) || !isWord(key.charCodeAt(at));
}

const duration = String.raw`[0-9]{1,3} ?(?:min|mins|minutes?|m|h|hrs?|hours?)\.?`;
const name = String.raw`@[A-Za-z0-9-]{1,40}|\p{Lu}[\p{L}'’-]{0,30}\.?(?: \p{Lu}[\p{L}'’-]{0,30}\.?){0,3}`;
const isDuration = new RegExp(`^(?:~|≈)?${duration}$`, 'iu');
const isName = new RegExp(`^(?:${name})$`, 'u');

/** `Announcements (5 min, Okan)`, `[5m] Announcements`, `Announcements - 10 minutes`, `Announcements @okan`. */
function withoutRemarks(heading: string): string {
  let rest = heading.trim();
  const opening = /^[([]([^()[\]]{1,60})[)\]][:.]? /.exec(rest);
  if (opening && isDuration.test(opening[1]!.trim())) rest = rest.slice(opening[0].length).trim();
  for (;;) {
    const end = endOfRest(rest);
    if (end === undefined || end === 0) return rest;
    rest = rest.slice(0, end).trimEnd();
  }
}

const separators = [' - ', ' – ', ' — ', ' | ', ': '];

/** Where the last remark begins; undefined: there is none. */
function endOfRest(heading: string): number | undefined {
  const last = heading.at(-1);
  if (last === ')' || last === ']') {
    const open = heading.lastIndexOf(last === ')' ? '(' : '[');
    if (open < 1 || heading[open - 1] !== ' ') return undefined;
    const parts = heading.slice(open + 1, -1).split(/[,;/&+]| and | - | – /);
    return parts.every((part) => isDuration.test(part.trim()) || isName.test(part.trim())) ? open : undefined;
  }
  let separator = -1;
  for (const each of separators) separator = Math.max(separator, heading.lastIndexOf(each));
  if (separator > 0) {
    const remark = heading.slice(separator).replace(/^[ :|–—-]{1,3}/, '');
    if (isDuration.test(remark.trim()) || /^@[A-Za-z0-9-]{1,40}$/.test(remark.trim())) return separator;
  }
  const blank = heading.lastIndexOf(' @');
  return blank > 0 && /^ @[A-Za-z0-9-]{1,40}$/.test(heading.slice(blank)) ? blank : undefined;
}
