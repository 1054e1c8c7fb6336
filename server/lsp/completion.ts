/** Completion and what becomes of it: lists from memory at once, and whatever they lack asked for behind their back. */

import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Connection,
} from 'vscode-languageserver';
import type { Say } from '../../shared/l10n.ts';
import {
  completionTriggers,
  type TypedTextParams,
  type TypedTextResult,
  typedText,
} from '../../shared/protocol.ts';
import { type CompletionInputs, candidatesAt, questionAt } from '../core/features/completion/completion.ts';
import { describeIssue, readIssueData } from '../core/features/completion/documentation.ts';
import { type Candidates, completionList } from '../core/features/completion/list.ts';
import { withLiteralLabel } from '../core/features/completion/literalLabel.ts';
import { snippetItems } from '../core/features/completion/snippets.ts';
import { typedTextStart } from '../core/features/completion/typedText.ts';
import { templateCompletion } from '../core/features/template/completion.ts';
import type { TemplateInputs } from '../core/features/template/inputs.ts';
import { pause } from '../core/github/api/timeout.ts';
import type { IssueStore } from '../core/github/sync/issueStore.ts';
import type { Cancellation, Clock, Timers } from '../core/ports.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';
import { type ClientKind, type Notify, showsMarkdown } from './clientKind.ts';
import { type Answer, documentHandler, type HandlerState, handler } from './handler.ts';
import { ListFiller } from './listFiller.ts';

export interface CompletionState extends HandlerState {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly say: Say;
  /** Absent: GitHub is not available. */
  readonly store?: IssueStore | undefined;
  readonly notify: Notify;
  readonly clientKind: ClientKind;
  /** Undefined: the document is no note. */
  inputsFor(document: OpenDocument): CompletionInputs | undefined;
  /** Undefined: the document is no template file. */
  templateOf(document: OpenDocument): TemplateInputs | undefined;
}

/** Milliseconds on one item: whoever moves down a list does not mean each. */
const restOnItem = 100;
/** How long the text beside an item may take to come; the list and the writer do not wait for it. */
const resolveDeadline = 1_500;

/** How long a plain client's list of words waits for GitHub's search while it has nothing else. */
const searchWaitMs = 1_000;

export function serveCompletion(
  connection: Connection,
  state: CompletionState,
  capabilities: ClientCapabilities,
): void {
  const client = capabilities.textDocument?.completion?.completionItem;
  const labelDetails = client?.labelDetailsSupport === true;
  const defaults = capabilities.textDocument?.completion?.completionList?.itemDefaults;
  const rangeOfList = defaults?.includes('editRange') === true;
  const markdown = showsMarkdown(client?.documentationFormat, state.clientKind);
  // VS Code has the extension's own snippets.
  const offersSnippets = state.clientKind === 'plain' && client?.snippetSupport === true;
  const { store, clock, timers, notify } = state;
  const filtered = state.clientKind === 'extension';
  const filler = store && new ListFiller(notify, store, clock);
  /** VS Code makes icons of `$(zap)` in labels (suggestWidgetRenderer.ts). */
  const shown = (list: CompletionList | null): CompletionList | null =>
    list && state.clientKind === 'extension' ? { ...list, items: list.items.map(withLiteralLabel) } : list;
  // The extension's client asks about each list twice in succession: for the items, and for the typed text.
  let last: { readonly key: string; readonly candidates: Candidates | undefined } | undefined;

  const find = ({ document }: OpenDocument, inputs: CompletionInputs, offset: number, trigger?: string) => {
    const key = `${document.uri} ${document.version} ${offset} ${trigger}`;
    last = { key, candidates: candidatesAt(inputs, offset, trigger) };
    return last;
  };
  const inputsAt = (document: OpenDocument, trigger: string | undefined): CompletionInputs | undefined => {
    // A list in a template opens by characters that mean nothing in a note.
    if (trigger !== undefined && !completionTriggers.includes(trigger)) return undefined;
    const known = state.inputsFor(document);
    return known && { ...known, store, labelDetails, filtered, rangeOfList, now: clock.now() };
  };

  connection.onCompletion(
    documentHandler<CompletionParams, CompletionList | null>(
      state,
      'textDocument/completion',
      null,
      async (document, { position, context }, token) => {
        const offset = document.document.offsetAt(position);
        const template = state.templateOf(document);
        if (template !== undefined)
          return shown(templateCompletion(document.document, template, offset, state.say));
        const isTyped = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
        const trigger = isTyped ? context.triggerCharacter : undefined;
        const inputs = inputsAt(document, trigger);
        if (inputs === undefined) return null;
        const { version } = document.document;
        let { candidates } = find(document, inputs, offset, trigger);
        const question = questionAt(inputs, offset, trigger);
        const at = { uri: document.uri, position };
        const filled = filler?.listed(question, candidates?.drafts.length ?? 0, at);
        // A plain client is not notified of what comes later, and may not ask again by itself.
        const waits = !filtered && filled && candidates === undefined && question && question.text !== '';
        if (waits) {
          await Promise.race([filled, pause(searchWaitMs, timers, token)]);
          if (document.document.version !== version) return null;
          candidates = candidatesAt(inputs, offset, trigger);
        }
        const snippets =
          offersSnippets && trigger === undefined
            ? snippetItems(document.document, inputs.note, offset, clock.today())
            : [];
        if (candidates === undefined && snippets.length === 0)
          return waits ? { isIncomplete: true, items: [] } : null;
        const list = candidates && shown(completionList(document.document, inputs, offset, candidates));
        return {
          isIncomplete: list?.isIncomplete ?? waits === true,
          ...(list?.itemDefaults && { itemDefaults: list.itemDefaults }),
          items: [...(list?.items ?? []), ...snippets],
        };
      },
    ),
  );
  connection.onRequest<Answer<TypedTextResult | null>, never>(
    typedText,
    handler<TypedTextParams, TypedTextResult | null>(
      state,
      typedText,
      null,
      async ({ uri, position, trigger }) => {
        const document = await state.documentRead(uri);
        if (document === undefined || state.templateOf(document) !== undefined) return null;
        const inputs = inputsAt(document, trigger);
        if (inputs === undefined) return null;
        const { version } = document.document;
        const offset = document.document.offsetAt(position);
        const key = `${document.document.uri} ${version} ${offset} ${trigger}`;
        const { candidates } = last?.key === key ? last : find(document, inputs, offset, trigger);
        if (candidates === undefined) return { start: null, placeholder: false, inserts: false };
        const ranges = candidates.drafts.map(({ range }) => range);
        const start = typedTextStart(inputs.note.written, offset, ranges);
        return {
          start: document.document.positionAt(start).character,
          placeholder: candidates.placeholder,
          inserts: ranges.every(({ from }) => from === offset),
        };
      },
    ),
  );
  connection.onCompletionResolve((item, token) =>
    handler<CompletionItem, CompletionItem>(state, 'completionItem/resolve', item, (asked, cancellation) =>
      documented(asked, state, markdown, cancellation),
    )(item, token),
  );
}

/** The item with what is known of its issue; labels and first lines may have to be looked up, if only for a moment. */
async function documented(
  item: CompletionItem,
  { store, clock, timers, clientKind, say }: CompletionState,
  markdown: boolean,
  cancellation: Cancellation,
): Promise<CompletionItem> {
  const key = readIssueData(item.data);
  if (key === undefined || store === undefined) return item;
  let known = store.peek(key);
  if (known?.kind !== 'found' || known.issue.details === undefined) {
    if (!(await pause(restOnItem, timers, cancellation))) return item;
    const told = await store.get(key, { timeout: resolveDeadline, details: true, cancellation });
    known = told.kind === 'unavailable' ? known : told;
  }
  if (known?.kind !== 'found') return item;
  return {
    ...item,
    documentation: describeIssue(known, key, clock.now(), {
      markdown,
      icons: clientKind === 'extension',
      say,
    }),
  };
}
