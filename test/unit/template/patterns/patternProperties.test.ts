import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseGlob } from '../../../../server/core/template/patterns/glob.ts';
import { matchPattern } from '../../../../server/core/template/patterns/matchPattern.ts';
import { formatPattern, parsePattern } from '../../../../server/core/template/patterns/pattern.ts';
import { parseRhythm } from '../../../../server/core/template/rhythm/parseRhythm.ts';
import { addDays } from '../../../../shared/calendar.ts';
import { dateTokens, formatDay, readDateFormat } from '../../../../shared/dates/format.ts';
import { findFormattedDate } from '../../../../shared/dates/readFormatted.ts';

const runs = { numRuns: Number(process.env.OFFICE_HOURS_RUNS ?? 2000) };
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1970-01-01', days));
const separator = fc.constantFrom('-', '/', '.', ', ', ' ', '', ' [of] ', '年');
const format = fc
  .array(fc.tuple(fc.constantFrom(...dateTokens), separator), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().join(''));
const literal = fc.oneof(
  fc.constantFrom(' office hours ', '_notes', '.md', ' - ', '{{', '}}'),
  fc.string({ maxLength: 6 }),
);
const pattern = fc
  .array(
    fc.oneof(
      fc.constantFrom('{project}', '{number}', '{any}'),
      format.map((each) => `{${each}}`),
      literal,
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

describe('whatever is written', () => {
  it('a date format that is whole finds the day it wrote', () => {
    let read = 0;
    fc.assert(
      fc.property(format, day, (source, date) => {
        const result = readDateFormat(source);
        if (result.kind === 'wrong') return;
        const text = formatDay(result.format, date);
        const found = findFormattedDate(result.format, `x ${text} x`);
        // Two years in one format, or a year of two digits, may be another century's.
        if (found !== undefined && source.includes('YYYY') && !source.replace('YYYY', '').includes('YY')) {
          assert.equal(found.value, date, text);
          read++;
        }
      }),
      runs,
    );
    assert.ok(read > 20, `${read} days were read`);
  });

  it('a pattern matches what it wrote, and reads the same number', () => {
    fc.assert(
      fc.property(pattern, day, fc.integer({ min: 1, max: 999 }), (source, date, number) => {
        const result = parsePattern(source);
        if (result.kind === 'wrong')
          return assert.ok(result.range.to <= source.length && result.range.from >= 0);
        const text = formatPattern(result.pattern, { date, number, project: 'lantern' });
        const match = matchPattern(result.pattern, text);
        // A digit beside a number makes another number of it, a letter behind a month another month.
        if (/\d\{|\}[\da-z]/i.test(source)) return;
        assert.ok(match, `${source} wrote ${text}`);
        if (source.includes('{number}') && !/\{(?:any|project)\}/.test(source))
          assert.equal(match.number?.value, number);
      }),
      runs,
    );
  });

  it('patterns, formats, globs and rhythms of any text are read without failing', () => {
    const any = fc.oneof(
      fc.string({ maxLength: 60 }),
      pattern,
      format,
      fc.stringMatching(/^[*?{},/.ab]{0,20}$/),
    );
    fc.assert(
      fc.property(any, fc.string({ maxLength: 60 }), (source, text) => {
        const read = parsePattern(source);
        if (read.kind === 'pattern') matchPattern(read.pattern, text);
        parseGlob(source);
        parseRhythm(source);
        const date = readDateFormat(source);
        if (date.kind === 'format') findFormattedDate(date.format, text);
      }),
      runs,
    );
  });
});
