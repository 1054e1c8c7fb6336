/** What stands before a marker in its line: its markup, and whoever is to do it. */

import { initialsAt } from './initials.ts';
import { isColon, isDash, skipMarkup } from './leadingOwner.ts';
import { isLabel } from './lexicon/people.ts';
import { isPersonal, readNames } from './names.ts';
import type { Owner } from './note.ts';
import type { Roster } from './roster.ts';

export interface MarkerPrefix {
  /** Where what belongs to the marker begins in its line. */
  readonly from: number;
  /** At a line's start or behind a `(`, but for the marker's markup and owner. */
  readonly startsLine: boolean;
  /** What stands right before the word: `**`, `[`. */
  readonly markup: string;
  /** `#action`, as minutes bots have it, at a line's start. */
  readonly hash: boolean;
  /** `@seph TODO:`, `seph: TODO:` */
  readonly owners: readonly Owner[];
  /** `NA: TODO:` */
  readonly initials?: Owner | undefined;
}

const longestOwners = 100;

/** Of the marker at `at`. */
export function markerPrefix(text: string, at: number, roster: Roster): MarkerPrefix {
  let from = at;
  while (from > 0 && '*_~[{<#'.includes(text[from - 1]!)) from--;
  if (text[from - 1] === '(' && lineStartOf(text, from - 1)) from--;
  const markup = text.slice(from, at);
  let start = from;
  while (start > 0 && ' \t*_~['.includes(text[start - 1]!)) start--;
  const startsLine = start === 0 || text[start - 1] === '\n' || text[start - 1] === '(';
  if (startsLine) return { from: start, startsLine, markup, hash: markup.endsWith('#'), owners: [] };
  const owned = ownersBefore(text.slice(0, from), roster);
  return owned
    ? { ...owned, startsLine: true, markup, hash: false }
    : { from, startsLine: false, markup, hash: false, owners: [] };
}

function lineStartOf(text: string, at: number): boolean {
  while (at > 0 && ' \t*_~'.includes(text[at - 1]!)) at--;
  return at === 0 || text[at - 1] === '\n';
}

/** The names that the last line of `text` begins with, and no more: `@seph `, `seph: `, `**Ted** - `, `[Ann] `. */
function ownersBefore(
  text: string,
  roster: Roster,
): Pick<MarkerPrefix, 'from' | 'owners' | 'initials'> | undefined {
  const line = text.lastIndexOf('\n') + 1;
  if (text.length - line > longestOwners) return undefined;
  const from = skipMarkup(text, line);
  const open = '(['.includes(text[from] ?? ' ');
  const at = text[from] === '(' ? from + 1 : from;
  const names = readNames(text, at, roster);
  const initials = names ? undefined : initialsAt(text, text[at] === '[' ? at + 1 : at);
  if (!names && !initials) return undefined;
  const owners = names?.owners ?? [];
  let end = skipMarkup(text, names?.to ?? initials!.range.to);
  if (initials && text[end] === ']' && open) end = skipMarkup(text, end + 1);
  if (text[end] === ')' && open) end = skipMarkup(text, end + 1);
  const isColonNext = isColon(text, end);
  const hasSign = isColonNext || isDash(text, end);
  if (hasSign) end = isColonNext ? end + 1 : pastDash(text, end);
  if (skipMarkup(text, end) !== text.length) return undefined;
  const isOwner = (owner: Owner) =>
    owner.person !== undefined ||
    owner.name.startsWith('@') ||
    (hasSign && !isLabel(owner.name)) ||
    (open && isPersonal(owner));
  if (initials && !hasSign && !open) return undefined;
  return owners.every(isOwner) ? { from: line, owners, initials } : undefined;
}

/** Past the dash at `at`. */
export function pastDash(text: string, at: number): number {
  while ('-–—'.includes(text[at] ?? ' ')) at++;
  return at;
}
