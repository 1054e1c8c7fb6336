/** Whether what notes mention by a name is a person: one judgement for lists, fixes and what is learned. */

import { acronyms, isLabel, isNonName } from './lexicon/people.ts';
import type { PersonEvidence, PersonMention } from './note.ts';
import type { Text } from './text.ts';

/** Kinds of evidence as a set of bits, to be kept for very many names. */
export type EvidenceKinds = number;

const bits: Readonly<Record<PersonEvidence, EvidenceKinds>> = {
  attribution: 1,
  parenthesis: 2,
  subject: 4,
  owner: 8,
  login: 16,
  present: 32,
};

/** A login and a list of those who were there name people only. */
const certain = bits.login | bits.present;

/** Of a mention in the note's `text`; an owner may be written as a login. */
export function kindsOf({ evidence, range }: PersonMention, text: Text): EvidenceKinds {
  return text.charAt(range.from) === '@' ? bits[evidence] | bits.login : bits[evidence];
}

/** Somewhere the name is written with `@`, or beside a login. */
export function hasLogin(kinds: EvidenceKinds): boolean {
  return (kinds & bits.login) !== 0;
}

/** A list of those who were there has the name. */
export function wasPresent(kinds: EvidenceKinds): boolean {
  return (kinds & bits.present) !== 0;
}

export interface NameProfile {
  /** As written most often. */
  readonly name: string;
  readonly kinds: EvidenceKinds;
  /** How many notes mention it. */
  readonly notes: number;
}

/** In so many notes a person can be expected to come up again. */
const fewestToCompare = 5;
const fewestNotes = 2;

/**
 * A name needs evidence of several kinds or in several of the `total` notes; in lower case, where any word may stand before
 * a colon or in parentheses, of several kinds, or as an owner or a subject. Of a few notes all that looks like one is taken.
 */
export function isPerson({ name, kinds, notes }: NameProfile, total: number): boolean {
  if ((kinds & certain) !== 0) return true;
  if (isNonName(name) || isLabel(name) || isAcronym(name)) return false;
  if (total < fewestToCompare || (kinds & (kinds - 1)) !== 0) return true;
  const isLower = name[0] === name[0]?.toLowerCase() && name[0] !== name[0]?.toUpperCase();
  return notes >= fewestNotes && (!isLower || (kinds & (bits.owner | bits.subject)) !== 0);
}

/** `RHEL`, `CI`; `BT` may be initials. */
function isAcronym(name: string): boolean {
  if (name.length < 2) return true;
  return acronyms.has(name) || (name.length > 3 && !name.includes(' ') && /^[A-Z0-9]+$/.test(name));
}
