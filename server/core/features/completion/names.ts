/** The names a series has for repositories, `TSC#`, and what it has prefixes for, `EIP-`: where one is begun. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import { isAsciiLetter, isWord } from '../../note/characters.ts';
import type { Note, Repository, Span } from '../../note/note.ts';
import { lineBefore } from './line.ts';
import type { Draft } from './referenceItem.ts';

/** No name is longer, in UTF-16 code units. */
const longestWord = 60;
const mostMentioned = 50;

export interface NameDrafts {
  readonly items: readonly Draft[];
  readonly more: false;
  readonly range: Span;
}

/**
 * The names that begin with the word before `offset`, whatever its case; then what the note mentions already. Undefined
 * where there are none. They are for a writer who asks; a `trigger` opens the list only behind a whole prefix.
 */
export function namesAt(note: Note, offset: number, trigger?: string): NameDrafts | undefined {
  const { repositories, prefixes } = note.conventions;
  if (repositories.size === 0 && prefixes.length === 0) return undefined;
  const line = lineBefore(note, offset);
  if (line === undefined) return undefined;
  const { text, content, after } = line;
  let at = text.length;
  while (at > content && text.length - at < longestWord && isNamePart(text, at - 1)) at--;
  const typed = text.slice(at);
  if (!isAsciiLetter(typed.charCodeAt(0)) || isGlued(text, at)) return undefined;
  if (trigger !== undefined && prefixes.every(({ prefix }) => prefix !== typed)) return undefined;
  let behind = 0;
  while (behind < after.length && isWord(after.charCodeAt(behind))) behind++;
  if (after[behind] === '#') behind++;
  const items = [...namesOf(note), ...mentioned(note, offset)].filter(
    ({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()) && label !== typed,
  );
  const range = { from: line.from + at, to: offset + behind };
  return items.length === 0 ? undefined : { items: items.slice(0, mostMentioned), more: false, range };
}

function isNamePart(text: string, at: number): boolean {
  return isWord(text.charCodeAt(at)) || '-_.'.includes(text[at]!);
}

/** In a path, an address or behind an escape. */
function isGlued(text: string, at: number): boolean {
  return at > 0 && '/#@&\\:'.includes(text[at - 1]!);
}

function namesOf({ conventions: { repositories, prefixes } }: Note): Draft[] {
  return [
    ...[...repositories].map(([alias, repository]) =>
      draft(`${aliasText(alias, repository)}#`, `${repository.owner}/${repository.name}`),
    ),
    ...prefixes.map(({ prefix, url }) => draft(prefix, url)),
  ];
}

/** Case does not count in an alias; most are a repository's own name. */
function aliasText(alias: string, { name }: Repository): string {
  return name.toLowerCase() === alias ? name : alias;
}

/** What the note mentions, the nearest above the cursor first, each once. */
function mentioned({ external, written }: Note, offset: number): Draft[] {
  const above = external.filter(({ range }) => range.to < offset).reverse();
  const below = external.filter(({ range }) => range.from > offset);
  const found = new Map<string, Draft>();
  for (const { range, url } of [...above, ...below]) {
    const name = written.slice(range.from, range.to);
    if (!found.has(name)) found.set(name, draft(name, url));
  }
  return [...found.values()];
}

function draft(label: string, detail: string): Draft {
  return {
    label,
    labelDetails: { description: detail },
    kind: CompletionItemKind.Reference,
    detail,
    filterText: label,
    newText: label,
  };
}
