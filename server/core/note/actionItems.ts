/** Things people promised to do in so many words: tasks with a marker, and pledges in a sentence. */

import { couldBeMarker, type Marker, markerAt } from './actionMarkers.ts';
import { isDone } from './actionSections.ts';
import { isWhitespace, isWord, skipSpaces } from './characters.ts';
import { pledgeVerbs } from './lexicon/tasks.ts';
import { readNames, readWord } from './names.ts';
import { isTaskAfterTo } from './ownerPatterns.ts';
import { readAssignment } from './owners.ts';
import type { ProseItem } from './proseItem.ts';
import type { Reading } from './reading.ts';
import { closeOf, openParenthesis, sentenceStart, trimWhitespace } from './sentences.ts';

/** Every task with a marker, or pledged in a sentence, in document order. */
export function findMarkedItems(text: string, reading: Reading): ProseItem[] {
  const { markerStarts } = reading;
  const items: ProseItem[] = [];
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
  const open = openParenthesis(text, span.from);
  const to = open === undefined ? taskEnd(text, span.from, taskFrom, reading) : closeOf(text, taskFrom);
  const task = skipSpaces(text, taskFrom);
  // A marker with nothing behind it introduces a list.
  if (task >= to && open === undefined && marker.owners.length === 0) return undefined;
  const assignment =
    marker.owners.length > 0
      ? { owners: marker.owners }
      : readAssignment(text, task, to, open !== undefined, reading);
  // `Sync the changes (TODO: Ted)`: what is to be done stands before.
  const before = open !== undefined && assignment.owners.some((owner) => owner.range.to === to);
  return {
    range: { from: span.from, to },
    marker: span,
    form: 'marker',
    textRange: before ? { from: sentenceStart(text, open), to: open } : { from: task, to },
    ...assignment,
    ownerSlot: marker.slot,
    done: marker.done || isDone(text.slice(task, to)) || isStruck(text, span.from),
    ...(marker.doubtful && assignment.owners.length === 0 && !asksSomebody(text, task) && { doubtful: true }),
  };
}

/** A marker that starts its block owns it all, up to a line with another; one inside a block owns its sentence. */
function taskEnd(text: string, from: number, taskFrom: number, reading: Reading): number {
  const whole = text.slice(0, from).trim() === '';
  let to = taskFrom;
  for (; to < text.length; to++) {
    const char = text[to] as string;
    const ends = '.!?'.includes(char) && (to + 1 >= text.length || isWhitespace(text.charCodeAt(to + 1)));
    if (ends && !whole) return to + 1;
    if ((ends || char === '\n') && startsMarker(text, to + 1, reading)) {
      to += ends ? 1 : 0;
      break;
    }
  }
  return trimWhitespace(text, taskFrom, to);
}

/** `everyone to comment`: whoever it is, it is no talk. */
function asksSomebody(text: string, task: number): boolean {
  const first = readWord(text, task);
  const second = first && readWord(text, skipSpaces(text, first.to));
  return second?.text === 'to' && isTaskAfterTo(text, second.to);
}

/** `~~TODO: write it~~`: the marker is struck through as well. */
function isStruck(text: string, from: number): boolean {
  let at = from;
  while (at > 0 && ' \t*_~'.includes(text[at - 1] as string)) {
    if (text[at - 1] === '~' && text[at - 2] === '~') return text.includes('~~', from);
    at--;
  }
  return false;
}

function startsMarker(text: string, from: number, reading: Reading): boolean {
  let at = from;
  while (at < text.length && ' \t*_~'.includes(text[at] as string)) at++;
  return markerAt(text, at, reading) !== undefined;
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
