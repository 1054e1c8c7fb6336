/** The front matter that the notes themselves begin with: `tags: [meetings]`. */

import { isPresentTitle } from '../note/lexicon/people.ts';
import type { Note } from '../note/note.ts';
import { type LearnedForm, readDateForms } from './dateForm.ts';
import { type DatedNote, isNearlyAll } from './evidence.ts';

/** A line between the fences. */
export type LearnedEntry =
  | { readonly kind: 'same'; readonly text: string }
  /** The note's day stands between the two, in that format. */
  | { readonly kind: 'dated'; readonly before: string; readonly format: string; readonly after: string }
  /** What stands behind the key differs from note to note. */
  | { readonly kind: 'open'; readonly key: string };

const mostLines = 20;
const longestLine = 200;

/** The entries that nearly all notes have, in the newest one's order; none where the notes begin otherwise. Linear. */
export function learnFrontMatter(notes: readonly DatedNote[]): LearnedEntry[] {
  const all = notes.map(({ note, date }) =>
    linesOf(note).map((line) => ({ line, frame: frameOf(line, date) })),
  );
  const [first] = all.filter((lines) => lines.length > 0);
  const share = (has: (line: (typeof all)[number][number]) => boolean): boolean =>
    isNearlyAll(all.filter((lines) => lines.some(has)).length, notes.length);
  return (first ?? []).flatMap(({ line, frame }): LearnedEntry[] => {
    const key = keyOf(line);
    // Who was there is for the next meeting to say.
    if (share((each) => each.line === line) && !isPresentTitle(key)) return [{ kind: 'same', text: line }];
    if (frame && share((each) => isSame(each.frame, frame))) return [{ kind: 'dated', ...frame }];
    return share((each) => keyOf(each.line) === key) ? [{ kind: 'open', key }] : [];
  });
}

/** Lines such as `key: value`, each with the list or the block below it. */
function linesOf({ text, frontMatter }: Note): string[] {
  if (frontMatter === undefined) return [];
  const entries = text
    .slice(frontMatter.from, frontMatter.to)
    .split(/\n(?![ \t]|- )/)
    .slice(1, 1 + mostLines);
  return entries
    .map((entry) => (entry.length <= longestLine ? entry : entry.split('\n', 1)[0]!))
    .map((entry) => entry.replaceAll('\r', '').trimEnd())
    .filter((entry) => entry.length <= longestLine && keyOf(entry) !== '');
}

function keyOf(line: string): string {
  return /^[A-Za-z][\w-]*(?=:)/.exec(line)?.[0] ?? '';
}

type Frame = Omit<Extract<LearnedEntry, { kind: 'dated' }>, 'kind'>;

function frameOf(line: string, date: string | undefined): Frame | undefined {
  const form: LearnedForm | undefined = readDateForms(line).find(({ value }) => value === date);
  return form && { before: line.slice(0, form.from), format: form.format, after: line.slice(form.to) };
}

function isSame(one: Frame | undefined, other: Frame): boolean {
  return (
    one !== undefined &&
    one.before === other.before &&
    one.format === other.format &&
    one.after === other.after
  );
}
