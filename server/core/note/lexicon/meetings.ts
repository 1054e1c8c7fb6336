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

/** The words of a folder's name: `office-hours`, `meetings`, `meeting_notes`. */
export function isMeetingFolder(names: readonly string[]): boolean {
  const isOne = names.some((word) => meetings.has(word) || pluralMeetings.has(word));
  return isOne || (names.includes('office') && names.includes('hours'));
}

/** The words of a title: `lantern office hours`, `Meeting minutes`, `Community call`. */
export function isMeetingTitle(title: readonly string[]): boolean {
  return title.some((word, index) => {
    const before = title[index - 1] ?? '';
    if (word === 'call') return modifiers.has(before) || groups.has(before);
    return meetings.has(word) || (before === 'office' && (word === 'hours' || word === 'hour'));
  });
}

/** Whose meeting it is: `Releases WG`, `Blog standup`. */
export function isGroupWord(word: string): boolean {
  return groups.has(word) || word === 'standup';
}

/** In a title the project's name ends before them: `Lantern TSC meeting`. */
export function endsProjectName(word: string): boolean {
  return (isMeetingWord(word) && !groups.has(word)) || modifiers.has(word);
}

/** A number behind them counts meetings: `Council Meeting #103`, `TSC notes #12`, `Community weekly #7`. */
export const countedWords: readonly string[] = [...meetings, ...ambiguous, ...groups, ...modifiers];
