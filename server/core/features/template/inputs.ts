/** What the features of a template file are told beside its text. */

import { type Message, t } from '../../../../shared/l10n.ts';
import type { IsoDate } from '../../note/note.ts';
import type { ReadTemplate } from '../../template/definition.ts';
import { proposeDates } from '../../template/rhythm/cadence.ts';

export interface TemplateInputs {
  /** Of the document's text: how it reads now, whether or not it is broken. */
  readonly read: ReadTemplate;
  /** The writer's local day. */
  readonly today: IsoDate;
  /** The days of the series' notes, in any order; none when they are not known. */
  readonly dates?: readonly IsoDate[];
  /** The next meeting's number, when the series numbers its meetings. */
  readonly number?: number;
  /**
   * The Markdown files below the folder that holds `.office-hours`, each as its components from there on, without the
   * templates; undefined while they are not known.
   */
  readonly files?: readonly (readonly string[])[];
  /** The same as far as it is known, also while the writer's changes to the globs are not followed yet. */
  readonly listed?: readonly (readonly string[])[];
  /** Names that the notes know, to be offered for the roster. */
  readonly names?: readonly string[];
}

export interface Meeting {
  readonly date: IsoDate;
  /** Why that day: `every 2 weeks on Tuesday`, `today`. */
  readonly reason: Message;
}

/** The next meetings, `count` of them when a rhythm is known, else today alone. */
export function nextMeetings({ read, today, dates = [] }: TemplateInputs, count: number): Meeting[] {
  const { rhythm } = read.definition;
  const [first] = proposeDates(dates, today, rhythm);
  const meetings: Meeting[] = [first ?? { date: today, reason: t('today') }];
  for (let last = meetings[0]!; rhythm !== undefined && meetings.length < count; last = meetings.at(-1)!) {
    meetings.push({ date: rhythm.next(last.date), reason: rhythm.spoken });
  }
  return meetings;
}
