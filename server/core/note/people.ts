/** Who is in the note: attributions, signatures, logins, and the subjects of sentences only people are in. */

import { isWhitespace, isWord, skipSpaces } from './characters.ts';
import { initialsAt } from './initials.ts';
import { acronyms, isLabel, neverSpeakers, personVerbs, roleLabels } from './lexicon/people.ts';
import { isPersonal, type ReadNames, readNames } from './names.ts';
import { isCapitalised, readWord } from './nameWords.ts';
import type { Owner, PersonEvidence, PersonMention, Span } from './note.ts';
import { bracketFieldAt } from './ownerField.ts';
import type { Prose } from './prose.ts';
import { personNamed, type Roster } from './roster.ts';

/** Between a role, its colon and a name. */
const mostMarks = 8;

/** Whom a text names, each place once. No closures over a text: most texts name nobody, and a note has very many. */
class Mentions {
  readonly found: PersonMention[] = [];
  readonly #spoken: Span[] = [];
  #starts: Set<number> | undefined;
  // What begins lines and ends the block is found first; `early` and `voice` go along with the walk behind it.
  #early = 0;
  #first = 0;
  #voice = 0;

  add(owners: readonly Owner[], evidence: PersonEvidence): void {
    for (const { name, range, person } of owners) {
      if (this.#isFound(range)) continue;
      const plain = name.startsWith('@') ? name.slice(1) : name;
      this.found.push(person ? { name: plain, range, evidence, person } : { name: plain, range, evidence });
      this.#starts ??= new Set();
      this.#starts.add(range.from);
    }
  }

  /** `Nishant (Example Corp):` names a company, not a second person. */
  addSpoken(span: Span): void {
    this.#spoken.push(span);
  }

  /** From here on places come in their order. */
  startWalk(): void {
    this.#first = this.found.length;
  }

  isSpoken(at: number): boolean {
    const spoken = this.#spoken;
    while (this.#voice < spoken.length && spoken[this.#voice]!.to <= at) this.#voice++;
    return this.#voice < spoken.length && spoken[this.#voice]!.from <= at;
  }

  #isFound({ from, to }: Span): boolean {
    const { found } = this;
    while (this.#early < this.#first && found[this.#early]!.range.to < to) this.#early++;
    return (
      this.#starts?.has(from) === true ||
      (this.#early < this.#first && found[this.#early]!.range.from <= from)
    );
  }
}

/** Offsets are relative to the prose; `heading` leaves out what only a sentence or a list item can say. */
export function findPeople(prose: Prose, heading: boolean, roster: Roster): PersonMention[] {
  const { text } = prose;
  const mentions = new Mentions();
  if (!heading) {
    addSpeakers(mentions, text, roster);
    const signature = signatureAtEnd(text, roster);
    if (signature) mentions.add(signature, 'attribution');
    mentions.startWalk();
  }
  // A sentence can begin at the start, after `. ` and the like, after a line end, a parenthesis or a bracket.
  let begins = true;
  let punctuation = false;
  let subjectEnd = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!begins && code > 64 && code !== 91) {
      // Most characters: those of a word that begins nothing.
      punctuation = false;
      continue;
    }
    if (code === 32 || code === 9) {
      begins ||= punctuation;
    } else if (code === 10) {
      begins = true;
    } else if (begins && !heading && isWord(code)) {
      const owners = at < subjectEnd ? undefined : subjectAt(text, at, roster);
      if (owners) mentions.add(owners, 'subject');
      // The full stop of an initial ends no sentence.
      subjectEnd = owners?.at(-1)?.range.to ?? subjectEnd;
      begins = false;
    } else if (code === 64) {
      const login = loginAt(text, at, roster);
      if (login) mentions.add([login], 'login');
      begins = false;
    } else if (code === 40) {
      const owners = mentions.isSpoken(at) ? undefined : parenthesisAt(text, at, roster);
      if (owners) mentions.add(owners, 'parenthesis');
      begins = true;
    } else if (code === 91) {
      const field = bracketFieldAt(text, at, roster);
      if (field) mentions.add(field.owners, 'attribution');
      begins = true;
    } else {
      begins = begins && code === 42;
    }
    punctuation =
      code === 46 || code === 33 || code === 63 || code === 58 || code === 59 || (punctuation && code === 32);
  }
  const { found } = mentions;
  return found.length > 1 ? found.sort((a, b) => a.range.from - b.range.from) : found;
}

/** Who says the lines: `Sharvil: …`. */
function addSpeakers(mentions: Mentions, text: string, roster: Roster): void {
  const lastMark = lastMarkIn(text);
  if (lastMark < 0) return;
  for (const start of lineStarts(text)) {
    if (start > lastMark) break;
    const attribution = attributionAt(text, start, roster);
    if (!attribution) continue;
    mentions.add(attribution.owners, 'attribution');
    mentions.addSpoken({ from: start, to: attribution.to });
  }
}

/** `BT: …`: a speaker by two or three capitals. */
export function isSpeaker({ name, evidence }: PersonMention): boolean {
  if (evidence !== 'attribution' || name.length < 2 || name.length > 3 || acronyms.has(name)) return false;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code < 65 || code > 90) return false;
  }
  return true;
}

/** Behind whom it attributes, a line has one of these; not that of an address. */
function lastMarkIn(text: string): number {
  let colon = text.lastIndexOf(':');
  while (colon > 0 && text[colon + 1] === '/') colon = text.lastIndexOf(':', colon - 1);
  return Math.max(colon, text.lastIndexOf(';'), text.lastIndexOf('：'));
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** `Sharvil: …`, `Ted/Zach: …`, `seph via PR review: …`, `Nishant (Uptycs): …`, `(Sharvil); …`. */
function attributionAt(
  text: string,
  lineStart: number,
  roster: Roster,
): Pick<ReadNames, 'owners' | 'to'> | undefined {
  let at = lineStart;
  while (at < text.length && ' \t*_('.includes(text[at] as string)) at++;
  const names = readNames(text, at, roster) ?? initialsOfSpeaker(text, at);
  if (!names) return undefined;
  if (names.owners.some(isOnlyLabel)) return namedByRole(text, names, roster);
  let to = names.to;
  while ('*_)'.includes(text[to] ?? ' ')) to++;
  if (text.slice(to, to + 5).toLowerCase() === ' via ') to = Math.max(to, indexWithin(text, ':', to, 40));
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
function initialsOfSpeaker(text: string, at: number): Pick<ReadNames, 'owners' | 'to'> | undefined {
  const initials = initialsAt(text, at);
  if (initials === undefined || initials.name.length > 2 || neverSpeakers.has(initials.name))
    return undefined;
  return { owners: [initials], to: initials.range.to };
}

/** `Host: Karen`, `**Scribe:** Guido van Rossum`: who is named behind a role, to the line's end. */
function namedByRole(
  text: string,
  { owners: [role], to }: Pick<ReadNames, 'owners' | 'to'>,
  roster: Roster,
): Pick<ReadNames, 'owners' | 'to'> | undefined {
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

function indexWithin(text: string, wanted: string, from: number, reach: number): number {
  const at = text.slice(from, from + reach).indexOf(wanted);
  return at < 0 ? -1 : from + at;
}

/** `-`, `–`, `—` */
function isDash(code: number): boolean {
  return code === 45 || code === 0x2013 || code === 0x2014;
}

/** `… - Sharvil` at a block's end. */
function signatureAtEnd(text: string, roster: Roster): readonly Owner[] | undefined {
  let end = text.length;
  while (end > 0 && isWhitespace(text.charCodeAt(end - 1))) end--;
  for (let at = end - 2; at > 0 && at > end - 42; at--) {
    if (text.charCodeAt(at) !== 32 || !isDash(text.charCodeAt(at - 1)) || text[at - 2] !== ' ') continue;
    const names = readNames(text, at + 1, roster);
    return names?.to === end && names.owners.every(isPersonal) ? names.owners : undefined;
  }
  return undefined;
}

function isOnlyLabel({ name, person }: Owner): boolean {
  return person === undefined && isLabel(name);
}

/** `(Stefano)`; `(mike)` in lower case only after a whole sentence, where it signs it. */
function parenthesisAt(text: string, open: number, roster: Roster): readonly Owner[] | undefined {
  // A login in parentheses is told by its `@`.
  const names = text[open + 1] === '@' ? undefined : readNames(text, open + 1, roster);
  if (!names) return undefined;
  let to = names.to;
  if (text.slice(to, to + 5).toLowerCase() === ' via ') to = Math.max(to, indexWithin(text, ')', to, 40));
  if (text[to] !== ')') return undefined;
  if (names.owners.every(isPersonal)) return names.owners;
  const ends = open > 1 && '.?!'.includes(text[open - 2] as string) && text[open - 1] === ' ';
  return ends && !names.owners.some(isOnlyLabel) ? names.owners : undefined;
}

/** `@login`, not an address's half, a package's scope or a team. */
function loginAt(text: string, at: number, roster: Roster): Owner | undefined {
  if (at > 0 && (isWord(text.charCodeAt(at - 1)) || '@/.'.includes(text[at - 1] as string))) return undefined;
  const word = readWord(text, at + 1);
  if (!word || text[word.to] === '/' || text[word.to] === '@') return undefined;
  const person = personNamed(roster, word.text);
  const login = { name: `@${word.text}`, range: { from: at, to: word.to } };
  return person ? { ...login, person } : login;
}

function subjectAt(text: string, at: number, roster: Roster): readonly Owner[] | undefined {
  const first = readWord(text, at);
  const second = first && readWord(text, skipSpaces(text, first.to));
  // The second word of most sentences shows that the first is not a name.
  const may = second && (personVerbs.has(second.text) || second.text === 'and' || isCapitalised(second.text));
  if (!first || !(may || ',./&\n'.includes(text[first.to] ?? ' '))) return undefined;
  const names = readNames(text, at, roster);
  if (!names || names.owners.some(isOnlyLabel)) return undefined;
  const space = skipSpaces(text, text[names.to] === '\n' ? names.to + 1 : names.to);
  const verb = space > names.to ? readWord(text, space) : undefined;
  return verb && personVerbs.has(verb.text) && names.owners.every(couldAct) ? names.owners : undefined;
}

/** `remote_port will` is code, `Refactoring will` a gerund. */
function couldAct({ name }: Owner): boolean {
  return !name.includes('_') && (name.includes(' ') || name.length < 6 || !name.endsWith('ing'));
}
