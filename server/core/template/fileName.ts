/** What a note's file and its folder may be called. */

import { type Message, t } from '../../../shared/l10n.ts';
import type { IsoDate } from '../note/note.ts';

/** Where notes go in a repository that has none, relative to it. */
export const defaultFolder = 'docs/office-hours';

export type SafeName =
  | { readonly kind: 'name'; readonly name: string }
  /** `reason` goes on after the name: `is reserved on Windows`. */
  | { readonly kind: 'unsafe'; readonly name: string; readonly reason: Message };

/** File systems stop at 255 bytes, and backups and version control add to a name. */
const longestBytes = 200;

/** What the first note of a repository is called. */
export function firstFileName(date: IsoDate): string {
  return `${date.replaceAll('-', '')}_meeting_notes.md`;
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
  | { readonly kind: 'unsafe'; readonly reason: Message };

/**
 * A folder written relative to the workspace folder, with `/` or `\\` between its components, each of them a safe name.
 * Empty: the workspace folder itself.
 */
export function safeFolder(path: string): SafeFolder {
  if (/^[/\\]/.test(path)) return { kind: 'unsafe', reason: t('is not relative to the workspace folder') };
  const components = path.split(/[/\\]/).filter((component) => component !== '' && component !== '.');
  for (const component of components) {
    if (component === '..') return { kind: 'unsafe', reason: t('is outside the workspace folder') };
    const reason = whyUnsafe(component);
    if (reason !== undefined) return { kind: 'unsafe', reason: t('has a part that {0}', reason) };
  }
  return { kind: 'folder', components };
}

function whyUnsafe(name: string): Message | undefined {
  if (name.trim() === '') return t('is empty');
  if (name === '.' || name === '..') return t('is a folder');
  if (/[/\\]/.test(name)) return t('contains a path separator');
  if (/\p{Cc}/u.test(name)) return t('contains control characters');
  if (/[\p{Bidi_Control}\u2028\u2029]/u.test(name))
    return t('contains invisible characters that change the text direction');
  if (/[<>:"|?*]/.test(name)) return t('contains a character that Windows does not allow');
  if (/[. ]$/.test(name) || name.startsWith(' ')) return t('begins or ends with a space or a dot');
  if (/%(?:2f|5c|00)/i.test(name)) return t('contains an encoded path separator');
  const stem = name.split('.', 1)[0]!.trim();
  if (/^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i.test(stem))
    return t('is reserved on Windows');
  if (/\p{Cs}/u.test(name)) return t('contains an incomplete character');
  if (utf8Bytes(name) > longestBytes) return t('is longer than {0} bytes', longestBytes);
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
