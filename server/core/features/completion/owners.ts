/** The people to offer as owners, the likeliest first. */

import type { Series } from '../../archive/noteSummary.ts';
import type { Person } from '../../github/graphqlAnswers.ts';
import { isNobody, nameKey } from '../../note/names.ts';
import type { Note, PersonMention, Section } from '../../note/note.ts';
import { sectionAt } from '../../note/sections.ts';
import type { OwnerContext } from './context.ts';

export interface OwnerCandidate {
  /** As written where it was found first; with `@` where it was written as a login. */
  readonly name: string;
  /** Where, in words. */
  readonly known: string;
}

export interface KnownPeople {
  readonly note: Note;
  readonly series?: Series | undefined;
  /** Names beyond the notes': a template's roster. */
  readonly roster: readonly string[];
}

/** People of the section around the cursor, then of the note, of earlier notes, of the roster, of the repository; each once. */
export function ownerCandidates(
  context: OwnerContext,
  people: KnownPeople,
  team: readonly Person[] = [],
): OwnerCandidate[] {
  const { note, series, roster } = people;
  const { range } = context;
  const section = sectionAround(note, range.from);
  // What is being typed is not known yet.
  const others = note.people.filter((each) => each.range.to < range.from || each.range.from > range.to);
  const here = others.filter(
    (each) => section && each.range.from >= section.range.from && each.range.to <= section.range.to,
  );
  const found = new Map<string, OwnerCandidate>();
  const taken = new Set(context.named.map(nameKey));
  const add = (names: readonly string[], known: string) => {
    for (const name of names) {
      const key = nameKey(name);
      if (isNobody(name) || taken.has(key)) continue;
      taken.add(key);
      found.set(key, { name, known });
    }
  };
  add(mostMentioned(here), 'in this section');
  add(mostMentioned(others), 'in this note');
  add(series?.people ?? [], 'in earlier notes');
  add(roster, 'on the roster');
  for (const { login, name } of team) add([login], name ?? 'in the repository');
  return [...found.values()];
}

function sectionAround(note: Note, offset: number): Section | undefined {
  // The last section includes the note's end.
  return sectionAt(note.sections, offset < note.text.length ? offset : offset - 1);
}

/** Each name once, the most often mentioned first, else in document order. */
function mostMentioned(mentions: readonly PersonMention[]): string[] {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const { name, evidence } of mentions) {
    const key = nameKey(name);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { name: evidence === 'login' ? `@${name}` : name, count: 1 });
    else known.count++;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ name }) => name);
}
