/** Strangers' titles as VS Code itself shows them: its own renderer makes text of them, and nothing else. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describeIssue } from '../../../server/core/features/completion/documentation.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { readTitle } from '../../../server/core/github/api/restAnswers.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { anyCharacter } from '../../helpers/anyCharacter.ts';
import { hostileTitles } from '../../helpers/github/hostileTitles.ts';
import { found, lantern } from '../../helpers/issueMemory.ts';
import { type Shown, vscodeMarkdown } from '../../helpers/vscodeMarkdown.ts';

const { OFFICE_HOURS_RUNS, OFFICE_HOURS_SEED = '20260101' } = process.env;
const numRuns = Number(OFFICE_HOURS_RUNS ?? 2_500);
const seed = Number(OFFICE_HOURS_SEED);

const pieces = [
  ...['[', ']', '(', ')', '![', '](', '](command:x)', '](https://evil.example)', '[x]: https://evil.example'],
  ...[
    '<',
    '>',
    '<a href="https://evil.example">',
    '</a>',
    '<img src="https://evil.example/x.png">',
    '<svg onload=x>',
  ],
  ...['<https://evil.example>', 'https://evil.example', 'www.evil.example', 'a@evil.example', 'mailto:a@b.c'],
  ...[
    'command:x',
    'file:///etc',
    'vscode://x',
    'javascript:alert(1)',
    '//evil.example',
    'ftp://evil.example',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '```',
    '\\',
    '|',
    '#',
    '# ',
    '- ',
    '1. ',
    '> ',
    '---',
    '===',
    '+',
    '=',
    '- [ ] ',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&#91;',
    '&#x5b;',
    '&colon;',
    '&',
    ';',
    '<!--',
    '-->',
    '<?',
    '<![CDATA[',
    '{',
    '}',
    '$',
    '$$',
  ],
  ...[
    '$(zap)',
    '$(sync~spin)',
    '\\$(zap)',
    '<span class="codicon codicon-zap">',
    '"',
    "'",
    ':',
    '!',
    '@x',
    '#1',
    'o/r#1',
  ],
  ...[
    '\r',
    '\n',
    '\n\n',
    '\t',
    ' ',
    '  ',
    '\u2028',
    '\u0085',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\0',
    '\u001b[31m',
  ],
  ...['word', 'word.', '日本', 'e\u0301', '😀', '👨\u200d👩', '\ud83d', 'ﬁ', 'İ', '．', '［', '（'],
];

const title = fc
  .oneof(
    { weight: 1, arbitrary: fc.constantFrom(...Object.values(hostileTitles)) },
    {
      weight: 20,
      arbitrary: fc
        .array(
          fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(...pieces) },
            fc.string({ unit: anyCharacter, maxLength: 4 }),
          ),
          { minLength: 1, maxLength: 14 },
        )
        .map((parts) => parts.join('')),
    },
  )
  .map((raw) => readTitle(raw))
  .filter((kept) => kept !== undefined);

const note = 'PR #51';
const document = TextDocument.create('file:///n.md', 'markdown', 1, note);
const key = { repository: lantern, number: 51 };

async function hovered(text: string): Promise<string> {
  const answer = found(key, { title: text });
  const store = { get: async () => answer, comment: async () => undefined, page: async () => undefined };
  const github = { store: store as never, now: 0 };
  const inputs = { note: parseNote(note), uri: document.uri, own: lantern, github, icons: true };
  const { contents } = (await hover(document, inputs, 4, true))!;
  return (contents as { value: string }).value;
}

const documented = async (text: string): Promise<string> =>
  describeIssue(found(key, { title: text }), key, 0, { markdown: true, icons: true }).value;

/** Stands for the title in what is shown of a harmless one. */
const harmless = 'Zwxqzkvj';

describe('titles in VS Code’s own Markdown renderer (acceptance 1 to 3, 7, 44)', () => {
  let render: (markdown: string) => Shown;
  before(() => {
    render = vscodeMarkdown();
  });

  it('would be seen if they were links, images or markup', () => {
    const shown = render(
      '[a](https://x.example) ![b](https://x.example/y.png) **c** $(zap) https://x.example',
    );
    assert.deepEqual([shown.links, shown.loaded], [2, 1]);
    assert.match(shown.html, /<strong>c<\/strong>.*codicon-zap/);
  });

  for (const [place, show] of [
    ['a hover', hovered],
    ['the documentation of a completion item', documented],
  ] as const) {
    it(`are text in ${place} (${numRuns} runs, seed ${seed})`, async () => {
      const usual = render(await show(harmless));
      assert.equal(usual.text.split(harmless).length, 2);
      const markup = ({ html }: Shown) => html.replace(/>[^<]*</g, '><');
      await fc.assert(
        fc.asyncProperty(title, async (text) => {
          const shown = render(await show(text));
          assert.equal(
            shown.text,
            usual.text.replace(harmless, () => text),
          );
          assert.deepEqual([shown.links, shown.loaded], [usual.links, usual.loaded]);
          assert.equal(markup(shown), markup(usual));
        }),
        { numRuns, seed },
      );
    });
  }
});
