/** Gives a person another name in a template file: in the roster, and where the body names them. */

import type { Conventions } from '../../note/conventions.ts';
import type { Span } from '../../note/note.ts';
import { parseNote } from '../../note/parse.ts';
import { readBody } from './body.ts';
import { findFrontMatter } from './frontMatter.ts';
import { inQuotes } from './frontMatterErrors.ts';
import { type PlacedPerson, readPlacedPeople } from './frontMatterPeople.ts';
import { readTree, type YamlText } from './frontMatterTree.ts';
import { Report } from './report.ts';

export interface NewPersonName {
  readonly isCalled: (name: string) => boolean;
  /** The login gets the new name; else the name. */
  readonly isLogin: boolean;
  /** Without `@`; letters, digits, blanks, dots, hyphens and apostrophes. */
  readonly newName: string;
}

export interface TemplateEdit {
  readonly range: Span;
  readonly text: string;
}

/**
 * The edits of a template file's text, in their order. Aliases and initials stay: other notes may have them. Never throws.
 */
export function renameInTemplate(
  text: string,
  conventions: Conventions,
  wanted: NewPersonName,
): TemplateEdit[] {
  const { yaml, bodyFrom } = findFrontMatter(text);
  const report = new Report(text);
  const people = yaml && readTree(yaml, report)?.entries.find(({ key }) => key.text === 'people')?.value;
  const placed = people && people.kind !== 'map' ? readPlacedPeople(people, report) : [];
  return [
    ...placed.flatMap((each) => rosterEdit(text, each, wanted)),
    ...bodyEdits(text, bodyFrom, conventions, wanted),
  ].filter(({ range, text: after }) => text.slice(range.from, range.to) !== after);
}

function rosterEdit(
  text: string,
  { person, name, login }: PlacedPerson,
  { isCalled, isLogin, newName }: NewPersonName,
): TemplateEdit[] {
  const place = isLogin ? login : name;
  const spellings = [person.name, ...(person.login ? [person.login] : []), ...person.aliases];
  return place !== undefined && spellings.some(isCalled) ? scalarEdit(text, place, newName) : [];
}

function scalarEdit(file: string, { range, text, textFrom }: YamlText, newName: string): TemplateEdit[] {
  const written = file.slice(range.from, range.to);
  // With escapes or on several lines; where it is only a part of the value, nobody can tell which.
  if (textFrom === undefined) return written.includes('@') ? [] : [{ range, text: inQuotes(newName) }];
  const part = { from: textFrom, to: textFrom + text.length };
  if (written.startsWith("'")) return [{ range: part, text: newName.replaceAll("'", "''") }];
  return [{ range: part, text: written === text && !isPlain(newName) ? inQuotes(newName) : newName }];
}

/** Without quotes it is text, and no number or constant (YAML 1.2, 10.3.2). */
function isPlain(name: string): boolean {
  return /^\p{L}/u.test(name) && !/^(?:true|false|null)$/i.test(name);
}

/** Where the text stands as it is, and not in a placeholder. */
function bodyEdits(
  text: string,
  bodyFrom: number,
  conventions: Conventions,
  { isCalled, isLogin, newName }: NewPersonName,
): TemplateEdit[] {
  const note = parseNote(readBody(text.slice(bodyFrom)).literal, undefined, conventions);
  const edits = new Map<number, TemplateEdit>();
  for (const { name, range } of note.people) {
    const hasAt = note.text[range.from] === '@';
    if (hasAt !== isLogin || !isCalled(name)) continue;
    const place = { from: bodyFrom + range.from + (hasAt ? 1 : 0), to: bodyFrom + range.to };
    const isWritten =
      text.slice(place.from, place.to) === note.text.slice(range.from + (hasAt ? 1 : 0), range.to);
    if (isWritten) edits.set(place.from, { range: place, text: newName });
  }
  return [...edits.values()].sort((a, b) => a.range.from - b.range.from);
}
