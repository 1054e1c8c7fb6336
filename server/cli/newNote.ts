/** `office-hours new`: the next note of the repository around the current folder. */

import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inEnglish, sayAll } from '../../shared/l10n.ts';
import { createExclusively } from '../../shared/node/createExclusively.ts';
import type { DateProposal, NewNoteResult } from '../../shared/protocol.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Clock } from '../core/ports.ts';
import { type NewNoteState, preparedNote, proposedDates } from '../core/workspace/newNote.ts';
import type { Where } from '../core/workspace/noteDestination.ts';
import type { Archive } from '../core/workspace/noteIndex.ts';
import { filesByNode, isInside, realPath } from '../host/byNode.ts';
import type { Request } from './arguments.ts';
import { chooseSeries } from './chooseSeries.ts';
import { chooseTemplate } from './chooseTemplate.ts';
import { Drafts } from './drafts.ts';
import type { Environment } from './git.ts';
import { insertInto } from './insertInto.ts';
import { fillNew } from './newNoteWith.ts';
import { readArchive, rootAround } from './repository.ts';
import { hiddenFolderOf, isInRepositoryOf, leadsOut, shownPath } from './selection.ts';

export type NewNoteOutcome =
  | { readonly kind: 'text'; readonly text: string; readonly remark?: string }
  | { readonly kind: 'created'; readonly path: string; readonly remark?: string }
  /** What was in the way, and the remedy. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * `date`: `YYYY-MM-DD`, absent for the likeliest next meeting. `series`: a template file's name. With `stdout` nothing is
 * written.
 */
export async function newNote(
  { date, series, stdout, with: parts }: Omit<Extract<Request, { kind: 'new' }>, 'kind'>,
  cwd: string,
  clock: Clock,
  env: Environment,
): Promise<NewNoteOutcome> {
  const root = rootAround(cwd, cwd);
  const state: NewNoteState = {
    archive: await readArchive([root], clock),
    clock,
    files: filesByNode,
    openNote: () => undefined,
    settingsFor: () => defaultSettings,
  };
  const place = chooseWhere(series, cwd, root, state.archive);
  if (place.kind === 'unclear') return { kind: 'failed', message: place.message };
  const proposals =
    date === undefined
      ? sayAll<readonly DateProposal[], 'reason'>(proposedDates(place.where, state), inEnglish)
      : [];
  const proposal = proposals.find(({ exists }) => !exists) ?? proposals[0];
  const day = date ?? proposal?.date ?? clock.today();
  const prepared = sayAll<Prepared, 'message' | 'reason' | 'description'>(
    await preparedNote({ ...place.where, date: day }, state),
    inEnglish,
  );
  if (prepared.kind === 'refused') return { kind: 'failed', message: prepared.message };
  if (prepared.kind === 'name') return { kind: 'failed', message: unclearName(prepared) };
  if (prepared.kind === 'exists') return inTheWay(day, fileURLToPath(prepared.uri), cwd);
  const uri = prepared.uri ?? `${pathToFileURL(root).href}/note.md`;
  const filling = await fillNew(
    { text: prepared.text, uri, day, parts },
    { archive: state.archive, clock, env },
  );
  if (filling.kind === 'failed') return filling;
  const { text: filled, remark: unfilled } = filling;
  const remark = unfilled === undefined ? remarkOn(proposal, proposals) : { remark: unfilled };
  if (prepared.kind === 'insert') {
    // What is printed is the meeting alone, without the blank lines around it in its file.
    if (stdout) return { kind: 'text', text: `${filled.trim()}\n`, ...remark };
    const inserted = intoFile(fileURLToPath(prepared.uri), { ...prepared, text: filled }, cwd);
    return inserted.kind === 'created' ? { ...inserted, ...remark } : inserted;
  }
  const text = filled.endsWith('\n') ? filled : `${filled}\n`;
  if (stdout || prepared.uri === null) return { kind: 'text', text, ...remark };
  const path = fileURLToPath(prepared.uri);
  const link = linkOutOf(root, dirname(path));
  if (link !== undefined) {
    const message = `"${shownPath(link, cwd)}" is a link to a folder outside "${root}". Run the command in the target folder, or print the note with --stdout.`;
    return { kind: 'failed', message };
  }
  const created = await createFile(root, path, text, day, cwd);
  return created.kind === 'created' ? { ...created, ...remark } : created;
}

type Prepared = Exclude<NewNoteResult, { kind: 'meeting' | 'date' }>;

type Chosen =
  | { readonly kind: 'chosen'; readonly where: Where }
  | { readonly kind: 'unclear'; readonly message: string };

/** By the series named, else by the current folder. A series with a template file begins where its template is. */
function chooseWhere(name: string | undefined, cwd: string, root: string, archive: Archive): Chosen {
  const folder = pathToFileURL(root).href;
  const here = chooseSeries(cwd, root, archive);
  const isHere = name === undefined && here.kind === 'chosen' && here.isAround;
  if (!isHere) {
    const { templates } = archive;
    const chosen = chooseTemplate(name, pathToFileURL(cwd).href, templates);
    if (chosen.kind === 'unclear') return chosen;
    const { template } = chosen;
    if (template) return { kind: 'chosen', where: { folder: template.root, template: template.uri } };
    if (here.kind === 'unclear') return here;
  }
  return { kind: 'chosen', where: { folder, ...(here.folder !== null && { series: here.folder }) } };
}

/** A weak schedule leaves a choice that the command cannot ask for. */
function remarkOn(proposal: DateProposal | undefined, all: readonly DateProposal[]): { remark?: string } {
  if (proposal?.kind !== 'perhaps') return {};
  const others = all.filter((each) => each.kind === 'perhaps' && each !== proposal);
  const choices = others.map(({ date, reason }) => `--date ${date} (${reason})`).join(', ');
  return {
    remark: `the meetings have no clear schedule. ${proposal.date} is ${proposal.reason}; or use ${choices}.`,
  };
}

function unclearName({ reason, names }: Extract<NewNoteResult, { kind: 'name' }>): string {
  const paths = names.map(({ folder, name }) => JSON.stringify(folder === '' ? name : `${folder}/${name}`));
  return `${reason} It may be ${paths.join(' or ')}: create that file, or describe the names with "file" in a template.`;
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

function intoFile(path: string, insertion: Parameters<typeof insertInto>[1], cwd: string): NewNoteOutcome {
  const file = shownPath(path, cwd);
  if (leadsOut(path, cwd)) {
    const message = `"${file}" is a link to a file outside the repository. Run the command in the target folder, or print the meeting with --stdout.`;
    return { kind: 'failed', message };
  }
  const hidden = hiddenFolderOf(path, cwd);
  if (hidden !== undefined) {
    const message = `"${file}" is in the hidden folder "${hidden}", where nothing is written. Move it to another folder.`;
    return { kind: 'failed', message };
  }
  new Drafts().removeBeside(realPath(path) ?? path);
  const problem = insertInto(path, insertion, isInRepositoryOf(path, cwd));
  return problem === undefined
    ? { kind: 'created', path: file }
    : { kind: 'failed', message: `"${file}" ${problem}` };
}

/** Never writes over anything; what could not be written whole is not left behind. Links inside the repository are followed. */
async function createFile(
  root: string,
  path: string,
  text: string,
  day: string,
  cwd: string,
): Promise<NewNoteOutcome> {
  const linksInto = realPath(root) ?? root;
  const created = await createExclusively(path, new TextEncoder().encode(text), { root, linksInto });
  switch (created.kind) {
    case 'created':
      return { kind: 'created', path: shownPath(path, cwd) };
    case 'exists':
      return inTheWay(day, path, cwd);
    case 'failed':
      return {
        kind: 'failed',
        message: `"${shownPath(path, cwd)}" cannot be written (${inEnglish(created.reason)}). Check permissions and free space.`,
      };
  }
}

function inTheWay(day: string, path: string, cwd: string): NewNoteOutcome {
  const message = `the note of ${day} already exists: ${shownPath(path, cwd)}. Open it, or choose another date with --date.`;
  return { kind: 'failed', message };
}
