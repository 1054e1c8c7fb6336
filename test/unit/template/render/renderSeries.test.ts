import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { type RenderOptions, renderSeries } from '../../../../server/core/template/render/render.ts';

/** In the tables `§` is a dollar sign, which the linter takes for a mistaken template string. */
const dollars = (text: string): string => text.replaceAll('§', '$');
const render = (file: string, options: Partial<RenderOptions> = {}) => {
  const { definition, problems } = readTemplate(dollars(file));
  assert.deepEqual(problems, []);
  return renderSeries(definition, { date: '2026-03-03', ...options });
};

describe('a stranger’s template', () => {
  for (const [body, snippet] of [
    ['§CLIPBOARD', ''],
    ['§{CLIPBOARD:none}', 'none'],
    ['§{1:§{TM_FILEPATH/(.*)/§1/}}', '§1'],
    ['§WORKSPACE_FOLDER §TM_DIRECTORY §TM_SELECTED_TEXT', '  '],
    ['§TM_FILENAME_BASE §UUID', '§{TM_FILENAME_BASE} §{UUID}'],
    ['§{1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab} §{1/^(a+)+§/x/}', '§{1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab} §1'],
    ['§{1:a} §{1/a*a*a*a*a*b/x/}', '§{1:a} §1'],
    ['§{TM_FILENAME_BASE/(\\d{4})-(\\d\\d).*/§2 §1/}', '§{TM_FILENAME_BASE/(\\d{4})-(\\d\\d).*/§2 §1/}'],
  ] as const) {
    it(`is given nothing of the writer’s own, and cannot keep the editor busy: ${body}`, () =>
      assert.equal(render(`# T\n\n${body}\n`).snippet, dollars(`# T\n\n${snippet}\n`)));
  }

  it('whose stops mirror one another without end becomes plain text', () => {
    const stops = Array.from({ length: 30 }, (_, index) => `§{${index + 1}:§{${index + 2}}§{${index + 2}}}`);
    const { snippet, text } = render(`# T\n\n${stops.join('\n')}\n§{31:xx}\n`);
    assert.ok(snippet.length < 1_000_000 && text.length < 1_000_000);
    assert.ok(!snippet.includes(dollars('§{')));
  });
});

describe('renderSeries', () => {
  for (const [name, file, options, first] of [
    ['a body without a title gets the usual one', '## A\n', {}, '# §{1:project} office hours 2026-03-03'],
    [
      'the project of the file',
      '---\nproject: wick\n---\n## A\n',
      { project: 'x' },
      '# wick office hours 2026-03-03',
    ],
    ['the project that was learned', '## A\n', { project: 'x' }, '# x office hours 2026-03-03'],
    [
      'the pattern, in a body without a title',
      "---\nproject: wick\ntitle: '{project} on {dddd Do MMMM YYYY}'\n---\n## A\n",
      {},
      '# wick on Tuesday 3rd March 2026',
    ],
    [
      'the pattern, in place of a title that is not of it',
      "---\ntitle: 'Sync {D MMM YYYY}'\n---\n# Something\n\n## A\n",
      {},
      '# Sync 3 Mar 2026',
    ],
    [
      'the body’s own title where it is of the pattern',
      "---\ntitle: 'Sync {YYYY-MM-DD}{any}'\n---\n# Sync §CURRENT_YEAR-§CURRENT_MONTH-§CURRENT_DATE: §{1:topic}\n",
      {},
      '# Sync 2026-03-03: §{1:topic}',
    ],
    [
      'a number that is known',
      "---\ntitle: 'TSC #{number}, {YYYY-MM-DD}'\n---\n## A\n",
      { number: 7 },
      '# TSC #7, 2026-03-03',
    ],
    [
      'a number that is not',
      "---\ntitle: 'TSC #{number}, {YYYY-MM-DD}'\n---\n## A\n",
      {},
      '# TSC #§{1:1}, 2026-03-03',
    ],
    [
      'what may stand there',
      "---\ntitle: 'Sync {YYYY-MM-DD} {any}'\n---\n## A\n",
      {},
      '# Sync 2026-03-03 §1',
    ],
    [
      'day and number in the body',
      "---\ntitle: '#{number} of {D.M.YYYY}'\n---\n# #§{1:number} of §{2:date}\n",
      { number: 3 },
      '# #3 of 3.3.2026',
    ],
  ] as const) {
    it(name, () => assert.equal(render(file, options).snippet.split('\n')[0], dollars(first)));
  }

  it('keeps the note’s own front matter, and puts the title behind it', () => {
    const file = '---\nproject: wick\n---\n---\ntags: §{1:tags}\ndate: §{2:date}\n---\n\n## A\n\n§{1}\n';
    assert.equal(
      render(file).snippet,
      dollars(
        '---\ntags: §{1:tags}\ndate: 2026-03-03\n---\n\n# wick office hours 2026-03-03\n\n## A\n\n§1\n',
      ),
    );
  });

  it('asks what the title asks first', () => {
    const file = "---\ntitle: '{project} {YYYY-MM-DD}'\n---\n## §{1:Topic}\n\n§{2:text} §0\n";
    assert.equal(
      render(file, { likelyProject: 'wick' }).snippet,
      dollars('# §{1:wick} 2026-03-03\n\n## §{2:Topic}\n\n§{3:text} §0\n'),
    );
  });

  it('keeps the markers to itself, and other comments in', () => {
    const file =
      '# T\n<!-- in order -->\n\n## A\n<!-- optional -->\n<!-- also: B -->\n<!-- say something -->\n\n## C\n<!-- many -->\n\ntext\n';
    assert.equal(render(file).text, '# T\n\n## A\n<!-- say something -->\n\n## C\n\ntext\n');
  });

  it('does not follow what earlier notes wrote: the file says it', () => {
    const file = '# T\n\nRecording: §1\n\n## A\n<!-- also: B -->\n';
    const { text } = render(file, { headings: ['B'], recordingLabel: 'YouTube:' });
    assert.equal(text, '# T\n\nRecording: \n\n## A\n');
  });

  it('writes the day of a line as the series does', () => {
    const file =
      "---\ndate: {in: line, label: Date, format: 'dddd Do MMMM YYYY'}\n---\n# WG\n\n### Date: §{1:date}\n";
    assert.equal(render(file).text, '# WG\n\n### Date: Tuesday 3rd March 2026\n');
  });
});
