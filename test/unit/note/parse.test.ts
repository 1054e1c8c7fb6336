import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isSuppressed } from '../../../server/core/note/directives.ts';
import type { Note, Section } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { sectionAt } from '../../../server/core/note/sections.ts';

function outline(sections: readonly Section[]): unknown[] {
  return sections.map(({ level, heading, empty, children }) => [
    `${level} ${heading}${empty ? ' (empty)' : ''}`,
    ...outline(children),
  ]);
}

describe('parseNote', () => {
  it('reads title, date and sections', () => {
    const note = parseNote(
      '# osq office hours 2019-10-01\n\n## A\n\ntext\n\n### B ##\n\n<!-- c -->\n\n## C\n',
    );
    assert.equal(note.title?.text, 'osq office hours 2019-10-01');
    assert.equal(note.title.date?.value, '2019-10-01');
    assert.equal(note.text.slice(note.title.date.range.from, note.title.date.range.to), '2019-10-01');
    assert.deepEqual(outline(note.sections), [['2 A', ['3 B (empty)']], ['2 C (empty)']]);
    const body = sectionAt(note.sections, note.text.indexOf('text'));
    assert.equal(body?.heading, 'A');
    assert.equal(note.text.slice(body.range.from, body.range.to).endsWith('-->\n\n'), true);
  });

  it('takes an underlined heading for one, and none inside a quote, code or front matter', () => {
    const note = parseNote(
      '---\ntitle: x\n---\nTitle 2020-01-01\n===\n\nTopic\n---\n\n> # not\n\n```\n# not\n```\n',
    );
    assert.equal(note.title?.text, 'Title 2020-01-01');
    assert.deepEqual(outline(note.sections), [['2 Topic']]);
    assert.deepEqual(note.frontMatter, { from: 0, to: 16 });
  });

  it('leaves an unclosed front matter a thematic break', () => {
    const note = parseNote('---\n# T\n\ntext PR #1\n');
    assert.equal(note.frontMatter, undefined);
    assert.equal(note.title?.text, 'T');
    assert.equal(note.references.length, 1);
  });

  it('has no title without a level-1 heading before the sections, unless a later one is dated', () => {
    assert.equal(parseNote('## A\n\n# B\n').title, undefined);
    assert.equal(parseNote('## A\n\n# B 2020-01-02\n').title?.text, 'B 2020-01-02');
  });

  it('knows directives and where they reach', () => {
    const text =
      '<!-- office-hours-disable title-missing -->\n\n<!-- office-hours-disable-next-line a, b -->\n\nTODO: x\ny <!-- office-hours-disable-next-line -->\nz\n';
    const { directives } = parseNote(text);
    assert.deepEqual(
      directives.map(({ scope, codes }) => [scope, codes]),
      [
        ['file', ['title-missing']],
        ['next-line', ['a', 'b']],
        ['next-line', []],
      ],
    );
    const at = (word: string) => text.indexOf(word);
    assert.equal(isSuppressed(text, directives, 'title-missing', 0), true);
    assert.equal(isSuppressed(text, directives, 'a', at('TODO')), true);
    assert.equal(isSuppressed(text, directives, 'c', at('TODO')), false);
    assert.equal(isSuppressed(text, directives, 'a', at('y <')), false);
    assert.equal(isSuppressed(text, directives, 'anything', at('z\n')), true);
    const old = text.replaceAll('\n', '\r');
    assert.equal(isSuppressed(old, parseNote(old).directives, 'a', at('TODO')), true);
    assert.equal(isSuppressed(old, parseNote(old).directives, 'a', at('y <')), false);
  });

  for (const [name, end] of [
    ['CRLF', '\r\n'],
    ['lone CR', '\r'],
  ] as const) {
    it(`counts the same offsets with ${name}`, () => {
      const lines = [
        '# T 2020-01-01',
        '',
        'YouTube: https://youtu.be/x',
        '',
        '## A',
        '',
        '* TODO: seph: see PR #12',
        '  and #13',
        '',
        '## B',
        '',
        '## Action items',
        '',
        '| Who | What |',
        '| --- |:----:|',
        '| Ada | cut it |',
      ];
      const plain = parseNote(lines.join('\n'));
      const other = parseNote(lines.join(end));
      const by = (note: Note) => note.references.map(({ number, form }) => `${form} ${number}`);
      assert.deepEqual(by(other), by(plain));
      assert.deepEqual(
        other.references.map(({ range }) => other.text.slice(range.from, range.to)),
        ['PR #12', '#13'],
      );
      assert.equal(other.recording?.url?.value, 'https://youtu.be/x');
      assert.deepEqual(outline(other.sections), outline(plain.sections));
      assert.equal(other.title?.text, 'T 2020-01-01');
      assert.deepEqual(
        other.actionItems.map(({ owners }) => owners[0]?.name),
        ['seph', 'Ada'],
      );
    });
  }

  it('reads a huge note or line as far as it goes, and says so', () => {
    const long = `# T 2020-01-01\n\nPR #1\n\n${'x '.repeat(500_000)}\n\nPR #2\n`;
    const note = parseNote(long);
    assert.deepEqual(note.shortened, { at: long.indexOf('x x') });
    assert.deepEqual(
      note.references.map(({ number }) => number),
      [1, 2],
    );
    assert.equal(note.text, long);
    const big = parseNote(`# T\n\n${'some words and PR #1\n'.repeat(500_000)}`);
    assert.ok(big.truncated && big.truncated.at <= 2_000_000);
  });

  it('withstands deep nesting', () => {
    for (const text of [
      '>'.repeat(20_000),
      '- '.repeat(20_000),
      '['.repeat(50_000),
      '(TODO: '.repeat(10_000),
      '*_`'.repeat(30_000),
    ]) {
      assert.equal(parseNote(text).text, text);
    }
  });
});
