import { formInWords, isOfForm, titleForm } from '../template/render/titleForm.ts';
import { evidenceFrom } from './evidence.ts';
import type { Rule } from './problem.ts';
import { titleEdit } from './titleEdit.ts';
import { meetingDate, titleLine } from './titleText.ts';

export const titleFormat: Rule = {
  code: 'title-format',
  summary: 'The title does not have the format of the series.',
  severity: 'warning',
  splitFrom: 'title-missing',
  /** How the date in the title is written is checked by title-date-mismatch. */
  find(context) {
    const { note, definition, today } = context;
    const form = definition && titleForm(definition);
    if (!form || !note.title || isOfForm(form, note.title.text)) return [];
    const { textRange } = note.title;
    const title = titleLine(context, meetingDate(context) ?? today).line.slice(2);
    const evidence = evidenceFrom(context, ({ titleText }) =>
      titleText !== undefined && isOfForm(form, titleText) ? 0 : undefined,
    );
    const reason = evidence ? `${evidence.words}. Expected` : 'expected';
    return [
      {
        range: textRange,
        message: `Title does not have the format "${formInWords(form)}"; ${reason} "${title}"`,
        ...(evidence && { related: evidence.related }),
        fixes: [{ title: `Change Title to "${title}"`, edits: [titleEdit(note, title)], safe: false }],
      },
    ];
  },
};
