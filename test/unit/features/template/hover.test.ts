import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { templateHover } from '../../../../server/core/features/template/hover.ts';
import { dollars } from '../../../helpers/templateProblems.ts';
import { files, open } from './setup.ts';

const said = (marked: string, markdown = false): string | undefined => {
  const { document, inputs, cursor } = open(marked, { files });
  const hover = templateHover(document, inputs, cursor, markdown);
  if (hover === null) return undefined;
  assert.ok(typeof hover.contents === 'object' && 'value' in hover.contents && hover.range);
  return `${document.getText(hover.range)}: ${hover.contents.value}`;
};

describe('hover in a template', () => {
  for (const [marked, expected] of [
    ['---\npro<|>ject: a\n---\n', 'project: The name of the project.'],
    [
      "---\nfi<|>le: '{YYYY-MM-DD}.md'\nevery: second Tuesday\n---\n",
      'For 2026-03-17 (every 2 weeks on Tuesday): 2026-03-17.md',
    ],
    ["---\nfile: '{YYYY-MM-<|>DD}.md'\n---\n", 'For 2026-03-17 (every 2 weeks on Tuesday): 2026-03-17.md'],
    ["---\nproject: lantern\ntitle: '{project} no. {number<|>}'\n---\n", 'lantern no. 1'],
    [
      '---\nevery: first <|>Friday\n---\n',
      'Next (the first Friday of the month): 2026-04-03, 2026-05-01, 2026-06-05',
    ],
    ['---\nnotes: docs/office-hours/**<|>\n---\n', '2 Markdown files, such as docs/office-hours/a.md'],
    ['---\nnotes: [docs/<|>x/**]\n---\n', 'No Markdown file matches yet in docs/x.'],
    ['---\nsince: 2026-03<|>-01\n---\n', 'Applies to 1 of 2 notes'],
    ['---\nsi<|>nce: 2026-03-01\n---\n', 'The first day that the template applies to.'],
    ['---\npeople: [{lo<|>gin: x}]\n---\n', 'The GitHub login, without @.'],
    ['---\ndate: {in<|>: line}\n---\n', 'A place, or a list of places.'],
    ['---\ndate: ti<|>tle\n---\n', 'Where a note has the date of its meeting'],
    ['---\nchecks:\n  section-<|>empty: hint\n---\n', 'section-empty: '],
    ["---\nreferences: {EIP-: 'https://e<|>xample.org/{id}'}\n---\n", 'EIP-1 links to https://example.org/1'],
    ['## A\n<!-- opt<|>ional -->', 'optional: The section is not required.'],
    ['## A\n\n<!-- ALSO<|>: B -->', 'ALSO: B: Another accepted heading'],
    ['# §CURRENT_<|>YEAR', '§CURRENT_YEAR: For 2026-03-17 (every 2 weeks on Tuesday): 2026'],
    ['# §{1:da<|>te}', 'date: The date of the meeting, in the format of the series. Next: 2026-03-17'],
    [
      "---\ntitle: 'Of {D MMMM YYYY}'\n---\n# Of §{1:<|>date}",
      'date: The date of the meeting, in the format of the series. Next: 17 March 2026',
    ],
    ['# §{1:pro<|>ject}', 'project: The name of the project, if known.'],
    ['# §{CURRENT_DAY_NAME<|>}', '§{CURRENT_DAY_NAME}: For 2026-03-17 (every 2 weeks on Tuesday): Tuesday'],
  ] as const) {
    it(marked.replaceAll('\n', '⏎'), () => {
      const text = said(marked);
      assert.ok(text?.includes(dollars(expected)), text);
    });
  }

  for (const marked of [
    '---\ncol<|>our: red\n---\n',
    '---\n# com<|>ment\n---\n',
    '<|>---\nproject: a\n---\n',
    'some <|>words',
    '## A\n<!-- what <|>changed? -->',
    '# §{1:what<|>ever}',
    '# \\§{1:da<|>te}',
    '# \\§CURRENT_<|>YEAR',
    '# §CURRENT_<|>HOUR',
  ]) {
    it(`${marked.replaceAll('\n', '⏎')} says nothing`, () => assert.equal(said(marked), undefined));
  }

  it('lets nothing in a template become markup', () => {
    const text = said("---\ntitle: '[x](command:y) <|>{YYYY}'\n---\n", true) ?? '';
    assert.ok(text.includes('```yaml'));
    assert.ok(!text.slice(text.lastIndexOf('```')).includes('](command'), text);
  });
});
