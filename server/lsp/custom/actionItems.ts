/** The requests of the view of action items: the list, and the edits of its commands. */

import type { Connection, Position } from 'vscode-languageserver';
import {
  type ActionItemsParams,
  type ActionItemsResult,
  type EditItemParams,
  type EditItemResult,
  editActionItem,
  type IssueFormParams,
  type IssueFormResult,
  issueFormOfItem,
  listActionItems,
} from '../../../shared/actionItems.ts';
import { t } from '../../../shared/l10n.ts';
import { fileHints } from '../../core/archive/fileHints.ts';
import type { Edit } from '../../core/checks/problem.ts';
import { actionItemList, issueKeys } from '../../core/features/actionItemList.ts';
import { carryOver } from '../../core/features/draft/carryOver.ts';
import { noRepository } from '../../core/features/draft/drafted.ts';
import { hasAll, noSection } from '../../core/features/draft/todos.ts';
import { createdIssue, issueForm } from '../../core/features/issueForm.ts';
import { assign, itemAt, markDone, refer } from '../../core/features/itemEdits.ts';
import { toRange } from '../../core/features/range.ts';
import { withLineEndsOf } from '../../core/features/workspaceEdit.ts';
import { meetingsOf } from '../../core/note/meetings.ts';
import type { Note } from '../../core/note/note.ts';
import { NoteDocument, type TextDocument } from '../../core/note/noteDocument.ts';
import { parseNote } from '../../core/note/parse.ts';
import { itemKey } from '../../core/recall/itemKey.ts';
import { listedItems } from '../../core/recall/listedItems.ts';
import { openItems } from '../../core/recall/openItems.ts';
import { canonicalUri } from '../../core/uri.ts';
import { type Answer, handler } from '../handler.ts';
import type { Session } from '../session.ts';
import { notOfSeries, placeOf } from './drafts.ts';
import { type ItemEdit, refused, said } from './itemEdit.ts';

/** A note, or one of several meetings in a file, and where it begins. */
interface OneNote {
  readonly uri: string;
  readonly version: number | null;
  readonly document: TextDocument;
  readonly note: Note;
  readonly from: number;
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
      said(await edit(params, session), session),
    ),
  );
  const noForm: IssueFormResult = { kind: 'refused', message: session.say(hasChanged.message) };
  connection.onRequest<Answer<IssueFormResult>, never>(
    issueFormOfItem,
    handler<IssueFormParams, IssueFormResult>(session, issueFormOfItem, noForm, async (params) => {
      await session.archiveRead();
      return issueFormOf(params, session);
    }),
  );
}

function issueFormOf({ uri, key, clone }: IssueFormParams, session: Session): IssueFormResult {
  const { say } = session;
  const found = itemWith(key, uri, session);
  if (found === undefined) return { kind: 'refused', message: say(hasChanged.message) };
  const { item, own } = found;
  if (own === undefined) return { kind: 'refused', message: say(noRepository('todos').message) };
  return { kind: 'form', url: issueForm(item, own, clone) };
}

/** An open item of a note, and what a bare number means there. */
function itemWith(key: string, uri: string, { recall }: Session) {
  for (const { notes, own } of recall.lists()) {
    const item = openItems(notes).find(({ item: each, note }) => itemKey(each) === key && note.uri === uri);
    if (item) return { item, own };
  }
  return undefined;
}

const failed = refused(t('The note could not be changed.'));
const hasChanged = { kind: 'refused', message: t('The action item has changed. Open its note.') } as const;

function list({ login, isShown }: ActionItemsParams, session: Session): ActionItemsResult {
  const { recall, settingsFor, store } = session;
  const lists = recall.lists();
  const [first] = lists;
  const { me: named } = settingsFor(first?.notes[0]?.uri ?? '');
  const me = named !== '' ? [named] : login !== null ? [login] : [];
  const latest = ({ notes }: { readonly notes: readonly { readonly uri: string }[] }) =>
    settingsFor(notes[0]?.uri ?? '').actionItemMeetings;
  if (store && isShown) {
    const keys = lists.flatMap((each) =>
      listedItems(each, latest(each))
        .filter(({ isOlder }) => !isOlder)
        .flatMap((item) => issueKeys(item, each.own)),
    );
    if (keys.length > 0) store.want(keys);
  }
  const all = actionItemList({ lists, meetingsOf: latest, me, issues: store, say: session.say });
  return isShown ? all : { ...all, items: [] };
}

async function edit(params: EditItemParams, session: Session): Promise<ItemEdit> {
  const { action, uri, line, character, key } = params;
  if (action.kind === 'copy') return copy(params, action, session);
  if (action.kind === 'refer') return referTo(params, action.since, session);
  const found = await noteAt(uri, { line, character }, session);
  const item = found && itemAt(found.note, found.document.offsetAt({ line, character }) - found.from, key);
  if (!found || !item) return hasChanged;
  const edits = action.kind === 'done' ? markDone(found.note, item) : assign(found.note, item, action.owner);
  if (edits !== undefined) return result(found, edits);
  return refused(
    action.kind === 'done'
      ? t('No way to mark this item is understood. Mark it in its note.')
      : t('"{0}" would not be read as the owner there. Write it in the note.', action.owner),
  );
}

/** Refused as long as GitHub tells of no such issue, or where the item or its note is another one by then. */
async function referTo(params: EditItemParams, since: number, session: Session): Promise<ItemEdit> {
  const { store } = session;
  await session.archiveRead();
  const open = itemWith(params.key, params.uri, session);
  if (store === undefined || open?.own === undefined) return hasChanged;
  await store.open(open.own, 'refresh');
  const created = createdIssue(open.item.item.text, since, open.own, store);
  const found = created && (await noteAt(params.uri, params, session));
  const item = found && itemAt(found.note, found.document.offsetAt(params) - found.from, params.key);
  const edits = item && refer(found.note, item, `#${created!.number}`);
  return edits ? result(found, edits) : hasChanged;
}

async function copy(
  { key, uri }: EditItemParams,
  { target, targetLine }: EditItemParams['action'] & { readonly kind: 'copy' },
  session: Session,
): Promise<ItemEdit> {
  await session.archiveRead();
  const into = await placeOf({ uri: target, line: targetLine }, session);
  if (!into) return notOfSeries;
  const found = itemWith(key, uri, session);
  if (!found) return hasChanged;
  const done = carryOver(into.note, into.source, [found.item]);
  if (done.kind === 'edit') return result({ ...into, version: into.document.version }, [done.edit]);
  return refused(done.kind === 'nothing' ? hasAll : noSection);
}

function result({ uri, version, document, from }: OneNote, edits: readonly Edit[]): ItemEdit {
  const text = document.getText();
  const inFile = edits.map(({ range, text: put }) => ({
    range: { from: from + range.from, to: from + range.to },
    text: put,
  }));
  return {
    kind: 'edit',
    uri,
    version,
    edits: inFile.map((each) => ({
      range: toRange(each.range, document),
      newText: withLineEndsOf(text, each),
    })),
    count: 1,
  };
}

/** As its editor has it, else as it is on disk; in a file with several meetings, the one around the place. */
async function noteAt(uri: string, place: Position, session: Session): Promise<OneNote | undefined> {
  const { documents, files, archive } = session;
  const canonical = canonicalUri(uri);
  const open = documents.all().find((document) => document.canonicalUri === canonical);
  const [file] = open ? [] : await files.read([uri]);
  const document = open?.document ?? (file?.kind === 'text' && new NoteDocument(uri, file.text));
  if (!document) return undefined;
  const note = open?.note ?? parseNote(document.getText(), undefined, archive.templates.conventionsOf(uri));
  const offset = document.offsetAt(place);
  const meeting = meetingsOf(note, fileHints(uri, archive.templates.dateOf(uri))).find(
    ({ from, note: { text } }) => from <= offset && offset < from + text.length,
  );
  const version = open ? document.version : null;
  return { uri: document.uri, version, document, note: meeting?.note ?? note, from: meeting?.from ?? 0 };
}
