/** Tables of template files with the places of their problems marked. */

import assert from 'node:assert/strict';
import { it } from 'mocha';
import { readTemplate } from '../../server/core/template/file/readTemplate.ts';
import { inEnglish, sayIn } from '../../shared/l10n.ts';
import { markRanges, parseMarked } from './markedText.ts';
import { outside, pseudoBundle } from './pseudoLocale.ts';

/** In the texts `§` is a dollar sign, which the linter takes for a mistaken template string. */
export const dollars = (text: string): string => text.replaceAll('§', '$');

/** A file with its problems marked, and the code and a part of the message of the first of them. */
export type ProblemRow = readonly [marked: string, code: string, message: string];

/** Every text is translated. */
const say = sayIn(pseudoBundle());

/** One test for each row; `wrap` makes a whole file of what a row holds. */
export function problemTable(rows: readonly ProblemRow[], wrap = (text: string): string => text): void {
  for (const [marked, code, message] of rows) {
    it(marked.replaceAll('\n', '⏎').slice(0, 90), () => {
      const { text, ranges } = parseMarked(dollars(wrap(marked)));
      const { problems } = readTemplate(text);
      const found = problems.map(({ range }) => range);
      const messages = problems.map((problem) => inEnglish(problem.message)).join('\n');
      assert.equal(markRanges(text, found), markRanges(text, ranges), messages);
      assert.equal(problems[0]?.code, code);
      assert.ok(inEnglish(problems[0].message).includes(message), messages);
      for (const { message: shown, fix, otherFix } of problems)
        for (const each of [shown, fix?.title, otherFix?.title])
          if (each !== undefined) assert.equal(outside(say(each)).trim(), '', say(each));
    });
  }
}
