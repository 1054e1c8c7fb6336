/** A note that is drafted, part by part: what goes in, and what each part brings. */

import type { DraftPart } from '../../../../shared/drafts.ts';
import { type Message, t } from '../../../../shared/l10n.ts';
import type { NoteSummary } from '../../archive/noteSummary.ts';
import type { Edit } from '../../checks/problem.ts';
import type { WaitOptions } from '../../github/api/timeout.ts';
import type { IssueStore } from '../../github/sync/issueStore.ts';
import type { IsoDate, Note, Repository } from '../../note/note.ts';
import type { Template } from '../../template/template.ts';

/** GitHub, as far as drafts ask it. */
export type DraftStore = Pick<
  IssueStore,
  'fetchAll' | 'labelled' | 'merged' | 'oldestPulls' | 'peek' | 'releases'
>;

/** The note's series, and what is asked for. */
export interface DraftSource {
  /** Of the note, for links to other notes. */
  readonly uri: string;
  /** The day of its meeting. */
  readonly day: IsoDate | undefined;
  /** All notes of the series, for what is mentioned already; the note itself may be among them. */
  readonly notes: readonly NoteSummary[];
  /** Those before the note, the newest first. */
  readonly earlier: readonly NoteSummary[];
  /** A few of the latest of these, the newest first: they show the form. */
  readonly examples: readonly Note[];
  /** What a bare number means. */
  readonly own: Repository | undefined;
  /** The template of the note: its placeholders are replaced. */
  readonly template: Pick<Template, 'placeholderLines'>;
  /** Labels of what is on the agenda; none: the series has no such. */
  readonly agenda: readonly string[];
  /** How many of the oldest open pull requests are listed. */
  readonly oldestPulls: number;
  /** Pull requests of bots and updates of dependencies are drafted, too. */
  readonly withBots: boolean;
  /** In how many of the latest notes an action item counts as open. */
  readonly meetings: number;
  /** Absent: GitHub is not asked. */
  readonly store: DraftStore | undefined;
}

export type Drafted =
  | {
      readonly kind: 'draft';
      readonly part: DraftPart;
      /** How many lines it brings. */
      readonly count: number;
      /** The same in words: `7 merged pull requests`. */
      readonly brings: Message;
      /** Each gives the edit of the note as the one before left it; undefined: there is no place for it. */
      readonly steps: readonly DraftStep[];
    }
  | NotDrafted;

export type DraftStep = (note: Note) => Edit | undefined;

export interface NotDrafted {
  readonly kind: 'none';
  readonly part: DraftPart;
  /** `unavailable`: GitHub did not answer, so that nothing is known. */
  readonly reason: 'noSection' | 'nothing' | 'notConfigured' | 'unavailable';
  /** A sentence or two for the writer. */
  readonly message: Message;
}

export type Drafter = (note: Note, source: DraftSource, wait: WaitOptions) => Promise<Drafted>;

export function none(part: DraftPart, reason: NotDrafted['reason'], message: Message): NotDrafted {
  return { kind: 'none', part, reason, message };
}

export function noRepository(part: DraftPart): NotDrafted {
  const message = t('The repository of the notes is not known. Set {0}.', 'officeHours.repository');
  return none(part, 'notConfigured', message);
}

export function notFound(part: DraftPart, { owner, name }: Repository): NotDrafted {
  return none(part, 'unavailable', t('The repository {0} was not found.', `${owner}/${name}`));
}
