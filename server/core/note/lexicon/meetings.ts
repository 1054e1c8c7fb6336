/** What meetings and the files about them are called. What a word tells depends on where it stands. */

import { words } from './words.ts';

/** These name a meeting wherever they stand. */
const meetings = words('meeting minutes standup officehours');
const pluralMeetings = words('meetings standups');
/** These mean something else as well: a function call, a browser session. */
const ambiguous = words('call calls sync syncs session sessions office hours hour note notes agenda');
/** Who meets; they are part of a project's name: `Lantern TSC`. */
const groups = words('tsc wg sig');
/** What kind of meeting it is. */
const modifiers = words('weekly biweekly bi-weekly fortnightly monthly community');

/** In a file's name, beside its date. */
export function isMeetingWord(word: string): boolean {
  return [meetings, pluralMeetings, ambiguous, groups].some((list) => list.has(word));
}

/** The words of the name of a file of several meetings: `weekly-sync`, `tsc-meeting-notes`. */
export function areOfMeetings(names: readonly string[]): boolean {
  return names.some(isMeetingWord) && names.every((word) => isMeetingWord(word) || modifiers.has(word));
}

/** What teams have again and again, beside a number: `sprint-12`. */
const numbered = words(
  'sprint sprints iteration iterations retro retros retrospective retrospectives planning review plenary plenaries assembly',
  'council committee board treffen sitzung sitzungen runde weekly biweekly demo demos',
);

/** A word of a file's name beside the meeting's number. */
export function isNumberedWord(word: string): boolean {
  return isMeetingWord(word) || numbered.has(word);
}

/** The words of a folder's name: `office-hours`, `meetings`, `meeting_notes`. */
export function isMeetingFolder(names: readonly string[]): boolean {
  const isOne = names.some((word) => meetings.has(word) || pluralMeetings.has(word));
  return isOne || (names.includes('office') && names.includes('hours'));
}

/** The words of a title: `lantern office hours`, `Meeting minutes`, `Community call`. */
export function isMeetingTitle(title: readonly string[]): boolean {
  return title.some((word, index) => {
    const before = title[index - 1] ?? '';
    if (word === 'call' || word === 'calls') return modifiers.has(before) || groups.has(before);
    return meetings.has(word) || (before === 'office' && (word === 'hours' || word === 'hour'));
  });
}

/** The last word of a group's name: `Release team`. */
const groupNames = words('team teams committee council board squad crew panel group');
/** A title with one of these is a sentence: `Announcing the new board`. */
const articles = words('the our their this');

/** The words of a title, without numbers and months, say whose meeting it is: `Releases WG`, `Blog standup`, `Release team`. */
export function namesGroup(title: readonly string[]): boolean {
  if (title.some((word) => groups.has(word) || word === 'standup')) return true;
  return groupNames.has(title.at(-1) ?? '') && !title.some((word) => articles.has(word));
}

/** In a title the project's name ends before them: `Lantern TSC meeting`. */
export function endsProjectName(word: string): boolean {
  return (isMeetingWord(word) && !groups.has(word)) || modifiers.has(word);
}

/** A number behind them counts meetings: `Council Meeting #103`, `TSC notes #12`, `Community weekly #7`. */
export const countedWords: readonly string[] = [...meetings, ...ambiguous, ...groups, ...modifiers];

/** Beside the day in a meeting's heading: `2026-01-06 at 16:00 UTC`, `Notes of the weekly sync`. */
const besideDay = words(
  'of on the at for our held daily weekly biweekly fortnightly monthly community team core public regular general open project',
  'utc gmt cet cest est edt pst pdt ist bst jst am pm h online virtual hybrid remote zoom',
);

/** A word that says no more than that the heading is that of a meeting. */
export function isBesideMeetingDay(word: string): boolean {
  return isMeetingWord(word) || besideDay.has(word);
}

/** With one of them a heading with a day is not that of the day's meeting. */
const otherDays = words(
  'next upcoming previous template example due deadline deadlines since until by before after postponed',
  'task tasks todo todos action actions item items draft outage follow-up followup holiday holidays',
);

export function isOtherDayWord(word: string): boolean {
  return otherDays.has(word);
}

/** A note with one of these, and with nothing else of a note, is of a meeting that did not take place. In lower case. */
export const cancelledWords: readonly string[] = [
  'cancel',
  'postponed',
  'skipped',
  'no meeting',
  'no quorum',
  'not held',
  'did not meet',
  "didn't meet",
  'abgesagt',
  'ausgefallen',
  'entfällt',
  'fällt aus',
  'verschoben',
  'annulé',
  'reportée',
  'suspendida',
  'annullat',
  'rinviata',
  'geannuleerd',
  'inställt',
  'avlyst',
  'aflyst',
  'odwołane',
  'zrušen',
  'отменен',
  '中止',
  '取消',
];
