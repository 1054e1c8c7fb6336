/** A login in code marks, as some write it so that nobody is notified: `` `@tove` to write it ``. */

import type { Span } from './note.ts';

/** What a programming language, a style sheet or a package has behind an `@`. */
const otherNames = new Set(
  [
    'deprecated override param params arg return returns throws throw since see link type types typedef template example default internal',
    'public private protected readonly abstract author todo ignore ts-ignore ts-expect-error ts-nocheck media import keyframes supports layer',
    'font-face apply property container scope staticmethod classmethod dataclass pytest test latest next beta alpha canary rc stable dev here',
    'channel everyone everybody all experimental alias async inheritdoc noinspection nonnull nullable jsx decorator babel rollup vue angular',
  ].flatMap((line) => line.split(' ')),
);

const marker = /(?:^|[^A-Za-z])(?:TODO|FIXME|ACTION|ACTION ITEM|AI)$/;
/** In mixed case a colon has to follow. */
const spokenMarker = /(?:^|[^A-Za-z])[Aa]ction(?: item)?$/;

/** Whether a text ends with a marker and the signs behind it: `TODO(`, `**ACTION:** `. */
function endsWithMarker(text: string): boolean {
  let end = text.length;
  while (end > 0 && ' \t*_:(['.includes(text[end - 1]!)) end--;
  const last = text.slice(Math.max(0, end - 12), end);
  return marker.test(last) || (spokenMarker.test(last) && text.includes(':', end));
}

/** Behind a login that begins a line. */
const opening =
  /^\)?[*_]{0,3}(?:[ \t]{1,3}(?:to|will)[ \t]{1,3}\p{L}|:?[ \t]{1,3}[*_[({]{0,3}(?:TODO|ACTION)\b)/u;

/** So far back a marker and a line's start are looked for. */
const reach = 24;

/**
 * Whether the code at `span` is a login and stands where an owner does: behind a marker; at the start of a line before "to", "will" or a marker; or
 * alone in parentheses or behind a dash at the end of one. Elsewhere an `@` in code is an annotation as readily.
 */
export function isCodedOwner(text: string, { from, to }: Span): boolean {
  const code = text.slice(from, Math.min(to, from + 43));
  const login = /^`@([a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?)`$/.exec(code)?.[1];
  if (login === undefined || otherNames.has(login)) return false;
  const before = `${from <= reach ? '\n' : ''}${text.slice(Math.max(0, from - reach), from)}`;
  const after = text.slice(to, to + reach);
  if (endsWithMarker(before)) return true;
  if (/[\r\n][ \t>*_([\]xX]*$/.test(before) && opening.test(after)) return true;
  const isAlone = /[ \t]\($/.test(before) === after.startsWith(')');
  return (
    isAlone && /^\)?\.?[ \t]*(?:$|[\r\n])/.test(after) && /[ \t](?:\(|(?:[-–—]+|->|→)[ \t])$/.test(before)
  );
}
