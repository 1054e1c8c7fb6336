/** Which Markdown files are notes: by their name and title, and by the company they keep. */

import { findDateInFileName } from '../../../shared/dates/findDate.ts';
import { namedPart } from '../../../shared/dates/words.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { dayBelowPeriods, dayOfFolder, monthInFileName, withoutPeriods } from '../archive/periodFolders.ts';
import { headingKey } from '../note/headingKey.ts';
import { documentNames, neverNoteWords, otherFolderWords, otherWords } from '../note/lexicon/documents.ts';
import {
  areOfMeetings,
  isMeetingFolder,
  isMeetingTitle,
  isMeetingWord,
  isNumberedWord,
  namesGroup,
} from '../note/lexicon/meetings.ts';
import { remembered } from '../remembered.ts';
import { canonicalUri, componentsBelow, fileNameOf } from '../uri.ts';

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
    dayBelowPeriods(componentsBelow(uri, '')) !== undefined ||
    isNoteOfFolder(uri);
  return isDated && !wordsOf(stemOf(fileName)).some((word) => otherWords.has(word));
}

/**
 * `meetings.md`, `minutes-2026.md`, `community-call.md`, `notes.md`: all meetings of a series may be in it. Its title and its
 * headings tell whether they are.
 */
export function isMeetingsName(fileName: string): boolean {
  return isMarkdownName(fileName) && areOfMeetings(wordsOf(stemOf(fileName)));
}

/** `sprint-12.md`; `12.md` in `iterations/`: the day may be inside. */
export function isNumberedName(uri: string): boolean {
  const stem = stemOf(fileNameOf(uri));
  if (!isMarkdownName(fileNameOf(uri)) || !/^[^0-9]*[0-9]{1,4}[^0-9]*$/.test(stem)) return false;
  const words = wordsOf(stem);
  if (words.length > 0) return words.every(isNumberedWord);
  const folder = withoutPeriods(componentsBelow(uri, '').slice(0, -1)).at(-1) ?? '';
  return wordsOf(folder).some(isNumberedWord);
}

const indexNames = new Set(['readme', 'index', '_index']);

function isDatedByFolder(uri: string): boolean {
  if (findDateInFileName(fileNameOf(uri)) !== undefined) return false;
  const components = componentsBelow(uri, '');
  return dayBelowPeriods(components) === undefined && dayOfFolder(components) !== undefined;
}

/** In a folder for one meeting: its `notes.md`, `minutes.md` or `README.md`, and nothing else that lies there. */
function isNoteOfFolder(uri: string): boolean {
  const stem = stemOf(fileNameOf(uri));
  const isUsual = indexNames.has(stem.toLowerCase()) || wordsOf(stem).every(isMeetingWord);
  return isUsual && dayOfFolder(componentsBelow(uri, '')) !== undefined;
}

/** `README.md`, `CONTRIBUTING.md`, `note-template.md`: beside notes, but none. `uri`: canonical, or a name alone. */
export const isDocumentName = remembered((uri): boolean => {
  const fileName = fileNameOf(uri);
  if (isNoteOfFolder(uri)) return false;
  const stem = stemOf(fileName).toLowerCase();
  if (findDateInFileName(fileName) !== undefined) return false;
  return documentNames.has(stem) || wordsOf(stem).some((word) => word === 'template' || word === 'templates');
});

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

type NamedAndTitled = Partial<Pick<NoteSummary, 'uri'>> &
  Pick<NoteSummary, 'fileName' | 'fileDate' | 'fileMonth' | 'titleText' | 'titleDate' | 'lineDate'> & {
    readonly meetings?: readonly Pick<NoteSummary, 'titleText'>[];
  };

/** The words of a title say whose meeting it is: `Release team 2026-01-06`. */
export function isOfGroup(title: readonly string[]): boolean {
  return namesGroup(title.filter((word) => /\p{L}/u.test(word) && namedPart(word) === undefined));
}

/** What the file says by its name, its title and its date line alone. */
export function evidenceOf(summary: NamedAndTitled): Evidence {
  const { fileName, titleText, titleDate } = summary;
  const file = summary.uri === undefined ? fileName : canonicalUri(summary.uri);
  if (isDocumentName(file)) return 'never';
  const several = meetingsEvidence(summary);
  if (several !== undefined) return several;
  const titled = titleText !== undefined && titleText !== '';
  const stem = stemOf(fileName);
  const beside = indexNames.has(stem.toLowerCase()) ? [] : wordsOf(stem);
  const date = summary.fileDate ?? summary.fileMonth ?? findDateInFileName(fileName)?.value;
  const isNamedByDate = date !== undefined && beside.every(isMeetingWord);
  if (titled && isNoteTitle(titleText)) return titleDate !== undefined || isNamedByDate ? 'note' : 'maybe';
  const words = titled ? wordsOf(titleText) : [];
  if (words.some((word) => otherWords.has(word)) && !isOfGroup(words)) return 'other';
  const isNamedOther = beside.some((word) => otherWords.has(word));
  if (date === undefined) {
    if (!titled) return 'untitled';
    // `notes-1-6-2026.md`: which of the numbers is the month, the other notes tell.
    if (hasOpenDay(fileName) && !isNamedOther) return 'maybe';
    // `12.md`, the day in its title or on its date line.
    const isNumbered = beside.every(isNumberedWord) && /[0-9]/.test(fileName);
    return isNumbered && (titleDate ?? summary.lineDate) !== undefined ? 'maybe' : 'other';
  }
  if (isNamedOther) return 'other';
  // `slides.md` beside the notes of the same meeting.
  if (isDatedByFolder(file) && !isNoteOfFolder(file)) return 'other';
  if (beside.some(isMeetingWord)) return 'note';
  return beside.length === 0 && !titled ? 'note' : 'maybe';
}

/** Days in numbers that may be two: the day or the month comes first. */
function hasOpenDay(fileName: string): boolean {
  return /(?<![0-9])[0-9]{1,2}([-_.])[0-9]{1,2}\1(?:19|20|21)[0-9]{2}(?![0-9])/.test(fileName);
}

/** Of a file with several meetings; its name, its title or their headings may say so. Undefined: it has not several. */
function meetingsEvidence({ fileName, titleText = '', meetings = [] }: NamedAndTitled): Evidence | undefined {
  if (meetings.length < 2) return undefined;
  const texts = [stemOf(fileName), titleText, meetings[0]!.titleText ?? ''].map(wordsOf);
  return texts.some((words) => isMeetingTitle(words) || isMeetingFolder(words)) ? 'note' : 'maybe';
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
