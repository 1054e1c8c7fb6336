/** Things people promised to do in so many words: tasks with a marker, and pledges in a sentence. */

import { couldBeMarker, type Marker, markerAt } from './actionMarkers.ts';
import { slotBehind } from './actionSections.ts';
import { isWhitespace, isWord, skipSpaces } from './characters.ts';
import { startsEntry } from './entryStart.ts';
import { type Assignment, skipMarkup } from './leadingOwner.ts';
import { pledgeVerbs } from './lexicon/tasks.ts';
import { readNames } from './names.ts';
import { readWord } from './nameWords.ts';
import { isTaskAfterTo } from './ownerPatterns.ts';
import { readAssignment } from './owners.ts';
import type { ProseItem } from './proseItem.ts';
import type { Reading } from './reading.ts';
import { closeOf, openParenthesis, sentenceStart, trimWhitespace } from './sentences.ts';
import { isNothing } from './statements.ts';
import { asDone, isDoneSign, statusFields } from './taskStatus.ts';

const mostMarks = 12;
/** In front of a marker, in UTF-16 code units. */
const longestStatus = 24;

/** What `couldBeMarker` wants: most texts have none of it, and are asked no further. */
const beginsMarker = /(?<![A-Za-z0-9])(?:tod|fix|act|ai(?![A-Za-z0-9]))/i;

/** Every task with a marker, or pledged in a sentence, in document order. */
export function findMarkedItems(text: string, reading: Reading): ProseItem[] {
  const { markerStarts } = reading;
  const items: ProseItem[] = [];
  if (markerStarts === undefined && !beginsMarker.test(text)) return items;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const code = unit & ~32;
    // T, F and A are all that a usual marker starts with.
    const own = markerStarts?.has(unit) === true;
    if (code !== 84 && code !== 70 && code !== 65 && !own) continue;
    if (at > 0 && isWord(text.charCodeAt(at - 1)) && isWord(unit)) continue;
    if (!own && !couldBeMarker(text, at)) continue;
    const marker = markerAt(text, at, reading);
    const item = marker ? markedItem(text, marker, reading) : pledgeAt(text, at, reading);
    if (!item) continue;
    items.push(item);
    at = Math.max(at, item.range.to - 1);
  }
  return items;
}

function markedItem(text: string, marker: Marker, reading: Reading): ProseItem | undefined {
  const { span, taskFrom } = marker;
  const open = openParenthesis(text, marker.from);
  const to = open === undefined ? taskEnd(text, marker.from, taskFrom, reading) : closeOf(text, taskFrom);
  const task = skipSpaces(text, taskFrom);
  // A marker with nothing behind it introduces a list.
  if (task >= to && open === undefined && marker.owners.length === 0) return undefined;
  if (task < to && isNothing(text.slice(task, to))) return undefined;
  const assignment = assignmentOf(text, task, to, open !== undefined, marker, reading);
  // `Sync the changes (TODO: Ted)`: what is to be done stands before.
  const before = open !== undefined && assignment.owners.some((owner) => owner.range.to === to);
  const item: ProseItem = {
    range: { from: span.from, to },
    marker: span,
    form: 'marker',
    textRange: before ? { from: sentenceStart(text, open), to: open } : { from: task, to },
    ...assignment,
    ownerSlot: (marker.slotIsFree ? slotBehind(text, task, to) : undefined) ?? marker.slot,
    ...statusFields(text.slice(task, to)),
    ...(marker.doubtful && assignment.owners.length === 0 && !asksSomebody(text, task) && { doubtful: true }),
  };
  return marker.done || isDoneBefore(text, span.from) ? asDone(item) : item;
}

function assignmentOf(
  text: string,
  task: number,
  to: number,
  alone: boolean,
  { owners, ownersBefore, initials }: Marker,
  reading: Reading,
): Assignment {
  if (owners.length > 0) return { owners };
  const assignment = readAssignment(text, task, to, alone, reading);
  if (assignment.owners.length > 0) return assignment;
  if (ownersBefore.length > 0) return { owners: ownersBefore };
  return initials ? { owners: [], possibleOwners: [initials] } : assignment;
}

/**
 * A marker that starts its block owns it all, up to a line with another or one that somebody else says; one inside a block owns its
 * sentence.
 */
function taskEnd(text: string, from: number, taskFrom: number, reading: Reading): number {
  const whole = text.slice(0, from).trim() === '';
  // `ACTION:` with nothing behind it on its line: those below may be the task's.
  const isSaid = text[skipSpaces(text, taskFrom)] !== '\n';
  let to = taskFrom;
  for (; to < text.length; to++) {
    const char = text[to] as string;
    const ends = '.!?'.includes(char) && (to + 1 >= text.length || isWhitespace(text.charCodeAt(to + 1)));
    if (ends && !whole) return to + 1;
    if ((ends || char === '\n') && startsMarker(text, to + 1, reading)) {
      to += ends ? 1 : 0;
      break;
    }
    if (char === '\n' && isSaid && startsEntry(text, to + 1, reading.roster)) break;
  }
  return trimWhitespace(text, taskFrom, to);
}

/** `somebody to comment`: whoever it is, it is no talk. */
function asksSomebody(text: string, task: number): boolean {
  const first = readWord(text, task);
  const second = first && readWord(text, skipSpaces(text, first.to));
  return second?.text === 'to' && isTaskAfterTo(text, second.to);
}

/** `✅ TODO: write it`, `DONE TODO: write it`; `~~TODO: write it~~`: the marker is struck through as well. */
function isDoneBefore(text: string, from: number): boolean {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  if (from - lineStart <= longestStatus && isDoneSign(text.slice(lineStart, from))) return true;
  let at = from;
  while (at > 0 && ' \t*_'.includes(text[at - 1] as string)) at--;
  if (text[at - 1] !== '~') return false;
  return text.includes(text[at - 2] === '~' ? '~~' : '~', from);
}

function startsMarker(text: string, from: number, reading: Reading): boolean {
  const at = skipMarks(text, from, ' \t*_~[#');
  if (markerAt(text, at, reading)) return true;
  const names = text[from - 1] === '\n' ? readNames(text, skipMarkup(text, from), reading.roster) : undefined;
  return (
    names !== undefined && markerAt(text, skipMarks(text, names.to, ' \t*_~[(#)]:-–—'), reading) !== undefined
  );
}

/** Past what may stand between a line's start, an owner and a marker. */
function skipMarks(text: string, from: number, marks: string): number {
  let at = from;
  while (at < text.length && at - from < mostMarks && marks.includes(text[at] as string)) at++;
  return at;
}

/** `NAME will take this as a todo`: the only prose use of the word that promises anything. */
function pledgeAt(text: string, at: number, { roster }: Reading): ProseItem | undefined {
  if (text.slice(at, at + 4).toLowerCase() !== 'todo') return undefined;
  const to = at + 4;
  if (
    (to < text.length && isWord(text.charCodeAt(to))) ||
    !text
      .slice(Math.max(0, at - 6), at)
      .toLowerCase()
      .endsWith(' as a ')
  ) {
    return undefined;
  }
  const open = openParenthesis(text, at);
  const from = skipSpaces(text, open === undefined ? sentenceStart(text, at) : open + 1);
  const names = readNames(text, from, roster);
  const verb = names && readWord(text, skipSpaces(text, names.to));
  if (!names || !verb || !pledgeVerbs.has(verb.text)) return undefined;
  return {
    range: { from, to },
    form: 'pledge',
    textRange: open ? { from: sentenceStart(text, open), to: open } : { from, to },
    owners: names.owners,
    ownerSlot: { range: { from, to: from }, before: '', after: ': ' },
    done: false,
  };
}
