/** What the notes say of an issue or a pull request: the lines that mention it, with what belongs to each. */

import type { NoteSummary } from '../archive/noteSummary.ts';
import { unpackPlace } from '../archive/place.ts';
import { repositoryKey } from '../archive/summary.ts';
import type { Reference, Repository } from '../note/note.ts';
import type { Files } from '../ports.ts';
import { mentionPlaces } from './mentionPlaces.ts';

export interface MentionLine {
  readonly note: NoteSummary;
  /** As in LSP. */
  readonly line: number;
  readonly character: number;
  /** In UTF-16 code units. */
  readonly length: number;
  /** The whole line, without blanks at its ends; empty where the file could not be read. */
  readonly text: string;
  /** The lines below that are indented further, as written: what was said of it. */
  readonly below: readonly string[];
}

interface NotesWithOwn {
  /** Newest first. */
  readonly notes: readonly NoteSummary[];
  /** What a bare number means. */
  readonly own: Repository | undefined;
}

/** In the order of the lists and notes, in each by place. A number alone is that of each series' own repository. */
export async function mentionLines(
  { number, repository }: Pick<Reference, 'number' | 'repository'>,
  lists: readonly NotesWithOwn[],
  read: Files['read'],
): Promise<MentionLine[]> {
  const places = lists.flatMap(({ notes, own }) => {
    const wanted = repository ?? own;
    const host = wanted && repository && own && isSameButHost(wanted, own) ? own : wanted;
    return mentionPlaces({ kind: 'reference', number, repository: host }, notes, own);
  });
  const uris = [...new Set(places.map(({ note }) => note.uri))];
  const results = await read(uris);
  const texts = new Map(
    uris.map((uri, index) => {
      const result = results[index];
      return [uri, result?.kind === 'text' ? linesOf(result.text) : []];
    }),
  );
  return places.map(({ note, place }) => {
    const { line, character, length } = unpackPlace(place);
    const lines = texts.get(note.uri) ?? [];
    return { note, line, character, length, text: (lines[line] ?? '').trim(), below: below(lines, line) };
  });
}

function isSameButHost(one: Repository, other: Repository): boolean {
  return repositoryKey({ ...one, host: other.host }) === repositoryKey(other);
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** Of one mention. */
const mostBelow = 20;

/** The items below an item, and what else is indented further. */
function below(lines: readonly string[], line: number): string[] {
  const own = lines[line] ?? '';
  const indent = indentOf(own);
  const found: string[] = [];
  for (let at = line + 1; at < lines.length && found.length < mostBelow; at++) {
    const each = lines[at]!;
    if (each.trim() === '') continue;
    if (indentOf(each) <= indent) break;
    found.push(each.slice(indent).trimEnd());
  }
  return found;
}

/** In characters: a tab is as deep as a blank, which is enough to compare lines of one list. */
function indentOf(line: string): number {
  let at = 0;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return at;
}
