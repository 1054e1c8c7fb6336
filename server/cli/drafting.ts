/** Drafts without an editor: what GitHub and the earlier notes bring into a text. */

import type { DraftPart } from '../../shared/drafts.ts';
import { inEnglish } from '../../shared/l10n.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { NoteSummary } from '../core/archive/noteSummary.ts';
import { draftNote, withDrafts } from '../core/features/draft/draft.ts';
import type { Drafted, NotDrafted } from '../core/features/draft/drafted.ts';
import { draftSource } from '../core/features/draft/source.ts';
import { IssueStore } from '../core/github/sync/issueStore.ts';
import type { IsoDate } from '../core/note/note.ts';
import type { Clock } from '../core/ports.ts';
import type { SeriesNotes } from '../core/workspace/currentNotes.ts';
import type { Archive } from '../core/workspace/noteIndex.ts';
import { filesByNode } from '../host/byNode.ts';
import { systemTimers } from '../host/clock.ts';
import { githubByNode, type NodeGitHub } from '../host/githubByNode.ts';
import { Checker } from './checker.ts';
import type { Environment } from './git.ts';

export interface DraftHost {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly env: Environment;
}

export interface DraftWanted {
  readonly text: string;
  /** Of the note, which need not be there yet. */
  readonly uri: string;
  /** The note by whose template it is drafted; absent: itself. */
  readonly like?: string;
  /** The day of its meeting. */
  readonly day: IsoDate;
  readonly list: SeriesNotes;
  readonly parts: readonly DraftPart[];
  /** The day after which something is new; absent: that of the note before. */
  readonly since?: IsoDate | undefined;
}

export type DraftOutcome =
  /** `left`: what was not drafted, and why. */
  | { readonly kind: 'drafted'; readonly text: string; readonly left: readonly NotDrafted[] }
  /** GitHub did not answer; half of a draft would be taken for all of it. */
  | { readonly kind: 'failed'; readonly message: string };

/** Milliseconds for each part. A workflow is not to hang because GitHub does. */
const timeoutMs = 20_000;

/** Never rejects because of GitHub. */
export async function draftInto(wanted: DraftWanted, host: DraftHost): Promise<DraftOutcome> {
  const { text, uri, like = uri, day, list, parts, since } = wanted;
  const { archive, clock, env } = host;
  const checker = new Checker(archive, clock);
  const note = checker.parse(like, text);
  const { own, template, definition } = checker.contextOf(like, note);
  const github = githubByNode(env);
  if (github.kind === 'refused' && parts.some((part) => part !== 'todos'))
    return { kind: 'failed', message: github.message };
  const store = github.kind === 'ready' ? openStore(github.github, clock) : undefined;
  const found = await draftSource(
    { uri, day, list, own, template, definition, settings: defaultSettings, store },
    { archive, files: filesByNode, openNote: () => undefined },
  );
  const source = since === undefined ? found : { ...found, earlier: [dayAlone(since), ...found.earlier] };
  const drafts = await draftNote(note, parts, source, { timeout: timeoutMs });
  await store?.flush();
  store?.close();
  const left = drafts.filter((each): each is Extract<Drafted, NotDrafted> => each.kind === 'none');
  const unavailable = left.find(({ reason }) => reason === 'unavailable');
  if (unavailable) return { kind: 'failed', message: inEnglish(unavailable.message) };
  return { kind: 'drafted', text: withDrafts({ text }, drafts, note.conventions).text, left };
}

/** A note of a day that mentions nothing. */
function dayAlone(day: IsoDate): NoteSummary {
  return { uri: '', fileName: '', fileDate: day, headings: [], people: [], references: [] };
}

function openStore(github: NodeGitHub, clock: Clock): IssueStore {
  const silent = { error: () => {}, info: () => {} };
  const ports = { ...github, clock, timers: systemTimers, log: silent };
  return new IssueStore(ports, { changed: () => {}, statusChanged: () => {}, notice: () => {} });
}
