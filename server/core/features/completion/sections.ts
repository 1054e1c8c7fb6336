/** The headings to offer for a section. */

import { type Message, t } from '../../../../shared/l10n.ts';
import type { NoteSummary, Series } from '../../archive/noteSummary.ts';
import { headingKey } from '../../note/headingKey.ts';
import type { Note, Section } from '../../note/note.ts';
import { allSections } from '../../note/sections.ts';
import { headingKeys, isHeadingOf, wordingIn, writtenHeading } from '../../template/headings.ts';
import type { Template } from '../../template/template.ts';
import type { SectionContext } from './context.ts';

export interface SectionCandidate {
  readonly heading: string;
  /** Where it comes from, in words. */
  readonly known: Message;
}

/** How many of the latest notes teach headings, and in how many of them one must stand to be a habit. */
const latestNotes = 10;
const fewestUses = 2;
const mostHabits = 20;

/** The template's sections of that level that the note lacks, in its order; then the headings earlier notes often have. */
export function sectionCandidates(
  context: SectionContext,
  note: Note,
  template: Template,
  series: Series | undefined,
): SectionCandidate[] {
  const present = new Set<string>();
  const there: Section[] = [];
  for (const section of allSections(note.sections)) {
    // The heading that is being typed is not there yet.
    const { from, to } = section.headingRange;
    if (context.range.to >= from && context.range.from <= to) continue;
    present.add(section.key);
    there.push(section);
  }
  const found: SectionCandidate[] = [];
  const latest = latestHeadings(series);
  const templates = new Set<string>();
  for (const section of template.sections) {
    const keys = headingKeys(section);
    for (const key of keys) templates.add(key);
    if (section.level !== context.level || writtenHeading(section.heading) !== section.heading) continue;
    if (section.heading === '' || there.some(({ heading, key }) => isHeadingOf(section, heading, key)))
      continue;
    const known = section.required
      ? t('required, missing in this note')
      : t('in the template, missing in this note');
    found.push({ heading: wordingIn(section, latest), known });
  }
  for (const { key, heading, notes } of habits(latest)) {
    if (present.has(key) || templates.has(key)) continue;
    found.push({ heading, known: t('in {0} of the latest notes', notes) });
  }
  return found;
}

interface Heading {
  readonly key: string;
  readonly heading: string;
}

const known = new WeakMap<Series, readonly (readonly Heading[])[]>();

/** The latest notes' headings, note by note, the newest first; read once a series. */
function latestHeadings(series: Series | undefined): readonly (readonly Heading[])[] {
  if (series === undefined) return [];
  let latest = known.get(series);
  if (latest === undefined) {
    latest = series.notes.slice(0, latestNotes).map(headingsOf);
    known.set(series, latest);
  }
  return latest;
}

function headingsOf(note: NoteSummary): Heading[] {
  return note.headings.map(({ text }) => ({ heading: text, key: headingKey(text) }));
}

/** Headings in several of the latest notes, the most frequent first, spelled as lately. */
function habits(latest: readonly (readonly Heading[])[]) {
  const counts = new Map<string, { readonly key: string; readonly heading: string; notes: number }>();
  for (const headings of latest) {
    const here = new Set<string>();
    for (const { key, heading } of headings) {
      if (key === '' || here.has(key)) continue;
      here.add(key);
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { key, heading, notes: 1 });
      else count.notes++;
    }
  }
  return [...counts.values()]
    .filter(({ notes }) => notes >= fewestUses)
    .sort((a, b) => b.notes - a.notes)
    .slice(0, mostHabits);
}
