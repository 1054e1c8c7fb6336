/** Who says a line: `Sharvil: …`, `WZ: …`. */

import { isWhitespace } from './characters.ts';
import { initialsAt } from './initials.ts';
import { acronyms, isLabel, neverSpeakers, roleLabels } from './lexicon/people.ts';
import { isPersonal, type ReadNames, readNames } from './names.ts';
import type { Owner, PersonMention } from './note.ts';
import type { Roster } from './roster.ts';

/** Between a role, its colon and a name. */
const mostMarks = 8;

type Attribution = Pick<ReadNames, 'owners' | 'to'>;

/** `BT: …`: a speaker by two or three capitals. */
export function isSpeaker({ name, evidence }: PersonMention): boolean {
  if (evidence !== 'attribution' || name.length < 2 || name.length > 3 || acronyms.has(name)) return false;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code < 65 || code > 90) return false;
  }
  return true;
}

/** Whom the line names that begins at `lineStart`, as its speaker or behind a role: `Host: Karen`. */
export function attributionAt(text: string, lineStart: number, roster: Roster): Attribution | undefined {
  const names = namesAt(text, lineStart, roster);
  if (!names) return undefined;
  return names.owners.some(isOnlyLabel) ? namedByRole(text, names, roster) : speaking(text, names);
}

/** `Sharvil: …`, `Ted/Zach: …`, `seph via PR review: …`, `Nishant (Uptycs): …`, `(Sharvil); …`. */
export function speakersAt(text: string, lineStart: number, roster: Roster): Attribution | undefined {
  const names = namesAt(text, lineStart, roster);
  return names === undefined || names.owners.some(isOnlyLabel) ? undefined : speaking(text, names);
}

function namesAt(text: string, lineStart: number, roster: Roster): Attribution | undefined {
  let at = lineStart;
  while (at < text.length && ' \t*_('.includes(text[at] as string)) at++;
  return readNames(text, at, roster) ?? initialsOfSpeaker(text, at);
}

function speaking(text: string, names: Attribution): Attribution | undefined {
  let { to } = names;
  while ('*_)'.includes(text[to] ?? ' ')) to++;
  const via = pastVia(text, to, ':');
  if (via > to) to = via;
  else if (text.slice(to, to + 2) === ' (') to = Math.max(to, indexWithin(text, ')', to, 60) + 1);
  const mark = text[to];
  while ('*_'.includes(text[to + 1] ?? ' ')) to++;
  const closed = mark === ':' || mark === '：' || (mark === ';' && text[to - 1] === ')');
  const isApart = mark === '：' || to + 1 >= text.length || isWhitespace(text.charCodeAt(to + 1));
  if (!closed || !isApart) return undefined;
  if (names.owners.every(({ person }) => person === undefined) && isOnlyAddresses(text, to + 1))
    return undefined;
  return { owners: names.owners, to };
}

/** `NA: …`; `AI: …` and `NO: …` are no speakers. */
function initialsOfSpeaker(text: string, at: number): Attribution | undefined {
  const initials = initialsAt(text, at);
  if (initials === undefined || initials.name.length > 2 || neverSpeakers.has(initials.name))
    return undefined;
  return { owners: [initials], to: initials.range.to };
}

/** `Host: Karen`, `**Scribe:** Guido van Rossum`: who is named behind a role, to the line's end. */
function namedByRole(
  text: string,
  { owners: [role], to }: Attribution,
  roster: Roster,
): Attribution | undefined {
  let from = to;
  while (from - to < mostMarks && ':*_ '.includes(text[from] ?? 'x')) from++;
  if (!role || !roleLabels.has(role.name.toLowerCase()) || !text.slice(to, from).includes(':'))
    return undefined;
  const names = readNames(text, from, roster);
  if (!names?.owners.every(isPersonal)) return undefined;
  let end = names.to;
  while (end - names.to < mostMarks && '*_. '.includes(text[end] ?? 'x')) end++;
  return end >= text.length || text[end] === '\n' ? names : undefined;
}

/** `Backports: https://…, https://…`: people say more than that. */
function isOnlyAddresses(text: string, from: number): boolean {
  const lineEnd = text.indexOf('\n', from);
  const words = text.slice(from, lineEnd < 0 ? undefined : lineEnd).split(/[ \t,<>]/);
  const written = words.filter((word) => word !== '');
  return (
    written.length > 0 && written.every((word) => word.startsWith('https://') || word.startsWith('http://'))
  );
}

/** ` via PR review` behind a name, up to the `mark`; `at` where it is not said. */
export function pastVia(text: string, at: number, mark: string): number {
  return text.slice(at, at + 5).toLowerCase() === ' via '
    ? Math.max(at, indexWithin(text, mark, at, 40))
    : at;
}

function indexWithin(text: string, wanted: string, from: number, reach: number): number {
  const at = text.slice(from, from + reach).indexOf(wanted);
  return at < 0 ? -1 : from + at;
}

export function isOnlyLabel({ name, person }: Owner): boolean {
  return person === undefined && isLabel(name);
}
