import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { learnSchema } from '../../../server/core/learn/learnedSchema.ts';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { applyFix, assertFinds, check, seriesOf } from '../../helpers/check.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';
import { definedBy, templateOf } from './templated.ts';

const plain = templateOf('## News\n');

describe('recording-missing', () => {
  it('marks an empty line, else the title', () => {
    assertFinds('recording-missing', '# osq 2026-05-01\n\n‹YouTube Link:›\n');
    assertFinds('recording-missing', '‹# osq 2026-05-01›\n\n## A\n');
  });
  it('waits until the meeting is over', () => {
    for (const day of ['2026-06-01', '2026-06-02'])
      assert.deepEqual(check('recording-missing', `# osq ${day}\n`), []);
    assert.equal(check('recording-missing', '# osq 2026-05-31\n').length, 1);
  });
  it('goes by the file name rather than by the title', () => {
    assert.deepEqual(check('recording-missing', '# osq 2025-06-09\n', { fileName: '20260609.md' }), []);
  });
  it('knows nothing of a note without a date', () =>
    assert.deepEqual(check('recording-missing', '# osq\n'), []));
  it('adds the line as the series writes it', () => {
    const text = '# osq 2026-05-01\n\n## A\n';
    const notes = [
      { uri: 'x', fileName: 'x', recordingLabel: 'Video:', people: [], headings: [], references: [] },
    ];
    const [problem] = check('recording-missing', text, { series: seriesOf({ notes }) });
    assert.equal(applyFix(text, problem?.fixes[0]), '# osq 2026-05-01\n\nVideo: \n\n## A\n');
  });

  describe('by a line that the template has in a section', () => {
    const past = '# Lantern 2026-05-01';
    for (const [line, ...marked] of [
      ['* **Recording**: ${1:link}', `${past}\n\n## Links\n\n* **Recording**: <https://example.org/x>\n`],
      ['* **Recording**: <${1:link}>', `${past}\n\n## Links\n\n* ‹**Recording**:›\n`],
      ['- Video: $1', `‹${past}›\n\n## Links\n\n* Agenda: x\n`],
      // Something more is said in these lines, or nothing is asked.
      ['* The video: ${1:link} of ${2:who}', `${past}\n\n## Links\n`],
      ['* Recording: <https://example.org/all>', `${past}\n\n## Links\n`],
    ] as const) {
      for (const keys of ['', '---\nproject: x\n---\n']) {
        const { definition } = readTemplate(`${keys}# Lantern \${9:date}\n\n## Links\n\n${line}\n`);
        for (const text of marked) {
          it(`${line}: ${text.replaceAll('\n', '⏎')}`, () => {
            const plain = parseMarked(text).text;
            const note = parseNote(plain, undefined, definition.conventions);
            const found = check('recording-missing', plain, {
              note,
              template: definition.template,
              definition,
            });
            const ranges = found.map(({ range }) => range);
            assert.equal(markRanges(plain, ranges), text);
          });
        }
      }
    }
    it('but not where the template says that there is none', () => {
      const text = '---\nrecording: false\n---\n# Lantern ${9:date}\n\n## Links\n\n* Recording: ${1:link}\n';
      const { template, conventions } = readTemplate(text).definition;
      assert.ok(!template.recordingRequired && conventions.recordingLabel === undefined);
    });
  });

  it('adds a line whose colon is within its emphasis as it is', () => {
    const text = '# osq 2026-05-01\n\n## A\n';
    const notes = [
      { uri: 'x', fileName: 'x', recordingLabel: '**Video:**', people: [], headings: [], references: [] },
    ];
    const [problem] = check('recording-missing', text, { series: seriesOf({ notes }) });
    assert.equal(applyFix(text, problem?.fixes[0]), '# osq 2026-05-01\n\n**Video:** \n\n## A\n');
  });
});

describe('recording-missing, by the series', () => {
  const text = '# T 2026-03-03\n\n## A\n';
  const label = (defined: ReturnType<typeof definedBy>) =>
    check('recording-missing', text, defined)[0]?.fixes[0]?.title;

  it('adds the line with the template’s label', () => {
    const body = templateOf('# T\n\nRecording of the call: $1\n\n## A\n');
    assert.equal(label(definedBy(body)), 'Insert Line "Recording of the call:"');
    const conventions = { ...usualConventions, recordingLabel: 'Stream:' };
    assert.equal(
      label(definedBy({ ...plain, recordingRequired: true }, { conventions })),
      'Insert Line "Stream:"',
    );
  });
  it('asks for nothing where the template has no line for it', () =>
    assert.equal(label(definedBy(plain)), undefined));
});

describe('recording-missing, wherever the other notes have it', () => {
  const day = (at: number) => `2026-03-0${at}`;
  const learn = (write: (date: string, at: number) => string) => {
    const notes = [8, 7, 6, 5, 4].map((at) =>
      summarize(`file:///n/${day(at)}.md`, parseNote(write(day(at), at))),
    );
    const learned = learnSchema({ notes, next: [], side: 'before' });
    return { ...learned, template: learned.definition.template, fileName: '2026-03-09.md' };
  };
  for (const [name, body, lost, fixed] of [
    [
      'a list',
      '## Links\n\n* **Recording**: URL\n* Agenda: https://example.org/a\n',
      '## Links\n\n* Agenda: https://example.org/a\n',
      '## Links\n\n* **Recording**: \n* Agenda: https://example.org/a\n',
    ],
    ['a section', '## Recording\n\nURL\n\n## A\n', '## Recording\n\n## A\n', undefined],
    ['a table', '| Recording | URL |\n| --- | --- |\n\n## A\n', '## A\n', undefined],
    ['an embed', '{%youtube URL %}\n\n## A\n', '## A\n', undefined],
    ['a sentence', 'The recording is at URL\n\n## A\n', '## A\n', 'The recording is at \n\n## A\n'],
    ['another language', 'Aufzeichnung: URL\n\n## A\n', '## A\n', 'Aufzeichnung: \n\n## A\n'],
  ] as const) {
    const options = learn((date, at) => `# T ${date}\n\n${body.replace('URL', `https://youtu.be/x${at}`)}`);
    it(`${name}: reports what is missing, and where it belongs`, () => {
      const text = `# T 2026-03-09\n\n${lost}`;
      const [problem, ...others] = check('recording-missing', text, options);
      assert.match(problem?.message ?? '', /^No link to the recording/);
      assert.equal(others.length, 0);
      if (fixed) assert.equal(applyFix(text, problem?.fixes[0]), `# T 2026-03-09\n\n${fixed}`);
    });
    for (const said of ['Not recorded.', 'Recording: n/a', '## Recording\n\nNone'])
      it(`${name}: does not ask for it after ${said.replaceAll('\n', '⏎')}`, () =>
        assert.deepEqual(check('recording-missing', `# T 2026-03-09\n\n${said}\n\n${lost}`, options), []));
  }

  for (const [heading, below] of [
    ['Links', '* **Recording**: URL\n* Agenda: https://example.org/a'],
    ['Recording', 'URL'],
    ['Material', '| Slides | Video |\n| --- | --- |\n| none | URL |'],
    ['Aufzeichnung', '<URL>'],
  ] as const) {
    const rest = '## Agenda\n\n* the build\n';
    const section = (url: string) => `## ${heading}\n\n${below.replace('URL', url)}\n`;
    const options = learn((date, at) => `# T ${date}\n\n${section(`https://youtu.be/x${at}`)}\n${rest}`);
    it(`leaves it to section-missing where all of "${heading}" is missing`, () => {
      const text = `# T 2026-03-09\n\n${rest}`;
      assert.equal(check('section-missing', text, options).length, 1);
      assert.deepEqual(check('recording-missing', text, options), []);
      const empty = `# T 2026-03-09\n\n## ${heading}\n\n${rest}`;
      assert.deepEqual(check('section-missing', empty, options), []);
      assert.equal(check('recording-missing', empty, options).length, 1);
    });
  }
});
