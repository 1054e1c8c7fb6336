/** `office-hours import`: text from a shared pad as notes of the series. All of them are written, or none. */

import { readFileSync, unlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inEnglish, sayAll, verbatim } from '../../shared/l10n.ts';
import type { NewNoteResult } from '../../shared/protocol.ts';
import { type ImportedFile, type ImportStep, importInto } from '../core/features/importNotes.ts';
import type { Clock } from '../core/ports.ts';
import { realPath } from '../host/byNode.ts';
import type { ImportRequest } from './arguments.ts';
import { Checker } from './checker.ts';
import { Drafts } from './drafts.ts';
import { chooseWhere, stateAround, unclearName } from './newNotePlace.ts';
import { replaceFile } from './replaceFile.ts';
import { rootAround } from './repository.ts';
import { isInRepositoryOf, shownPath } from './selection.ts';
import { createNote, whyNotInto } from './writeNote.ts';

export type ImportOutcome =
  /** `remarks`: what is skipped, and why. */
  | { readonly kind: 'text'; readonly text: string; readonly remarks: readonly string[] }
  /** Each path once, in the text's order. */
  | { readonly kind: 'created'; readonly paths: readonly string[]; readonly remarks: readonly string[] }
  /** What was in the way, and the remedy; nothing was written. */
  | { readonly kind: 'failed'; readonly message: string };

type Notes = Extract<ImportStep, { kind: 'notes' }>;

export async function importNotes(
  { date, series, stdout }: Pick<ImportRequest, 'date' | 'series' | 'stdout'>,
  text: string,
  cwd: string,
  clock: Clock,
): Promise<ImportOutcome> {
  if (text.trim() === '')
    return failed('there is no text to import. Name a file, or write the text to standard input.');
  const root = rootAround(cwd, cwd);
  const state = await stateAround(root, clock);
  const place = chooseWhere(series, cwd, root, state.archive);
  if (place.kind === 'unclear') return failed(place.message);
  const checker = new Checker(state.archive, clock);
  const step = await importInto(
    place.where,
    { text, ...(date !== undefined && { date }) },
    {
      ...state,
      repositoryOf: ({ uri, note }) => checker.contextOf(uri, note).own,
      severalNames: (choice) =>
        verbatim(unclearName(sayAll<Extract<NewNoteResult, { kind: 'name' }>, 'reason'>(choice, inEnglish))),
    },
  );
  if (step.kind === 'date')
    return failed('the text does not say the day of its meeting. Use --date YYYY-MM-DD.');
  if (step.kind === 'refused') return failed(inEnglish(step.message));
  const refused = step.notes.find(({ state: each }) => each === 'refused');
  if (refused) return failed(`${refused.day}: ${refused.message ? inEnglish(refused.message) : 'refused.'}`);
  const remarks = step.notes.flatMap((note) => whySkipped(note, cwd));
  if (remarks.length === step.notes.length) return failed([...new Set(remarks)].join(' '));
  if (stdout) return { kind: 'text', text: printed(step, cwd), remarks };
  const problem = await write(step.files, root, cwd);
  if (problem !== undefined) return failed(problem);
  const paths = step.notes.flatMap((note) => (note.text === undefined ? [] : pathOf(note.uri, cwd)));
  return { kind: 'created', paths: [...new Set(paths)], remarks };
}

function failed(message: string): ImportOutcome {
  return { kind: 'failed', message };
}

function whySkipped({ day, uri, state }: Notes['notes'][number], cwd: string): string[] {
  if (state === 'twice') return [`${day} is skipped: the text has this note twice.`];
  return state === 'exists' ? [`${day} is skipped: ${pathOf(uri, cwd)} exists.`] : [];
}

function pathOf(uri: string | null, cwd: string): string {
  return uri === null ? '' : shownPath(fileURLToPath(uri), cwd);
}

/** Of several notes each below its path, as `head` prints several files. */
function printed({ notes }: Notes, cwd: string): string {
  const made = notes.filter(({ text }) => text !== undefined);
  if (made.length === 1) return made[0]!.text!;
  return made.map(({ uri, text }) => `==> ${pathOf(uri, cwd)} <==\n\n${text}`).join('\n');
}

/** Takes back what was written; whoever has written into it meanwhile keeps it. */
type Undo = () => void;

/** What was in the way; undefined: all is written. */
async function write(files: readonly ImportedFile[], root: string, cwd: string): Promise<string | undefined> {
  const done: Undo[] = [];
  for (const file of files) {
    const path = fileURLToPath(file.uri!);
    const bytes = Buffer.from(file.note.text);
    const written =
      file.before === undefined
        ? await created(path, bytes, root, cwd)
        : replaced(path, file.before, file.note.text, cwd);
    if (typeof written === 'string') {
      for (const undo of done.reverse()) undo();
      return written;
    }
    done.push(written);
  }
  return undefined;
}

async function created(path: string, bytes: Buffer, root: string, cwd: string): Promise<Undo | string> {
  const made = await createNote(root, path, bytes.toString(), cwd);
  if (made.kind === 'exists') return `${shownPath(path, cwd)} exists.`;
  if (made.kind === 'failed') return made.message;
  return () => {
    try {
      if (readFileSync(path).equals(bytes)) unlinkSync(path);
    } catch {
      // It is gone already.
    }
  };
}

/** The meetings of the text go into a file that has others. */
function replaced(path: string, before: string, after: string, cwd: string): Undo | string {
  const closed = whyNotInto(path, cwd);
  if (closed !== undefined) return closed;
  new Drafts().removeBeside(realPath(path) ?? path);
  const mark = hasByteOrderMark(path) ? '\uFEFF' : '';
  const [old, now] = [Buffer.from(mark + before), Buffer.from(mark + after)];
  const isAllowed = isInRepositoryOf(path, cwd);
  const result = replaceFile(path, old, now, undefined, isAllowed);
  const file = shownPath(path, cwd);
  switch (result.kind) {
    case 'replaced':
      return () => void replaceFile(path, now, old, undefined, isAllowed);
    case 'changed':
      return `"${file}" has changed meanwhile. Run the command again.`;
    case 'failed':
      return `"${file}" cannot be written (${result.reason}). Check permissions and free space.`;
  }
}

function hasByteOrderMark(path: string): boolean {
  try {
    return readFileSync(path).subarray(0, 3).equals(Buffer.from('\uFEFF'));
  } catch {
    return false;
  }
}
