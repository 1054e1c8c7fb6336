/** Completion and what becomes of it: lists from memory at once, and whatever they lack asked for behind their back. */

import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import {
  type CompletionInputs,
  complete,
  questionAt,
  triggerCharacters,
} from '../core/features/completion/completion.ts';
import { describeIssue, readIssueData } from '../core/features/completion/documentation.ts';
import { snippetItems } from '../core/features/completion/snippets.ts';
import { templateCompletion, templateTriggers } from '../core/features/template/completion.ts';
import type { TemplateInputs } from '../core/features/template/inputs.ts';
import { pause } from '../core/github/api/timeout.ts';
import type { IssueStore } from '../core/github/sync/issueStore.ts';
import type { Cancellation, Clock, Timers } from '../core/ports.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';
import { type ClientKind, type Notify, showsMarkdown } from './clientKind.ts';
import { documentHandler, type HandlerState, handler } from './handler.ts';
import { ListFiller } from './listFiller.ts';

export interface CompletionState extends HandlerState {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Absent: nobody reaches GitHub. */
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

export function serveCompletion(
  connection: Connection,
  state: CompletionState,
  capabilities: ClientCapabilities,
): ServerCapabilities {
  const client = capabilities.textDocument?.completion?.completionItem;
  const labelDetails = client?.labelDetailsSupport === true;
  const markdown = showsMarkdown(client?.documentationFormat, state.clientKind);
  // VS Code has the extension's own snippets.
  const offersSnippets = state.clientKind === 'plain' && client?.snippetSupport === true;
  const { store, clock, notify } = state;
  const filler = store && new ListFiller(notify, store, clock);

  connection.onCompletion(
    documentHandler<CompletionParams, CompletionList | null>(
      state,
      'textDocument/completion',
      null,
      (document, { position, context }) => {
        const template = state.templateOf(document);
        if (template !== undefined) {
          return templateCompletion(document.document, template, document.document.offsetAt(position));
        }
        const known = state.inputsFor(document);
        if (known === undefined) return null;
        const inputs = { ...known, store, labelDetails, now: clock.now() };
        const isTyped = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
        const trigger = isTyped ? context.triggerCharacter : undefined;
        // A list in a template opens by characters that mean nothing in a note.
        if (trigger !== undefined && !triggerCharacters.includes(trigger)) return null;
        const offset = document.document.offsetAt(position);
        const list = complete(document.document, inputs, offset, trigger);
        const place = { uri: document.uri, position };
        filler?.listed(questionAt(inputs, offset, trigger), list?.items.length ?? 0, place);
        if (!offersSnippets || trigger !== undefined) return list;
        const snippets = snippetItems(document.document, known.note, offset, clock.today());
        if (snippets.length === 0) return list;
        return { isIncomplete: list?.isIncomplete ?? false, items: [...(list?.items ?? []), ...snippets] };
      },
    ),
  );
  connection.onCompletionResolve((item, token) =>
    handler<CompletionItem, CompletionItem>(state, 'completionItem/resolve', item, (asked, cancellation) =>
      documented(asked, state, markdown, cancellation),
    )(item, token),
  );
  return {
    completionProvider: {
      triggerCharacters: [...new Set([...triggerCharacters, ...templateTriggers])],
      resolveProvider: true,
    },
  };
}

/** The item with what is known of its issue; labels and first lines may have to be looked up, if only for a moment. */
async function documented(
  item: CompletionItem,
  { store, clock, timers, clientKind }: CompletionState,
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
    documentation: describeIssue(known, key, clock.now(), { markdown, icons: clientKind === 'extension' }),
  };
}
