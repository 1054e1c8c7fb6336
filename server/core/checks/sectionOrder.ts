/** Sections that stand elsewhere than the template has them, where it asks for its order: part of section-missing. */

import type { Note, Section } from '../note/note.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { freshNote } from './noteDays.ts';
import type { CheckContext, Fix, Problem } from './problem.ts';
import { endOfBody, insertion, inWords, nearest, type Place, removalOf } from './sectionPlace.ts';
import { childrenOf, type Scope, scopesBelow, sectionsIn } from './templateSections.ts';

/** The fewest sections whose moving would put the others in order, in document order. */
export function misplacedSections(context: CheckContext): Problem[] {
  const { note, template } = context;
  const found = misplaced(note, template);
  if (found.length === 0) return [];
  // Nobody is told of an order that the template does not keep itself.
  const own = new Set(misplaced(freshNote(context), template).map(({ section }) => nameOf(section)));
  return found
    .filter(({ section }) => !own.has(nameOf(section)))
    .map(({ section, place, scope }) => problemFor(note, section, place, scope));
}

function nameOf({ level, key }: Section): string {
  return `${level} ${key}`;
}

interface Misplaced {
  readonly section: Section;
  readonly place: Place;
  readonly scope: Scope;
}

function misplaced(note: Note, template: Template): Misplaced[] {
  const families = [
    ...(template.inOrder ? [undefined] : []),
    ...template.sections.filter((section) => section.inOrder && section.heading !== ''),
  ];
  return families.flatMap((parent) => {
    const peers = childrenOf(template, parent);
    return scopesBelow(note, template, parent).flatMap((scope) => misplacedIn(peers, scope));
  });
}

interface Standing {
  readonly section: Section;
  /** Its index among the template's. */
  readonly index: number;
}

function misplacedIn(peers: readonly TemplateSection[], scope: Scope): Misplaced[] {
  const all = peers
    .flatMap((peer, index): Standing[] => {
      if (peer.heading === '') return [];
      const sections = sectionsIn(scope, peer);
      // The second of what stands twice is another rule's.
      return (peer.many ? sections : sections.slice(0, 1)).map((section) => ({ section, index }));
    })
    .sort((a, b) => a.section.range.from - b.section.range.from);
  // What the template itself has twice has no one place, and what is inside another section is not beside it.
  let end = 0;
  const standing = all.filter(({ section }, at) => {
    const inside = section.range.from < end;
    end = Math.max(end, section.range.to);
    return !inside && all[at + 1]?.section !== section;
  });
  const kept = new Set(inOrder(standing));
  return standing
    .filter((each) => !kept.has(each))
    .map((each) => ({ section: each.section, place: placeAmong(each, peers, [...kept]), scope }));
}

/** The longest run whose indexes never fall (patience sorting). */
function inOrder(standing: readonly Standing[]): Standing[] {
  /** By length, the run of that length with the lowest last index. */
  const tails: number[] = [];
  const before: number[] = [];
  standing.forEach(({ index }, position) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (standing[tails[middle]!]!.index <= index) low = middle + 1;
      else high = middle;
    }
    before[position] = tails[low - 1] ?? -1;
    tails[low] = position;
  });
  const run: Standing[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) run.push(standing[at]!);
  return run.reverse();
}

/** As placeOf, among the sections that keep their places. */
function placeAmong(
  { index }: Standing,
  peers: readonly TemplateSection[],
  kept: readonly Standing[],
): Place {
  const of = (peer: TemplateSection) => kept.filter((each) => peers[each.index] === peer);
  const earlier = nearest(peers.slice(0, index + 1).reverse(), (peer) => of(peer).at(-1)?.section);
  if (earlier.section && !earlier.open) return { kind: 'after', section: earlier.section };
  const later = nearest(peers.slice(index + 1), (peer) => of(peer)[0]?.section);
  return later.section ? { kind: 'before', section: later.section } : { kind: 'end' };
}

function problemFor(note: Note, section: Section, place: Place, scope: Scope): Problem {
  const where = inWords(place, scope);
  return {
    code: 'section-missing',
    range: section.headingRange,
    message: `The section "${section.heading}" is not where the template has it. It belongs ${where}.`,
    ...(place.kind !== 'end' && {
      related: [{ range: place.section.headingRange, message: `It belongs ${place.kind} this one.` }],
    }),
    get fixes() {
      return moving(note, section, place, scope, where);
    },
  };
}

function moving(note: Note, section: Section, place: Place, scope: Scope, where: string): Fix[] {
  const { text } = note;
  const { from, to } = section.range;
  const inserted = insertion(note, place, scope, text.slice(from, endOfBody(text, to)));
  const at = inserted.range.from;
  // It cannot be put inside itself; at its own end it would stay.
  if (at > endOfBody(text, from) && at <= to) return [];
  return [
    {
      title: `Move it ${where}`,
      edits: [{ range: removalOf(text, section), text: '' }, inserted],
      safe: false,
    },
  ];
}
