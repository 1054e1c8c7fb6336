import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { templateActions } from '../../../../server/core/features/template/actions.ts';
import { templateDiagnostics } from '../../../../server/core/features/template/diagnostics.ts';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { files, open } from './setup.ts';

describe('diagnostics of a template', () => {
  const said = (text: string, known?: typeof files): string[] => {
    const { document, inputs } = open(text, known && { files: known });
    return templateDiagnostics(document, inputs, false).map(
      ({ severity, code, range, message }) => `${severity} ${code} ${document.getText(range)}: ${message}`,
    );
  };

  it('are in document order, with their severities', () => {
    const { document, inputs } = open(
      '---\nnotse: a\nnotes: docs/offcie-hours/**\n---\n## A\n<!-- optionl -->\n',
      { files },
    );
    const found = templateDiagnostics(document, inputs, true);
    assert.deepEqual(
      found.map(
        ({ range, severity, code }) => `${range.start.line}:${range.start.character} ${severity} ${code}`,
      ),
      ['1:0 1 template-key', '2:7 3 template-glob', '5:0 2 template-heading'],
    );
    assert.ok(
      found.every(
        ({ source, codeDescription, code }) =>
          source === 'office-hours' && codeDescription?.href.endsWith(`docs/templates.md#${code}`),
      ),
    );
  });

  it('name the folder that a glob may mean', () =>
    assert.deepEqual(said('---\nnotes: docs/offcie-hours/**\n---\n# T', files), [
      '3 template-glob docs/offcie-hours/**: No Markdown file matches yet. Did you mean the folder "docs/office-hours"?',
    ]));

  it('point at the one glob of several', () =>
    assert.deepEqual(said("---\nnotes: [docs/office-hours/*.md, 'meetings/**']\n---\n# T", files), [
      "3 template-glob 'meetings/**': No Markdown file matches yet. The path is relative to the folder that contains .office-hours.",
    ]));

  it('say one thing of a glob that is none', () =>
    assert.deepEqual(said('---\nnotes: office-hours\n---\n# T', files), [
      '1 template-glob office-hours: "office-hours" matches a single file without an extension. For all notes in a folder, write "office-hours/**".',
    ]));

  it('keep quiet about globs while the files are not known', () =>
    assert.deepEqual(said('---\nnotes: nowhere/**\n---\n# T'), []));
});

describe('quick fixes of a template', () => {
  const support = { documentChanges: false, rename: false };

  for (const [marked, title, expected] of [
    ['---\n<|>notse: a/**\n---\n# T', 'Change to "notes"', '---\nnotes: a/**\n---\n# T'],
    ["---\ntitle: '#<|> {project}'\n---\n# T", 'Remove Text', "---\ntitle: '{project}'\n---\n# T"],
    [
      '---\npeople: [Ada (@a<|>da)]\n---\n# T',
      'Change to "{name: Ada, login: ada}"',
      '---\npeople: [{name: Ada, login: ada}]\n---\n# T',
    ],
    [
      '---\ntitle: {pro<|>ject} notes\n---\n# T',
      'Put Value in Quotes',
      "---\ntitle: '{project} notes'\n---\n# T",
    ],
    [
      '---\r\nfile: {YYYYMMDD}.md<|>\r\n---\r\n# T',
      'Put Value in Quotes',
      "---\r\nfile: '{YYYYMMDD}.md'\r\n---\r\n# T",
    ],
    ['---\ntitle: {project<|>}\n---\n# T', 'Put Value in Quotes', "---\ntitle: '{project}'\n---\n# T"],
    ['---\nnotes: *<|>.md\n---\n# T', 'Put Value in Quotes', "---\nnotes: '*.md'\n---\n# T"],
    ['---\nnotes: docs<|>\n---\n# T', 'Change to "docs/**"', '---\nnotes: docs/**\n---\n# T'],
    [
      '---\nchecks: {section-empty: warn<|>ign}\n---\n# T',
      'Change to "warning"',
      '---\nchecks: {section-empty: warning}\n---\n# T',
    ],
    [
      '---\nrepositoryFromHeading: ye<|>s\n---\n# T',
      'Change to "true"',
      '---\nrepositoryFromHeading: true\n---\n# T',
    ],
    [
      "---\ntitle: 'A {<|>yyyy-mm-dd}'\n---\n# T",
      'Change to "YYYY-MM-DD"',
      "---\ntitle: 'A {YYYY-MM-DD}'\n---\n# T",
    ],
    ["---\ntitle: '{<|>projct}'\n---\n# T", 'Change to "project"', "---\ntitle: '{project}'\n---\n# T"],
    ['## A\n<!-- <|>optionl -->', 'Change to "<!-- optional -->"', '## A\n<!-- optional -->'],
    [
      '---\npeople: [grace]\n---\n# T\n* TODO(<|>grcae): x',
      'Change to "grace"',
      '---\npeople: [grace]\n---\n# T\n* TODO(grace): x',
    ],
  ] as const) {
    it(marked.replaceAll('\r', '').replaceAll('\n', '⏎'), () => {
      const { document, inputs, cursor } = open(marked);
      const range = { from: cursor, to: cursor };
      const shown = templateDiagnostics(document, inputs, false);
      const [action, ...others] = templateActions(
        document,
        inputs.read,
        { range, diagnostics: shown },
        support,
      );
      assert.deepEqual(others, []);
      assert.equal(action?.title, title);
      assert.equal(action.diagnostics?.length, 1);
      const [edit] = action.edit?.changes?.[document.uri] ?? [];
      assert.ok(edit);
      const [from, to] = [document.offsetAt(edit.range.start), document.offsetAt(edit.range.end)];
      const text = document.getText();
      assert.equal(text.slice(0, from) + edit.newText + text.slice(to), expected);
    });
  }

  for (const value of ['second Tuesday', "'second Tuesday'"]) {
    it(`are both clear forms of every: ${value}`, () => {
      const { document, inputs, cursor } = open(`---\nevery: <|>${value}\n---\n# T`);
      assert.ok(!inputs.read.broken);
      const shown = templateDiagnostics(document, inputs, false);
      assert.deepEqual(
        shown.map(({ severity, message }) => `${severity} ${message}`),
        [
          '3 "second Tuesday" means every 2 weeks on Tuesday. Write "2 weeks on Tuesday" or "second Tuesday of the month".',
        ],
      );
      const range = { from: cursor, to: cursor };
      const actions = templateActions(document, inputs.read, { range, diagnostics: shown }, support);
      assert.deepEqual(
        actions.map(({ title, isPreferred = false }) => [title, isPreferred]),
        [
          ['Change to "2 weeks on Tuesday"', true],
          ['Change to "second Tuesday of the month"', false],
        ],
      );
      const texts = actions.map(({ edit }) =>
        TextDocument.applyEdits(document, [...(edit?.changes?.[document.uri] ?? [])]),
      );
      assert.deepEqual(texts, [
        '---\nevery: 2 weeks on Tuesday\n---\n# T',
        '---\nevery: second Tuesday of the month\n---\n# T',
      ]);
      for (const text of texts) assert.deepEqual(readTemplate(text).problems, []);
    });
  }

  it('are none where nothing is wrong, or when others are asked for', () => {
    const { document, inputs } = open('---\nnotse: a\n---\n# T');
    const actions = (from: number, only?: string[]) =>
      templateActions(
        document,
        inputs.read,
        { range: { from, to: from }, diagnostics: [], ...(only && { only }) },
        support,
      );
    assert.equal(actions(16).length, 0);
    assert.equal(actions(5, ['refactor']).length, 0);
    assert.equal(actions(5, ['quickfix']).length, 1);
  });
});
