/** Labels such as `Chair:` and `Minutes:`, which look like somebody who speaks, and people behind a label. */

import { isMeetingWord } from '../note/lexicon/meetings.ts';
import { isLabel, isRole } from '../note/lexicon/people.ts';
import { commonWords, countNames, type Lines } from './attendance.ts';
import type { Line } from './bodyLines.ts';

/**
 * The lines of each body as another note may have them: a label that is somebody's name is none, and people behind one are
 * not repeated.
 */
export function withRoles(
  bodies: readonly Lines[],
  all: readonly (readonly Line[])[],
): readonly (readonly Line[])[] {
  const values = new Map<string, string[]>();
  const speakers = new Set<string>();
  for (const { label, raw, speaks } of all.flat()) {
    if (label === undefined) continue;
    const known = values.get(label) ?? [];
    known.push(raw.slice(label.length).trim());
    values.set(label, known);
    if (speaks) speakers.add(label);
  }
  const words = new Set([...speakers].map(wordOf));
  const common = words.size === 0 ? words : commonWords(bodies, words);
  const people = new Set(bodies.flatMap(({ note }) => note.people.map(({ name }) => name)));
  const isSpeaker = (label: string): boolean =>
    speakers.has(label) && !common.has(wordOf(label)) && !isOpen(label, values.get(label)!);
  return all.map((lines) =>
    lines.map(({ label, speaks: _, ...line }): Line => {
      if (label === undefined) return line;
      if (isSpeaker(label)) return line;
      const { text: __, ...open } = line;
      return namesPeople(label, line.raw.slice(label.length).trim(), people)
        ? { ...open, label }
        : { ...line, label };
    }),
  );
}

/** Mostly empty, or before people's names or what has no words at all. */
function isOpen(label: string, values: readonly string[]): boolean {
  if (isMeetingWord(wordOf(label)) || isLabel(wordOf(label))) return true;
  const written = values.filter((value) => value !== '');
  const told = written.filter((value) => countNames(value) !== undefined || !/\p{L}/u.test(value));
  return 2 * written.length <= values.length || 2 * told.length > written.length;
}

/** Several people, or one whom the notes know or who has a role. */
function namesPeople(label: string, value: string, people: ReadonlySet<string>): boolean {
  const count = value === '' ? undefined : countNames(value);
  return count !== undefined && (count > 1 || people.has(value) || isRole(wordOf(label)));
}

function wordOf(label: string): string {
  return label
    .replace(/[*_:+-]/g, '')
    .trim()
    .toLowerCase();
}
