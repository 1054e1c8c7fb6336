/** The requests of the view of action items: the list, and the edits of its commands. */

import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ActionItemsParams,
  type ActionItemsResult,
  type CarryOverParams,
  carryOverItems,
  type EditItemParams,
  type EditItemResult,
  editActionItem,
  listActionItems,
} from '../../../shared/actionItems.ts';
import { t } from '../../../shared/l10n.ts';
import type { Edit } from '../../core/checks/problem.ts';
import { actionItemList, issueKeys } from '../../core/features/actionItemList.ts';
import { assign, type CarriedOver, carryOver, itemAt, markDone } from '../../core/features/itemEdits.ts';
import { toRange } from '../../core/features/range.ts';
import { withLineEndsOf } from '../../core/features/workspaceEdit.ts';
import type { Note } from '../../core/note/note.ts';
import { parseNote } from '../../core/note/parse.ts';
import { itemKey } from '../../core/recall/itemKey.ts';
import { listedItems } from '../../core/recall/listedItems.ts';
import { openItems } from '../../core/recall/openItems.ts';
import { canonicalUri } from '../../core/uri.ts';
import { type Answer, handler } from '../handler.ts';
import type { Session } from '../session.ts';
import { type ItemEdit, refused, said } from './itemEdit.ts';

interface OneNote {
  readonly uri: string;
  readonly version: number | null;
  readonly document: TextDocument;
  readonly note: Note;
}

export function serveActionItems(connection: Connection, session: Session): void {
  const none: ActionItemsResult = { hasNotes: false, mine: 0, items: [] };
  connection.onRequest<Answer<ActionItemsResult>, never>(
    listActionItems,
    handler<ActionItemsParams, ActionItemsResult>(session, listActionItems, none, async (params) => {
      await session.archiveRead();
      return list(params, session);
    }),
  );
  connection.onRequest<Answer<EditItemResult>, never>(
    editActionItem,
    handler<EditItemParams, EditItemResult>(session, editActionItem, said(failed, session), async (params) =>
      said(
        await (params.action.kind === 'copy'
          ? copy(params, params.action.target, session)
          : edit(params, session)),
        session,
      ),
    ),
  );
  connection.onRequest<Answer<EditItemResult>, never>(
    carryOverItems,
    handler<CarryOverParams, EditItemResult>(
      session,
      carryOverItems,
      said(failed, session),
      async ({ uri }) => {
        await session.archiveRead();
        return said(await carry(uri, session), session);
      },
    ),
  );
}

const failed = refused(t('The note could not be changed.'));

function list({ login, isShown }: ActionItemsParams, session: Session): ActionItemsResult {
  const { recall, settingsFor, store } = session;
  const lists = recall.lists();
  const [first] = lists;
  const { me: named } = settingsFor(first?.notes[0]?.uri ?? '');
  const me = named !== '' ? [named] : login !== null ? [login] : [];
  const meetingsOf = ({ notes }: { readonly notes: readonly { readonly uri: string }[] }) =>
    settingsFor(notes[0]?.uri ?? '').actionItemMeetings;
  if (store && isShown) {
    const keys = lists.flatMap((each) =>
      listedItems(each, meetingsOf(each))
        .filter(({ isOlder }) => !isOlder)
        .flatMap((item) => issueKeys(item, each.own)),
    );
    if (keys.length > 0) store.want(keys);
  }
  const all = actionItemList({ lists, meetingsOf, me, issues: store, say: session.say });
  return isShown ? all : { ...all, items: [] };
}

async function edit(params: EditItemParams, session: Session): Promise<ItemEdit> {
  const found = await noteAt(params.uri, session);
  const item = found && itemAt(found.note, found.document.offsetAt(placeOf(params)), params.key);
  if (!found || !item) return refused(t('The action item has changed. Open its note.'));
  const { action } = params;
  if (action.kind === 'copy') return failed;
  const edits = action.kind === 'done' ? markDone(found.note, item) : assign(found.note, item, action.owner);
  if (edits !== undefined) return result(found, edits, 1);
  return refused(
    action.kind === 'done'
      ? t('No way to mark this item is understood. Mark it in its note.')
      : t('"{0}" would not be read as the owner there. Write it in the note.', action.owner),
  );
}

function placeOf({ line, character }: EditItemParams) {
  return { line, character };
}

async function copy(params: EditItemParams, target: string, session: Session): Promise<ItemEdit> {
  const into = await noteAt(target, session);
  const item = session.recall
    .lists()
    .flatMap(({ notes }) => openItems(notes))
    .find(({ item: each, note }) => itemKey(each) === params.key && note.uri === params.uri);
  if (!into || !item) return refused(t('The action item has changed. Open its note.'));
  return carried(into, carryOver(into.note, into.uri, [item]));
}

/** What was promised lately in earlier notes of the series. */
async function carry(uri: string, session: Session): Promise<ItemEdit> {
  const into = await noteAt(uri, session);
  const canonical = canonicalUri(uri);
  const all = session.recall.lists();
  const own = all.find(({ notes }) => notes.some((note) => canonicalUri(note.uri) === canonical));
  if (!into || !own) return refused(t('This document is not a note of a series.'));
  const { notes } = own;
  const self = notes.findIndex((note) => canonicalUri(note.uri) === canonical);
  const { actionItemMeetings } = session.settingsFor(uri);
  const items = openItems(notes.slice(self), actionItemMeetings + 1).filter(
    ({ isOlder, note }) => !isOlder && canonicalUri(note.uri) !== canonical,
  );
  if (items.length === 0) return refused(t('The earlier notes have no open action items.'));
  return carried(into, carryOver(into.note, into.uri, items));
}

function carried(into: OneNote, done: CarriedOver): ItemEdit {
  switch (done.kind) {
    case 'edits':
      return result(into, done.edits, done.count);
    case 'nothing':
      return refused(t('The note has these action items already.'));
    case 'noSection':
      return refused(t('The note has no section for action items. Insert one first.'));
  }
}

function result({ uri, version, document }: OneNote, edits: readonly Edit[], count: number): ItemEdit {
  const text = document.getText();
  return {
    kind: 'edit',
    uri,
    version,
    edits: edits.map((each) => ({
      range: toRange(each.range, document),
      newText: withLineEndsOf(text, each),
    })),
    count,
  };
}

/** As its editor has it, else as it is on disk. */
async function noteAt(uri: string, { documents, files, archive }: Session): Promise<OneNote | undefined> {
  const canonical = canonicalUri(uri);
  const open = documents.all().find((document) => document.canonicalUri === canonical);
  if (open) {
    const { document, note } = open;
    return { uri: open.uri, version: document.version, document, note };
  }
  const [file] = await files.read([uri]);
  if (file?.kind !== 'text') return undefined;
  const note = parseNote(file.text, undefined, archive.templates.conventionsOf(uri));
  return { uri, version: null, document: TextDocument.create(uri, 'markdown', 0, file.text), note };
}
