/** What an item says below its owner's name, where a list has the name already. */

import type { ListedItem } from './listedItems.ts';
import { plainText } from './plainText.ts';

/** `remove it` of `**jun:** remove it`, as a reader sees it; undefined: the item does not begin so, or several own it. */
export function taskAlone({ item, owners }: Pick<ListedItem, 'item' | 'owners'>): string | undefined {
  if (owners.length !== 1) return undefined;
  const text = plainText(item.text);
  for (const name of item.owners ?? item.possibleOwners ?? []) {
    const from = skip(text, 0, '_@');
    const to = from + name.length;
    if (text.slice(from, to).toLowerCase() !== name.toLowerCase()) continue;
    const sign = ownersSign.exec(text.slice(to, to + longestSign));
    const task = sign ? text.slice(to + sign[0].length).trim() : '';
    if (task !== '') return task;
  }
  return undefined;
}

/** In UTF-16 code units. */
const longestSign = 12;

/** `: `, ` - `, ` — `, ` -> `, with what is left of emphasis; `jun to …` is a sentence. */
const ownersSign = /^_{0,2}(?: ?:_{0,2}(?:\s|$)| ?：| (?:-{1,2}>?|=>|[–—→⇒]) )/;

function skip(text: string, from: number, characters: string): number {
  let at = from;
  while (at < text.length && characters.includes(text[at]!)) at++;
  return at;
}
