import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { builtinTemplate } from '../../../../server/core/template/file/builtin.ts';
import { parseTemplate } from '../../../../server/core/template/file/parseTemplate.ts';
import { type RenderOptions, renderTemplate } from '../../../../server/core/template/render/render.ts';

/** In the tables `§` is a dollar sign, which the linter takes for a mistaken template string. */
const dollars = (text: string): string => text.replaceAll('§', '$');
const render = (body: string, options: Partial<RenderOptions> = {}) =>
  renderTemplate(parseTemplate(dollars(body), { required: () => true }), { date: '2026-03-03', ...options });

describe('renderTemplate', () => {
  it('begins a note whose project is known', () => {
    const { snippet, text } = renderTemplate(builtinTemplate, { date: '2026-03-03', project: 'lantern' });
    assert.equal(
      snippet,
      dollars(`# lantern office hours 2026-03-03

YouTube Link: §1

## Highlights since the last meeting

* §{2:what changed} (PR #§{3:number})

## §{4:Topic}

### §{5:Sub-topic}

§{6:what was said}

## Action items

* TODO(§{7:owner}): §{8:what is to be done}

## Misc

§0`),
    );
    assert.equal(
      text,
      `# lantern office hours 2026-03-03

YouTube Link:${' '}

## Highlights since the last meeting

* what changed (PR #number)

## Topic

### Sub-topic

what was said

## Action items

* TODO(owner): what is to be done

## Misc

`,
    );
  });

  for (const [name, options, firstLine] of [
    ['asks for an unknown project', {}, '# §{1:project} office hours 2026-03-03'],
    ['offers a likely project', { likelyProject: 'lantern' }, '# §{1:lantern} office hours 2026-03-03'],
    ['prefers what it knows', { project: 'a', likelyProject: 'b' }, '# a office hours 2026-03-03'],
    ['keeps a name from being syntax', { project: 'a§1}\\' }, '# a\\§1\\}\\\\ office hours 2026-03-03'],
    ['keeps the title on one line', { project: 'a\n\n## b' }, '# a  ## b office hours 2026-03-03'],
    [
      'asks when the name is beyond reason',
      { project: 'x'.repeat(101) },
      '# §{1:project} office hours 2026-03-03',
    ],
  ] as const) {
    it(name, () => {
      const { snippet } = renderTemplate(builtinTemplate, {
        date: '2026-03-03',
        ...JSON.parse(dollars(JSON.stringify(options))),
      });
      assert.equal(snippet.split('\n')[0], dollars(firstLine));
    });
  }

  for (const [body, snippet, text] of [
    ['§CURRENT_DATE.§{CURRENT_MONTH}.§CURRENT_YEAR_SHORT', '03.03.26', '03.03.26'],
    ['§CURRENT_DAY_NAME, §{CURRENT_MONTH_NAME:x} §CURRENT_DATE', 'Tuesday, March 03', 'Tuesday, March 03'],
    ['§CURRENT_DAY_NAME_SHORT §CURRENT_MONTH_NAME_SHORT', 'Tue Mar', 'Tue Mar'],
    ['§CURRENT_HOUR §CLIPBOARD', '§{CURRENT_HOUR} §{CLIPBOARD}', ' '],
    [
      '§{2:§CURRENT_YEAR-§CURRENT_MONTH} §2 §{1:a} §2',
      '2026-03 2026-03 §{1:a} 2026-03',
      '2026-03 2026-03 a 2026-03',
    ],
    ['§{1:week of §CURRENT_DATE}', 'week of 03', 'week of 03'],
    ['§{1:§CURRENT_YEAR §{2:x}}', '§{1:2026 §{2:x}}', '2026 x'],
    ['§{7:a §{3:b}} §{9|c,d|} §3 §0', '§{2:a §{1:b}} §{3|c,d|} §1 §0', 'a b c b '],
    ['§{1:project}: §1', '§{1:project}: §1', 'project: project'],
    ['§{1:projects}', '§{1:projects}', 'projects'],
  ] as const) {
    it(body, () => assert.deepEqual(render(body), { snippet: dollars(snippet), text: dollars(text) }));
  }

  it('fills in every mirror of the project', () => {
    assert.equal(
      render('§{1:project} §1 §{2:x}', { project: 'lantern' }).snippet,
      'lantern lantern $' + '{1:x}',
    );
  });

  describe('recording label', () => {
    const body = '# T\n\nYouTube Link: §{1}\n\n## A';
    for (const [label, line] of [
      ['YouTube:', 'YouTube: §1'],
      ['Link to YouTube recording:', 'Link to YouTube recording: §1'],
      ['YouTube Recording', 'YouTube Recording: §1'],
      ['', 'YouTube Link: §1'],
      [undefined, 'YouTube Link: §1'],
      ['a §{2:b}:', 'a \\§{2:b\\}: §1'],
    ] as const) {
      it(String(label), () => {
        const options = label === undefined ? {} : { recordingLabel: dollars(label) };
        assert.equal(render(body, options).snippet.split('\n')[2], dollars(line));
      });
    }

    it('leaves a line of another form alone', () => {
      const link = '# T\n\n[Video](§1)';
      assert.equal(render(link, { recordingLabel: 'YouTube:' }).snippet, dollars(link));
    });
  });

  describe('headings of earlier notes', () => {
    const alias = 'Announcements and Highlights since the last meeting';
    for (const [headings, expected] of [
      [[], 'Highlights since the last meeting'],
      [['Misc', alias], alias],
      [['announcements and highlights since the last meeting:'], alias],
      [['Highlights since the last meeting', alias], 'Highlights since the last meeting'],
      [[alias, 'Highlights since the last meeting'], alias],
      [['Something else'], 'Highlights since the last meeting'],
    ] as const) {
      it(`${JSON.stringify(headings)} → ${expected}`, () => {
        const { text } = renderTemplate(builtinTemplate, { date: '2026-03-03', headings });
        assert.equal(text.split('\n')[4], `## ${expected}`);
      });
    }
  });

  it('never throws and keeps values literal', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (body, project, recordingLabel) => {
        render(body, { project, recordingLabel });
        const { text } = renderTemplate(builtinTemplate, { date: '2026-03-03', project });
        assert.equal(text.split('\n').length, builtinTemplate.body.split('\n').length);
      }),
    );
  });
});
