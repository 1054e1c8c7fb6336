/** The request of what is left to do in a note: a checklist, of which nothing is applied. */

import type { Connection } from 'vscode-languageserver';
import { addDays } from '../../../shared/calendar.ts';
import {
  type FinishNoteParams,
  type FinishNoteResult,
  finishNote as finishNoteRequest,
  type UnfinishedItem,
} from '../../../shared/drafts.ts';
import { type Say, t } from '../../../shared/l10n.ts';
import { unpackPlace } from '../../core/archive/place.ts';
import { effectiveSeverity } from '../../core/checks/severity.ts';
import { concluded, issueKeys } from '../../core/features/actionItemList.ts';
import { previousDay } from '../../core/features/draft/highlights.ts';
import {
  bareReferences,
  highlightKeys,
  problemsAtTheEnd,
  type UnfinishedPlace,
  untimelyHighlights,
} from '../../core/features/finishNote.ts';
import { spokenNote } from '../../core/features/noteLink.ts';
import { toRange } from '../../core/features/range.ts';
import { withLineEndsOf } from '../../core/features/workspaceEdit.ts';
import { NoteDocument } from '../../core/note/noteDocument.ts';
import type { Cancellation } from '../../core/ports.ts';
import { itemKey } from '../../core/recall/itemKey.ts';
import { openItems } from '../../core/recall/openItems.ts';
import { plainText } from '../../core/recall/plainText.ts';
import { type Answer, handler } from '../handler.ts';
import type { Session } from '../session.ts';
import { type NotePlace, placeOf } from './drafts.ts';

/** In milliseconds. */
const longestWaitMs = 8_000;

export function serveFinishNote(connection: Connection, session: Session): void {
  const { say } = session;
  const failed: FinishNoteResult = { kind: 'refused', message: say(t('The note could not be checked.')) };
  connection.onRequest<Answer<FinishNoteResult>, never>(
    finishNoteRequest,
    handler<FinishNoteParams, FinishNoteResult>(session, finishNoteRequest, failed, (params, token) =>
      finish(params, session, token),
    ),
  );
}

async function finish(
  params: FinishNoteParams,
  session: Session,
  cancellation: Cancellation,
): Promise<FinishNoteResult> {
  const { say } = session;
  await session.archiveRead();
  const before = await placeOf(params, session);
  if (before === undefined)
    return { kind: 'refused', message: say(t('This document is not a note of a series.')) };
  const { store, own, earlier, meetings } = before.source;
  const promised = openItems(earlier, meetings).filter(({ isOlder }) => !isOlder);
  const keys = [
    ...highlightKeys({ note: before.note, own }),
    ...promised.flatMap((item) => issueKeys(item, own)),
  ];
  await store?.fetchAll(keys, { timeout: longestWaitMs, cancellation });
  const isUnknown = store !== undefined && keys.some((key) => store.peek(key) === undefined);
  // What is remembered of GitHub is a part of the context.
  const now = await placeOf(params, session);
  if (now === undefined || now.note.text !== before.note.text)
    return { kind: 'refused', message: say(t('The note has changed meanwhile. Try again.')) };
  const previous = previousDay(before.source);
  const places = [
    ...problemsOf(now, session),
    ...bareReferences(new NoteDocument(now.uri, now.note.text), {
      ...now.context,
      note: now.note,
    }),
    ...(store ? untimelyHighlights({ note: now.note, own, previous, peek: (key) => store.peek(key) }) : []),
  ];
  const here = places.sort((a, b) => a.range.from - b.range.from).map((place) => itemAt(place, now, say));
  const done = promised.flatMap((open): UnfinishedItem[] => {
    const why = store && concluded(issueKeys(open, own), store);
    if (why === undefined) return [];
    const { line, character } = unpackPlace(open.item.place);
    const day = spokenNote(open.note);
    return [
      {
        message: say(t('Action item of {0} may be done ({1}): {2}', day, why, plainText(open.item.text))),
        uri: open.note.uri,
        line,
        fix: { kind: 'done', title: say(t('Mark as Done')), character, key: itemKey(open.item) },
      },
    ];
  });
  return {
    kind: 'items',
    uri: now.uri,
    version: now.document.version,
    items: [...here, ...done],
    ...(isUnknown && { remark: say(t('Not all issues and pull requests could be looked up on GitHub.')) }),
  };
}

function problemsOf({ context, source, uri }: NotePlace, session: Session): UnfinishedPlace[] {
  const severities = effectiveSeverity(session.settingsFor(uri).severity, context.definition);
  const { meetings: _, ...own } = context;
  const after = source.day === undefined ? context.today : addDays(source.day, 1);
  return problemsAtTheEnd(own, severities, after);
}

function itemAt(
  { range, message, fix }: UnfinishedPlace,
  { uri, document, from }: NotePlace,
  say: Say,
): UnfinishedItem {
  const moved = (span: UnfinishedPlace['range']) =>
    toRange({ from: from + span.from, to: from + span.to }, document);
  const text = document.getText();
  return {
    message: say(message),
    uri,
    line: moved(range).start.line,
    ...(fix && {
      fix: {
        kind: 'edits',
        title: say(fix.title),
        edits: fix.edits.map((edit) => ({
          range: moved(edit.range),
          newText: withLineEndsOf(text, {
            ...edit,
            range: { from: from + edit.range.from, to: from + edit.range.to },
          }),
        })),
      },
    }),
  };
}
