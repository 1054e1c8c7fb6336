/** Owners a task begins with: `@x …`, `x: …`, `(X) …`, `X to …`, `X will …`. */

import { isAsciiLetter, skipSpaces } from './characters.ts';
import { isInitials } from './initials.ts';
import { companyWords, everybodyWords, groupWords, objectWords, volunteers } from './lexicon/owners.ts';
import { isLabel, isNonName, roleLabels } from './lexicon/people.ts';
import { isVerbBeforeTo, promises } from './lexicon/tasks.ts';
import { isPersonal, ownerOf, personsOf, type ReadNames, readNames } from './names.ts';
import { readWord } from './nameWords.ts';
import type { Owner } from './note.ts';
import { bracketFieldAt, labelledAt } from './ownerField.ts';
import { isTaskAfterTo } from './ownerPatterns.ts';
import { isTail } from './ownerTail.ts';
import type { Roster } from './roster.ts';

export interface Assignment {
  readonly owners: readonly Owner[];
  /** The task's first word, or a signature in lower case: an owner only if it is the name of a known person. */
  readonly possibleOwners?: readonly Owner[];
}

/** `alone`: a name and nothing else is an owner. Undefined: the task begins with something else. */
export function leading(task: string, start: number, alone: boolean, roster: Roster): Assignment | undefined {
  const field = bracketFieldAt(task, start, roster) ?? labelledAt(task, start, roster, false);
  if (field) return { owners: field.owners };
  if (task[start] === '(') return enclosed(task, start, roster);
  const listed = task[start] === '[' ? readNames(task, start + 1, roster) : undefined;
  if (listed && listed.owners.length > 1 && task[listed.to] === ']' && listed.owners.every(isPersonal))
    return { owners: listed.owners };
  const group = groupAt(task, start);
  if (group) return { owners: [group] };
  const names = readNames(task, start, roster) ?? namesAfterPreposition(task, start, roster);
  if (!names) return undefined;
  const { owners, ended } = names;
  const after = skipMarkup(task, pastCompany(task, names.to));
  if (owners.every(({ name }) => name.startsWith('@')) || ended.every(({ linked }) => linked))
    return { owners };
  if (after >= task.length) return alone ? { owners } : undefined;
  const colon = pastParenthesis(task, after);
  if (isColon(task, colon)) return beforeColon(task, colon, owners, roster);
  if (isDash(task, after)) return beforeDash(owners);
  // `[ACTION: Ann] …`, `Ann → …`
  const isApart = (task[names.to] === ']' && task[start] !== '[') || isArrow(task, after);
  if (isApart && owners.every(isPersonal)) return { owners };
  if (/^['’](?:ll |s going to )/.test(task.slice(names.to, names.to + 12))) return { owners };
  return promising(task, after, owners) || promising(task, skipMarkup(task, colon), owners)
    ? { owners }
    : (bracketed(task, start, names) ?? addressed(task, after, names));
}

const mostGroupWords = 3;

/** `TSC to vote`, `The docs team will …`, `Release WG: …`, `Everyone: …` */
function groupAt(task: string, start: number): Owner | undefined {
  const everybody = everybodyWordAt(task, start);
  if (everybody) return isAsked(task, everybody.range.to) ? everybody : undefined;
  const from = task.slice(start, start + 4).toLowerCase() === 'the ' ? start + 4 : start;
  for (let at = from, words = 0; words < mostGroupWords; words++) {
    const word = readWord(task, at);
    if (!word) return undefined;
    if (groupWords.has(word.text.toLowerCase()) && isAsked(task, word.to))
      return { name: task.slice(from, word.to), range: { from, to: word.to } };
    // `Ask the TSC to vote`
    if (task[word.to] !== ' ' || isNonName(word.text) || objectWords.has(word.text.toLowerCase()))
      return undefined;
    at = word.to + 1;
  }
  return undefined;
}

/** A group that ends at `at` is asked for something. */
function isAsked(task: string, at: number): boolean {
  const after = skipMarkup(task, at);
  return isColon(task, after) || /^(?:to [a-z]|will |please )/.test(task.slice(after, after + 7));
}

/** `everyone`, `@all`, in any case. */
export function everybodyWordAt(text: string, at: number): Owner | undefined {
  const word = readWord(text, text[at] === '@' ? at + 1 : at);
  if (!word || !everybodyWords.has(word.text.toLowerCase())) return undefined;
  return { name: text.slice(at, word.to), range: { from: at, to: word.to } };
}

/** `for @ann: …`, `on Ann: …`, `for @ann to …` */
function namesAfterPreposition(task: string, start: number, roster: Roster): ReadNames | undefined {
  const length = /^(?:for|on) /i.exec(task.slice(start, start + 4))?.[0].length;
  const names = length === undefined ? undefined : readNames(task, start + length, roster);
  const isApart = names && (isColon(task, names.to) || task.slice(names.to, names.to + 4) === ' to ');
  return isApart && names.owners.every(isPersonal) ? names : undefined;
}

/** `(@x) …`, `(X, by Friday) …`; in lower case only somebody who is known. */
function enclosed(task: string, open: number, roster: Roster): Assignment | undefined {
  const close = task.slice(open, open + 80).indexOf(')') + open;
  const from = skipMarkup(task, open + 1);
  if (close < from || skipMarkup(task, close + 1) >= task.length) return undefined;
  return namesWithin(task.slice(0, close), from, roster);
}

/**
 * The names at `from` that nothing but a due date or the like follows up to the text's end. A single one that may be any
 * word is a possible owner.
 */
export function namesWithin(text: string, from: number, roster: Roster): Assignment | undefined {
  const everybody = everybodyWordAt(text, from);
  if (everybody) return isTail(text, everybody.range.to) ? { owners: [everybody] } : undefined;
  const names = readNames(text, from, roster);
  if (!names || isOnlyTail(text, names)) return undefined;
  const persons = personsOf(names, (to) => isTail(text, pastCompany(text, to)));
  if (persons) return { owners: persons.owners };
  const [only, ...others] = names.ended;
  if (only === undefined || isLabel(only.name) || !isTail(text, others.at(-1)?.to ?? only.to))
    return undefined;
  // `(BT, NA)`: the first one will do to see whether people have such initials here.
  if (others.length > 0 && !names.ended.every(({ name }) => isInitials(name))) return undefined;
  return { owners: [], possibleOwners: [ownerOf(only)] };
}

/** Past `'s team`, `et al.`, `& co`. */
function pastCompany(text: string, at: number): number {
  const others = /^,? (?:et al|& co|and (?:co|others|the others|all))\b\.?/i.exec(text.slice(at, at + 16));
  if (others) return at + others[0].length;
  const word = /^['’]s /.test(text.slice(at, at + 3)) ? readWord(text, at + 3) : undefined;
  return word && companyWords.has(word.text.toLowerCase()) ? word.to : at;
}

/** What looks like a name is a day or a month: `(Friday)`, `(by May 3rd)`. */
function isOnlyTail(text: string, { owners: [first] }: ReadNames): boolean {
  return first !== undefined && first.person === undefined && isTail(text, first.range.from);
}

/** A label before a colon is nobody; behind one such as `Slides:` somebody may stand. */
function beforeColon(
  task: string,
  colon: number,
  owners: readonly Owner[],
  roster: Roster,
): Assignment | undefined {
  const label = owners.find(({ name, person }) => !person && isLabel(name));
  if (label === undefined) return { owners };
  if (!roleLabels.has(label.name.toLowerCase())) return undefined;
  const names = namesWithin(task, skipMarkup(task, colon + 1), roster);
  return names && names.owners.length > 0 ? names : undefined;
}

/** `Ann - …`: a topic as often as a name; `Ann & Bo - …` are people. */
function beforeDash(owners: readonly Owner[]): Assignment | undefined {
  if (owners.every(({ person }) => person)) return { owners };
  const [only, ...others] = owners;
  if (others.length > 0 && owners.every(isPersonal)) return { owners };
  return owners.length === 1 && isPersonal(only!) ? { owners: [], possibleOwners: [only!] } : undefined;
}

/** `[Ann Ito] …` is somebody, `[Ann] …` may be a topic. */
function bracketed(task: string, start: number, { owners }: ReadNames): Assignment | undefined {
  const [only] = owners;
  if (task[start] !== '[' || owners.length > 1 || !isPersonal(only!)) return undefined;
  return only!.person ? { owners } : { owners: [], possibleOwners: [only!] };
}

/** `Ann, write it`: whoever has that name, for it may be the first of a list of things. */
function addressed(
  task: string,
  after: number,
  { owners: [only, ...others] }: ReadNames,
): Assignment | undefined {
  const isAddressed =
    only && others.length === 0 && isPersonal(only) && /^, [a-z]/.test(task.slice(after, after + 3));
  return isAddressed && !isLabel(only.name) ? { owners: [], possibleOwners: [only] } : undefined;
}

/** `X will …`, `X to …`, `X volunteered to …`, `X, please …` */
function promising(task: string, after: number, owners: readonly Owner[]): boolean {
  if (task[after] === ',') {
    const asked = /^, (?:please|pls|can you|could you) /i.test(task.slice(after, after + 14));
    return asked && owners.every(isPersonal);
  }
  const verb = readWord(task, skipSpaces(task, after));
  if (!verb) return false;
  if (promises.has(verb.text)) return true;
  if (verb.text === 'to') return isTaskAfterTo(task, verb.to) && owners.every(couldBeToSubject);
  const isHas = verb.text === 'has' || verb.text === 'is';
  const next = isHas ? readWord(task, skipSpaces(task, verb.to)) : verb;
  if (!next || !owners.every(isPersonal)) return false;
  return (
    (volunteers.has(next.text) || (verb.text === 'is' && next.text === 'going')) &&
    task.slice(next.to, next.to + 4) === ' to '
  );
}

function couldBeToSubject(owner: Owner): boolean {
  return isPersonal(owner) && (owner.person !== undefined || !isVerbBeforeTo(owner.name));
}

/** Past `(Acme)` or `[Acme]` between a name and its colon. */
function pastParenthesis(task: string, at: number): number {
  if (task[at] !== '(' && task[at] !== '[') return at;
  const close = task.slice(at, at + 60).indexOf(task[at] === '(' ? ')' : ']');
  return close < 0 ? at : skipMarkup(task, at + close + 1);
}

export function isColon(text: string, at: number): boolean {
  if (text[at] === '：') return true;
  return text[at] === ':' && !isAsciiLetter(text.charCodeAt(at + 1)) && !':/'.includes(text[at + 1] ?? ' ');
}

/** ` - `, ` -- `, ` – ` or ` — `, the blank before it included. */
export function isDash(task: string, at: number): boolean {
  let to = at;
  while (task[to] === '-' && to - at < 3) to++;
  if (to === at && (task[to] === '–' || task[to] === '—')) to++;
  return to > at && task[at - 1] === ' ' && task[to] === ' ';
}

/** ` -> `, ` => `, ` → ` */
function isArrow(task: string, at: number): boolean {
  return task[at - 1] === ' ' && /^(?:[-=]>|→|⇒) /.test(task.slice(at, at + 3));
}

/** Past emphasis marks and blanks. */
export function skipMarkup(text: string, at: number): number {
  while (at < text.length && ' \t\n*_~'.includes(text[at] as string)) at++;
  return at;
}
