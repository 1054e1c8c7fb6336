/** The client's request of the notes before and after a note. */

import type { Connection } from 'vscode-languageserver';
import { t } from '../../../shared/l10n.ts';
import {
  findNeighbours,
  type NeighboursParams,
  type NeighboursResult,
  type NotePlace,
} from '../../../shared/protocol.ts';
import type { NoteSummary } from '../../core/archive/noteSummary.ts';
import { neighboursOf } from '../../core/features/neighbours.ts';
import { canSelect } from '../clientCapabilities.ts';
import { isRecord, optionalText } from '../commandArguments.ts';
import { type CommandRun, showWarning } from '../executeCommand.ts';
import { type Answer, handler } from '../handler.ts';
import type { Session } from '../session.ts';

export function serveNeighbours(connection: Connection, session: Session): void {
  connection.onRequest<Answer<NeighboursResult | null>, never>(
    findNeighbours,
    handler<NeighboursParams, NeighboursResult | null>(session, findNeighbours, null, (params) =>
      neighbours(params, session),
    ),
  );
}

/**
 * `officeHours.previousNote` and `officeHours.nextNote`, for clients other than VS Code. One argument: `uri` of a note, and `line` (0-based)
 * where its file has several meetings. Shows the note where the client can, and gives its place, or null where there is none.
 */
export function neighbourRun(
  connection: Connection,
  session: Session,
  which: 'previous' | 'next',
): CommandRun {
  return async ([given]) => {
    const uri = isRecord(given) ? optionalText(given.uri) : undefined;
    const line = isRecord(given) && Number.isInteger(given.line) ? (given.line as number) : 0;
    const found = uri === undefined ? null : await neighbours({ uri, line }, session);
    const place = found?.[which];
    if (!place) {
      const none = which === 'previous' ? t('There is no previous note.') : t('There is no next note.');
      showWarning(
        connection,
        session.say(found === null ? t('This document is not a note of a series.') : none),
      );
      return null;
    }
    if (canSelect(session.capabilities)) {
      const at = { line: place.line, character: 0 };
      await connection.window.showDocument({
        uri: place.uri,
        takeFocus: true,
        selection: { start: at, end: at },
      });
    }
    return place;
  };
}

async function neighbours(
  { uri, line }: NeighboursParams,
  session: Session,
): Promise<NeighboursResult | null> {
  await session.archiveReadSoon();
  const lists = session.recall.lists().map(({ notes }) => notes);
  const around = neighboursOf(lists, uri, line);
  if (around === undefined) return null;
  return { previous: placeOf(around.previous), next: placeOf(around.next) };
}

function placeOf(note: NoteSummary | undefined): NotePlace | null {
  return note ? { uri: note.uri, line: note.meeting?.line ?? 0 } : null;
}
