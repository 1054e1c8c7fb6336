/** Without a template file, a message names the notes that a problem is derived from. */

import { type Message, t } from '../../../shared/l10n.ts';
import type { ComparedNotes } from '../archive/comparedNotes.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { lineEnd, nextLine } from '../note/lines.ts';
import type { Span } from '../note/note.ts';
import type { CheckContext, RelatedPlace } from './problem.ts';

export interface Evidence {
  /** Goes on after a semicolon: `the 8 notes before this one have it`. */
  readonly words: Message;
  readonly related: readonly RelatedPlace[];
}

/**
 * The notes that the schema was learned from and that have what this one lacks. `lineOf` gives the 0-based line it is on,
 * undefined for a note without it. Undefined where a template file says what is asked for, or the built-in template.
 */
export function evidenceFrom(
  { learnedFrom, siblings }: CheckContext,
  lineOf: (note: NoteSummary) => number | undefined,
): Evidence | undefined {
  if (learnedFrom === undefined) return undefined;
  const { notes, side } = learnedFrom;
  const having = notes.flatMap((note) => {
    const line = lineOf(note);
    return line === undefined ? [] : [{ note, line }];
  });
  const [nearest] = having;
  if (nearest === undefined) return undefined;
  const message = t('The nearest of these notes');
  const sibling = siblings?.get(nearest.note);
  return {
    words: wordsFor(side, having.length, notes.length),
    related: [
      sibling
        ? { sibling, range: lineOfText(sibling.text, nearest.line), message }
        : { uri: nearest.note.uri, line: nearest.line, message },
    ],
  };
}

function wordsFor(side: ComparedNotes['side'], having: number, all: number): Message {
  if (having === all) {
    if (side === 'around') return t('the {0} other notes have it', all);
    return side === 'before'
      ? t('the {0} notes before this one have it', all)
      : t('the {0} notes after this one have it', all);
  }
  if (side === 'around') return t('{0} of the {1} other notes have it', having, all);
  return side === 'before'
    ? t('{0} of the {1} notes before this one have it', having, all)
    : t('{0} of the {1} notes after this one have it', having, all);
}

/** The 0-based line, without its line end. */
function lineOfText(text: string, line: number): Span {
  let from = 0;
  for (let left = line; left > 0 && from < text.length; left--) from = nextLine(text, lineEnd(text, from));
  return { from, to: lineEnd(text, from) };
}
