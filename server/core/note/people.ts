/** Who is in the note: attributions, signatures, logins, and the subjects of sentences only people are in. */

import { isWhitespace, isWord, skipSpaces } from './characters.ts';
import { personVerbs } from './lexicon/people.ts';
import { isPersonal, readNames } from './names.ts';
import { isCapitalised, readWord } from './nameWords.ts';
import type { Owner, PersonEvidence, PersonMention, Span } from './note.ts';
import { bracketFieldAt } from './ownerField.ts';
import type { Prose } from './prose.ts';
import { personNamed, type Roster } from './roster.ts';
import { attributionAt, isOnlyLabel, pastVia } from './speakers.ts';

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

/** `(Stefano)`; `(mike)` in lower case only after a whole sentence, where it signs it. */
function parenthesisAt(text: string, open: number, roster: Roster): readonly Owner[] | undefined {
  // A login in parentheses is told by its `@`.
  const names = text[open + 1] === '@' ? undefined : readNames(text, open + 1, roster);
  if (!names) return undefined;
  let to = names.to;
  to = pastVia(text, to, ')');
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
