/** A disk, an editor and a server that follows both; and what a server says of the state that they are left in. */

import type {
  ClientCapabilities,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  FileChangeType,
  Hover,
  ProtocolConnection,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { Files, ReadResult } from '../../server/core/ports.ts';
import { canonicalUri } from '../../server/core/uri.ts';
import { isPassedOver } from '../../shared/folders.ts';
import { meetingsOf, newNoteStep } from './newNote.ts';
import { initialize, pullClient, type Session, type SessionOptions, startSession } from './session.ts';

const clock = { now: () => Date.parse('2026-02-05T12:00:00Z'), today: () => '2026-02-05' };

/** `w/docs/a.md` as a URI. */
export const uriOf = (path: string): string => `file:///${path}`;

/** What is on the disk, open in the editor, and set. Paths have no slash at either end. */
export class World {
  readonly disk = new Map<string, string>();
  readonly open = new Map<string, string>();
  /** By workspace folder: `officeHours.notes.folder`. */
  readonly folders = new Map<string, string>();
  /** What else is below `officeHours` in the settings of each folder. */
  more: Readonly<Record<string, unknown>> = {};
  /** Awaited by whoever reads files, when their texts have been taken from the disk. */
  busy: (uris: readonly string[]) => Promise<void> = async () => {};

  /** Files as the disk is when they are asked for. */
  files(): Files {
    return {
      listMarkdown: async (folder) => {
        const below = `${canonicalUri(folder)}/`;
        return [...this.disk.keys()]
          .map(uriOf)
          .filter((uri) => uri.startsWith(below) && uri.endsWith('.md'))
          .filter((uri) => !uri.slice(below.length).split('/').some(isPassedOver))
          .sort();
      },
      read: async (uris) => {
        const results = uris.map((uri): ReadResult => {
          const text = this.disk.get(canonicalUri(uri).slice(uriOf('').length));
          return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
        });
        await this.busy(uris);
        return results;
      },
    };
  }

  settings(): Map<string, unknown> {
    return new Map(
      [...this.folders].map(([path, folder]) => [uriOf(path), { ...this.more, notes: { folder } }]),
    );
  }

  /** What is there of `path` itself and below it. */
  below(path: string, paths: Iterable<string> = this.disk.keys()): string[] {
    return [...paths].filter((each) => each === path || each.startsWith(`${path}/`));
  }
}

export interface FollowerOptions extends Pick<SessionOptions, 'host' | 'params'> {
  readonly capabilities?: ClientCapabilities;
  /** A connection to a server that runs already; absent: one is started in this process. */
  readonly client?: ProtocolConnection;
}

/** One server's view of a world. */
export class Follower {
  readonly session: Session;
  readonly #world: World;
  #version = 0;

  private constructor(session: Session, world: World) {
    this.session = session;
    this.#world = world;
  }

  static async start(world: World, options: FollowerOptions = {}): Promise<Follower> {
    const sessionOptions: SessionOptions = {
      host: { clock, files: world.files(), ...options.host },
      settings: world.settings(),
      params: {
        workspaceFolders: [...world.folders.keys()].map((path) => ({ uri: uriOf(path), name: path })),
        ...options.params,
      },
    };
    const capabilities = options.capabilities ?? pullClient;
    const session = options.client
      ? await initialize(options.client, capabilities, sessionOptions)
      : await startSession(capabilities, sessionOptions);
    return new Follower(session, world);
  }

  /** A server that begins with the world as it is. */
  static async fresh(world: World, options: FollowerOptions = {}): Promise<Follower> {
    const follower = await Follower.start(world, options);
    for (const path of world.open.keys()) follower.opened(path);
    return follower;
  }

  notify(method: string, params: object): void {
    void this.session.client.sendNotification(method, params);
  }

  opened(path: string): void {
    void this.session.open(uriOf(path), this.#world.open.get(path) ?? '', ++this.#version);
  }

  /** `changes` lead to the text of the world; absent: the whole text. */
  changed(path: string, changes?: readonly TextDocumentContentChangeEvent[]): void {
    this.notify('textDocument/didChange', {
      textDocument: { uri: uriOf(path), version: ++this.#version },
      contentChanges: changes ?? [{ text: this.#world.open.get(path) ?? '' }],
    });
  }

  closed(path: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
  }

  /** Told by another spelling of the URI than the one that it is opened by. */
  watched(path: string, type: FileChangeType): void {
    const uri = uriOf(path.replace('o', '%6F'));
    this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    const folder = (path: string) => ({ uri: uriOf(path), name: path });
    const event = { added: added.map(folder), removed: removed.map(folder) };
    this.#followSettings();
    this.notify('workspace/didChangeWorkspaceFolders', { event });
  }

  settingsChanged(): void {
    this.#followSettings();
    this.notify('workspace/didChangeConfiguration', { settings: null });
  }

  #followSettings(): void {
    this.session.settings.clear();
    for (const [uri, value] of this.#world.settings()) this.session.settings.set(uri, value);
  }

  /** Waits until the server has heard what it was told so far: it answers in turn, also what it does not know. */
  async received(): Promise<void> {
    await this.session.client.sendRequest('test/unknown').catch(() => {});
  }

  /** Waits until the server has read what it was told of. */
  settled(): Promise<unknown> {
    return meetingsOf(this.session.client, { folder: null });
  }

  /** All that it says of the workspace folders and the open documents, by what it was asked. */
  async says(): Promise<Record<string, unknown>> {
    const { client } = this.session;
    const said: Record<string, unknown> = {};
    // A note's own older text counts until another is looked at; this looks at all.
    await this.settled();
    await this.settled();
    for (const path of this.#world.folders.keys()) {
      const folder = uriOf(path);
      const about = { folder };
      said[`meetings ${path}`] = await meetingsOf(client, about);
      said[`dates ${path}`] = await newNoteStep(client, about);
      said[`note ${path}`] = await newNoteStep(client, { ...about, date: '2026-03-03' });
    }
    for (const [path, text] of this.#world.open) {
      const textDocument = { uri: uriOf(path) };
      const ask = <R>(method: string, more: object = {}) =>
        client.sendRequest<R>(`textDocument/${method}`, { textDocument, ...more });
      const report = await ask<DocumentDiagnosticReport>('diagnostic');
      const items: Diagnostic[] = report.kind === 'full' ? report.items : [];
      said[`problems ${path}`] = items.map(({ code, message, range }) => [code, message, range.start]);
      const lines = text.split('\n');
      for (const words of ['TODO(', '## ', '#7']) {
        const line = lines.findIndex((each) => each.includes(words));
        const character = (lines[line] ?? '').indexOf(words) + words.length;
        const position = { line, character };
        if (line < 0) continue;
        const list = await ask<CompletionList | null>('completion', { position });
        said[`list at ${words} ${path}`] = list?.items.map(({ label, detail }) => [label, detail]);
        said[`hover at ${words} ${path}`] = await ask<Hover | null>('hover', { position });
      }
      said[`links ${path}`] = await ask('documentLink');
    }
    return said;
  }
}
