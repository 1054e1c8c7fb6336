/** What `check` knows of GitHub: asked for all notes at once, and not for long. */

import { IssueStore } from '../core/github/issueStore.ts';
import { type IssueKey, keyText } from '../core/github/reference.ts';
import type { Clock } from '../core/ports.ts';
import { systemTimers } from '../host/clock.ts';
import type { NodeGitHub } from '../host/githubByNode.ts';

export interface LookedUp {
  readonly issues: Pick<IssueStore, 'peek'>;
  /** Why some references were not looked up; absent: all were. */
  readonly notice?: string;
}

/** Milliseconds for everything. A check in a workflow is not to hang because GitHub does. */
const patience = 6_000;
/** Without a token there are sixty requests an hour for all that runs here. */
const mostAnonymous = 20;
/** Ten full batches. */
const mostSignedIn = 500;

/** Looks up what the notes mention, the first mentioned first. Never rejects. */
export async function lookUp(
  mentioned: readonly IssueKey[],
  { transport, storage }: NodeGitHub,
  clock: Clock,
): Promise<LookedUp> {
  const keys = [...new Map(mentioned.map((key) => [keyText(key), key])).values()];
  const silent = { error: () => {}, info: () => {} };
  const ports = { transport, storage, clock, timers: systemTimers, log: silent };
  let notice: string | undefined;
  const store = new IssueStore(ports, {
    changed: () => {},
    statusChanged: () => {},
    notice: (message) => {
      notice ??= message;
    },
  });
  const { signedIn } = await transport.account(keys[0]?.repository.host ?? 'github.com');
  const asked = keys.slice(0, signedIn ? mostSignedIn : mostAnonymous);
  const started = clock.now();
  await store.lookUp(asked, { deadline: patience });
  const isLate = clock.now() - started >= patience;
  await store.flush();
  store.close();
  const missed = keys.filter((key) => store.peek(key) === undefined).length;
  if (missed === 0) return { issues: store };
  const what = missed === 1 ? '1 reference was' : `${missed} references were`;
  const left = keys.length - asked.length;
  const state = store.status().find(({ kind }) => kind !== 'up-to-date' && kind !== 'signed-out');
  const isShort = !signedIn && (state?.kind === 'saving' || state?.kind === 'limited');
  const why =
    notice ??
    (isLate ? 'GitHub did not answer in time.' : undefined) ??
    (missed > left && !isShort ? `GitHub: ${state?.text ?? 'no answer'}.` : undefined) ??
    (signedIn ? `Only ${asked.length} are looked up at a time.` : 'With a token (GH_TOKEN) more would be.');
  return { issues: store, notice: `${what} not looked up. ${why}` };
}
