/** `office-hours new`: the next note of the repository around the current folder. */

import { fileURLToPath, pathToFileURL } from 'node:url';
import { inEnglish, sayAll } from '../../shared/l10n.ts';
import type { DateProposal, NewNoteResult } from '../../shared/protocol.ts';
import type { Clock } from '../core/ports.ts';
import { preparedNote, proposedDates } from '../core/workspace/newNote.ts';
import { realPath } from '../host/byNode.ts';
import type { Request } from './arguments.ts';
import { Drafts } from './drafts.ts';
import type { Environment } from './git.ts';
import { insertInto } from './insertInto.ts';
import { chooseWhere, stateAround, unclearName } from './newNotePlace.ts';
import { fillNew } from './newNoteWith.ts';
import { rootAround } from './repository.ts';
import { isInRepositoryOf, shownPath } from './selection.ts';
import { createNote, whyNotInto } from './writeNote.ts';

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
  const state = await stateAround(root, clock);
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
  const created = await createNote(root, path, text, cwd);
  if (created.kind === 'exists') return inTheWay(day, path, cwd);
  return created.kind === 'failed' ? created : { kind: 'created', path: shownPath(path, cwd), ...remark };
}

type Prepared = Exclude<NewNoteResult, { kind: 'meeting' | 'date' }>;

/** A weak schedule leaves a choice that the command cannot ask for. */
function remarkOn(proposal: DateProposal | undefined, all: readonly DateProposal[]): { remark?: string } {
  if (proposal?.kind !== 'perhaps') return {};
  const others = all.filter((each) => each.kind === 'perhaps' && each !== proposal);
  const choices = others.map(({ date, reason }) => `--date ${date} (${reason})`).join(', ');
  return {
    remark: `the meetings have no clear schedule. ${proposal.date} is ${proposal.reason}; or use ${choices}.`,
  };
}

function intoFile(path: string, insertion: Parameters<typeof insertInto>[1], cwd: string): NewNoteOutcome {
  const closed = whyNotInto(path, cwd);
  if (closed !== undefined) return { kind: 'failed', message: closed };
  const file = shownPath(path, cwd);
  new Drafts().removeBeside(realPath(path) ?? path);
  const problem = insertInto(path, insertion, isInRepositoryOf(path, cwd));
  return problem === undefined
    ? { kind: 'created', path: file }
    : { kind: 'failed', message: `"${file}" ${problem}` };
}

function inTheWay(day: string, path: string, cwd: string): NewNoteOutcome {
  const message = `the note of ${day} already exists: ${shownPath(path, cwd)}. Open it, or choose another date with --date.`;
  return { kind: 'failed', message };
}
