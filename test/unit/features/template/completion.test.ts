import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { templateCompletion } from '../../../../server/core/features/template/completion.ts';
import type { TemplateInputs } from '../../../../server/core/features/template/inputs.ts';
import { dollars } from '../../../helpers/templateProblems.ts';
import { files, open } from './setup.ts';

interface Listed {
  readonly labels: readonly string[];
  /** The text after the item of that label was chosen. */
  readonly choose: (label: string) => string;
  readonly detail: (label: string) => string | undefined;
}

function list(marked: string, more?: Partial<TemplateInputs>): Listed {
  const { document, inputs, cursor } = open(marked, { files, ...more });
  const items = templateCompletion(document, inputs, cursor)?.items ?? [];
  const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  assert.deepEqual(sorted, items);
  const item = (label: string) => {
    const found = items.find((each) => each.label === label);
    assert.ok(
      found?.textEdit && 'range' in found.textEdit,
      `${label} is not among ${items.map((each) => each.label)}`,
    );
    return { ...found, edit: found.textEdit };
  };
  return {
    labels: items.map(({ label }) => label),
    detail: (label) => item(label).detail,
    choose(label) {
      const { range, newText } = item(label).edit;
      const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      assert.ok(from <= cursor && cursor <= to && range.start.line === range.end.line);
      const typed = document.getText().slice(from, cursor);
      // Editors keep an item only while what is typed can be found in its filter text.
      const kept = item(label).filterText ?? label;
      let at = 0;
      for (const char of kept.toLowerCase()) if (char === typed[at]?.toLowerCase()) at++;
      if (label.toLowerCase().startsWith(typed.trim().toLowerCase()))
        assert.equal(at, typed.length, `${typed} in ${kept}`);
      const text = document.getText();
      return text.slice(0, from) + newText + text.slice(to);
    },
  };
}

describe('completion in a template', () => {
  for (const [marked, label, expected] of [
    ['---\n<|>\n---\n', 'notes', '---\nnotes: \n---\n'],
    ['---\nev<|>\n---\n', 'every', '---\nevery: \n---\n'],
    ['---\nev<|>: Tuesday\n---\n', 'every', '---\nevery: Tuesday\n---\n'],
    ['---\nproject: a\n<|>\n---\n', 'file', '---\nproject: a\nfile: \n---\n'],
    ['---\nfile: <|>\n---\n', '{YYYY-MM-DD}.md', "---\nfile: '{YYYY-MM-DD}.md'\n---\n"],
    ['---\nfile:<|>\n---\n', '{YYYY-MM-DD}.md', "---\nfile: '{YYYY-MM-DD}.md'\n---\n"],
    ["---\nfile: '<|>'\n---\n", '{YYYY-MM-DD}.md', "---\nfile: '{YYYY-MM-DD}.md'\n---\n"],
    ["---\nfile: '{<|>}_notes.md'\n---\n", '{YYYYMMDD}', "---\nfile: '{YYYYMMDD}_notes.md'\n---\n"],
    ["---\nfile: 'a-{YY<|>'\n---\n", '{YYYYMMDD}', "---\nfile: 'a-{YYYYMMDD}'\n---\n"],
    [
      '---\ntitle: <|>\n---\n',
      'Meeting of {dddd Do MMMM YYYY}',
      '---\ntitle: Meeting of {dddd Do MMMM YYYY}\n---\n',
    ],
    ['---\ndate: <|>\n---\n', 'line', '---\ndate: line\n---\n'],
    ['---\ndate: [title, <|>]\n---\n', 'file', '---\ndate: [title, file]\n---\n'],
    ['---\ndate: {in: line, <|>}\n---\n', 'format', '---\ndate: {in: line, format: }\n---\n'],
    ['---\ndate: {format: <|>}\n---\n', 'YYYY-MM-DD', '---\ndate: {format: YYYY-MM-DD}\n---\n'],
    ['---\nevery: 2<|>\n---\n', '2 weeks on Tuesday', '---\nevery: 2 weeks on Tuesday\n---\n'],
    [
      '---\nevery: second <|>\n---\n',
      'second Tuesday of the month',
      '---\nevery: second Tuesday of the month\n---\n',
    ],
    ['---\nnotes: d<|>\n---\n', 'docs/office-hours/**', '---\nnotes: docs/office-hours/**\n---\n'],
    ['---\nnotes:\n  - <|>\n---\n', 'docs/office-hours/**', '---\nnotes:\n  - docs/office-hours/**\n---\n'],
    ['---\nsince: <|>\n---\n', '2026-03-17', '---\nsince: 2026-03-17\n---\n'],
    ['---\nsince: <|>\n---\n', '2026-02-17', '---\nsince: 2026-02-17\n---\n'],
    ['---\nrepositoryFromHeading: <|>\n---\n', 'true', '---\nrepositoryFromHeading: true\n---\n'],
    ['---\nrecording: <|>\n---\n', 'false', '---\nrecording: false\n---\n'],
    ['---\ntodo:\n  <|>\n---\n', 'owners', '---\ntodo:\n  owners: \n---\n'],
    [
      '---\ntodo: {owners: [<|>]}\n---\n',
      '{owner} to {task}',
      "---\ntodo: {owners: ['{owner} to {task}']}\n---\n",
    ],
    ['---\nchecks:\n  sec<|>\n---\n', 'section-empty', '---\nchecks:\n  section-empty: \n---\n'],
    ['---\nchecks: {section-empty: <|>}\n---\n', 'hint', '---\nchecks: {section-empty: hint}\n---\n'],
    ['---\npeople:\n  - <|>\n---\n', 'Grace', '---\npeople:\n  - Grace\n---\n'],
    ['---\npeople:\n  - <|>\n---\n', 'name', '---\npeople:\n  - name: \n---\n'],
    [
      '---\npeople:\n  - name: Grace\n    <|>\n---\n',
      'login',
      '---\npeople:\n  - name: Grace\n    login: \n---\n',
    ],
    ['---\npeople: [{name: <|>}]\n---\n', 'Grace', '---\npeople: [{name: Grace}]\n---\n'],
    ['## A\n<!-- <|>', 'optional', '## A\n<!-- optional -->'],
    ['## A\n<!-- op<|> -->', 'optional', '## A\n<!-- optional -->'],
    ['## A\n<!--<|>-->', 'many', '## A\n<!-- many -->'],
    ['## A\n\n<!-- optional -->\n<!-- <|>', 'also', '## A\n\n<!-- optional -->\n<!-- also: '],
    ['# T\r\n<!-- <|>\r\n', 'in order', '# T\r\n<!-- in order -->\r\n'],
    ['# §<|>', 'CURRENT_YEAR', '# §CURRENT_YEAR'],
    ['# §CUR<|>', 'CURRENT_MONTH', '# §CURRENT_MONTH'],
    ['# §{1:<|>', 'date', '# §{1:date}'],
    ['# §{1:pr<|>} x', 'project', '# §{1:project} x'],
    ['# §{CUR<|>}', 'CURRENT_MONTH', '# §{CURRENT_MONTH}'],
    ['# §{2:§<|>}', 'CURRENT_YEAR', '# §{2:§CURRENT_YEAR}'],
    [
      '---\npeople: [{name: Grace, login: gh}]\n---\n@<|>',
      'gh',
      '---\npeople: [{name: Grace, login: gh}]\n---\n@gh',
    ],
    ['---\npeople: [Grace]\n---\n* TODO(gr<|>): x', 'Grace', '---\npeople: [Grace]\n---\n* TODO(Grace): x'],
  ] as const) {
    it(`${marked.replaceAll('\r', '').replaceAll('\n', '⏎')} → ${label}`, () =>
      assert.equal(list(marked, { names: ['Grace', 'Ada'] }).choose(label), dollars(expected)));
  }

  it('offers only keys that are not there', () => {
    const { labels } = list('---\nproject: a\nnotes: b/**\n<|>\n---\n');
    assert.ok(!labels.includes('project') && !labels.includes('notes') && labels.includes('title'));
    assert.deepEqual(list('---\npeople: [{name: A, login: b, <|>}]\n---\n').labels, ['initials', 'aliases']);
  });

  it('offers the folder above those of years and months', () => {
    const years = ['sync/2025/12/a.md', 'sync/2026/a.md', '2026/a.md'].map((path) => path.split('/'));
    assert.deepEqual(list('---\nnotes: <|>\n---\n', { files: years }).labels, ['sync/**', '2026/**']);
  });

  it('offers folders also while the files are read again', () => {
    const { document, inputs, cursor } = open('---\nnotes: <|>\n---\n', { listed: files });
    const items = templateCompletion(document, inputs, cursor)?.items ?? [];
    assert.deepEqual(
      items.map(({ label }) => label),
      ['docs/office-hours/**'],
    );
  });

  it('offers only names that the roster lacks', () =>
    assert.deepEqual(list('---\npeople: [Grace, <|>]\n---\n', { names: ['Grace', 'Ada'] }).labels, ['Ada']));

  it('offers only the order below the title', () =>
    assert.deepEqual(list('# T\n<!-- <|>').labels, ['in order']));

  it('shows what a pattern, a format and a variable give for the next meeting', () => {
    const head = '---\nproject: lantern\nevery: second Tuesday\n';
    assert.equal(
      list(`${head}file: <|>\n---\n`).detail('{YYYY-MM-DD}-{project}.md'),
      '2026-03-17-lantern.md',
    );
    assert.equal(list(`${head}date: {format: <|>}\n---\n`).detail('D MMMM YYYY'), '17 March 2026');
    assert.equal(list(`${head}---\n§<|>`).detail('CURRENT_DAY_NAME'), 'Tuesday');
  });

  for (const marked of [
    '---\nproject: <|>\n---\n',
    '---\nproject: a # <|>\n---\n',
    '---\nrepositories:\n  <|>\n---\n',
    '<|>---\nproject: a\n---\n',
    '---\nproject: a\n--<|>-\n',
    'some words <|>',
    '## A\ntext\n<!-- <|>',
    '## A\n<!-- also: <|>',
    'at 10:<|>',
    '# §{1:a b<|>}',
    'it costs §5<|>',
    'mail grace@<|>',
    '<|>',
  ]) {
    it(`${marked.replaceAll('\n', '⏎')} offers nothing`, () => assert.deepEqual(list(marked).labels, []));
  }

  it('never fails, wherever the cursor is', () => {
    const text =
      "---\nfile: '{YYYY}.md'\npeople:\n  - {name: A, aliases: [b, c]}\n  - d\n# e\n---\n# $CURRENT_YEAR\n<!-- also: x -->\n@a TODO(b)\n";
    for (let at = 0; at <= text.length; at++) list(`${text.slice(0, at)}<|>${text.slice(at)}`);
  });
});
