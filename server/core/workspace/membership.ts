/** Which Markdown files are notes: by their name and title, and by the company they keep. */

import { findDateInFileName } from '../../../shared/dates/findDate.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { dayBelowPeriods, monthInFileName, withoutPeriods } from '../archive/periodFolders.ts';
import { headingKey } from '../note/headingKey.ts';
import { documentNames, neverNoteWords, otherFolderWords, otherWords } from '../note/lexicon/documents.ts';
import { isGroupWord, isMeetingFolder, isMeetingTitle, isMeetingWord } from '../note/lexicon/meetings.ts';
import { componentsBelow, fileNameOf } from '../uri.ts';

/**
 * What a file says of itself. `note`: it is one, wherever it lies. `maybe`: it is one among notes. `untitled`: nothing
 * is known but that it is Markdown. `other`: it is something else. `never`: not even in the notes' folder.
 */
export type Evidence = 'note' | 'maybe' | 'untitled' | 'other' | 'never';

/** What a folder says of a file in it. */
export interface Surroundings {
  /** The folder is the notes' by setting. */
  readonly configured: boolean;
  /** How many files in it are notes by themselves, the one in question not counted. */
  readonly notes: number;
  /** The same for `maybe`. */
  readonly maybes: number;
}

/** Markdown by its extension. */
export function isMarkdownName(fileName: string): boolean {
  return /\.(?:md|markdown)$/i.test(fileName);
}

/**
 * A Markdown file that carries a date, in its name or in the periods it lies below, and no word that excludes a note:
 * worth reading. `uri`: canonical, or a name alone.
 */
export function isNoteName(uri: string): boolean {
  const fileName = fileNameOf(uri);
  if (!isMarkdownName(fileName)) return false;
  const isDated =
    findDateInFileName(fileName) !== undefined ||
    monthInFileName(fileName) !== undefined ||
    dayBelowPeriods(componentsBelow(uri, '')) !== undefined;
  return isDated && !wordsOf(stemOf(fileName)).some((word) => otherWords.has(word));
}

/** `README.md`, `CONTRIBUTING.md`, `note-template.md`: beside notes, but none. */
export function isDocumentName(fileName: string): boolean {
  const stem = stemOf(fileName).toLowerCase();
  if (findDateInFileName(fileName) !== undefined) return false;
  return documentNames.has(stem) || wordsOf(stem).some((word) => word === 'template' || word === 'templates');
}

/** Hidden folders and `node_modules` hold no notes. `components`: below the workspace folder, decoded, the file's last. */
export function isLeftOut(components: readonly string[]): boolean {
  return components.some((component) => component.startsWith('.') || component === 'node_modules');
}

/** A folder called as notes' folders are: `office-hours`, `meetings`, `meeting_notes`. `components`: decoded. */
export function isNotesFolderName(components: readonly string[]): boolean {
  if (isOtherFolderName(components)) return false;
  const words = wordsOf(withoutPeriods(components).at(-1) ?? '');
  return isMeetingFolder(words);
}

/** A folder of blog posts or change logs, whose files carry dates as well. */
export function isOtherFolderName(components: readonly string[]): boolean {
  const words = wordsOf(withoutPeriods(components).at(-1) ?? '');
  const releaseNotes = words.includes('notes') && (words.includes('release') || words.includes('releases'));
  return releaseNotes || words.some((word) => otherFolderWords.has(word));
}

/** A title that names a meeting: `lantern office hours 2026-03-03`, `Meeting minutes`. */
export function isNoteTitle(titleText: string): boolean {
  const words = wordsOf(titleText);
  return !words.some((word) => neverNoteWords.has(word)) && isMeetingTitle(words);
}

type NamedAndTitled = Pick<
  NoteSummary,
  'fileName' | 'fileDate' | 'fileMonth' | 'titleText' | 'titleDate' | 'lineDate'
>;

/** What the file says by its name, its title and its date line alone. */
export function evidenceOf(summary: NamedAndTitled): Evidence {
  const { fileName, titleText, titleDate } = summary;
  if (isDocumentName(fileName)) return 'never';
  const titled = titleText !== undefined && titleText !== '';
  const beside = wordsOf(stemOf(fileName));
  const date = summary.fileDate ?? summary.fileMonth ?? findDateInFileName(fileName)?.value;
  const isNamedByDate = date !== undefined && beside.every(isMeetingWord);
  if (titled && isNoteTitle(titleText)) return titleDate !== undefined || isNamedByDate ? 'note' : 'maybe';
  const words = titled ? wordsOf(titleText) : [];
  // `Releases WG` is whose meeting it is.
  if (words.some((word) => otherWords.has(word)) && !words.some((word) => isGroupWord(word))) return 'other';
  if (date === undefined) {
    if (!titled) return 'untitled';
    // `12.md`, the day in its title or on its date line.
    const isNumbered = beside.every(isMeetingWord) && /[0-9]/.test(fileName);
    return isNumbered && (titleDate ?? summary.lineDate) !== undefined ? 'maybe' : 'other';
  }
  if (beside.some((word) => otherWords.has(word))) return 'other';
  if (beside.some(isMeetingWord)) return 'note';
  return beside.length === 0 && !titled ? 'note' : 'maybe';
}

/** Whether a file is a note where it lies. `folder`: the components of its folder, decoded. */
export function isNoteAmong(
  evidence: Evidence,
  surroundings: Surroundings,
  folder: readonly string[],
): boolean {
  if (evidence === 'never') return false;
  if (surroundings.configured) return true;
  if (evidence === 'other' || isOtherFolderName(folder)) return false;
  if (evidence === 'note') return true;
  const named = isNotesFolderName(folder);
  const inferred = surroundings.notes > 0 && surroundings.notes >= surroundings.maybes;
  // Without even a title it has nothing but its place to speak for it.
  return evidence === 'maybe' ? named || inferred : named;
}

/** Titles that differ in their dates alone have the same key. */
export function titleKey(titleText: string): string {
  const words = headingKey(titleText)
    .split(' ')
    .filter((word) => !/[0-9]/.test(word));
  return words.join(' ');
}

export function stemOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 ? fileName.slice(0, dot) : fileName;
}

export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}]/u)
    .filter((word) => word !== '');
}
