/** What the next note of a series begins with where no template file says it: what the latest notes have in common. */

import { formatDay, readDateFormat } from '../../../shared/dates/format.ts';
import { isLineEnd, lineEnd, nextLine } from '../note/lines.ts';
import type { IsoDate, Section } from '../note/note.ts';
import { recordingSection } from '../note/opening.ts';
import { allSections } from '../note/sections.ts';
import { withoutBrackets, withoutPlace } from '../note/similarHeadings.ts';
import { parseTemplate } from '../template/file/parseTemplate.ts';
import { type RenderedNote, renderTemplate } from '../template/render/render.ts';
import { escapeSnippet } from '../template/snippet/snippet.ts';
import { counted, type DatedNote } from './evidence.ts';
import { nextText } from './nextText.ts';
import { learnFrontMatter } from './noteFrontMatter.ts';
import { dayOf } from './place.ts';
import { type LearnedLine, openLine, recurringLines } from './recurringLines.ts';
import { isFullName } from './repositories.ts';
import { bodyOf, type LearnedSection, learnSections } from './sections.ts';

/** With fewer notes a series has no habits yet. */
export const fewestNotes = 3;

/**
 * The note for a day, which must be valid: front matter, title, opening lines and sections as all of the notes but at
 * most one have them; a tab stop where they differ. `latest`: the newest first, at least three; of meetings in one file two will do. Never throws; linear in
 * the notes' length.
 */
export function nextNote(latest: readonly DatedNote[], date: IsoDate): RenderedNote {
  const notes = latest.map((note): DatedNote => {
    const day = note.date ?? dayOf(note);
    return day === undefined ? note : { ...note, date: day };
  });
  const writer = new Writer(date);
  const opening = recurringLines(notes.map((note) => bodyOf(note)));
  const { sections } = learnSections(notes, true);
  const blocks = [
    writer.frontMatter(notes),
    ...inPlace(writer.title(notes), tagsLine(notes)),
    writer.lines(opening) || recordingOf(notes, sections, writer),
    ...sections.flatMap((section) => writer.section(section, notes)),
  ];
  const body = `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  return renderTemplate(parseTemplate(body, { required: () => false }), { date });
}

/** True when all of `total` notes but at most one have it; of two, which share their file, each. */
function isHabit(count: number, total: number): boolean {
  return count >= Math.max(Math.min(fewestNotes, total), total - 1);
}

interface TagsLine {
  readonly text: string;
  readonly isAboveTitle: boolean;
}

/** `###### tags: minutes`, which is no section. */
function tagsLine(notes: readonly DatedNote[]): TagsLine | undefined {
  const found = notes.flatMap(({ note: { text, tagsLine: tags, title } }): TagsLine[] =>
    tags === undefined
      ? []
      : [{ text: text.slice(tags.from, tags.to).trim(), isAboveTitle: tags.from < (title?.range.from ?? 0) }],
  );
  const [best] = counted(found.map(({ text }) => text));
  if (best === undefined || !isHabit(best.count, notes.length)) return undefined;
  return found.find(({ text }) => text === best.value);
}

function inPlace(title: string, tags: TagsLine | undefined): readonly string[] {
  if (tags === undefined) return [title];
  const line = escapeSnippet(tags.text);
  return tags.isAboveTitle ? [line, title] : [title, line];
}

/** The recording's label, where no line says it already. */
function recordingOf(
  notes: readonly DatedNote[],
  sections: readonly LearnedSection[],
  writer: Writer,
): string {
  const labels = notes.flatMap(({ note }) =>
    note.recording && recordingSection(note) === undefined ? [note.recording.label] : [],
  );
  const [best] = counted(labels);
  if (best === undefined || best.value === '' || !isHabit(labels.length, notes.length)) return '';
  const words = best.value.replace(/[:：]$/u, '');
  if (sections.some(({ lines }) => lines.some(({ text }) => text.includes(words)))) return '';
  return writer.lines([{ text: best.value, open: true }]);
}

const emptyLink = ']()';

/** The address of a recording in a title is that of one meeting: only what all titles have stays. */
function withoutOwnAddresses<T extends { readonly text: string }>(titles: readonly T[]): T[] {
  return titles.map((title) => ({
    ...title,
    text: title.text.replace(/https?:\/\/[^\s<>()]+/g, (address) =>
      titles.every(({ text }) => text.includes(address)) ? address : '',
    ),
  }));
}

/** In snippet syntax, with tab stops in the order of the text. */
class Writer {
  readonly #date: IsoDate;
  #stops = 0;
  /** By level, the number in front of the latest heading. */
  readonly #numbers: number[] = [];

  constructor(date: IsoDate) {
    this.#date = date;
  }

  frontMatter(notes: readonly DatedNote[]): string {
    const entries = learnFrontMatter(notes);
    if (entries.length === 0) return '';
    const lines = entries.map((entry) => {
      if (entry.kind === 'same') return escapeSnippet(entry.text);
      if (entry.kind === 'open') return `${entry.key}: ${this.#stop()}`;
      const format = readDateFormat(entry.format);
      const day = format.kind === 'wrong' ? this.#date : formatDay(format.format, this.#date);
      return escapeSnippet(`${entry.before}${day}${entry.after}`);
    });
    return ['---', ...lines, '---'].join('\n');
  }

  title(notes: readonly DatedNote[]): string {
    const titles = notes.flatMap(({ note: { title, text }, date }) => {
      if (title === undefined || title.text === '') return [];
      const { form, range } = title;
      const source = text.slice(range.from, range.to);
      // Of a heading that is underlined the last character tells.
      const signs = /^#{1,6}/.exec(source)?.[0] ?? (source.endsWith('-') ? '##' : '#');
      return [{ form, signs, text: form === 'html' ? source : title.text, ...(date && { date }) }];
    });
    const [newest] = titles;
    // What stands in the front matter is written with it. A note or two that lost their title are no example.
    if (newest === undefined || newest.form === 'frontMatter' || 2 * titles.length < notes.length) return '';
    const { texts, isCommon } = nextText(withoutOwnAddresses(titles), this.#date);
    const text = texts[0]!.trim();
    if (newest.form === 'html') return escapeSnippet(text);
    const linked = escapeSnippet(text).replaceAll(emptyLink, () => `](${this.#stop()})`);
    return `${newest.signs} ${linked}${isCommon ? `${text === '' ? '' : ' '}${this.#stop()}` : ''}`;
  }

  lines(lines: readonly LearnedLine[]): string {
    return lines.map((line) => this.#line(line)).join('\n');
  }

  section(section: LearnedSection, notes: readonly DatedNote[]): string[] {
    const { level, count, total, lines, children } = section;
    const heading = isHabit(count, total) ? fixedHeading(section, notes) : undefined;
    if (heading === undefined) return [];
    const head = `${'#'.repeat(level)} ${escapeSnippet(this.#inOrder(heading, level))}`;
    const text = this.lines(lines);
    const blocks = text === '' ? [head] : isTight(section, notes) ? [`${head}\n${text}`] : [head, text];
    return [...blocks, ...children.flatMap((child) => this.section(child, notes))];
  }

  /** Numbers in front go up: where the notes have more or fewer sections, two of them may have had the same one. */
  #inOrder(heading: string, level: number): string {
    this.#numbers.length = Math.min(this.#numbers.length, level + 1);
    const own = /^[0-9]{1,3}(?![0-9.]*[0-9])/.exec(heading)?.[0];
    if (own === undefined) return heading;
    const number = Math.max(Number(own), (this.#numbers[level] ?? 0) + 1);
    this.#numbers[level] = number;
    return `${number}${heading.slice(own.length)}`;
  }

  #line(line: LearnedLine): string {
    const { text, open, dated } = line;
    if (open) return openLine(line, this.#stop(), escapeSnippet);
    const next = dated === undefined ? text : nextText(dated, this.#date).texts[0]!;
    return escapeSnippet(next);
  }

  #stop(): string {
    return `\${${++this.#stops}}`;
  }
}

/**
 * The heading as the next note has it: with the number of its place, and with one in brackets that all notes have
 * (`News (5 min)`). Undefined where it is the matter of one meeting: a repository's name, or a heading with any other number.
 */
function fixedHeading(section: LearnedSection, notes: readonly DatedNote[]): string | undefined {
  const { heading, level, total } = section;
  const isThis = (each: Section): boolean => each.level === level && each.heading === heading;
  const same = notes.filter(({ note }) => allSections(note.sections).some(isThis));
  const isSame = isHabit(same.length, total);
  const plain = withoutBrackets(heading);
  const words = withoutPlace(plain, isSame);
  if (!/\p{L}/u.test(words) || /\p{Nd}/u.test(words) || isFullName(heading)) return undefined;
  return isSame || !/\p{Nd}/u.test(withoutPlace(heading)) ? heading : plain;
}

/** The newest note that has it begins its text right below the heading. */
function isTight({ heading, level }: LearnedSection, notes: readonly DatedNote[]): boolean {
  for (const { note } of notes) {
    const section = allSections(note.sections).find(
      (each) =>
        each.level === level && (each.heading === heading || withoutBrackets(each.heading) === heading),
    );
    if (section === undefined) continue;
    const below = nextLine(note.text, lineEnd(note.text, section.headingRange.to));
    return below < note.text.length && !isLineEnd(note.text, below);
  }
  return false;
}
