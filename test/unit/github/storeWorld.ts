/** A store in a world of its own, for the tests of the store. */

import { IssueStore } from '../../../server/core/github/sync/issueStore.ts';
import type { IssueKey } from '../../../server/core/references/issueKey.ts';
import { inEnglish } from '../../../shared/l10n.ts';
import { repository, smallGitHub } from './api/answers.ts';
import { FakeTime, FakeTransport, MemoryLog, MemoryStorage, type Respond, signedIn } from './fakes.ts';

export interface StoreWorld {
  readonly time: FakeTime;
  readonly transport: FakeTransport;
  readonly storage: MemoryStorage;
  readonly log: MemoryLog;
  readonly store: IssueStore;
  readonly notices: string[];
  readonly changes: { count: number };
  /** Another window, or this one after a restart, over the same files. */
  again(): StoreWorld;
}

export interface WorldOptions {
  readonly respond?: Respond;
  /** False: anonymous. */
  readonly token?: boolean;
  readonly storage?: MemoryStorage;
  readonly time?: FakeTime;
}

/** By default GitHub has harbor/tide with 300 issues, and somebody is signed in. */
export function storeWorld({ respond, token = true, storage, time }: WorldOptions = {}): StoreWorld {
  const clock = time ?? new FakeTime();
  const transport = new FakeTransport(respond ?? smallGitHub(300));
  if (token) transport.current = signedIn;
  const files = storage ?? new MemoryStorage();
  const log = new MemoryLog();
  const notices: string[] = [];
  const changes = { count: 0 };
  const ports = { transport, storage: files, clock, timers: clock, log, random: () => 0 };
  const store = new IssueStore(ports, {
    changed: () => {
      changes.count++;
    },
    statusChanged: () => {},
    notice: (message) => notices.push(inEnglish(message)),
  });
  const again = (): StoreWorld =>
    storeWorld({ ...(respond && { respond }), token, storage: files, time: clock });
  return { time: clock, transport, storage: files, log, store, notices, changes, again };
}

export function key(number: number, name = repository.name): IssueKey {
  return { repository: { ...repository, name }, number };
}

export function keys(from: number, to: number): readonly IssueKey[] {
  return Array.from({ length: to - from + 1 }, (_, index) => key(from + index));
}

/** The options of a hover. */
export const hover = { timeout: 1_800, details: true } as const;

/** What an answer says, in a few words. */
export function tell(answer: Awaited<ReturnType<IssueStore['get']>> | undefined): string {
  switch (answer?.kind) {
    case 'found':
      return `found ${answer.issue.title}${'outdated' in answer ? `, outdated: ${answer.outdated.reason}` : ''}`;
    case 'missing':
      return `missing ${answer.reason}`;
    case 'unavailable':
      return `unavailable ${answer.reason}`;
    case undefined:
      return 'nothing';
  }
}
