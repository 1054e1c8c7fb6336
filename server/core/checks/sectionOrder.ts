import { type Message, t } from '../../../shared/l10n.ts';
import type { Note, Section } from '../note/note.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { endOfBody, type InsertionPoint, insertion, inWords, nearest, removalOf } from './insertionPoint.ts';
import { freshNote } from './noteDays.ts';
import type { Fix, Problem, Rule } from './problem.ts';
import { quote } from './quote.ts';
import { childrenOf, type Scope, scopesBelow, sectionsIn } from './templateSections.ts';

export const sectionOrder: Rule = {
  code: 'section-order',
  summary: 'A section is not in the order of the template.',
  severity: 'warning',
  splitFrom: 'section-missing',
  /** The fewest sections whose moving would put the others in order. */
  find(context) {
    const { note, template } = context;
    if (note.truncated) return [];
    const found = misplaced(note, template);
    if (found.length === 0) return [];
    // An order that the template's own new note does not keep is not asked for.
    const exempt = new Set(misplaced(freshNote(context), template).map(({ section }) => nameOf(section)));
    return found
      .filter(({ section }) => !exempt.has(nameOf(section)))
      .map(({ section, point, scope }) => problemFor(note, section, point, scope));
  },
};

function nameOf({ level, key }: Section): string {
  return `${level} ${key}`;
}

interface Misplaced {
  readonly section: Section;
  readonly point: InsertionPoint;
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

interface Ranked {
  readonly section: Section;
  /** Its index among the template's. */
  readonly index: number;
}

function misplacedIn(peers: readonly TemplateSection[], scope: Scope): Misplaced[] {
  const all = peers
    .flatMap((peer, index): Ranked[] => {
      if (peer.heading === '') return [];
      const sections = sectionsIn(scope, peer);
      // The second of what stands twice is another rule's.
      return (peer.many ? sections : sections.slice(0, 1)).map((section) => ({ section, index }));
    })
    .sort((a, b) => a.section.range.from - b.section.range.from);
  // A section that the template has twice has no single position, and a section inside another one is not its sibling.
  let end = 0;
  const ranked = all.filter(({ section }, at) => {
    const inside = section.range.from < end;
    end = Math.max(end, section.range.to);
    return !inside && all[at + 1]?.section !== section;
  });
  const kept = new Set(inOrder(ranked));
  return ranked
    .filter((each) => !kept.has(each))
    .map((each) => ({ section: each.section, point: insertionPointAmong(each, peers, [...kept]), scope }));
}

/** The longest run whose indexes never fall (patience sorting). */
function inOrder(ranked: readonly Ranked[]): Ranked[] {
  /** By length, the run of that length with the lowest last index. */
  const tails: number[] = [];
  const before: number[] = [];
  ranked.forEach(({ index }, position) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranked[tails[middle]!]!.index <= index) low = middle + 1;
      else high = middle;
    }
    before[position] = tails[low - 1] ?? -1;
    tails[low] = position;
  });
  const run: Ranked[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) run.push(ranked[at]!);
  return run.reverse();
}

/** As insertionPointOf, among the sections that stay where they are. */
function insertionPointAmong(
  { index }: Ranked,
  peers: readonly TemplateSection[],
  kept: readonly Ranked[],
): InsertionPoint {
  const of = (peer: TemplateSection) => kept.filter((each) => peers[each.index] === peer);
  const earlier = nearest(peers.slice(0, index + 1).reverse(), (peer) => of(peer).at(-1)?.section);
  if (earlier.section && !earlier.open) return { kind: 'after', section: earlier.section };
  const later = nearest(peers.slice(index + 1), (peer) => of(peer)[0]?.section);
  return later.section ? { kind: 'before', section: later.section } : { kind: 'end' };
}

function problemFor(note: Note, section: Section, point: InsertionPoint, scope: Scope): Problem {
  const where = inWords(point, scope);
  return {
    range: section.headingRange,
    message: t('Section {0} is out of order; expected {1}', quote(section.heading), where),
    ...(point.kind !== 'end' && {
      related: [
        {
          range: point.section.headingRange,
          message:
            point.kind === 'after' ? t('Expected after this section') : t('Expected before this section'),
        },
      ],
    }),
    get fixes() {
      return moving(note, section, point, scope);
    },
  };
}

function moving(note: Note, section: Section, point: InsertionPoint, scope: Scope): Fix[] {
  const { text } = note;
  const { from, to } = section.range;
  const inserted = insertion(note, point, scope, text.slice(from, endOfBody(text, to)));
  const at = inserted.range.from;
  // It cannot be put inside itself; at its own end it would stay.
  if (at > endOfBody(text, from) && at <= to) return [];
  return [
    {
      title: moveTitle(point, scope),
      edits: [{ range: removalOf(text, section), text: '' }, inserted],
      safe: false,
    },
  ];
}

function moveTitle(point: InsertionPoint, scope: Scope): Message {
  if (point.kind === 'after') return t('Move Section After {0}', quote(point.section.heading));
  if (point.kind === 'before') return t('Move Section Before {0}', quote(point.section.heading));
  return scope.section
    ? t('Move Section to End of {0}', quote(scope.section.heading))
    : t('Move Section to End of Note');
}
