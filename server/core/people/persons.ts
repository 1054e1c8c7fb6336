/** Which names of a note are people's, by this note and its series. */

import { mentionedNames } from '../archive/mentionedNames.ts';
import type { Series } from '../archive/noteSummary.ts';
import { nameKey } from '../note/names.ts';
import type { Note, PersonMention } from '../note/note.ts';
import { type EvidenceKinds, hasLogin, isPerson, kindsOf } from '../note/personEvidence.ts';
import { canonicalUri } from '../uri.ts';

/** Whether earlier notes write the name with `@`. */
export function isLoginElsewhere(name: string, series: Series | undefined): boolean {
  const known = series && mentionedNames(series.notes).get(nameKey(name));
  return known !== undefined && hasLogin(known.kinds);
}

/**
 * Tells whether a name that `mentions`, which are of the note, have is a person's. `uri` is the note's own, which the series
 * may hold as well. Where the series has no other notes to compare with, every name is.
 */
export function personsHere(
  { written }: Note,
  mentions: readonly PersonMention[],
  series: Series | undefined,
  uri: string | undefined,
): (name: string) => boolean {
  if (series === undefined) return () => true;
  const here = new Map<string, EvidenceKinds>();
  for (const mention of mentions) {
    const key = nameKey(mention.name);
    here.set(key, (here.get(key) ?? 0) | kindsOf(mention, written));
  }
  const elsewhere = mentionedNames(series.notes);
  return (name) => {
    const key = nameKey(name);
    const kinds = here.get(key) ?? 0;
    const known = elsewhere.get(key);
    if (known === undefined) return isPerson({ name, kinds, notes: 1 }, series.notes.length);
    const isHere =
      known.only !== undefined && uri !== undefined && canonicalUri(known.only) === canonicalUri(uri);
    const notes = known.notes + (isHere || kinds === 0 ? 0 : 1);
    return isPerson({ name, kinds: known.kinds | kinds, notes }, series.notes.length);
  };
}
