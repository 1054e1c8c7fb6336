import { deepEqual, equal } from 'node:assert/strict';
import { suppress } from '../../../server/core/checks/suppress.ts';
import { isSuppressed } from '../../../server/core/note/directives.ts';
import { parseMarkdown } from '../../../server/core/note/markdown.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import type { RuleCode } from '../../../shared/settings.ts';
import { parseMarked } from '../../helpers/markedText.ts';

const code = 'todo-owner-missing';
const here = `<!-- office-hours-disable-next-line ${code} -->`;
const everywhere = `<!-- office-hours-disable ${code} -->`;

/** Marked text: the problem is at ‹…›. After: `HERE` and `NOTE` stand for the two comments. */
const table: readonly [name: string, marked: string, expected: string, code?: RuleCode][] = [
  ['a paragraph', '# T\n\n‹TODO› x\n', '# T\n\nHERE\nTODO x\n'],
  ['a heading', 'text\n## ‹TODO› x\n', 'text\nHERE\n## TODO x\n'],
  ['below a heading', '## A\n‹TODO› x\n', '## A\nHERE\nTODO x\n'],
  ['the first item', 'text\n* ‹TODO› x\n', 'text\nHERE\n* TODO x\n'],
  ['a later item', '* a\n* ‹TODO› x\n', '* a\n  HERE\n* TODO x\n'],
  ['an item after a nested list', '* a\n  * b\n    * c\n* ‹TODO›\n', '* a\n  * b\n    * c\n  HERE\n* TODO\n'],
  ['the first nested item', '* a\n  * ‹TODO›\n', '* a\n  HERE\n  * TODO\n'],
  ['a later nested item', '* a\n  * b\n  * ‹TODO›\n', '* a\n  * b\n    HERE\n  * TODO\n'],
  ['a numbered item', '9. a\n10. ‹TODO›\n', '9. a\n   HERE\n10. TODO\n'],
  ['an item of a loose list', '* a\n\n* ‹TODO›\n', '* a\n\n  HERE\n* TODO\n'],
  ['an item after a lazy line', '* a\nlazy\n* ‹TODO›\n', '* a\nlazy\n  HERE\n* TODO\n'],
  ['an item after a paragraph', '* a\n\ntext\n\n* ‹TODO›\n', '* a\n\ntext\n\nHERE\n* TODO\n'],
  ['a task', '- [ ] a\n- [ ] ‹TODO›\n', '- [ ] a\n  HERE\n- [ ] TODO\n'],
  ['a second paragraph of an item', '* a\n\n  ‹TODO› x\n', '* a\n\n  HERE\n  TODO x\n'],
  ['a quote', '> ‹TODO› x\n', '> HERE\n> TODO x\n'],
  ['a list in a quote', '> * a\n> * ‹TODO›\n', '> * a\n>   HERE\n> * TODO\n'],
  ['the middle of a paragraph', 'some\n‹TODO› x\n', 'some HERE\nTODO x\n'],
  ['the middle of an item', '* some\n  ‹TODO› x\n', '* some HERE\n  TODO x\n'],
  ['a paragraph below a code block', '```\nx\n```\n‹TODO› x\n', '```\nx\n```\nHERE\nTODO x\n'],
  [
    'a paragraph below a table',
    '# T\n\n> a | b\n> --|--\n\n‹TODO› x\n',
    '# T\n\n> a | b\n> --|--\n\nHERE\nTODO x\n',
  ],
  ['a heading underlined', 'text\n\n‹TODO› x\n---\n', 'text\n\nHERE\nTODO x\n---\n'],
  ['an item behind a tab', '*\ta\n*\t‹TODO›\n', '*\ta\n    HERE\n*\tTODO\n'],
  ['an item in two quotes', '> > * a\n> > * ‹TODO›\n', '> > * a\n> >   HERE\n> > * TODO\n'],
  ['after a hard break', '# T\n\nsome  \n‹TODO› x\n', '# T\nNOTE\n\nsome  \nTODO x\n'],
  ['a row of a table', '# T\n\na | b\n--|--\nx | ‹TODO›\n', '# T\nNOTE\n\na | b\n--|--\nx | TODO\n'],
  ['the title', '# ‹T TODO›\nYouTube:\n', '# T TODO\nNOTE\nYouTube:\n'],
  ['no title', 'a | b\n--|--\nx | ‹TODO›\n', 'NOTE\na | b\n--|--\nx | TODO\n'],
  ['front matter and no title', '---\na: b\n---\nx\n‹|TODO›', '---\na: b\n---\nNOTE\nx\n|TODO'],
  ['CRLF', '* a\r\n* ‹TODO›\r\n', '* a\r\n  HERE\n* TODO\r\n'],
  [
    'the whole note',
    '# T\n\n## A\n‹›',
    '# T\n<!-- office-hours-disable section-missing -->\n\n## A\n',
    'section-missing',
  ],
  [
    'beside another comment',
    '<!-- office-hours-disable-next-line owner-unknown -->\n‹TODO› x\n',
    `<!-- office-hours-disable-next-line owner-unknown ${code} -->\nTODO x\n`,
  ],
  [
    'beside another comment for the note',
    '# T\n<!-- office-hours-disable owner-unknown-->\n',
    '# T\n<!-- office-hours-disable owner-unknown recording-missing-->\n',
    'recording-missing',
  ],
];

describe('suppress', () => {
  for (const [name, marked, expected, rule = code] of table) {
    it(name, () => {
      const { text, ranges } = parseMarked(marked);
      const range = ranges[0] ?? { from: 0, to: 0 };
      const note = parseNote(text);
      const { edits } = suppress(note, { code: rule, range });
      equal(edits.length, 1);
      const edit = edits[0]!;
      const after = text.slice(0, edit.range.from) + edit.text + text.slice(edit.range.to);
      equal(after, expected.replace('HERE', here).replace('NOTE', everywhere));

      const by = edit.range.from <= range.from ? edit.text.length : 0;
      equal(isSuppressed(after, parseNote(after).directives, rule, range.from + by), true, 'silenced');
      deepEqual(outline(after), outline(text), 'the document means the same');
    });
  }
});

/** Names of all nodes but comments, by depth. */
function outline(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  parseMarkdown(text).tree.iterate({
    enter({ name }) {
      depth++;
      if (name !== 'CommentBlock' && name !== 'Comment' && name !== 'QuoteMark')
        names.push(`${depth} ${name}`);
    },
    leave() {
      depth--;
    },
  });
  return names;
}
