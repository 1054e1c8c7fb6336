import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { dollars, problemTable } from '../../../helpers/templateProblems.ts';

const bodyOf = (text: string): string => readTemplate(dollars(text)).definition.template.body;

describe('the place of the front matter', () => {
  problemTable([
    ['‹---›\nproject: a\n\n# T\n', 'template-syntax', 'is not closed. Add a line "---"'],
    ['‹---›', 'template-syntax', 'is not closed'],
    ['‹›', 'template-syntax', 'The template is empty. It needs a title'],
    ['‹ \n\n›', 'template-syntax', 'The template is empty.'],
    ['---\nproject: a\n---\n‹›', 'template-heading', 'A new note would be empty.'],
    ['---\n---‹›', 'template-heading', 'A new note would be empty.'],
    ['---\n‹- a\n- b\n›---\n# T', 'template-syntax', 'consists of lines "key: value"'],
    ['---\n‹words›\n---\n# T', 'template-syntax', 'consists of lines "key: value"'],
    ['---\nproject: ‹"b›\n---\n# T', 'template-syntax', 'The " is not closed.'],
    ["---\nproject: a\nfile: ‹'{YYYY›\n---\n# T", 'template-syntax', "The ' is not closed."],
    ['---\ndate: ‹[title, fi›\n---\n# T', 'template-syntax', 'The "[" is not closed. Add "]".'],
    ['---\npeople:\n  - ‹{name: a, log›\n  - b\n---\n# T', 'template-syntax', 'is not closed. Add "}".'],
    [
      '---\ntodo: ‹{markers: [AP]›\nrecording: true\n---\n# T',
      'template-syntax',
      'The "{" is not closed. Add "}".',
    ],
    ['---\nproject: a\n‹not›\n---\n# T', 'template-syntax', 'Missing ":" and value after this key.'],
    [
      '---\nchecks: {}\n‹\t›project: a\n---\n# T',
      'template-syntax',
      'YAML does not allow tabs for indentation.',
    ],
    ['---\nproject: ‹a›\n title: b\n---\n# T', 'template-syntax', 'Two keys on one line.'],
  ]);

  for (const [text, body] of [
    ['# T\n', '# T\n'],
    ['\uFEFF# T\n', '# T\n'],
    ['---\nproject: a\n---\n# T\n', '# T\n'],
    ['--- \r\nproject: a\r\n---  \r\n# T\r\n', '# T\n'],
    ['---\rproject: a\r---\r# T\r', '# T\n'],
    ['---\n---\n---\nnote: 1\n## no section\n---\n# T', '---\nnote: 1\n## no section\n---\n# T'],
    ['---\nproject: a\n# T', '---\nproject: a\n# T'],
    [' ---\nproject: a\n---\n# T', ' ---\nproject: a\n---\n# T'],
    ['----\nproject: a\n---\n# T', '----\nproject: a\n---\n# T'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(bodyOf(text), body));
  }

  it('takes no heading out of the note’s own front matter', () =>
    assert.deepEqual(
      readTemplate('---\n---\n---\n## no\n---\n# T\n## yes').definition.template.sections.length,
      1,
    ));
});

describe('headings of a template', () => {
  it('break it however much else there is to say', () => {
    const { problems, broken } = readTemplate(
      `${'## A\n<!-- optionl -->\n<!-- many -->\n'.repeat(300)}## B\n## B\n`,
    );
    assert.ok(broken && problems.length === 200);
  });

  problemTable([
    ['# T\n## A\n## ‹a:›\n', 'template-heading', 'Duplicate section "A".'],
    ['# T\n## A\n### B\n#### C\n### ‹B›\n', 'template-heading', 'write <!-- many --> below the first one'],
    ['## A\n## B\n<!-- also: ‹A› -->\n', 'template-heading', '"A" is already the section "A".'],
    [
      '## A\n<!-- also: C -->\n## B\n<!-- also: ‹c› -->\n',
      'template-heading',
      '"c" is already the section "A".',
    ],
    ['## A\n<!-- also: ‹a› -->\n', 'template-heading', '"a" is already a heading of this section.'],
    [
      '## A\n<!-- also: B -->\n<!-- also: ‹B› -->\n',
      'template-heading',
      'is already a heading of this section',
    ],
    ['\r\n## A\r\n\r\n## ‹§{›1:x\r\n## no}\r\n## ‹A›', 'template-heading', 'includes the next heading'],
    ['## ‹§{›1:never closed\r\n## A\r\n## ‹A›', 'template-heading', 'Invalid tab stop.'],
    ['# ‹§{›1|a,b', 'template-heading', 'Invalid tab stop.'],
    ['# §{1:a} ‹§{›1.5} \\§{2', 'template-heading', 'Invalid tab stop.'],
    ['# §‹CURRENT_YAER›', 'template-heading', 'Did you mean "CURRENT_YEAR"?'],
    ['# §{1:§{‹CURRENT_MONHT›}}\n', 'template-heading', 'Did you mean "CURRENT_MONTH"?'],
    ['# T\n\nIn §‹HOME› it is.', 'template-heading', 'For the text itself, write "\\$HOME".'],
    ['‹project: lantern›\n\n# T\n', 'template-syntax', 'This text will be in every new note.'],
    ['\n‹---›\nproject: lantern\n---\n# T\n', 'template-syntax', 'This text will be in every new note.'],
  ]);

  for (const text of [
    '## A\n### A\n',
    '## A\n### C\n## B\n### C\n',
    '### C\n## B\n### C\n',
    '## §{1:A}\n### C\n## §{2:B}\n### C\n',
    '## A\n### Status\n## B\n### Status\n',
    '## A\n<!-- many -->\n## A\n',
    '## §{1:A}\n## §{2:A}\n',
    '## A\n<!-- also: B -->\n### B\n',
    '```\n## A\n```\n## A\n',
  ]) {
    it(`${JSON.stringify(text)} is good`, () => assert.deepEqual(readTemplate(dollars(text)).problems, []));
  }
});

describe('markers of a template', () => {
  problemTable([
    [
      '## A\n‹<!-- optionl -->›',
      'template-heading',
      '"optionl" is not an option of a section, and this comment would be in every new note. Did you mean "optional"?',
    ],
    ['## A\n‹<!-- in-order -->›', 'template-heading', 'Did you mean "in order"?'],
    ['## A\n‹<!-- repeatable -->›', 'template-heading', 'Did you mean "many"?'],
    ['## A\n‹<!-- alias: B -->›', 'template-heading', 'Did you mean "also"?'],
    ['## A\n‹<!-- also -->›', 'template-heading', 'Missing heading.'],
    ['## A\n‹<!-- optional: yes -->›', 'template-heading', '"optional" takes no value.'],
    ['## A\n‹<!-- required -->›', 'template-heading', 'Remove this comment.'],
    ['## A\n‹<!-- optional, many -->›', 'template-heading', 'Write each option in its own comment.'],
    ['## A ‹<!-- optional -->›\n', 'template-heading', 'Move it to its own line directly below the heading.'],
    [
      '## A\ntext\n‹<!-- optional -->›',
      'template-heading',
      'Move it directly below the heading of its section.',
    ],
    ['# T\n‹<!-- optional -->›\n## A', 'template-heading', 'Below the title, only "in order" is allowed.'],
    ['‹<!-- many -->›\n# T\n## A', 'template-heading', 'Below the title, only "in order" is allowed.'],
  ]);

  it('a comment behind a heading is put below it', () => {
    const text = '---\nproject: a\n---\n# T\n## A <!-- optional -->\n## B\n';
    const [problem] = readTemplate(text).problems;
    const { range, text: inserted } = problem!.fix!;
    assert.equal(text.slice(0, range.from) + inserted + text.slice(range.to), text.replace('A <', 'A\n<'));
  });

  for (const text of [
    '## A\n<!-- What changed since the last meeting? -->',
    '## A\n<!-- also see the wiki -->',
    '## A\n<!-- or -->',
    '## <!-- optional --> as text',
    '# T <!-- x -->\n## A <!-- optional',
    '## A\n<!-- many of them: list all -->',
    '## A\n<!-- optional',
    '## A\n<!-- constructor -->\n<!-- __proto__: x -->',
    '## A\ntext <!-- optional -->',
    '```\n<!-- optional -->\n```',
    '<!-- in order -->\n# T',
    '# T\n\n<!-- in order -->\n\n## A',
  ]) {
    it(`${JSON.stringify(text)} is good`, () => assert.deepEqual(readTemplate(text).problems, []));
  }

  for (const [text, body] of [
    ['## A\n<!-- optional -->\n', '## A\n'],
    ['## A\n<!-- optional -->\ntext', '## A\ntext'],
    ['## A\n\n<!-- optional -->\n\ntext', '## A\n\ntext'],
    ['## A\n<!-- optional -->\n\ntext', '## A\n\ntext'],
    ['## A\n\n<!-- Optional -->\n<!--many-->\n\n<!-- ALSO:  B -->\n\ntext', '## A\n\ntext'],
    ['## A\n<!-- Say more. -->\n<!-- optional -->\ntext', '## A\n<!-- Say more. -->\ntext'],
    ['<!-- in order -->\n\n# T', '# T'],
    ['# T\r\n<!-- in order -->\r\n\r\n## A', '# T\n\n## A'],
    ['## A\ntext\n<!-- optional -->\nmore', '## A\ntext\nmore'],
    ['```\n<!-- optional -->\n```', '```\n<!-- optional -->\n```'],
    ['§{1:\n<!-- optional -->\n}', '§{1:\n<!-- optional -->\n}'],
    ['## A\n  <!-- optional -->  \ntext', '## A\ntext'],
  ] as const) {
    it(`${JSON.stringify(text)} loses its markers`, () => assert.equal(bodyOf(text), dollars(body)));
  }
});

describe('people of a template', () => {
  problemTable(
    [
      ['* TODO(‹grce›): write', 'template-person', '"grce" is not in "people" above. Did you mean "grace"?'],
      ['* ask ‹@linus› about it', 'template-person', 'Add the person there, or use a tab stop here.'],
      ['* §{1:a\n\n}TODO(‹linus›): x', 'template-person', '"linus" is not in "people" above.'],
    ],
    (body) =>
      `---\npeople: [{name: Ada Lovelace, login: adal}, grace]\n---\r\n# T\r\n## Actions\r\n${body}\r\n`,
  );

  for (const body of [
    '* TODO(grace): x',
    '* TODO(ada): ask @adal',
    '* TODO(§{1:owner}): x',
    '* @§{1:login}: x',
    '`@linus`',
    '* write to linus@example.org',
  ]) {
    it(`${body} is good`, () => {
      const text = dollars(`---\npeople: [{name: Ada Lovelace, login: adal}, grace]\n---\n# T\n${body}\n`);
      assert.deepEqual(readTemplate(text).problems, []);
    });
  }

  it('knows everybody without a roster', () =>
    assert.deepEqual(readTemplate('# T\n* TODO(linus): x').problems, []));
});
