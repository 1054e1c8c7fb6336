import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { builtinTemplate } from '../../../../server/core/template/file/builtin.ts';
import { parseTemplate } from '../../../../server/core/template/file/parseTemplate.ts';
import type { Template } from '../../../../server/core/template/template.ts';

/** In the tables `§` is a dollar sign, which the linter takes for a mistaken template string. */
const dollars = (text: string): string => text.replaceAll('§', '$');
const sections = (template: Template): string[] =>
  template.sections.map(({ level, heading, required, many }) =>
    [level, heading, ...(required ? ['required'] : []), ...(many ? ['many'] : [])].join(' '),
  );
const all = { required: () => true };

describe('the built-in template', () => {
  it('has the sections of the snippet, and only Highlights is required', () => {
    assert.deepEqual(sections(builtinTemplate), [
      '2 Highlights since the last meeting required',
      '2  many',
      '3  many',
      '2 Action items',
      '2 Misc',
    ]);
    assert.ok(builtinTemplate.recordingRequired);
  });

  it('accepts the long name of the highlights', () => {
    assert.deepEqual(builtinTemplate.sections[0]?.aliases, [
      'Announcements and Highlights since the last meeting',
    ]);
  });

  it('knows what each section begins with', () => {
    assert.deepEqual(
      builtinTemplate.sections.map((section) => section.snippet),
      [
        '## Highlights since the last meeting\n\n* §{4:what changed} (PR #§{5:number})',
        '## §{6:Topic}\n\n### §{7:Sub-topic}\n\n§{8:what was said}',
        '### §{7:Sub-topic}\n\n§{8:what was said}',
        '## Action items\n\n* TODO(§{9:owner}): §{10:what is to be done}',
        '## Misc\n\n§0',
      ].map(dollars),
    );
  });

  it('knows which lines hold names to be filled in', () => {
    const lines = builtinTemplate.placeholderLines.map((line) =>
      line.parts.map((part) => (part.kind === 'stop' ? `<${part.text}>` : part.text)).join(''),
    );
    assert.deepEqual(lines, [
      '# <project> office hours <>',
      '* <what changed> (PR #<number>)',
      '## <Topic>',
      '### <Sub-topic>',
      '<what was said>',
      '* TODO(<owner>): <what is to be done>',
    ]);
  });
});

describe('parseTemplate', () => {
  it('reads any line ends', () => {
    const body = '# A\r\n\r\n## B\r\rtext\n## C';
    const template = parseTemplate(body, all);
    assert.equal(template.body, '# A\n\n## B\n\ntext\n## C');
    assert.deepEqual(
      template.sections.map((section) => section.snippet),
      ['## B\n\ntext', '## C'],
    );
  });

  for (const [name, body, expected] of [
    ['nothing', '', []],
    ['a title only', '# T', []],
    ['a heading without a title', '## A', ['2 A required']],
    ['a heading with a tab stop in it', '## Update from §{1:team}', ['2  many']],
    ['no heading in code', '```\n## no\n```\n## yes', ['2 yes required']],
    ['no heading without a blank', '##no\n## yes', ['2 yes required']],
    ['no heading inside a stop', '§{1:## no\n\ntext}\n## yes', ['2 yes required']],
    ['seven #', '####### no', []],
    ['levels that skip', '#### a\n## b\n### c', ['4 a required', '2 b required', '3 c required']],
    ['malformed snippet syntax', '## a §{1:b\n## c', ['2 a §{1:b required', '2 c required']],
    ['escapes', '## cost in \\§', ['2 cost in § required']],
  ] as const) {
    it(name, () => assert.deepEqual(sections(parseTemplate(dollars(body), all)), expected.map(dollars)));
  }

  for (const [body, required] of [
    ['# T\n\nYouTube: §1\n\n## A', true],
    ['# T\n\nRecording: §1', true],
    ['# T\n\n[Video](§1)', true],
    ['# T\n\n## A\n\nYouTube: §1', false],
    ['# Video: a title', false],
    ['# T\n\nA video without an end', false],
  ] as const) {
    it(`${JSON.stringify(body)} ${required ? 'asks' : 'does not ask'} for a recording`, () =>
      assert.equal(parseTemplate(dollars(body), all).recordingRequired, required));
  }

  it('lets the caller decide about the recording', () => {
    assert.ok(!parseTemplate('YouTube: $1', { ...all, recordingRequired: false }).recordingRequired);
  });

  it('takes neither choices nor dates for names', () => {
    const body = dollars('§{1|Yes,No|} §{2:§CURRENT_YEAR}\n§{3} §4\n§{5:a §{6:b}}');
    assert.deepEqual(parseTemplate(body, all).placeholderLines, [{ parts: [{ kind: 'stop', text: 'a b' }] }]);
  });
});
