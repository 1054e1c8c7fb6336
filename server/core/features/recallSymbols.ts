/** References, people, action items and sections of all notes, by what the writer remembers of them. */

import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { inEnglish, type Say } from '../../../shared/l10n.ts';
import { literalText } from '../../../shared/literalText.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { packPlace } from '../archive/place.ts';
import { noteDate } from '../archive/summary.ts';
import { plainText } from '../recall/plainText.ts';
import { rangeOf } from './findReferences.ts';
import { spokenNote } from './noteLink.ts';
import { matchesQuery } from './workspaceSymbols.ts';

/** More would only be scrolled past. */
const mostSymbols = 200;

interface Found {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Packed. */
  readonly place: number;
}

/**
 * `#12` finds references, `#News` sections, `@ada` people, and anything else action items; each note has each once. The newest
 * notes first. Nothing for an empty query.
 */
export function recallSymbols(
  query: string,
  lists: readonly (readonly NoteSummary[])[],
  say: Say = inEnglish,
): SymbolInformation[] {
  const wanted = query.trim();
  if (wanted === '') return [];
  const notes = lists.flat().sort((a, b) => ((noteDate(a) ?? '') < (noteDate(b) ?? '') ? 1 : -1));
  const symbols: SymbolInformation[] = [];
  for (const note of notes) {
    for (const { name, kind, place } of symbolsIn(note, wanted)) {
      if (symbols.length >= mostSymbols) return symbols;
      const containerName = literalText(say(spokenNote(note)), 'label');
      symbols.push({ name, kind, containerName, location: { uri: note.uri, range: rangeOf(place) } });
    }
  }
  return symbols;
}

function symbolsIn(note: NoteSummary, query: string): Found[] {
  const rest = query.slice(1).trim();
  if (query.startsWith('@')) return peopleIn(note, rest);
  if (!query.startsWith('#')) return itemsIn(note, query);
  return /^\d*$/.test(rest) ? referencesIn(note, rest) : sectionsIn(note, rest);
}

function referencesIn(note: NoteSummary, digits: string): Found[] {
  return firstPlaces(note.facts?.references ?? []).flatMap(([index, place]) => {
    const { number, repository } = note.references[index]!;
    if (!String(number).startsWith(digits)) return [];
    const name = `#${number}${repository ? ` ${repository.owner}/${repository.name}` : ''}`;
    return [{ name, kind: SymbolKind.Number, place }];
  });
}

function peopleIn(note: NoteSummary, name: string): Found[] {
  return firstPlaces(note.facts?.people ?? []).flatMap(([index, place]) => {
    const person = note.people[index]!;
    if (!matchesQuery(name, person)) return [];
    return [{ name: literalText(`@${person}`, 'label'), kind: SymbolKind.Variable, place }];
  });
}

function itemsIn(note: NoteSummary, query: string): Found[] {
  return (note.facts?.items ?? []).flatMap(({ text, state, place }) => {
    const name = literalText(plainText(text), 'label', 120);
    if (!matchesQuery(query, name)) return [];
    return [{ name: state === 'done' ? `✓ ${name}` : name, kind: SymbolKind.Event, place }];
  });
}

function sectionsIn(note: NoteSummary, query: string): Found[] {
  return note.headings
    .filter(({ text }) => matchesQuery(query, text))
    .map(({ text, line, level }) => ({
      name: literalText(`# ${text}`, 'label'),
      kind: SymbolKind.String,
      place: packPlace({ line, character: level + 1, length: text.length }),
    }));
}

/** Of each index the first place; see `NoteFacts`. */
function firstPlaces(pairs: readonly number[]): [index: number, place: number][] {
  const places = new Map<number, number>();
  for (let at = 0; at < pairs.length; at += 2) {
    const index = pairs[at]!;
    if (!places.has(index)) places.set(index, pairs[at + 1]!);
  }
  return [...places];
}
