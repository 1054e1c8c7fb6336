import { findDateInFileName } from '../note/dates.ts';
import type { IsoDate } from '../note/note.ts';
import type { Fix, Rule } from './problem.ts';

export const titleDateMismatch: Rule = {
  code: 'title-date-mismatch',
  summary: "The title's date is not the date in the file's name, or the title has none.",
  find(context) {
    const { title } = context.note;
    const { fileDate, fileName } = context;
    if (!title || !fileDate || !fileName) return [];
    const { date } = title;
    if (date?.value === fileDate) return [];
    if (!date) {
      const at = title.textRange.to;
      return [
        {
          code: 'title-date-mismatch',
          range: title.textRange,
          message: `The title names no date; the file's name says ${fileDate}.`,
          fixes: [
            {
              title: `Add ${fileDate} to the title`,
              edits: [{ range: { from: at, to: at }, text: ` ${fileDate}` }],
              safe: true,
            },
          ],
        },
      ];
    }
    const written = context.note.text.slice(date.range.from, date.range.to);
    return [
      {
        code: 'title-date-mismatch',
        range: date.range,
        message: `The title says ${date.value}, the file's name ${fileDate}. One of them is wrong.`,
        fixes: [
          {
            title: `Set the title's date to ${fileDate}`,
            edits: [{ range: date.range, text: likeWritten(fileDate, written) }],
            // The same day in another year is January's slip of the pen; any other day may be the file name's fault.
            safe: fileDate.slice(4) === date.value.slice(4),
          },
          ...renaming(fileName, date.value),
        ],
      },
    ];
  },
};

/** `2019-10-15` with the separators of `2018/10/15`. */
function likeWritten(date: IsoDate, written: string): string {
  return date.replaceAll('-', written[4] ?? '-');
}

function renaming(fileName: string, date: IsoDate): Fix[] {
  const found = findDateInFileName(fileName);
  if (!found) return [];
  const written = fileName.slice(found.range.from, found.range.to);
  const name = /^\d{8}$/.test(written) ? date.replaceAll('-', '') : likeWritten(date, written);
  const renameTo = fileName.slice(0, found.range.from) + name + fileName.slice(found.range.to);
  return [{ title: `Rename the file to ${renameTo}`, edits: [], renameTo, safe: false }];
}
