/** What a file that is to be checked turns out to be. */

import type { CheckContext } from '../core/checks/problem.ts';
import type { Note } from '../core/note/note.ts';
import type { ReadResult } from '../core/ports.ts';
import { canonicalUri, parentUri } from '../core/uri.ts';
import { isTemplateUri } from '../core/workspace/templates.ts';
import { filesByNode } from '../host/byNode.ts';
import type { Checker } from './checker.ts';
import type { KeptNotes } from './keptNotes.ts';
import type { Candidate } from './selection.ts';

export type ReadFile =
  | { readonly kind: 'note'; readonly candidate: Candidate; readonly context: CheckContext }
  | {
      readonly kind: 'template';
      readonly candidate: Candidate;
      readonly text: string;
      /** What its globs may name: the Markdown files below the folder that holds `.office-hours`, as components. */
      readonly files: readonly (readonly string[])[];
    }
  /** `reason` goes on after the file's name, and names the remedy. */
  | { readonly kind: 'unreadable'; readonly candidate: Candidate; readonly reason: string }
  /** Markdown, but no note. */
  | { readonly kind: 'other' };

/** With `notesOnly` even a file that was named has to be a note; one found in a folder always has. Never rejects. */
export async function readFile(
  candidate: Candidate,
  checker: Checker,
  kept: KeptNotes,
  notesOnly: boolean,
): Promise<ReadFile> {
  const { uri, isNamed } = candidate;
  const canonical = canonicalUri(uri);
  const read = kept.take(uri) ?? (await filesByNode.read([uri]))[0];
  if (read === undefined || ('kind' in read && read.kind !== 'text')) {
    // What it says cannot be known; whether it would be a note, by its name.
    if (notesOnly && isNamed && !isTemplateUri(canonical) && !checker.archive.isNote(uri, undefined))
      return { kind: 'other' };
    return { kind: 'unreadable', candidate, reason: reasonOf(read) };
  }
  if (isTemplateUri(canonical)) {
    const files = await checker.filesBelow(parentUri(parentUri(canonical)));
    return { kind: 'template', candidate, text: read.text, files };
  }
  const note: Note = 'kind' in read ? checker.parse(uri, read.text) : read;
  const isWanted = (isNamed && !notesOnly) || checker.archive.isNote(uri, note);
  return isWanted ? { kind: 'note', candidate, context: checker.contextOf(uri, note) } : { kind: 'other' };
}

/** Goes on after the file's name, and names the remedy. */
export function reasonOf(result: Exclude<ReadResult, { kind: 'text' }> | undefined): string {
  switch (result?.kind) {
    case 'binary':
      return 'is not UTF-8 text. Save it as UTF-8.';
    case 'too-large':
      return `has ${result.bytes} bytes, which is too large for a note.`;
    case 'missing':
      return 'no longer exists.';
    default:
      return `cannot be read (${result?.reason ?? 'no answer'}). Check its permissions.`;
  }
}
