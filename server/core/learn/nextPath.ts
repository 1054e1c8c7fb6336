/** Where the next note's file goes and what it is called. */

import type { IsoDate } from '../note/note.ts';
import { readDateForms } from './dateForm.ts';
import { dayText } from './dayParts.ts';
import { nextText } from './nextText.ts';

/** A note's path below the folder of its series. */
export interface NotePath {
  /** Decoded, the file's name last. */
  readonly components: readonly string[];
  /** The meeting's day, where it is known. */
  readonly date?: IsoDate;
}

export type NextPath =
  | { readonly kind: 'path'; readonly components: readonly string[] }
  /** The latest notes do not tell; each of these would do. */
  | {
      readonly kind: 'unclear';
      readonly candidates: readonly (readonly string[])[];
      /** They say days, but not in which order. */
      readonly isDated: boolean;
    };

/** As many of the latest notes are looked at. */
const latestPaths = 20;

/**
 * Years, quarters and months in the path roll over, numbers count on. `notes`: the newest first, those without a day
 * anywhere; at least one. Never throws.
 */
export function nextPath(notes: readonly NotePath[], date: IsoDate): NextPath {
  const latest = notes.slice(0, latestPaths);
  const readings = (['day', 'month'] as const).flatMap((first) => {
    const texts = textsOf(withDays(latest, first));
    return formsInTurn(texts).map((form) => nextText(form, date));
  });
  const texts = [...new Set(readings.flatMap((reading) => reading.texts))];
  const folders = latest[0]!.components.slice(0, -1);
  if (!readings.some(({ changes }) => changes)) {
    const names = [`${date}.md`, `${date}-meeting.md`];
    return { kind: 'unclear', candidates: names.map((name) => [...folders, name]), isDated: false };
  }
  const [only, ...others] = texts.map((text) => text.split('/'));
  return others.length === 0
    ? { kind: 'path', components: only! }
    : { kind: 'unclear', candidates: [only!, ...others], isDated: true };
}

/** How many of the latest paths are looked at for another form. */
const latestForms = 5;

/**
 * The texts by their forms, where two of these are used in turn, or where the newest path alone is in another folder: which
 * goes on cannot be told. Else all of them as they are.
 */
function formsInTurn<T extends Text>(texts: readonly T[]): (readonly T[])[] {
  const keys = texts.map(({ text, date }) => dayText(text, date).key);
  const recent = keys.slice(0, latestForms);
  const repeated = [...new Set(recent)].filter((key) => recent.filter((each) => each === key).length > 1);
  const first = (key: string): number => recent.indexOf(key);
  const last = (key: string): number => recent.lastIndexOf(key);
  const inTurn = repeated.filter((key) =>
    repeated.some((other) => other !== key && first(other) < last(key) && first(key) < last(other)),
  );
  const [newest] = recent;
  const [usual] = repeated;
  const folder = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1);
  const isMoved =
    usual !== undefined &&
    newest !== undefined &&
    !repeated.includes(newest) &&
    folder(newest) !== folder(usual);
  const wanted = isMoved ? [newest, usual] : inTurn;
  if (wanted.length < 2) return [texts];
  return wanted.map((key) => texts.filter((_, index) => keys[index] === key));
}

interface Text {
  readonly text: string;
  readonly date?: IsoDate;
}

function textsOf(notes: readonly NotePath[]) {
  return notes.map(({ components, date }) => ({ text: components.join('/'), ...(date && { date }) }));
}

/**
 * The newest first. A day that nothing else says is read from the path, in the format that most of the paths may have. Where
 * day and month may change places, `first` is the one that comes first; behind dots it is the day.
 */
function withDays(notes: readonly NotePath[], first: 'day' | 'month'): readonly NotePath[] {
  if (notes.every(({ date }) => date !== undefined)) return notes;
  const read = notes.map((note) => ({
    note,
    forms: formsIn(note.components).filter(({ value }) => value === (note.date ?? value)),
  }));
  const counts = new Map<string, number>();
  for (const { format } of read.flatMap(({ forms }) => forms))
    counts.set(format, (counts.get(format) ?? 0) + 1);
  const rank = (format: string): number => {
    const wanted = first === 'day' || format.includes('.') ? 'D' : 'M';
    return 2 * counts.get(format)! + (format.startsWith(wanted) ? 1 : 0);
  };
  const days = read.map(({ note, forms }): NotePath => {
    const [best] = [...forms].sort((a, b) => rank(b.format) - rank(a.format));
    return best === undefined || note.date !== undefined ? note : { ...note, date: best.value };
  });
  return days.sort((a, b) =>
    (a.date ?? '') === (b.date ?? '') ? 0 : (a.date ?? '') > (b.date ?? '') ? -1 : 1,
  );
}

function formsIn(components: readonly string[]) {
  const name = components.at(-1) ?? '';
  const inName = readDateForms(name, true);
  if (inName.length > 0) return inName;
  return readDateForms([...components.slice(0, -1), name.replace(/\.[^.]{1,8}$/, '')].join('-'));
}
