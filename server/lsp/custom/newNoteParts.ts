/** What a new note can begin with, and the note with what the writer chose. */

import { draftParts } from '../../../shared/drafts.ts';
import type { NewNoteParams, NewNoteResult, NewNoteStep, UndraftedPart } from '../../../shared/protocol.ts';
import { draftNote, withDrafts } from '../../core/features/draft/draft.ts';
import type { Drafted } from '../../core/features/draft/drafted.ts';
import { draftSource } from '../../core/features/draft/source.ts';
import { parseNote } from '../../core/note/parse.ts';
import type { Cancellation } from '../../core/ports.ts';
import { builtinTemplate } from '../../core/template/file/builtin.ts';
import { canonicalUri } from '../../core/uri.ts';
import { joinedSeries, type NewNoteState } from '../../core/workspace/newNote.ts';
import type { Session } from '../session.ts';
import { latestNotesState } from './drafts.ts';

/** In milliseconds. The writer waits for the list, so that what takes longer is left out. */
const longestWaitMs = { list: 8_000, note: 20_000 } as const;

type Begun = Extract<NewNoteResult, { kind: 'ready' | 'insert' }>;

/** The step itself where the note has nothing else to begin with, or the client did not ask. */
export async function withParts(
  step: NewNoteResult,
  params: NewNoteParams,
  state: NewNoteState,
  session: Session,
  cancellation: Cancellation,
): Promise<NewNoteStep> {
  if ((step.kind !== 'ready' && step.kind !== 'insert') || step.uri === null) return step;
  const { parts } = params;
  if (!parts && params.offerParts !== true) return step;
  if (parts?.length === 0) return step;
  const timeout = parts ? longestWaitMs.note : longestWaitMs.list;
  const found = await draftsOf({ ...step, uri: step.uri }, params, state, session, { timeout, cancellation });
  if (found === undefined) return step;
  const { series, drafts, conventions } = found;
  const undrafted = drafts.flatMap((each): UndraftedPart[] =>
    each.kind === 'none' && each.reason === 'unavailable'
      ? [{ part: each.part, message: session.say(each.message) }]
      : [],
  );
  if (parts) {
    if (step.kind === 'insert') return { ...withDrafts(step, drafts, conventions), series, undrafted };
    return { ...withDrafts(step, drafts, conventions), template: step.text, series, undrafted };
  }
  const choices = drafts.flatMap((each) => (each.kind === 'draft' ? [each] : []));
  return choices.length === 0
    ? { ...step, series, undrafted }
    : {
        kind: 'parts',
        parts: choices.map(({ part, brings }) => ({ part, brings: session.say(brings) })),
        series,
        undrafted,
      };
}

/** Undefined: there are no notes that it could begin like. */
async function draftsOf(
  { uri, text }: Begun & { readonly uri: string },
  params: NewNoteParams,
  state: NewNoteState,
  session: Session,
  wait: Parameters<typeof draftNote>[3],
) {
  const joined = joinedSeries(params, state);
  const list = joined && session.recall.lists().find(({ series }) => series.folder === joined.folder);
  if (list === undefined || list.notes.length === 0) return undefined;
  const conventions = session.archive.templates.conventionsOf(uri);
  const note = parseNote(text, undefined, conventions);
  const definition = session.archive.templates.of(canonicalUri(uri))?.definition;
  const source = await draftSource(
    {
      uri,
      day: params.date ?? undefined,
      list,
      own: session.repositoryOf({ uri, note }),
      template: definition?.template ?? builtinTemplate,
      definition,
      settings: session.settingsFor(uri),
      store: session.store,
    },
    latestNotesState(session),
  );
  const drafts: readonly Drafted[] = await draftNote(note, params.parts ?? draftParts, source, wait);
  return { series: list.series.folder, drafts, conventions };
}
