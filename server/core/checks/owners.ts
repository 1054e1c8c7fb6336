/** The people a note and its series know, as the rules about owners need them. */

import { isNobody, nameKey } from '../note/names.ts';
import type { ActionItem, Note, Owner, PersonMention, Span } from '../note/note.ts';
import { sectionAt } from '../note/sections.ts';
import type { CheckContext } from './problem.ts';

/** Every known name's key. Owners of this note's own items count only where `owners` says so. */
export function knownNames({ note, series, roster }: CheckContext, owners: boolean): Set<string> {
  const here = note.people.filter((mention) => owners || mention.evidence !== 'owner');
  return new Set([...here.map(({ name }) => name), ...(series?.people ?? []), ...roster].map(nameKey));
}

/** Who owns the item: those named so, or its first word when somebody is called that. */
export function ownersOf(item: ActionItem, known: ReadonlySet<string>): readonly Owner[] {
  if (item.owners.length > 0) return item.owners;
  return item.possibleOwner && known.has(nameKey(item.possibleOwner.name)) ? [item.possibleOwner] : [];
}

/** Who may be asked to own what stands at `range`: the section's people, then the note's, then earlier notes'. */
export function candidates({ note, series, roster }: CheckContext, range: Span, limit: number): string[] {
  const section = sectionAt(note.sections, range.from)?.range;
  const near = note.people.filter(
    (each) => section && each.range.from >= section.from && each.range.to <= section.to,
  );
  const written = [...near, ...note.people].map((mention) => asWritten(note, mention));
  const names = new Map<string, string>();
  for (const name of [...written, ...roster, ...(series?.people ?? [])]) {
    if (!isNobody(name) && !names.has(nameKey(name))) names.set(nameKey(name), name);
  }
  return [...names.values()].slice(0, limit);
}

function asWritten(note: Note, { name, range }: PersonMention): string {
  return note.text[range.from] === '@' ? `@${name}` : name;
}
