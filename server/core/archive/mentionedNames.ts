/** The names that the notes of a series mention, with the evidence that they are people. */

import { nameKey } from '../note/names.ts';
import type { EvidenceKinds, NameProfile } from '../note/personEvidence.ts';
import type { NoteSummary } from './noteSummary.ts';

export interface MentionedName extends NameProfile {
  /** The index of the newest note with it. */
  readonly latest: number;
  /** The URI of the only note with it; absent: there are several. */
  readonly only?: string | undefined;
}

const ofNotes = new WeakMap<readonly NoteSummary[], ReadonlyMap<string, MentionedName>>();

/** By the names' keys; made once for a list of notes. */
export function mentionedNames(newestFirst: readonly NoteSummary[]): ReadonlyMap<string, MentionedName> {
  let names = ofNotes.get(newestFirst);
  if (names === undefined) {
    names = collect(newestFirst);
    ofNotes.set(newestFirst, names);
  }
  return names;
}

interface Entry extends MentionedName {
  kinds: EvidenceKinds;
  notes: number;
  only?: string | undefined;
}

function collect(newestFirst: readonly NoteSummary[]): ReadonlyMap<string, MentionedName> {
  const names = new Map<string, Entry>();
  newestFirst.forEach(({ people, evidence, uri }, latest) => {
    people.forEach((name, index) => {
      const key = nameKey(name);
      const kinds = evidence?.[index] ?? 0;
      const known = names.get(key);
      if (known === undefined) {
        names.set(key, { name, latest, kinds, notes: 1, only: uri });
        return;
      }
      known.kinds |= kinds;
      known.notes++;
      known.only = undefined;
    });
  });
  return names;
}
