import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { matchPattern } from '../../../../server/core/template/patterns/matchPattern.ts';
import {
  formatPattern,
  type Pattern,
  parsePattern,
} from '../../../../server/core/template/patterns/pattern.ts';
import { inEnglish } from '../../../../shared/l10n.ts';
import { growsLinearlyIn } from '../../../helpers/growth.ts';
import { markRanges, parseMarked } from '../../../helpers/markedText.ts';

const patternOf = (source: string): Pattern => {
  const result = parsePattern(source);
  assert.ok(result.kind === 'pattern', result.kind === 'wrong' ? inEnglish(result.message) : '');
  return result.pattern;
};

describe('formatPattern', () => {
  const values = { date: '2026-03-05', project: 'lantern', number: 42 };
  for (const [source, written] of [
    ['{YYYYMMDD}_meeting_notes.md', '20260305_meeting_notes.md'],
    ['{YYYY}/{YYYY-MM-DD}.md', '2026/2026-03-05.md'],
    ['{project} office hours {YYYY-MM-DD}', 'lantern office hours 2026-03-05'],
    ['Meeting {number}, {dddd Do MMMM}', 'Meeting 42, Thursday 5th March'],
    ['{{draft}} {D MMM YY}{any}', '{draft} 5 Mar 26'],
    ['no date', 'no date'],
  ] as const) {
    it(source, () => assert.equal(formatPattern(patternOf(source), values), written));
  }

  it('has words for what is not known', () =>
    assert.equal(formatPattern(patternOf('{project} {number}'), { date: '2026-03-05' }), 'project 1'));
});

describe('parsePattern', () => {
  for (const [marked, message] of [
    ['‹›', 'The pattern is empty.'],
    ['a ‹{YYYY›', 'This "{" is not closed.'],
    ['a‹}› b', 'This "}" has no matching "{".'],
    ['{‹projct›}', 'Did you mean "project"?'],
    ['{‹PROJECT›}', 'Did you mean "project"?'],
    ['{‹nmuber›}', 'Did you mean "number"?'],
    ['{‹title›}', 'Write {project}, {number}, {any} or a date such as {YYYY-MM-DD}.'],
    ['{‹›}', '"" is not a valid part of a pattern.'],
    ['x {YYYY‹MD›}', 'M followed by D is ambiguous.'],
    ['{any}‹{project}›', 'Two parts without text between them are ambiguous'],
    ['{number}‹{YYYY}›', 'Two parts without text between them are ambiguous'],
    ['{number}{any}‹{YYYY}›', 'Two parts without text between them are ambiguous'],
    ['{number} ‹{number}›', 'Duplicate {number}'],
    ['a‹\n›b', 'A pattern must be on one line.'],
    [`‹${'x'.repeat(301)}›`, 'A pattern has at most 300 characters.'],
  ] as const) {
    it(marked.slice(0, 40), () => {
      const { text, ranges } = parseMarked(marked);
      const result = parsePattern(text);
      assert.ok(result.kind === 'wrong');
      const said = inEnglish(result.message);
      assert.ok(said.includes(message), said);
      assert.equal(markRanges(text, [result.range]), markRanges(text, ranges));
    });
  }
});

describe('matchPattern', () => {
  /** The ranges are those of the date and of the number, in the order of the text. */
  for (const [source, marked, said] of [
    ['{YYYYMMDD}_notes.md', '‹20260305›_notes.md', '2026-03-05'],
    ['{YYYYMMDD}_notes.md', '20260305_notes.mdx', undefined],
    ['{YYYYMMDD}_notes.md', '120260305_notes.md', undefined],
    ['{YYYYMMDD}_notes.md', '20260231_notes.md', undefined],
    ['notes{YYYYMMDD}.md', 'Notes‹20260305›.MD', '2026-03-05'],
    ['{MMMM D YYYY}th', '‹March 5 2026›th', '2026-03-05'],
    ['{YYYY}/{YYYY-MM-DD}.md', '2025/‹2026-01-02›.md', '2026-01-02'],
    ['{YYYY}/{MM}/{DD}.md', '‹2026/03/05›.md', '2026-03-05'],
    ['{YYYY-MM}.md', '2026-03.md', ''],
    ['{project} office hours {YYYY-MM-DD}', 'lantern office hours ‹2026-03-05›', '2026-03-05 lantern'],
    ['{project} office hours {YYYY-MM-DD}', ' office hours 2026-03-05', undefined],
    ['{project} {YYYY}', 'a b 2026', ' a b'],
    ['{project}{YYYY-MM-DD}', 'x 12026-03-05', undefined],
    ['{any}{YYYY-MM-DD}{any}', 'x 12026-03-04, ‹2026-03-05›, 2026-03-06', '2026-03-05'],
    ['{any}{YYYY-MM-DD}{any}', '‹2026-03-05›', '2026-03-05'],
    ['Meeting {number} of {YYYY-MM-DD}', 'Meeting ‹042› of ‹2026-03-05›', '2026-03-05 #42'],
    ['{any}{number}', 'a 1 b ‹23›', ' #23'],
    ['{any}{number}', 'a b', undefined],
    ['{number}', '1234567890', undefined],
    ['Minutes', 'minutes', ''],
    ['Minutes', 'minutes.', undefined],
    ['Minutes{any}', 'Minutes', ''],
    ['{any} of {any}.md', 'a of b of c.md', ''],
    ['{{x}}', '{X}', ''],
    ['{any}', '', ''],
    ['{project}', '', undefined],
  ] as const) {
    it(`${source} and ${marked}`, () => {
      const { text, ranges } = parseMarked(marked);
      const match = matchPattern(patternOf(source), text);
      if (said === undefined) return assert.equal(match, undefined);
      assert.ok(match);
      const project = match.project && text.slice(match.project.from, match.project.to);
      const words = [match.date?.value ?? '', match.number && `#${match.number.value}`, project];
      assert.equal(words.filter((word) => word !== undefined).join(' '), said);
      const found = [match.date?.range, match.number?.range].filter((range) => range !== undefined);
      assert.equal(markRanges(text, found), markRanges(text, ranges));
    });
  }

  it('is linear', () => {
    const pattern = patternOf('{any} x{project} y{any} {YYYY-MM-DD}{any}!');
    growsLinearlyIn([' x', ' y', '1', ' x y 2026-03-05', 'a'], 200_000, (text) =>
      matchPattern(pattern, text),
    );
  });
});
