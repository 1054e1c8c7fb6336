import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { headingKey } from '../../../server/core/note/headingKey.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { isHeadingOf } from '../../../server/core/template/headings.ts';
import { renderSeries } from '../../../server/core/template/render/render.ts';
import { check } from '../../helpers/check.ts';

const template = (...headings: readonly string[]) =>
  readTemplate(`# Sync\n\n${headings.map((each) => `## ${each}\n\nText.\n`).join('\n')}`).definition;

describe('whether a heading is the template’s', () => {
  const cases: readonly (readonly [template: string, heading: string, expected: boolean])[] = [
    ['News', 'news', true],
    ['News', 'Newsletter', false],
    // Durations and names.
    ['News', 'News (5 min)', true],
    ['News', 'News (5m)', true],
    ['News', 'News [10 minutes]', true],
    ['News', '[5m] News', true],
    ['News', 'News - 10 min', true],
    ['News', 'News: 1 hour', true],
    ['News', 'News (Okan)', true],
    ['News', 'News (Okan Demir, 5 min)', true],
    ['News', 'News (@okan and Tove)', true],
    ['News', 'News @okan', true],
    ['News', 'News – @okan', true],
    ['News', 'News (Okan) (5m)', true],
    ['News', 'News (of the website)', false],
    ['News', 'News - Website', false],
    ['News', 'News of the website', false],
    ['News', '(5m)', false],
    ['News (5 min)', 'News (5 min)', true],
    ['News (5 min)', 'News', false],
    ['News (5 min)', 'News (10 min)', false],
    ['News (Okan)', 'News (Tove)', false],
    // Patterns.
    ['Update from *', 'Update from Tove', true],
    ['Update from *', 'Update from the release team', true],
    ['Update from *', 'Update from', true],
    ['Update from *', 'Update fromage', false],
    ['Update from *', 'An update from Tove', false],
    ['* update', 'Release update', true],
    ['* update', 'Release updates', false],
    ['Week * of *', 'Week 12 of 2026', true],
    ['Week * of *', 'Week 12', false],
    ['Sprint ??', 'Sprint 12', false],
    ['Q? plans', 'Q1 plans', true],
    ['Q? plans', 'Q12 plans', false],
    ['Questions?', 'Questions', true],
    ['Questions?', 'Questions?', true],
    ['What is next? Who?', 'What is next? Who?', true],
    ['*Notes*', 'Notes', true],
    ['*Notes*', 'Release notes', false],
  ];
  for (const [wanted, heading, expected] of cases) {
    it(`${wanted} | ${heading}: ${expected}`, () => {
      const [section] = template(wanted).template.sections;
      assert.equal(isHeadingOf(section!, heading, headingKey(heading)), expected);
    });
  }

  it('is decided in linear time', () => {
    const [section] = template('a * a * a * b').template.sections;
    const heading = 'a '.repeat(20_000);
    assert.equal(isHeadingOf(section!, heading, headingKey(heading)), false);
  });

  it('begins a new note with a tab stop in place of any words', () => {
    const { snippet, text } = renderSeries(template('Update from *'), { date: '2026-01-06' });
    assert.match(snippet, /## Update from \$1\n/);
    assert.match(text, /## Update from \n/);
  });

  const missing = (definition: ReturnType<typeof template>, text: string) =>
    check('section-missing', text, { definition, template: definition.template });

  it('asks for a section by its pattern, and inserts what is fixed of it', () => {
    const definition = template('News', 'Update from *');
    assert.deepEqual(missing(definition, '# Sync\n\n## News (5 min)\n\n## Update from Tove\n'), []);
    const [problem] = missing(definition, '# Sync\n\n## News\n');
    assert.match(problem!.message, /^Section "Update from \*" is missing/);
    assert.equal(problem!.fixes[0]?.title, 'Insert Section "Update from"');
    assert.equal(problem!.fixes[0]?.safe, false);
  });

  it('takes two sections with a name each for two', () => {
    const definition = template('News');
    const text = '# Sync\n\n## News (Ada)\n\nA\n\n## News (Tove)\n\nB\n';
    assert.deepEqual(check('section-duplicate', text, { definition, template: definition.template }), []);
  });
});

describe('a template whose date is in the first heading', () => {
  const { definition } = readTemplate('---\ndate: heading\n---\n# Sync\n\n## ${1:date}\n\n## Topics\n');
  const problems = (text: string, fileName = '2026-01-06.md') =>
    check('title-date-mismatch', text, { definition, template: definition.template, fileName }).map(
      ({ message }) => message,
    );
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['the day', '# Sync\n\n## 2026-01-06\n', []],
    ['the day and a topic', '# Sync\n\n## Kick-off on 2026-01-06\n', []],
    ['another day in the title', '# Sync since 2025-01-01\n\n## 2026-01-06\n', []],
    [
      'another day',
      '# Sync\n\n## Kick-off on 2026-01-07\n',
      ['Heading date 2026-01-07 differs from the date in the file name, 2026-01-06'],
    ],
    [
      'no day',
      '# Sync\n\n## Topics\n',
      ['Heading date is missing; expected "2026-01-06" in the first heading'],
    ],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.deepEqual(problems(text), expected));
  }

  it('has the format of the template', () => {
    const written = readTemplate(
      "---\ndate: {in: heading, format: 'D.M.YYYY'}\n---\n# Sync\n\n## ${1:date}\n",
    ).definition;
    const text = '# Sync\n\n## Am 6.1.2026\n';
    const options = { definition: written, template: written.template, fileName: '2026-01-06.md' };
    assert.deepEqual(check('title-date-mismatch', text, options), []);
    assert.match(renderSeries(written, { date: '2026-01-06' }).text, /## 6\.1\.2026/);
  });
});
