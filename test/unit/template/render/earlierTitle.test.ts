import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { earlierTitle } from '../../../../server/core/template/render/earlierTitle.ts';
import { renderSeries } from '../../../../server/core/template/render/render.ts';
import { findDate } from '../../../../shared/dates/findDate.ts';
import { growsLinearly } from '../../../helpers/growth.ts';

const notes = (titles: readonly string[]) =>
  titles.map((titleText) => {
    const titleDate = findDate(titleText)?.value;
    return { titleText, ...(titleDate !== undefined && { titleDate }) };
  });

describe('a title after earlier ones', () => {
  for (const [name, titles, expected] of [
    ['no notes', [], undefined],
    ['one', ['Lantern sync 2026-02-17'], 'Lantern sync 2026-03-03'],
    ['the day first', ['2026-02-17 Lantern sync'], '2026-03-03 Lantern sync'],
    [
      'the latest wording',
      ['New sync 2026-02-17', 'New sync 2026-02-03', 'Old 2026-01-20'],
      'New sync 2026-03-03',
    ],
    ['the latest is an odd one', ['Party 2026-02-17', 'Sync 2026-02-03', 'Sync 2026-01-20'], undefined],
    ['numbers', ['Sync #7 2026-02-17', 'Sync #6 2026-02-03'], undefined],
    ['a single number', ['Sync #7 2026-02-17'], undefined],
    ['another way to write the day', ['Sync 17 February 2026'], undefined],
    ['no day', ['Sync', 'Sync'], undefined],
  ] as const) {
    it(name, () => assert.equal(earlierTitle(notes(titles), '2026-03-03'), expected));
  }

  const render = (file: string) =>
    renderSeries(readTemplate(file).definition, { date: '2026-03-03', title: 'Lantern sync 2026-03-03' })
      .text;

  it('goes before the usual one in a body without a title', () =>
    assert.equal(render('## Topics\n'), '# Lantern sync 2026-03-03\n\n## Topics\n'));

  it('goes behind the body’s own', () =>
    assert.equal(render('# Call\n\n## Topics\n'), '# Call\n\n## Topics\n'));

  it('goes behind the pattern', () =>
    assert.equal(render("---\ntitle: 'Call {YYYY}'\n---\n## Topics\n"), '# Call 2026\n\n## Topics\n'));

  it('stands for itself, whatever it resembles', () => {
    const { definition } = readTemplate('## A\n');
    const { snippet } = renderSeries(definition, { date: '2026-03-03', title: 'a\n$1 ${x' });
    assert.equal(snippet, '# a \\$1 \\${x\n\n## A\n');
  });

  for (const [what, title] of [
    ['titles', 'Lantern sync 2026-03-03'],
    ['no titles', ''],
  ] as const) {
    it(`costs each of many notes with ${what} what it costs a few`, () =>
      growsLinearly((count) => {
        const many = notes(Array(count).fill(title));
        return () => {
          for (const _ of many) earlierTitle(many, '2026-03-04');
        };
      }, 10_000));
  }
});
