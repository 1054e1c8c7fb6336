/** The day of a note that neither its title nor its date line says. */

import { findDate } from '../../../shared/dates/findDate.ts';
import { settledDate } from '../../../shared/dates/settledDate.ts';
import { findDay } from './dateLine.ts';
import { frontMatterValue } from './frontMatterValue.ts';
import { isMeetingWord } from './lexicon/meetings.ts';
import type { DatedText, IsoDate, Note, Span } from './note.ts';

/** What of a note says its day. */
export type DayText = Pick<Note, 'text' | 'sections' | 'conventions' | 'frontMatter' | 'title' | 'dateLine'>;

interface OtherDay {
  readonly place: 'heading' | 'frontMatter';
  readonly date: DatedText;
}

/** By the first heading below the title, else by the front matter. `fileDate` settles days that may be two. */
export function otherDay(note: DayText, fileDate?: IsoDate): OtherDay | undefined {
  const { text, sections, conventions, frontMatter } = note;
  const settled = ({ from, to }: Span): DatedText | undefined =>
    fileDate === undefined ? undefined : settledDate(text, from, to, fileDate);
  const heading = sections[0]?.headingTextRange;
  const isDeclared = conventions.date?.places.includes('heading') === true;
  const place = isDeclared ? 'heading' : 'title';
  const inHeading =
    heading && (settled(heading) ?? findDay(text, heading.from, heading.to, place, conventions.date));
  if (heading && inHeading && (isDeclared || saysNoMore(text, heading, inHeading)))
    return { place: 'heading', date: inHeading };
  const value = frontMatter && frontMatterValue(text, frontMatter, 'date')?.value;
  const date = value && (settled(value) ?? findDate(text, value.from, value.to));
  return date && { place: 'frontMatter', date };
}

/** `Meeting of 2021-09-29`; `Tasks from 2021-09-29` is about another day. */
function saysNoMore(text: string, heading: Span, { range }: DatedText): boolean {
  const rest = `${text.slice(heading.from, range.from)} ${text.slice(range.to, heading.to)}`.toLowerCase();
  return rest.split(/[^\p{L}\p{N}]+/u).every((word) => word === '' || word === 'of' || isMeetingWord(word));
}
