/** What a new note's file is called: as the latest notes are. */

import { findDateInFileName } from '../../../shared/dates/findDate.ts';
import type { IsoDate } from '../note/note.ts';

/** Where notes go in a repository that has none, relative to it. */
export const defaultFolder = 'docs/office-hours';

/** A file name with a date in it, cut at the date. */
export interface NamePattern {
  readonly before: string;
  /** Between year, month and day: `-`, `_`, `.` or nothing. */
  readonly separator: string;
  /** With the extension. */
  readonly after: string;
}

export const defaultPattern: NamePattern = { before: '', separator: '', after: '_meeting_notes.md' };

export type SafeName =
  | { readonly kind: 'name'; readonly name: string }
  /** `reason` goes on after the name: `is reserved on Windows`. */
  | { readonly kind: 'unsafe'; readonly name: string; readonly reason: string };

/** How many of the latest names decide. */
const recentNames = 5;
/** File systems stop at 255 bytes, and backups and version control add to a name. */
const longestBytes = 200;

/**
 * The pattern of the latest names, `fileNames` the newest first: the one that most of the latest five share. Names
 * that all differ beside their dates keep only what they have in common. Without any dated name, the default.
 */
export function learnNamePattern(fileNames: readonly string[]): NamePattern {
  const patterns: NamePattern[] = [];
  for (const fileName of fileNames) {
    const pattern = patternOf(fileName);
    if (pattern !== undefined) patterns.push(pattern);
    if (patterns.length === recentNames) break;
  }
  const [newest] = patterns;
  if (newest === undefined) return defaultPattern;
  let best = newest;
  let bestCount = 0;
  for (const pattern of patterns) {
    const count = patterns.filter((other) => isSame(pattern, other)).length;
    if (count > bestCount) [best, bestCount] = [pattern, count];
  }
  if (bestCount > 1 || patterns.length === 1) return best;
  return {
    before: patterns.every((pattern) => pattern.before === newest.before) ? newest.before : '',
    separator: newest.separator,
    after: patterns.every((pattern) => pattern.after === newest.after)
      ? newest.after
      : newest.after.slice(newest.after.lastIndexOf('.')),
  };
}

function patternOf(fileName: string): NamePattern | undefined {
  const date = findDateInFileName(fileName);
  if (date === undefined || !/\.(?:md|markdown)$/i.test(fileName)) return undefined;
  const { from, to } = date.range;
  return {
    before: fileName.slice(0, from),
    separator: to - from === 10 ? fileName[from + 4]! : '',
    after: fileName.slice(to),
  };
}

function isSame(one: NamePattern, other: NamePattern): boolean {
  return one.before === other.before && one.separator === other.separator && one.after === other.after;
}

/** The name for a day, if a file may be called that. */
export function fileNameFor(pattern: NamePattern, date: IsoDate): SafeName {
  return safeName(pattern.before + date.split('-').join(pattern.separator) + pattern.after);
}

/**
 * Whether a name is one path component that every file system takes as it is and that leads nowhere else: no
 * separators, no `..`, no control characters, nothing Windows reserves or drops
 * (learn.microsoft.com/windows/win32/fileio/naming-a-file), at most 200 bytes of UTF-8.
 */
export function safeName(name: string): SafeName {
  const reason = whyUnsafe(name);
  return reason === undefined ? { kind: 'name', name } : { kind: 'unsafe', name, reason };
}

export type SafeFolder =
  | { readonly kind: 'folder'; readonly components: readonly string[] }
  | { readonly kind: 'unsafe'; readonly reason: string };

/**
 * A folder written relative to the workspace folder, with `/` or `\\` between its components, each of them a safe name.
 * Empty: the workspace folder itself.
 */
export function safeFolder(path: string): SafeFolder {
  if (/^[/\\]/.test(path)) return { kind: 'unsafe', reason: 'is not relative to the workspace folder' };
  const components = path.split(/[/\\]/).filter((component) => component !== '' && component !== '.');
  for (const component of components) {
    if (component === '..') return { kind: 'unsafe', reason: 'is outside the workspace folder' };
    const reason = whyUnsafe(component);
    if (reason !== undefined) return { kind: 'unsafe', reason: `has a part that ${reason}` };
  }
  return { kind: 'folder', components };
}

function whyUnsafe(name: string): string | undefined {
  if (name.trim() === '') return 'is empty';
  if (name === '.' || name === '..') return 'is a folder';
  if (/[/\\]/.test(name)) return 'contains a path separator';
  if (/\p{Cc}/u.test(name)) return 'contains control characters';
  if (/[\p{Bidi_Control}\u2028\u2029]/u.test(name))
    return 'contains invisible characters that change the text direction';
  if (/[<>:"|?*]/.test(name)) return 'contains a character that Windows does not allow';
  if (/[. ]$/.test(name) || name.startsWith(' ')) return 'begins or ends with a space or a dot';
  if (/%(?:2f|5c|00)/i.test(name)) return 'contains an encoded path separator';
  const stem = name.split('.', 1)[0]!.trim();
  if (/^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i.test(stem))
    return 'is reserved on Windows';
  if (/\p{Cs}/u.test(name)) return 'contains an incomplete character';
  if (utf8Bytes(name) > longestBytes) return `is longer than ${longestBytes} bytes`;
  return undefined;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
