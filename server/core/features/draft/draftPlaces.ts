/** Which section of a note a part of a draft belongs in. */

import { isPresentTitle } from '../../note/lexicon/people.ts';
import type { Note, Section } from '../../note/note.ts';
import { allSections } from '../../note/sections.ts';

/** The words of what is to be talked about, the surest first. */
const agendaWords = ['agenda', 'to discuss', 'want to discuss', 'topics', 'discussion'] as const;

export function agendaSection({ sections }: Note): Section | undefined {
  const all = allSections(sections);
  for (const word of agendaWords) {
    // `Agenda items for the next meeting` is not this meeting's.
    const found = all.find(({ key }) => hasWords(key, word) && !hasWords(key, 'next'));
    if (found) return found;
  }
  return undefined;
}

export function presentSection({ sections }: Note): Section | undefined {
  return allSections(sections).find(({ key }) => isPresentTitle(key));
}

const oldPulls = /\bold(?:est|er)? (?:open )?(?:prs?|pull requests?|issues)\b/;

export function oldPullsSection({ sections }: Note): Section | undefined {
  return allSections(sections).find(({ key }) => oldPulls.test(key));
}

function hasWords(key: string, words: string): boolean {
  return ` ${key.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${words} `);
}
