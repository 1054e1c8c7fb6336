/** Who may own a task, the likeliest first: for the completion list and for the fix alike. */

import { type Message, t, verbatim } from '../../../shared/l10n.ts';
import type { Person } from '../note/conventions.ts';
import { isNonName } from '../note/lexicon/people.ts';
import { nameKey } from '../note/names.ts';
import type { Note, PersonMention, Section, Span } from '../note/note.ts';
import { sectionAt } from '../note/sections.ts';
import type { Template } from '../template/template.ts';
import { type Identity, identities, isLogin, type PeopleSource } from './identity.ts';
import { isLoginElsewhere, personsHere } from './persons.ts';

export interface OwnerCandidate {
  /** As the roster has it, else as the notes write it; with `@` where only the login is known. */
  readonly name: string;
  /** Where the person was found, in words. */
  readonly known: Message;
  /** Without `@`, where it differs from the name. */
  readonly login?: string;
  /** The notes write the name itself with `@`. */
  readonly isLogin?: true;
  /** There is too little evidence yet: for who begins to write the name. */
  readonly uncertain?: true;
}

export interface CandidateSource extends PeopleSource {
  /** Its placeholders are not people. */
  readonly template: Template;
  /** Of the note; absent for an untitled one. */
  readonly uri?: string | undefined;
}

/**
 * The people who may be named at `place` of the note: the roster's, then others; each group in the order of the section
 * around, the note, earlier notes, the roster, the repository, in a section and in the note by the number of mentions; last
 * names of the note that may be something else. Everybody once, none of those who are `named` there already.
 */
export function ownerCandidates(
  source: CandidateSource,
  place: Span,
  named: readonly string[] = [],
): OwnerCandidate[] {
  const { note, series, accounts = [], template, uri } = source;
  const section = sectionAround(note, place.from)?.range;
  // What is being typed there is no mention.
  const mentions = note.people.filter(({ range }) => range.to < place.from || range.from > place.to);
  const near = mentions.filter(
    ({ range }) => section && range.from >= section.from && range.to <= section.to,
  );
  const identity = identities(source, mentions);
  const placeholders = placeholdersOf(template);
  const roster: OwnerCandidate[] = [];
  const others: OwnerCandidate[] = [];
  const uncertain: OwnerCandidate[] = [];
  const isPerson = personsHere(note, mentions, series, uri);
  const taken = new Set<string | Person>(named.map((name) => identity(name).key));
  const add = (names: readonly string[], known: Message) => {
    for (const name of names) {
      const who = identity(name);
      if (taken.has(who.key)) continue;
      if (!who.person && (isNonName(nameKey(name)) || placeholders.has(nameKey(name)))) continue;
      if (!who.person && !isSure(name, who)) continue;
      taken.add(who.key);
      const isWritten = isLoginElsewhere(who.name ?? name, series);
      (who.person ? roster : others).push({
        ...candidate(name, who, known),
        ...(isWritten && { isLogin: true }),
      });
    }
  };
  // Of a name and a login, one is enough.
  const isSure = (name: string, { name: full, login }: Identity) =>
    name.startsWith('@') || login !== undefined || isPerson(name) || (full !== undefined && isPerson(full));
  const mostMentioned = (list: readonly PersonMention[]) => byMentions(note, list, identity);
  add(mostMentioned(near), t('in this section'));
  add(mostMentioned(mentions), t('in this note'));
  add(series?.people ?? [], t('in earlier notes'));
  add(
    note.conventions.people.map(({ name }) => name),
    t('in the template'),
  );
  for (const { login, name } of accounts)
    add([`@${login}`], name === undefined ? t('in the repository') : verbatim(name));
  for (const name of mostMentioned(mentions)) {
    const who = identity(name);
    if (taken.has(who.key) || isNonName(nameKey(name)) || placeholders.has(nameKey(name))) continue;
    taken.add(who.key);
    uncertain.push({ ...candidate(name, who, t('in this note')), uncertain: true });
  }
  return [...roster, ...others, ...uncertain];
}

function candidate(written: string, { person, name, login }: Identity, known: Message): OwnerCandidate {
  if (name === undefined) return { name: login === undefined ? written : `@${login}`, known };
  // Somebody the roster knows by the login alone.
  if (person && person.login === name) return { name: `@${name}`, known };
  return { name, known, ...(login !== undefined && nameKey(login) !== nameKey(name) && { login }) };
}

/** The last section includes the note's end. */
function sectionAround({ sections, written }: Note, offset: number): Section | undefined {
  return sectionAt(sections, offset < written.length ? offset : offset - 1);
}

/** Each person once, by the first name that is written; the most often mentioned first, else in document order. */
function byMentions(
  note: Note,
  mentions: readonly PersonMention[],
  identity: (name: string) => Identity,
): string[] {
  const counts = new Map<string | Person, { readonly name: string; count: number }>();
  for (const mention of mentions) {
    const { key } = identity(mention.name);
    const known = counts.get(key);
    if (known !== undefined) known.count++;
    else counts.set(key, { name: isLogin(note, mention) ? `@${mention.name}` : mention.name, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ name }) => name);
}

const placeholders = new WeakMap<Template, ReadonlySet<string>>();

/** What stands where a name is to be filled in looks like one in a note that is not finished. */
function placeholdersOf(template: Template): ReadonlySet<string> {
  let texts = placeholders.get(template);
  if (texts === undefined) {
    const parts = template.placeholderLines.flatMap((line) => line.parts);
    texts = new Set(parts.filter(({ kind }) => kind === 'stop').map(({ text }) => text.toLowerCase()));
    placeholders.set(template, texts);
  }
  return texts;
}
