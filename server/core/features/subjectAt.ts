/** What is asked about at a place of a note: the reference, the person or the section that stands there. */

import type { Series } from '../archive/noteSummary.ts';
import { nameKey } from '../note/names.ts';
import type { Note, PersonMention, Repository, Span } from '../note/note.ts';
import { referenceAt } from '../note/referenceAt.ts';
import { allSections } from '../note/sections.ts';
import { identities } from '../people/identity.ts';
import { personsHere } from '../people/persons.ts';
import type { Subject } from '../recall/mentionPlaces.ts';
import { canonicalUri } from '../uri.ts';

export interface SubjectInputs {
  readonly note: Note;
  readonly uri: string;
  readonly series?: Series | undefined;
  /** What a bare number means. */
  readonly own?: Repository | undefined;
}

export interface SubjectHere {
  readonly subject: Subject;
  /** Where it stands. */
  readonly range: Span;
  /** Of a person. */
  readonly mention?: PersonMention;
  /** Of a reference: it is in a link, which VS Code's own Markdown support knows as well. */
  readonly isLink?: true;
}

export function subjectAt(inputs: SubjectInputs, offset: number): SubjectHere | undefined {
  const { note, own } = inputs;
  const reference = referenceAt(note, offset);
  if (reference !== undefined) {
    const { number, repository = own, range, link } = reference;
    return { subject: { kind: 'reference', number, repository }, range, ...(link && { isLink: true }) };
  }
  const mention = personAt(inputs, offset);
  if (mention !== undefined) {
    const isCalled = samePerson(inputs, mention.name);
    return { subject: { kind: 'person', isCalled }, range: mention.range, mention };
  }
  const section = allSections(note.sections).find(
    ({ headingRange }) => headingRange.from <= offset && offset <= headingRange.to,
  );
  return section && { subject: { kind: 'section', key: section.key }, range: section.headingTextRange };
}

/** The person who is named there; nobody where the name is likelier something else's. */
function personAt({ note, series, uri }: SubjectInputs, offset: number): PersonMention | undefined {
  const mention = note.people.find(({ range }) => range.from <= offset && offset <= range.to);
  if (mention === undefined) return undefined;
  return personsHere(note, note.people, series, canonicalUri(uri))(mention.name) ? mention : undefined;
}

/** Tells whether a name is the person's who is called `name`. Each name is judged once. */
function samePerson(
  { note, series }: Pick<SubjectInputs, 'note' | 'series'>,
  name: string,
): (other: string) => boolean {
  const identityOf = identities({ note, series });
  const { key } = identityOf(name);
  const known = new Map<string, boolean>();
  return (other) => {
    const otherKey = nameKey(other);
    let same = known.get(otherKey);
    if (same === undefined) {
      same = otherKey === nameKey(name) || identityOf(other).key === key;
      known.set(otherKey, same);
    }
    return same;
  };
}
