import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { addDays } from '../../../../shared/calendar.ts';
import { findDate } from '../../../../shared/dates/findDate.ts';
import { formatDay, parseDateFormat } from '../../../../shared/dates/format.ts';
import { findForms } from '../../../../shared/dates/forms.ts';
import { type Language, languages } from '../../../../shared/dates/languages.ts';
import { findFormattedDate } from '../../../../shared/dates/readFormatted.ts';
import { growsLinearlyIn } from '../../../helpers/growth.ts';
import { parseMarked } from '../../../helpers/markedText.ts';

describe('days in other languages', () => {
  for (const [marked, value] of [
    ['Treffen ‹6. Januar 2026›', '2026-01-06'],
    ['Treffen vom ‹6.\u00a0März\u00a02026›', '2026-03-06'],
    ['Sitzung ‹6. Maerz 2026›', '2026-03-06'],
    ['Sitzung ‹6. Mrz. 2026›', '2026-03-06'],
    ['‹Dienstag, 6. Januar 2026›', '2026-01-06'],
    ['Dienstag, den ‹6. Januar 2026›', '2026-01-06'],
    ['‹6. DEZ. 2026›', '2026-12-06'],
    ['‹6. 1. 2026›', '2026-01-06'],
    ['Réunion du ‹6 janvier 2026›', '2026-01-06'],
    ['Réunion du ‹mardi 6 janvier 2026›', '2026-01-06'],
    ['‹1er février 2026›', '2026-02-01'],
    ['‹1er fevrier 2026›', '2026-02-01'],
    ['le ‹14 AOÛT 2026›', '2026-08-14'],
    ['‹3 déc. 2026›', '2026-12-03'],
    ['Reunión del ‹6 de enero de 2026›', '2026-01-06'],
    ['‹martes, 6 de enero del 2026›', '2026-01-06'],
    ['‹1º de mayo de 2026›', '2026-05-01'],
    ['‹6 de setiembre de 2026›', '2026-09-06'],
    ['Reunião de ‹6 de março de 2026›', '2026-03-06'],
    ['Reunião, ‹1º de outubro de 2026›', '2026-10-01'],
    ['Riunione del ‹6 gennaio 2026›', '2026-01-06'],
    ['‹1° maggio 2026›', '2026-05-01'],
    ['‹martedì 6 gennaio 2026›', '2026-01-06'],
    ['Vergadering ‹6 januari 2026›', '2026-01-06'],
    ['‹6e maart 2026›', '2026-03-06'],
    ['‹19 augustus 2021›', '2021-08-19'],
    ['Spotkanie ‹6 stycznia 2026› r.', '2026-01-06'],
    ['Spotkanie ‹6 października 2026›', '2026-10-06'],
    ['‹6 maj 2026›', '2026-05-06'],
    ['Встреча ‹6 января 2026› г.', '2026-01-06'],
    ['‹6 МАЯ 2026›', '2026-05-06'],
    ['‹2026年1月6日›', '2026-01-06'],
    ['会议‹2026年01月06日›纪要', '2026-01-06'],
    ['議事録 ‹2026 年 1 月 6 日›', '2026-01-06'],
    ['例会‹2026年10月6号›', '2026-10-06'],
    ['회의 ‹2026년 1월 6일›', '2026-01-06'],
    ['‹2026. 1. 6›. 회의', '2026-01-06'],
    ['möte ‹6 augusti 2026›', '2026-08-06'],
    ['møte ‹6. desember 2026›', '2026-12-06'],
    ['schůze ‹6. ledna 2026›', '2026-01-06'],
    ['зустріч ‹6 січня 2026›', '2026-01-06'],
    ['toplantı ‹6 Ocak 2026›', '2026-01-06'],
    // What a word processor makes of hyphens.
    ['‹2026–01–06›', '2026-01-06'],
    ['‹2026‑01‑06›', '2026-01-06'],
    ['‹6–Jan–2026›', '2026-01-06'],
    // One day alone can be meant.
    ['‹13/01/2026›', '2026-01-13'],
    ['‹1/13/2026›', '2026-01-13'],
    ['‹13-01-2026›', '2026-01-13'],
    ['‹3/3/2026›', '2026-03-03'],
    // Several days: the first.
    ['‹6–7 January 2026›', '2026-01-06'],
    ['‹6-7 January 2026›', '2026-01-06'],
    ['‹6 to 7 January 2026›', '2026-01-06'],
    ['‹January 6-7, 2026›', '2026-01-06'],
    ['‹January 6th–7th, 2026›', '2026-01-06'],
    ['‹6.–7. Januar 2026›', '2026-01-06'],
    ['‹6. bis 7. Januar 2026›', '2026-01-06'],
    ['du ‹6 au 8 janvier 2026›', '2026-01-06'],
    ['‹6 y 7 de enero de 2026›', '2026-01-06'],
    ['‹6 e 7 de março de 2026›', '2026-03-06'],
    ['‹2026年1月6日～7日›', '2026-01-06'],
    ['Call 12 - ‹13 January 2026›', '2026-01-13'],
    ['Call 12, ‹January 13 2026›', '2026-01-13'],
  ] as const) {
    it(marked, () => {
      const { text, ranges } = parseMarked(marked);
      assert.deepEqual(findDate(text), { range: ranges[0], value });
    });
  }

  for (const text of [
    'Januar 2026',
    '6. Januar',
    '6 de enero',
    '1月6日',
    '2026年1月',
    '31 de abril de 2026',
    '2026年2月30日',
    '06/01/2026',
    '10.13.14.2026',
    '6 of Januar',
    '6ter Januar 2026',
    'Runde 6, Januar 2026',
    'Mai 2026 2',
    '1.2.3/2026',
  ])
    it(`finds none in ${text}`, () => assert.equal(findDate(text), undefined));

  it('reads in every language what it writes', () => {
    for (const language of Object.keys(languages) as Language[]) {
      const suffix = language === 'en' ? '' : `:${language}`;
      const { weekdays } = languages[language];
      for (const source of [
        `D MMMM${suffix} YYYY`,
        `D. MMM${suffix} YYYY`,
        ...(weekdays.length > 0 ? [`dddd${suffix}, D MMMM${suffix} YYYY`] : []),
      ]) {
        const format = parseDateFormat(source);
        assert.ok(format, source);
        for (let day = '2026-01-04'; day < '2026-12-31'; day = addDays(day, 26)) {
          const written: string = `x ${formatDay(format, day)} x`;
          assert.deepEqual(
            [findDate(written)?.value, findFormattedDate(format, written)?.value],
            [day, day],
            written,
          );
        }
      }
    }
  });

  it('knows the format of a day in a language', () => {
    const formats = (text: string) =>
      [...findForms(text, 0, text.length)].flat().flatMap(({ format }) => format ?? []);
    for (const [text, format] of [
      ['6. Januar 2026', 'D. MMMM:de YYYY'],
      ['mardi 6 janvier 2026', 'dddd:fr D MMMM:fr YYYY'],
      ['6 de enero de 2026', 'D [de] MMMM:es [de] YYYY'],
      ['6 de março de 2026', 'D [de] MMMM:pt [de] YYYY'],
      ['6 января 2026', 'D MMMM:ru YYYY'],
      ['2026年1月6日', 'YYYY年M月D日'],
      ['2026년 1월 6일', 'YYYY년 M월 D일'],
    ] as const) {
      assert.deepEqual(formats(text), [format]);
      assert.equal(
        formatDay(parseDateFormat(format)!, text.includes('março') ? '2026-03-06' : '2026-01-06'),
        text,
      );
    }
  });

  it('is linear', () => {
    for (const part of ['6. Januar ', '6–', '6 de ', '1月', '2026年', '6 bis '])
      growsLinearlyIn([part], 300_000, (text) => assert.equal(findDate(text), undefined));
  });
});
