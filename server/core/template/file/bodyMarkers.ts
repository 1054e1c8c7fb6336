/** What the comments under a heading of a template's body say of its section: `<!-- optional -->`, `<!-- also: X -->`. */

import { beside, type Message, t } from '../../../../shared/l10n.ts';
import { nearest } from '../../note/editDistance.ts';
import type { Span } from '../../note/note.ts';

export const markerWords = ['optional', 'also', 'many', 'in order'] as const;

export type MarkerWord = (typeof markerWords)[number];

export interface BodyMarker {
  readonly word: MarkerWord;
  /** `also`: the other heading; the other markers have none. */
  readonly value: string;
  /** The comment; offsets into the body. */
  readonly range: Span;
  readonly valueRange: Span;
}

/** A comment that seems to be meant for a marker and is none. */
export interface MarkerSlip {
  readonly range: Span;
  readonly message: Message;
  /** The comment as it was probably meant. */
  readonly instead?: string;
}

export type ReadMarker =
  | { readonly kind: 'marker'; readonly marker: BodyMarker }
  | { readonly kind: 'slip'; readonly slip: MarkerSlip }
  /** A comment for the writers of notes. */
  | { readonly kind: 'comment' };

/** Words that others would use. */
const otherWords: Readonly<Record<string, MarkerWord>> = {
  alias: 'also',
  aliases: 'also',
  or: 'also',
  repeat: 'many',
  repeated: 'many',
  repeatable: 'many',
  multiple: 'many',
  several: 'many',
  ordered: 'in order',
  order: 'in order',
  'not required': 'optional',
};

const longestMarker = 300;

/**
 * Reads a line that holds one comment and nothing else, as it is written; `from` is its offset in the body. Undefined for
 * every other line.
 */
export function readMarker(line: string, from: number): ReadMarker | undefined {
  const text = line.trim();
  if (!text.startsWith('<!--') || !text.endsWith('-->') || text.length < 7) return undefined;
  const inner = text.slice(4, -3);
  if (inner.includes('-->')) return undefined;
  const start = from + line.indexOf('<!--');
  const range = { from: start, to: start + text.length };
  if (inner.length > longestMarker) return { kind: 'comment' };
  const colon = inner.indexOf(':');
  const name = (colon < 0 ? inner : inner.slice(0, colon))
    .split(/\s/)
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
  const raw = colon < 0 ? '' : inner.slice(colon + 1);
  const value = raw.trim();
  const valueFrom = start + 4 + colon + 1 + (raw.length - raw.trimStart().length);
  const valueRange = value === '' ? range : { from: valueFrom, to: valueFrom + value.length };
  const slip = (message: Message, instead?: string): ReadMarker => ({
    kind: 'slip',
    slip: { range, message, ...(instead !== undefined && { instead }) },
  });

  const word = markerWords.find((each) => each === name);
  if (word !== undefined) {
    if ((word === 'also') === (value !== ''))
      return { kind: 'marker', marker: { word, value, range, valueRange } };
    return word === 'also'
      ? slip(t('Missing heading. Write <!-- also: Other heading -->.'))
      : slip(t('"{0}" takes no value. Write {1}.', word, `<!-- ${word} -->`), `<!-- ${word} -->`);
  }
  if (name === 'required') return slip(t('Sections are required by default. Remove this comment.'));
  const other = Object.hasOwn(otherWords, name) ? otherWords[name] : undefined;
  const meant = other ?? nearest(name, markerWords) ?? firstOfSeveral(name);
  if (meant === undefined) return { kind: 'comment' };
  if (meant === 'also' && value === '' && colon < 0) return { kind: 'comment' };
  if (meant !== 'also' && value !== '') return { kind: 'comment' };
  const instead =
    meant === 'also' ? (value === '' ? undefined : `<!-- also: ${value} -->`) : `<!-- ${meant} -->`;
  const message = t(
    '"{0}" is not an option of a section, and this comment would be in every new note. Did you mean "{1}"?',
    name,
    meant,
  );
  return name.includes(',')
    ? slip(beside(message, t('Write each option in its own comment.')))
    : slip(message, instead);
}

/** `optional, many` */
function firstOfSeveral(name: string): MarkerWord | undefined {
  const [first, ...others] = name.split(',').map((word) => markerWords.find((each) => each === word.trim()));
  return others.length > 0 && others.every((word) => word !== undefined) ? first : undefined;
}
