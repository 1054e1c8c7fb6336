/** `office-hours new`: the next note of the repository around the current folder. */

import { closeSync, mkdirSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defaultSettings } from '../../shared/settings.ts';
import type { Clock } from '../core/ports.ts';
import { type NewNoteState, preparedNote, proposedDates } from '../core/workspace/newNote.ts';
import { filesByNode, isInside, isThere, realPath } from '../host/byNode.ts';
import type { Request } from './arguments.ts';
import { chooseSeries } from './chooseSeries.ts';
import { chooseTemplate } from './chooseTemplate.ts';
import { readArchive, rootAround } from './repository.ts';
import { shownPath } from './selection.ts';

export type NewNoteResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'created'; readonly path: string }
  /** What was in the way, and the remedy. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * `date`: `YYYY-MM-DD`, absent for the likeliest next meeting. `series`: a template file's name. With `stdout` nothing is
 * written.
 */
export async function newNote(
  { date, series, stdout }: Omit<Extract<Request, { kind: 'new' }>, 'kind'>,
  cwd: string,
  clock: Clock,
): Promise<NewNoteResult> {
  const root = rootAround(cwd, cwd);
  const folder = pathToFileURL(root).href;
  const state: NewNoteState = {
    archive: await readArchive([root], clock),
    clock,
    files: filesByNode,
    openNote: () => undefined,
    settingsFor: () => defaultSettings,
  };
  const chosen = chooseTemplate(series, pathToFileURL(cwd).href, state.archive.templates);
  if (chosen.kind === 'unclear') return { kind: 'failed', message: chosen.message };
  const here = chosen.template === undefined ? chooseSeries(cwd, root, state.archive) : undefined;
  if (here?.kind === 'unclear') return { kind: 'failed', message: here.message };
  // A series begins where its template is.
  const place = {
    folder: chosen.template?.root ?? folder,
    target: here?.folder ?? null,
    template: chosen.template?.uri ?? null,
  };
  const { proposals } = proposedDates(place, state);
  const day = date ?? (proposals.find(({ exists }) => !exists) ?? proposals[0])?.date ?? clock.today();
  const prepared = await preparedNote({ ...place, date: day }, state);
  if (prepared.kind === 'refused') return { kind: 'failed', message: prepared.message };
  if (prepared.kind === 'exists') return inTheWay(day, fileURLToPath(prepared.uri), cwd);
  const text = prepared.text.endsWith('\n') ? prepared.text : `${prepared.text}\n`;
  if (stdout || prepared.uri === null) return { kind: 'text', text };
  const path = fileURLToPath(prepared.uri);
  const link = linkOutOf(root, dirname(path));
  if (link !== undefined) {
    const message = `"${shownPath(link, cwd)}" is a link to a folder outside "${root}". Run the command in the target folder, or print the note with --stdout.`;
    return { kind: 'failed', message };
  }
  return createFile(path, text, day, cwd);
}

/** Of the folders from `root` down to `folder`, absolute paths, the first that really is outside. */
function linkOutOf(root: string, folder: string): string | undefined {
  const realRoot = realPath(root) ?? root;
  let at = root;
  for (const component of relative(root, folder).split(sep)) {
    at = join(at, component);
    const real = realPath(at);
    if (real !== undefined && !isInside(real, realRoot)) return at;
  }
  return undefined;
}

/** Never writes over anything; what could not be written whole is not left behind. */
function createFile(path: string, text: string, day: string, cwd: string): NewNoteResult {
  let file: number;
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (isThere(path)) return inTheWay(day, path, cwd);
    file = openSync(path, 'wx');
  } catch (error) {
    return cannotWrite(path, cwd, error);
  }
  try {
    writeFileSync(file, text);
    closeSync(file);
    return { kind: 'created', path: shownPath(path, cwd) };
  } catch (error) {
    closeSync(file);
    unlinkSync(path);
    return cannotWrite(path, cwd, error);
  }
}

function cannotWrite(path: string, cwd: string, error: unknown): NewNoteResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const message = `"${shownPath(path, cwd)}" cannot be written (${code}). Check permissions and free space.`;
  return { kind: 'failed', message };
}

function inTheWay(day: string, path: string, cwd: string): NewNoteResult {
  const message = `the note of ${day} already exists: ${shownPath(path, cwd)}. Open it, or choose another date with --date.`;
  return { kind: 'failed', message };
}
