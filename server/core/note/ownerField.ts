/** Owners behind a label: `[name=Tove]` of shared pads, `Owner: Tove`, `(assigned to @tove)`. */

import { skipSpaces } from './characters.ts';
import { ownerLabels } from './lexicon/owners.ts';
import { isNonName } from './lexicon/people.ts';
import { personsOf, readNames } from './names.ts';
import type { Owner } from './note.ts';
import { isTail } from './ownerTail.ts';
import { personNamed, type Roster } from './roster.ts';

export interface OwnerField {
  readonly owners: readonly Owner[];
  readonly to: number;
}

const longestValue = 80;

/** `[name=Tove]`, `[owner: Tove]`, `[assignee:: [[Tove]]]`, and such fields behind it: `[name=Tove] [time=…]`. */
export function bracketFieldAt(text: string, at: number, roster: Roster): OwnerField | undefined {
  if (text[at] !== '[') return undefined;
  const from = labelEnd(text, at + 1);
  if (from === undefined) return undefined;
  const names = readNames(text, from, roster);
  const end = names && skipSpaces(text, names.to);
  if (names && text[end!] === ']') return { owners: names.owners, to: fieldsEnd(text, end! + 1) };
  // A pad's users call themselves what they like.
  const length = text.slice(from, from + longestValue).search(/[\][\n]/);
  const name = length < 0 ? '' : text.slice(from, from + length).trim();
  if (name === '' || isNonName(name) || text[from + length] !== ']') return undefined;
  const person = personNamed(roster, name);
  const owner = { name, range: { from, to: from + name.length }, ...(person && { person }) };
  return { owners: [owner], to: fieldsEnd(text, from + length + 1) };
}

/** Past `[time=…] [color=…]`. */
function fieldsEnd(text: string, from: number): number {
  let to = from;
  for (let fields = 0; fields < 4; fields++) {
    const open = skipSpaces(text, to);
    const field = /^\[[a-z]{1,12}=[^\][\n]{0,60}\]/.exec(text.slice(open, open + longestValue));
    if (!field) break;
    to = open + field[0].length;
  }
  return to;
}

/** `Owner: Tove`, `assigned to @tove`, and in parentheses `by Tove`; nothing of the task may follow but behind a stop. */
export function labelledAt(
  text: string,
  at: number,
  roster: Roster,
  enclosed: boolean,
): OwnerField | undefined {
  const by = enclosed && /^(?:by|for) /i.test(text.slice(at, at + 4));
  const from = by ? text.indexOf(' ', at) + 1 : labelEnd(text, at, enclosed);
  const names = from === undefined ? undefined : readNames(text, from, roster);
  // `name: write it` asks for one; `by Friday` is a date.
  if (!names || text.slice(at, at + 4).toLowerCase() === 'name' || isTail(text, from!)) return undefined;
  return personsOf(names, (to, persons) => {
    const isLogin = persons.every(({ name }) => name.startsWith('@'));
    return isLogin || '.;|'.includes(text[to] ?? '') || text.slice(to, to + 2) === ' -' || isTail(text, to);
  });
}

/** Past a label, its sign and the blanks behind; undefined: another word stands there. `bare`: it needs no sign. */
function labelEnd(text: string, at: number, bare = false): number | undefined {
  const start = text.slice(at, at + 32);
  for (const form of labelForms) {
    const [whole, label = '', sign] = form.exec(start) ?? [];
    const word = label.toLowerCase();
    // Without a sign only what ends in a preposition goes on to a name.
    if (whole && ownerLabels.has(word) && (sign !== ' ' || bare || word.includes(' ')))
      return at + whole.length;
  }
  return undefined;
}

/** Labels of two words and of one. */
const labelForms = [/[a-z]{2,12} [a-z]{2,6}/, /[a-z]{2,12}/].map(
  ({ source }) => new RegExp(`^(${source})(\\*{0,2} ?(?:::?|=)\\*{0,2} {0,3}| )`, 'i'),
);
