import { findMarkedItems } from '../../note/actionItems.ts';
import { isDigit, isSpaceAt, isWord, skipSpaces } from '../../note/characters.ts';
import type { Note } from '../../note/note.ts';
import { parseNote } from '../../note/parse.ts';
import { type Reading, readingOf } from '../../note/reading.ts';
import { editedText } from '../../note/text.ts';
import type { OwnerContext } from './context.ts';
import type { LineBefore } from './line.ts';

/** Stands for the name that is not typed yet. */
const anyName = 'zz';
/** One more than GitHub allows. */
const longestName = 40;

/** Where a person is named: behind `@` and a marker, between a marker's parentheses, at the start of an action item. */
export function ownerContext(line: LineBefore, note: Note): OwnerContext | undefined {
  const { text, content } = line;
  let name = text.length;
  while (name > content && text.length - name < longestName && isNamePart(text, name - 1)) name--;
  // A name starts with a letter, and is not the end of something longer.
  if (text.length - name === longestName) return undefined;
  if (name < text.length && (!isWord(text.charCodeAt(name)) || isDigit(text.charCodeAt(name))))
    return undefined;
  if (text[name - 1] === '@') return login(line, name);
  const reading = readingOf(note.conventions);
  return (
    parenthesis(line, name, reading) ??
    marker(line, name, reading) ??
    (name === content && line.start === 'item' && !line.quoted && isTask(line, name, note)
      ? { ...assignment(line, name), form: 'item', named: [], quiet: true }
      : undefined)
  );
}

function isNamePart(text: string, at: number): boolean {
  return isWord(text.charCodeAt(at)) || "-_.'’".includes(text[at]!);
}

/** `@`, but not an address's, a path's or a package's. */
function login(line: LineBefore, name: number): OwnerContext | undefined {
  const { from, text, after } = line;
  const at = name - 1;
  if (at > 0 && (isWord(text.charCodeAt(at - 1)) || '@/.\\'.includes(text[at - 1]!))) return undefined;
  const behind = name < text.length ? nameEnd(after) : 0;
  if (name === text.length && after !== '' && isWord(after.charCodeAt(0))) return undefined;
  return {
    kind: 'owner',
    form: 'login',
    typed: text.slice(name),
    range: { from: from + at, to: from + text.length + behind },
    before: '@',
    after: '',
    named: [],
    quiet: false,
  };
}

/** `TODO(`, `TODO(ted, `; the parser is asked with a name whether it would be the owner. */
function parenthesis(line: LineBefore, name: number, reading: Reading): OwnerContext | undefined {
  const { from, text, after } = line;
  if (text.lastIndexOf('(', name - 1) <= text.lastIndexOf(')', name - 1)) return undefined;
  const owners = ownersWith(line, name, `${anyName}): ${anyName}`, reading);
  if (!owners?.inParentheses) return undefined;
  const behind = nameEnd(after);
  const rest = after.slice(behind);
  const closes = rest[0] === ')';
  const end = from + text.length + behind;
  // An editor types the closing parenthesis by itself; it is taken along where the colon is still missing.
  const complete = closes ? rest.slice(1).trim() !== '' : rest.includes(')');
  return {
    kind: 'owner',
    form: 'parenthesis',
    typed: text.slice(name),
    range: { from: from + name, to: complete ? end : end + (closes ? rest.length : skipSpaces(rest, 0)) },
    before: '',
    after: complete ? '' : '): ',
    named: owners.named,
    quiet: false,
  };
}

/** `TODO: `, `ACTION ITEM:`, `TODO: ted and `. */
function marker(line: LineBefore, name: number, reading: Reading): OwnerContext | undefined {
  const owners = ownersWith(line, name, `${anyName}: ${anyName}`, reading);
  if (owners === undefined) return undefined;
  const place = assignment(line, name);
  let before = name;
  while (before > 0 && isSpaceAt(line.text, before - 1)) before--;
  const colon = line.text[before - 1] === ':';
  return { ...place, form: 'marker', named: owners.named, quiet: !colon };
}

/** `name: ` at `name`, with as much of blank and colon as is not there yet. */
function assignment(line: LineBefore, name: number) {
  const { from, text, after } = line;
  const behind = name < text.length ? nameEnd(after) : 0;
  const next = after[behind];
  return {
    kind: 'owner',
    typed: text.slice(name),
    range: { from: from + name, to: from + text.length + behind },
    before: text[name - 1] === ':' ? ' ' : '',
    // `(TODO: Ted)` says it all.
    after: next === ':' || next === ')' ? '' : next === ' ' ? ':' : ': ',
  } as const;
}

/** Who else owns the item, when the parser reads a name at `name` as its owner; `probe` begins with that name. */
function ownersWith({ text, content }: LineBefore, name: number, probe: string, reading: Reading) {
  const at = name - content;
  const item = findMarkedItems(text.slice(content, name) + probe, reading).find(
    ({ marker: mark, owners }) => mark && owners.some(({ range }) => range.from === at),
  );
  if (item === undefined) return undefined;
  const slot = item.ownerSlot.range;
  return {
    named: item.owners.filter(({ range }) => range.from < at).map((owner) => owner.name),
    inParentheses: slot.from <= at && at < slot.to,
  };
}

function nameEnd(after: string): number {
  let to = 0;
  while (to < after.length && (isWord(after.charCodeAt(to)) || '-_'.includes(after[to]!))) to++;
  return to;
}

/** The parser reads a name at `name` as the owner of an item of an action section. */
function isTask({ from, text, after }: LineBefore, name: number, note: Note): boolean {
  // Such a note would be read from its start.
  if (note.truncated) return false;
  const fromA = from + name;
  const toA = from + text.length + nameEnd(after);
  const probe = `${anyName}: ${anyName}`;
  const typed = editedText(note.written, fromA, toA, probe);
  const changes = [{ fromA, toA, fromB: fromA, toB: fromA + probe.length }];
  const { actionItems } = parseNote(typed, { note, changes }, note.conventions);
  return actionItems.some(
    ({ form, owners }) => form === 'item' && owners.some((owner) => owner.range.from === fromA),
  );
}
