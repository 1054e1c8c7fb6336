import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type LearnedSection, learnSections } from '../../../server/core/learn/sections.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { headingWords, similarity } from '../../../server/core/note/similarHeadings.ts';

/** Notes the newest first, each with its headings: `Plans`, `> Sub-section`, `Plans: its text`. */
const learnFrom = (...notes: readonly (readonly string[])[]) =>
  learnSections(
    notes.map((headings) => ({
      folders: [],
      fileName: 'x.md',
      note: parseNote(`# x call\n\n${headings.map(written).join('\n')}`),
    })),
  );
const written = (heading: string): string => {
  const [name = '', text = ''] = heading.split(': ');
  return `${name.startsWith('> ') ? `### ${name.slice(2)}` : `## ${name}`}\n\n${text}\n`;
};

/** `Plans; Old?` with `?` for optional, `*` for many, `=Alias`. */
const said = (...notes: readonly (readonly string[])[]): string =>
  learnFrom(...notes)
    .sections.map(print)
    .join('; ');
const print = ({ heading, required, many, aliases, children }: LearnedSection): string => {
  const marks = `${required ? '' : '?'}${many ? '*' : ''}`;
  const others = aliases.map((alias) => `=${alias.heading}`).join('');
  return `${heading}${marks}${others}${children.length > 0 ? ` (${children.map(print).join('; ')})` : ''}`;
};
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('learnSections', () => {
  for (const [name, expected, ...notes] of [
    ['what all have', 'News; Plans', ['News', 'Plans'], ['News', 'Plans']],
    ['four of five are nearly all', 'News; Plans', ['News'], ...times(4, ['News', 'Plans'])],
    ['three of five are some', 'News; Plans?', ['News'], ['News'], ...times(3, ['News', 'Plans'])],
    ['a quarter is some', 'News; Plans?', ...times(6, ['News']), ...times(2, ['News', 'Plans'])],
    ['one of four is a single meeting', 'News', ...times(3, ['News']), ['News', 'Plans']],
    ['one note makes nothing required', 'News?; Plans?', ['News', 'Plans']],
    [
      'the newest form is the heading',
      'Announcements and highlights=Highlights',
      ...times(2, ['Announcements and highlights']),
      ...times(3, ['Highlights']),
    ],
    [
      'words in another number or order',
      'News; Old pull requests=Pull requests that are old',
      ...times(3, ['News', 'Old pull requests']),
      ['News', 'Pull requests that are old'],
    ],
    ['a slip of the pen', 'Announcements=Anouncements', ['Anouncements'], ...times(3, ['Announcements'])],
    [
      'one line of text in common',
      'Look at old patches=Review old patches',
      ...times(3, ['Look at old patches: If there is time, we look at what waits for long']),
      ['Review old patches: If there is time, we look at what waits for long'],
    ],
    [
      'two that stand in one note are two',
      'Linux news; Windows news',
      ...times(3, ['Linux news', 'Windows news']),
    ],
    [
      'another number is another matter',
      'Release 4.1?; News',
      ['Release 4.2', 'News'],
      ...times(2, ['Release 4.1', 'News']),
    ],
    ['sub-sections', 'News (Ours; Theirs?)', ['News', '> Ours'], ...times(2, ['News', '> Ours', '> Theirs'])],
    ['a sub-section of topics that come and go', 'News', ['News', 'A', '> Notes'], ['News', 'B', '> Notes']],
    ['repeated', 'News; Topic*', ...times(3, ['News', 'Topic', 'Topic'])],
    ['the order of most', 'A; B; C', ['A', 'C', 'B'], ...times(3, ['A', 'B', 'C'])],
    ['a heading with a date', 'News', ['News', 'Meeting of 2026-03-03'], ['News', 'Meeting of 2026-03-03']],
    ['no sections', '', [], []],
  ] as (readonly (string | readonly string[])[])[]) {
    it(String(name), () => assert.equal(said(...(notes as (readonly string[])[])), expected));
  }

  it('counts what it leaves out and says whether the order is always the same', () => {
    const { rare, ordered } = learnFrom(
      ['News', 'Once', 'Plans'],
      ['News', 'Plans', 'Twice'],
      ['Plans', 'News'],
    );
    assert.deepEqual([rare, ordered], [2, false]);
  });

  it('keeps lines that nearly all have', () => {
    const body = 'Ask whatever you like.';
    const [section] = learnFrom(...times(4, [`Questions: ${body}`]), ['Questions']).sections;
    assert.deepEqual(section?.lines, [{ text: body, open: false }]);
    assert.deepEqual(learnFrom(...times(4, ['Questions: N/A'])).sections[0]?.lines, []);
  });
});

describe('similarity', () => {
  for (const [one, other, least, most] of [
    ['highlights since the last meeting', 'announcements and highlights since the last meeting', 0.8, 0.95],
    ['any prs people want to discuss', 'any questions / issues / prs people want to discuss', 0.7, 0.9],
    ['old pull requests', 'old pull request', 1, 1],
    ['announcements', 'anouncements', 1, 1],
    ['linux news', 'windows news', 0.5, 0.5],
    ['release 4.1', 'release 4.2', 0, 0],
    ['the', 'a', 0, 0],
  ] as const) {
    it(`${one} ~ ${other}`, () => {
      const likeness = similarity(headingWords(one), headingWords(other));
      assert.ok(likeness >= least && likeness <= most, String(likeness));
    });
  }
});
