/** Where a copied action item comes from: ` (since [2026-01-06](20260106_meeting_notes.md))` at its end. */

import type { IsoDate } from '../note/values.ts';

const opening = ' (since [';

/** `target`: the path from the note that it is copied to. */
export function originOf(date: IsoDate, target: string): string {
  return `${opening}${date}](${target}))`;
}

/** The text without it, and without a state that was written behind it. */
export function withoutOrigin(text: string): string {
  const at = text.lastIndexOf(opening);
  if (at < 0 || !/^\d{4}-\d{2}-\d{2}\]\(/.test(text.slice(at + opening.length, at + opening.length + 12)))
    return text;
  const end = text.indexOf('))', at);
  return end < 0 ? text : `${text.slice(0, at)}${text.slice(end + 2)}`;
}

/** The day that an item was first promised, where it was copied. */
export function originDate(text: string): IsoDate | undefined {
  if (withoutOrigin(text) === text) return undefined;
  const at = text.lastIndexOf(opening) + opening.length;
  return text.slice(at, at + 10);
}
