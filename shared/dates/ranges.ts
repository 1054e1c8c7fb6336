/** Several days in a row before or behind one month's name: `6–8 January 2026`, `January 6 to 8, 2026`, `6日～8日`. */

import type { Reading, Token } from './tokens.ts';

const signs = '-\u2010\u2011\u2013\u2014/&+~\uff5e\u301c\u3001';
const words = new Set([
  'to',
  'and',
  'bis',
  'und',
  'au',
  'et',
  'al',
  'a',
  'y',
  'e',
  'en',
  'tot',
  'до',
  'по',
  'и',
  'do',
  'i',
]);
const longestBetween = 9;

/** The tokens with two days as one, whose value is the first and whose `lastDay` is the second. Linear. */
export function withRanges(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(isMonth)) return tokens;
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const range = rangeAt(text, tokens, index);
    if (range !== undefined) index = range.lastIndex;
    result.push(range?.token ?? tokens[index]!);
  }
  return result;
}

function rangeAt(text: string, tokens: readonly Token[], index: number) {
  const from = tokens[index]!;
  const first = dayOf(from);
  if (first === undefined) return undefined;
  // The word between is a token of its own, without a reading.
  const lastIndex = dayOf(tokens[index + 1]) === undefined ? index + 2 : index + 1;
  const to = tokens[lastIndex];
  const last = dayOf(to);
  if (to === undefined || last === undefined || first.value >= last.value || first.hasUnit !== last.hasUnit)
    return undefined;
  if (!isBetween(text.slice(from.to, Math.min(to.from, from.to + longestBetween + 1)))) return undefined;
  if (!isBeside(tokens[index - 1], from) && !isBeside(to, tokens[lastIndex + 1])) return undefined;
  const { token: _, ...day } = { ...first, isName: true, lastDay: last.value };
  return { token: { ...from, to: to.to, gluedAfter: to.gluedAfter, readings: [day] }, lastIndex };
}

/** A day in digits, with its ordinal or without. */
function dayOf(token: Token | undefined): Reading | undefined {
  return token?.readings.find(({ part }) => part === 'day');
}

function isMonth(token: Token | undefined): boolean {
  return token?.readings.some(({ part, isName }) => part === 'month' && isName) === true;
}

/** Only beside the month's name are two numbers sure to be days. */
function isBeside(one: Token | undefined, other: Token | undefined): boolean {
  return (
    one !== undefined && other !== undefined && other.from - one.to < 6 && (isMonth(one) || isMonth(other))
  );
}

/** `–`, `.–`, ` to `. With blanks around it, a hyphen may as well stand between a number and a date: `Call 12 - 13 May`. */
function isBetween(between: string): boolean {
  if (between.length > longestBetween) return false;
  const written = between.startsWith('.') ? between.slice(1) : between;
  const word = written.trim().toLowerCase();
  if (words.has(word)) return written.startsWith(' ') && written.endsWith(' ');
  return word.length === 1 && signs.includes(word) && (written === word || word === '\u2013');
}
