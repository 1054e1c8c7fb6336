/** Initials that are also words for nobody, or for nothing: `NA`, `IT`, `AS`. Whose they are is told by who is known. */

import { isNonName } from './lexicon/people.ts';
import { ownerPlaceholders } from './lexicon/tasks.ts';
import { readWord } from './nameWords.ts';
import type { Owner } from './note.ts';

/** The word at `at`, where it is one that `readNames` refuses and two or three capitals. */
export function initialsAt(text: string, at: number): Owner | undefined {
  const word = readWord(text, at);
  return word &&
    isInitials(word.text) &&
    isNonName(word.text) &&
    !ownerPlaceholders.has(word.text.toLowerCase())
    ? { name: word.text, range: { from: at, to: word.to } }
    : undefined;
}

/** Two or three capitals and nothing else. */
export function isInitials(name: string): boolean {
  return /^\p{Lu}{2,3}$/u.test(name);
}

/** `NA` of `Nell Ashworth`, `GvR` not: each word with a capital gives a letter. Undefined for a name of one word. */
export function initialsOf(name: string): string | undefined {
  const letters = name.split(/[ \t\u00a0-]/).map((word) => /^\p{Lu}/u.exec(word)?.[0] ?? '');
  const initials = letters.join('');
  return isInitials(initials) ? initials : undefined;
}
