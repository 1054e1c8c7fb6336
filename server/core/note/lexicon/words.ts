/** Lists of words, as the lexicon writes them: in lower case, a blank between two. */

export function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}

/** Words that say nothing of what a text is about. */
export const functionWords = words('a an the and or of for to in on at with from by our your we us any all');

/** After "to" these make a place, not a task: "Switch to the new build". */
export const determiners = words(
  'the a an our your my his her their its this that these those all each any some',
);

/** That there is nothing to say, as a whole line. */
export const nothingWords = ['n/a', 'none', 'nothing', 'tbd', 'tba', 'no updates', 'nothing new'] as const;
