/**
 * An editor as a model: it keeps its texts by itself, does what a step says, tells a server of it, and looks at every answer: each
 * position is in its text, no edit lies over another, and no answer is an error.
 */

import { deepEqual, equal, ok } from 'node:assert/strict';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  FileChangeType,
  type Position,
  type Range,
  type ServerCapabilities,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { parseSnippet } from '../../server/core/template/snippet/parseSnippet.ts';
import { snippetText } from '../../server/core/template/snippet/snippet.ts';
import { canonicalUri } from '../../server/core/uri.ts';
import { type ActionItemsResult, editActionItem, listActionItems } from '../../shared/actionItems.ts';
import { describeNote, findNeighbours, typedText } from '../../shared/protocol.ts';
import { EditedText } from './edits.ts';
import { type Follower, uriOf, type World } from './longLived.ts';
import { pullClient } from './session.ts';

export const questions = [
  ...['diagnostic', 'completion', 'hover', 'codeAction', 'references', 'documentHighlight', 'rename'],
  ...['prepareRename', 'definition', 'documentSymbol', 'inlayHint', 'codeLens', 'documentLink'],
  ...['semanticTokens/full', 'symbol', 'fixAll', 'actionItems', 'typedText', 'describe', 'neighbours'],
] as const;

/** What one of the two kinds of client is not offered, by the part of the capabilities that would. */
const unoffered: Readonly<Record<string, keyof ServerCapabilities>> = {
  'textDocument/codeLens': 'codeLensProvider',
  'textDocument/documentSymbol': 'documentSymbolProvider',
  'textDocument/definition': 'definitionProvider',
  'workspace/symbol': 'workspaceSymbolProvider',
};

/** What this editor can do. */
export const editorCapabilities: ClientCapabilities = {
  ...pullClient,
  textDocument: {
    ...pullClient.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    completion: {
      completionList: { itemDefaults: ['editRange'] },
      completionItem: { snippetSupport: true, labelDetailsSupport: true },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    semanticTokens: {
      requests: { full: true },
      tokenTypes: ['class'],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
};

interface At {
  readonly path: string;
  /** May lie beyond the text. */
  readonly line: number;
  readonly character: number;
}

export type Step =
  /** `text`: what the editor has, though the disk has something else; absent: as on the disk. */
  | { readonly do: 'open'; readonly path: string; readonly text?: string }
  | { readonly do: 'type'; readonly path: string; readonly changes: TextDocumentContentChangeEvent[] }
  | { readonly do: 'close' | 'save' | 'delete'; readonly path: string }
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'rename'; readonly path: string; readonly to: string }
  | { readonly do: 'settings'; readonly settings: Readonly<Record<string, unknown>> }
  | { readonly do: 'folder'; readonly path: string }
  | ({
      readonly do: 'ask';
      readonly what: string;
      /** Which of the offered changes is made. */
      readonly pick: number;
      /** Cancelled after so many turns of the event loop. */
      readonly cancel?: number;
      /** Nobody waits for the answer before the next step. */
      readonly goesOn?: boolean;
    } & At)
  | { readonly do: 'restart' };

/** Where the server runs. */
export interface Place {
  start(): Promise<Follower>;
  /** Ends the server. */
  end(follower: Follower): Promise<void>;
  /** Absent: the server reads the world's own files. */
  readonly disk?: {
    write(path: string, text: string): void;
    remove(path: string): void;
  };
}

export class ModelEditor {
  readonly #world: World;
  readonly #place: Place;
  #follower: Follower;
  /** Requests that nobody waits for. */
  #asked: Promise<unknown>[] = [];
  /** Files changed since the server has read them: it may still know them as they were. */
  #isBehind = true;
  #resultIds = new Map<string, string>();

  private constructor(world: World, place: Place, follower: Follower) {
    this.#world = world;
    this.#place = place;
    this.#follower = follower;
  }

  static async start(world: World, place: Place): Promise<ModelEditor> {
    return new ModelEditor(world, place, await place.start());
  }

  end(): Promise<void> {
    return this.#place.end(this.#follower);
  }

  get follower(): Follower {
    return this.#follower;
  }

  /** Waits for all answers, and for what the server reads. */
  async settled(): Promise<void> {
    await Promise.all(this.#asked);
    this.#asked = [];
    await this.#follower.settled();
    this.#isBehind = false;
    deepEqual(this.#follower.session.errors, [], 'the server has logged an error');
  }

  async step(step: Step): Promise<void> {
    const { open, disk, folders } = this.#world;
    switch (step.do) {
      case 'open':
        if (open.has(step.path)) return;
        open.set(step.path, step.text ?? disk.get(step.path) ?? '');
        return this.#follower.opened(step.path);
      case 'type':
        return this.#typed(step.path, step.changes);
      case 'close':
        if (!open.delete(step.path)) return;
        this.#isBehind = true;
        this.#resultIds.delete(step.path);
        return this.#follower.closed(step.path);
      case 'save': {
        const text = open.get(step.path);
        return text === undefined ? undefined : this.#wrote(step.path, text);
      }
      case 'write':
        return this.#wrote(step.path, step.text);
      case 'delete':
        return this.#deleted(step.path);
      case 'rename':
        return this.#renamed(step.path, step.to);
      case 'settings':
        this.#world.more = step.settings;
        return this.#follower.settingsChanged();
      case 'folder':
        this.#isBehind = true;
        if (folders.delete(step.path)) return this.#follower.foldersChanged([], [step.path]);
        folders.set(step.path, '');
        return this.#follower.foldersChanged([step.path], []);
      case 'ask':
        return this.#ask(step);
      case 'restart':
        return this.#restarted();
    }
  }

  async #restarted(): Promise<void> {
    await Promise.all(this.#asked);
    await this.end();
    this.#follower = await this.#place.start();
    this.#resultIds.clear();
    this.#isBehind = true;
    for (const path of this.#world.open.keys()) this.#follower.opened(path);
  }

  #typed(path: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    const text = this.#world.open.get(path);
    if (text === undefined) return;
    const model = new EditedText(text);
    for (const change of changes) model.apply(change);
    this.#world.open.set(path, model.text);
    this.#follower.changed(path, changes);
  }

  #wrote(path: string, text: string): void {
    const { disk } = this.#world;
    const type = disk.has(path) ? FileChangeType.Changed : FileChangeType.Created;
    disk.set(path, text);
    this.#place.disk?.write(path, text);
    this.#isBehind = true;
    this.#follower.watched(path, type);
  }

  #deleted(path: string): void {
    if (!this.#world.disk.delete(path)) return;
    this.#place.disk?.remove(path);
    this.#isBehind = true;
    this.#follower.watched(path, FileChangeType.Deleted);
  }

  /** As an editor does: what is open goes on under the new name. */
  #renamed(from: string, to: string): void {
    const { disk, open } = this.#world;
    const text = disk.get(from);
    if (text === undefined || from === to || disk.has(to) || open.has(to)) return;
    const typed = open.get(from);
    if (typed !== undefined) {
      open.delete(from);
      this.#resultIds.delete(from);
      this.#follower.closed(from);
    }
    this.#wrote(to, text);
    if (typed !== undefined) {
      open.set(to, typed);
      this.#follower.opened(to);
    }
    this.#follower.notify('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf(from), newUri: uriOf(to) }],
    });
    this.#deleted(from);
  }

  async #ask(step: Extract<Step, { do: 'ask' }>): Promise<void> {
    const { path, what, pick, line, character, cancel, goesOn } = step;
    const text = this.#world.open.get(path);
    const { client } = this.#follower.session;
    const source = new CancellationTokenSource();
    const ask = <R>(method: string, params: object): Promise<R | null> =>
      client.sendRequest<R | null>(method, params, source.token).catch((error: { code?: number }) => {
        // A new name may be none, and not all is offered to each client.
        const refused = error.code === -32803 && method === 'textDocument/rename';
        if (!refused && !this.#isUnknown(method, error))
          ok(cancel !== undefined && error.code === -32800, `${method}: ${String(error)}`);
        return null;
      });
    const answered = this.#answer(ask, what, path, { line, character }, pick);
    if (cancel !== undefined) {
      for (let turn = 0; turn < cancel; turn++) await new Promise((resolve) => setImmediate(resolve));
      source.cancel();
    }
    if (goesOn || cancel !== undefined || text === undefined) {
      this.#asked.push(answered);
      return;
    }
    const apply = await answered;
    apply?.();
  }

  /** Only what the server has not said that it answers. */
  #isUnknown(method: string, { code }: { code?: number }): boolean {
    const provider = unoffered[method];
    const { capabilities } = this.#follower.session.initialized;
    return code === -32601 && provider !== undefined && capabilities[provider] === undefined;
  }

  /** Gives what is to be done with the answer, once it is known to fit. */
  async #answer(
    ask: <R>(method: string, params: object) => Promise<R | null>,
    what: string,
    path: string,
    position: Position,
    pick: number,
  ): Promise<(() => void) | undefined> {
    const uri = uriOf(path);
    const textDocument = { uri };
    const range = { start: { line: 0, character: 0 }, end: { line: 1_000, character: 0 } };
    const here = { start: position, end: position };
    const chosen = <T>(items: readonly T[] | null | undefined): T | undefined =>
      items?.[pick % Math.max(1, items.length)];
    // What came of an older text is not looked at: an editor drops it, too.
    const text = this.#world.open.get(path);
    const fits = <R>(answer: R): R => {
      if (text !== undefined && this.#world.open.get(path) === text) this.#inText(answer, uri);
      return answer;
    };
    const about = async <R>(name: string, params: object = {}): Promise<R | null> =>
      fits(await ask<R>(`textDocument/${name}`, { textDocument, ...params }));
    const diagnostics = async () => {
      const previousResultId = this.#resultIds.get(path);
      const report = await about<{ kind: string; resultId?: string; items?: object[] }>('diagnostic', {
        ...(previousResultId !== undefined && { previousResultId }),
      });
      if (report?.resultId !== undefined) this.#resultIds.set(path, report.resultId);
    };
    switch (what) {
      case 'diagnostic':
        await diagnostics();
        return;
      case 'completion': {
        const list = await about<CompletionList>('completion', { position, context: { triggerKind: 1 } });
        const item = chosen(list?.items);
        if (item === undefined) return;
        const whole = await ask<CompletionItem>('completionItem/resolve', item);
        if (whole === null) return;
        equal(whole.label, item.label);
        const edits = acceptedEdits(whole, list?.itemDefaults?.editRange as Range | undefined);
        return () => this.#apply(path, edits);
      }
      case 'codeAction':
      case 'fixAll': {
        const only = what === 'fixAll' ? { only: ['source.fixAll'] } : {};
        const asked = { range: pick % 2 === 0 ? range : here, context: { diagnostics: [], ...only } };
        const edit = chosen(await about<CodeAction[]>('codeAction', asked))?.edit;
        return edit && (() => this.#applyAll(edit));
      }
      case 'rename': {
        const newName = ['Ada Byron', 'x', '@grace', ' ', 'Zoë'][pick % 5];
        const edit = await about<WorkspaceEdit>('rename', { position, newName });
        return edit ? () => this.#applyAll(edit) : undefined;
      }
      case 'actionItems': {
        const listed = fits(await ask<ActionItemsResult>(listActionItems, { login: null, isShown: true }));
        const item = chosen(listed?.items);
        if (item === undefined) return;
        const action = pick % 2 === 0 ? { kind: 'done' } : { kind: 'assign', owner: 'Ada' };
        const result = await ask<{ kind: string; uri: string; edits: TextEdit[] }>(editActionItem, {
          ...item,
          action,
        });
        if (result?.kind !== 'edit') return;
        return () => this.#apply(pathOf(result.uri), result.edits);
      }
      case 'symbol':
        await ask('workspace/symbol', { query: ['', 'a', 'PR', '1'][pick % 4] });
        return;
      case 'typedText':
        await ask(typedText, { uri, position });
        return;
      case 'describe':
        await ask(describeNote, { uri });
        return;
      case 'neighbours':
        fits(await ask(findNeighbours, { uri, line: position.line }));
        return;
      default:
        await about(what, { position, range, context: { includeDeclaration: true } });
    }
  }

  /** Text and positions of a document are the model's; of a file that the server has not read yet they may be old. */
  #textOf(uri: string, own: string): string | undefined {
    const path = pathOf(uri);
    const text = this.#world.open.get(path);
    if (text !== undefined || uri === own) return text;
    return this.#isBehind ? undefined : this.#world.disk.get(path);
  }

  /** Every position in an answer lies in the text that it is about. */
  #inText(answer: unknown, own: string): void {
    const visit = (value: unknown, uri: string): void => {
      if (Array.isArray(value)) {
        for (const each of value) visit(each, uri);
        return;
      }
      if (typeof value !== 'object' || value === null) return;
      const { line, character, textDocument, targetUri } = value as Record<string, unknown>;
      const named = (value as { uri?: unknown }).uri ?? (textDocument as { uri?: unknown } | undefined)?.uri;
      const about = [named, targetUri].find((each) => typeof each === 'string') ?? uri;
      if (typeof line === 'number' && typeof character === 'number') {
        const text = this.#textOf(String(about), own);
        if (text !== undefined) isPlace(text, { line, character });
      }
      for (const [key, each] of Object.entries(value)) {
        if (key !== 'changes') visit(each, String(about));
        else for (const [of, edits] of Object.entries(each ?? {})) visit(edits, of);
      }
    };
    visit(answer, own);
  }

  #applyAll(edit: WorkspaceEdit): void {
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) this.#apply(pathOf(uri), edits);
    for (const change of edit.documentChanges ?? []) {
      if ('edits' in change) this.#apply(pathOf(change.textDocument.uri), change.edits as TextEdit[]);
      else if (change.kind === 'rename') this.#renamed(pathOf(change.oldUri), pathOf(change.newUri));
    }
  }

  /** The last first, so that the others stay where they are. */
  #apply(path: string, edits: readonly TextEdit[]): void {
    const text = this.#world.open.get(path) ?? this.#world.disk.get(path);
    if (text === undefined || edits.length === 0) return;
    const sorted = edits
      .map((edit, index) => ({ ...edit, index }))
      .sort((a, b) => compare(a.range.start, b.range.start) || a.index - b.index);
    for (const [index, { range }] of sorted.entries()) {
      isPlace(text, range.start);
      isPlace(text, range.end);
      const next = sorted[index + 1];
      ok(next === undefined || compare(range.end, next.range.start) <= 0, `edits overlap in ${path}`);
    }
    const changes = sorted.reverse().map(({ range, newText }) => ({ range, text: newText }));
    if (this.#world.open.has(path)) {
      this.#typed(path, changes);
      return;
    }
    const model = new EditedText(text);
    for (const change of changes) model.apply(change);
    this.#wrote(path, model.text);
  }
}

function pathOf(uri: string): string {
  return decodeURIComponent(canonicalUri(uri)).slice(uriOf('').length);
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}

/** On a line that there is, and not beyond its end. */
function isPlace(text: string, { line, character }: Position): void {
  const lines = text.split(/\r\n|\r|\n/);
  const place = `${line}:${character} in ${JSON.stringify(text)}`;
  ok(0 <= line && line < lines.length && 0 <= character && character <= lines[line]!.length, place);
}

/** What is typed when an item is accepted, as plain text. */
function acceptedEdits(item: CompletionItem, rangeOfList: Range | undefined): TextEdit[] {
  const { textEdit, textEditText, insertText, label, insertTextFormat, additionalTextEdits = [] } = item;
  const plain = (text: string) => (insertTextFormat === 2 ? snippetText(parseSnippet(text)) : text);
  if (textEdit !== undefined && 'range' in textEdit)
    return [{ range: textEdit.range, newText: plain(textEdit.newText) }, ...additionalTextEdits];
  if (rangeOfList === undefined) return additionalTextEdits;
  const newText = plain(textEditText ?? insertText ?? label);
  return [{ range: rangeOfList, newText }, ...additionalTextEdits];
}
