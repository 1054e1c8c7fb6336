/**
 * What the open notes ask of GitHub, and when: a repository when a note of it is opened, references once the writer
 * pauses. A keystroke asks nothing.
 */

import { type Connection, MessageType } from 'vscode-languageserver';
import { type Say, t } from '../../shared/l10n.ts';
import { literalText } from '../../shared/literalText.ts';
import {
  clearCache,
  type GitHubHostParams,
  githubAccountChanged,
  refreshTitles,
  type StatusParams,
  statusChanged,
} from '../../shared/protocol.ts';
import { repositoryKey } from '../core/archive/summary.ts';
import { contain } from '../core/contain.ts';
import type { GitHubStatus } from '../core/github/api/status.ts';
import { IssueStore } from '../core/github/sync/issueStore.ts';
import type { Repository } from '../core/note/note.ts';
import type { Clock, Logger, Storage, Timers, Transport } from '../core/ports.ts';
import { type IssueKey, resolveReference } from '../core/references/issueKey.ts';
import { turn } from '../core/turn.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';
import type { Notify } from './clientKind.ts';

export interface GitHubPorts {
  readonly transport: Transport;
  readonly storage: Storage;
}

export interface GitHubHost extends GitHubPorts {
  readonly connection: Connection;
  readonly notify: Notify;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly say: Say;
  /** The repository of a note; undefined: the document is no note or nothing says. */
  repositoryOf(document: OpenDocument): Repository | undefined;
  isNote(document: OpenDocument): boolean;
  /** Settled when the document's note costs nothing to ask for. */
  read(document: OpenDocument): Promise<void>;
  /** Answers about any note may differ now. */
  changed(): void;
  /** Removes what is kept of the notes in the same storage. */
  clearNotes(): Promise<void>;
}

/** A number that is being typed is not yet the one that is meant. */
const pauseMs = 1_500;

export class GitHubSession {
  readonly store: IssueStore;
  readonly #host: GitHubHost;
  readonly #pending = new Map<string, { readonly opened: boolean; cancel(): void }>();
  /** What the numbers of a document meant when it was looked at. */
  readonly #meant = new WeakMap<OpenDocument, string>();
  #lastStatus = '';

  constructor(host: GitHubHost) {
    this.#host = host;
    const { connection, transport, storage, clock, timers, log } = host;
    this.store = new IssueStore(
      { transport, storage, clock, timers, log },
      {
        changed: () => host.changed(),
        statusChanged: () => this.#notifyStatus(),
        notice: (message, { kind }) => {
          const type = kind === 'rejected' ? MessageType.Warning : MessageType.Info;
          void connection.sendNotification('window/showMessage', {
            type,
            message: literalText(host.say(message), 'message'),
          });
        },
      },
    );
    connection.onNotification(githubAccountChanged, ({ host: name }: GitHubHostParams) =>
      contain(log, githubAccountChanged, () => this.store.accountChanged(name)),
    );
    connection.onRequest(refreshTitles, () =>
      contain(log, refreshTitles, () => this.store.refresh()).then(() => null),
    );
    connection.onRequest(clearCache, () =>
      contain(log, clearCache, async () => {
        await host.clearNotes();
        await this.store.clear();
      }).then(() => null),
    );
  }

  /** A document was opened or edited. What it mentions is fetched at once, or when the writer has paused. */
  documentChanged(document: OpenDocument, opened: boolean): void {
    const pending = this.#pending.get(document.uri);
    // Whoever types from the start on must not put off the opening for as long.
    if (pending?.opened && !opened) return;
    pending?.cancel();
    const fetch = () => {
      this.#pending.delete(document.uri);
      void contain(this.#host.log, 'github', () => this.#fetch(document, opened));
    };
    const cancel = this.#host.timers.after(opened ? 0 : pauseMs, fetch);
    this.#pending.set(document.uri, { opened, cancel });
  }

  /** Settings, templates or the clone may say now that a document is a note, or that its numbers are another repository's. */
  meaningsChanged(documents: readonly OpenDocument[]): void {
    for (const document of documents) {
      const meant = this.#meant.get(document);
      if (meant === undefined || this.#pending.has(document.uri) || !document.isRead) continue;
      if (meant !== this.#meaningOf(document)) this.documentChanged(document, true);
    }
  }

  documentClosed(uri: string): void {
    this.#pending.get(uri)?.cancel();
    this.#pending.delete(uri);
  }

  async dispose(): Promise<void> {
    for (const { cancel } of this.#pending.values()) cancel();
    this.#pending.clear();
    await this.store.flush();
    this.store.close();
  }

  async #fetch(document: OpenDocument, opened: boolean): Promise<void> {
    await this.#host.read(document);
    this.#meant.set(document, this.#meaningOf(document));
    // All that is asked about a long note takes as long as a slice.
    if (document.isLong) {
      await turn(this.#host.timers);
      await this.#host.read(document);
    }
    if (!this.#host.isNote(document)) return;
    const own = this.#host.repositoryOf(document);
    // What is typed while the repository is fetched waits for the writer's next pause.
    const keys = document.note.references.map((reference) => resolveReference(reference, own));
    if (document.isLong) await turn(this.#host.timers);
    const opening = own && this.store.open(own, opened ? 'opened' : 'edited');
    // The batch waits for the list; a hover waits for the batch.
    this.store.want(keys.filter((key): key is IssueKey => key !== undefined));
    await opening;
  }

  /** Empty: nothing in it is looked up. */
  #meaningOf(document: OpenDocument): string {
    if (!this.#host.isNote(document)) return '';
    const own = this.#host.repositoryOf(document);
    return own ? repositoryKey(own) : '#';
  }

  #notifyStatus(): void {
    const params = statusOf(this.store.status(), this.#host.say, this.store.hasUnusedHosts);
    const text = JSON.stringify(params);
    if (text === this.#lastStatus) return;
    this.#lastStatus = text;
    this.#host.notify(statusChanged, params);
  }
}

/** One line for all hosts: the status of the one in the worst state. */
export function statusOf(hosts: readonly GitHubStatus[], say: Say, hasUnusedHosts = false): StatusParams {
  const order: readonly GitHubStatus['kind'][] = [
    'rejected',
    'refused',
    'offline',
    'limited',
    'trouble',
    'saving',
    'syncing',
    'signed-out',
    'up-to-date',
  ];
  const unused = hasUnusedHosts ? say(t('References to other servers are not looked up.')) : '';
  const [worst] = [...hosts].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  if (worst === undefined) {
    return { text: say(t('GitHub: no lookups yet')), detail: unused, severity: 'information', busy: false };
  }
  const bad = worst.kind === 'rejected' || worst.kind === 'refused' || worst.kind === 'trouble';
  const needsSignIn =
    !worst.signedIn && (worst.kind === 'signed-out' || worst.kind === 'limited' || worst.kind === 'rejected');
  const name = worst.host === 'github.com' ? 'GitHub' : worst.host;
  const words =
    worst.kind === 'refused'
      ? { text: say(t('GitHub lookups are off')), detail: say(worst.text) }
      : { text: `${name}: ${say(worst.text)}`, detail: unused };
  return {
    ...words,
    severity: bad ? 'warning' : 'information',
    busy: worst.kind === 'syncing',
    ...(needsSignIn && { action: 'signIn' as const }),
    ...(worst.kind === 'refused' && { action: 'openSettings' as const }),
  };
}
