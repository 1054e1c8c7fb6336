/** Where the notes are, what their files are called, and where they say their day. */

import { monthNames } from '../../../shared/calendar.ts';
import { findDate, findDateInFileName } from '../../../shared/dates/findDate.ts';
import type { IsoDate, Note } from '../note/note.ts';
import { textLines } from '../note/structure.ts';
import { parseGlob } from '../template/patterns/glob.ts';
import { matchPattern } from '../template/patterns/matchPattern.ts';
import { parsePattern } from '../template/patterns/pattern.ts';
import { readDateForms } from './dateForm.ts';
import { counted, type DatedNote, type LearnInput, type LearnOptions } from './evidence.ts';
import { type LearnedPattern, learnPattern, literalSource } from './patterns.ts';

/** The glob of the series; undefined when no glob can be written for the folder. */
export function learnGlob(
  notes: readonly DatedNote[],
  { folder, nested = false }: LearnOptions,
  file: LearnedPattern | undefined,
): string | undefined {
  if (folder === undefined) return undefined;
  const components = folder.map((name) => name.replace(/[[\]{}*?\\,!]/g, '?'));
  const deepest = Math.max(0, ...notes.map((note) => note.folders.length));
  const below =
    nested || folder.length === 0 ? [...Array<string>(deepest).fill('*'), nameGlob(file)] : ['**'];
  const glob = [...components, ...below].join('/');
  return parseGlob(glob).kind === 'glob' ? glob : undefined;
}

/** Beside the notes are other files: a README at the least. */
function nameGlob(file: LearnedPattern | undefined): string {
  const name = file?.source.split('/').at(-1) ?? '';
  const result = parsePattern(name);
  if (name === '' || result.kind === 'wrong') return '*.md';
  const parts = result.pattern.parts.map((part) =>
    part.kind === 'literal' ? part.text.replace(/[[\]{}*?\\,!]/g, '?') : '*',
  );
  return parts.join('').replaceAll('**', '*');
}

/** The pattern of the files' names, and of the folders above them where notes are filed by year or month. */
export function learnFile(notes: readonly DatedNote[]): LearnedPattern | undefined {
  const pattern = pathPattern(notes);
  // Names that say neither a day nor a number would all be the same.
  const isOwn = pattern?.format !== undefined || pattern?.period !== undefined;
  return isOwn || pattern?.source.includes('{number}') ? pattern : undefined;
}

function pathPattern(notes: readonly DatedNote[]): LearnedPattern | undefined {
  const [depth] = counted(notes.map(({ folders }) => folders.length));
  const usual = notes.filter(({ folders }) => folders.length === depth?.value);
  const inputs = usual.map(({ fileName, date }) => ({
    text: fileName,
    ...(date === undefined ? {} : { date }),
  }));
  const name = learnPattern(inputs, { compact: true, years: true });
  if (depth === undefined || depth.value === 0) return name;
  const folders = Array.from({ length: depth.value }, (_, index) => folderSource(usual, index));
  const own = name?.format === undefined ? (dayOfMonth(usual) ?? name) : name;
  if (own === undefined || folders.includes(undefined)) return name;
  const source = [...folders, own.source].join('/');
  const result = parsePattern(source);
  if (result.kind === 'wrong') return name;
  const matching = usual.filter(
    (note) => matchPattern(result.pattern, [...note.folders, note.fileName].join('/')) !== undefined,
  );
  return { ...own, source, count: matching.length };
}

const folderFormats = ['YYYY', 'YYYY-MM', 'YYYYMM', 'MM', 'MMMM', 'YYYY_MM', 'YYYY-MM-DD'] as const;

/** The pattern of one folder of the way; undefined when the notes' folders there have no form in common. */
function folderSource(notes: readonly DatedNote[], index: number): string | undefined {
  const names = notes.map(({ folders, date = '' }) => ({ name: folders[index]!, date }));
  for (const format of folderFormats) {
    const right = names.filter(
      ({ name, date }) => name.toLowerCase() === inFormat(format, date).toLowerCase(),
    );
    if (10 * right.length >= 9 * names.length) return `{${format}}`;
  }
  const [best] = counted(names.map(({ name }) => name));
  return best?.count === names.length ? literalSource(best.value) : undefined;
}

function inFormat(format: (typeof folderFormats)[number], date: IsoDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (format === 'MMMM') return monthNames[Number(month) - 1] ?? format;
  return format.replace('YYYY', year).replace('MM', month).replace('DD', day);
}

/** `03.md` in `2026/03`. */
function dayOfMonth(notes: readonly DatedNote[]): LearnedPattern | undefined {
  const rest = notes.map(({ fileName, date = '' }) => {
    const day = date.slice(8, 10);
    return day !== '' && fileName.startsWith(day) ? fileName.slice(day.length) : undefined;
  });
  const [best] = counted(rest.filter((each) => each !== undefined));
  if (best === undefined || best.count !== notes.length) return undefined;
  return { source: `{DD}${literalSource(best.value)}`, count: best.count, total: notes.length, format: 'DD' };
}

/** The notes with their days, the newest first; those without one last. */
export function withDates(inputs: readonly LearnInput[]): DatedNote[] {
  const dated = inputs.map((input): DatedNote => {
    const date = dayOf(input);
    return date === undefined ? input : { ...input, date };
  });
  return dated.sort((a, b) =>
    (a.date ?? '') === (b.date ?? '') ? 0 : (a.date ?? '') > (b.date ?? '') ? -1 : 1,
  );
}

export function dayOf({ folders, fileName, note }: LearnInput): IsoDate | undefined {
  const inName = findDateInFileName(fileName)?.value ?? readDateForms(fileName, true)[0]?.value;
  const path = [...folders, fileName.replace(/\.[^.]{1,8}$/, '')].join('-');
  const inPath = folders.length > 0 ? findDate(path)?.value : undefined;
  const title = note.title;
  const inTitle = title?.date?.value ?? (title && readDateForms(title.text)[0]?.value);
  return inName ?? inPath ?? inTitle ?? dayOfLine(note);
}

/** The first day on a line of its own after a label: `Date: 19 August 2021`. */
function dayOfLine(note: Note): IsoDate | undefined {
  for (const { from, to } of textLines(note, 3_000).slice(0, 40)) {
    const line = note.text.slice(from, to);
    const colon = line.indexOf(':');
    const [form] = colon > 0 && colon < 40 ? readDateForms(line) : [];
    if (form !== undefined && form.from > colon && form.from - colon < 8) return form.value;
  }
  return undefined;
}
