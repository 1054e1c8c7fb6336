import { t } from '../../../shared/l10n.ts';
import { formInWords, isOfForm, titleForm } from '../template/render/titleForm.ts';
import { evidenceFrom } from './evidence.ts';
import { isOfOtherForm } from './otherForm.ts';
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
    if (isOfOtherForm(context)) return [];
    const { textRange } = note.title;
    const title = titleLine(context, meetingDate(context) ?? today).line.slice(2);
    const evidence = evidenceFrom(context, ({ titleText }) =>
      titleText !== undefined && isOfForm(form, titleText) ? 0 : undefined,
    );
    const format = formInWords(form);
    return [
      {
        range: textRange,
        message: evidence
          ? t('Title does not have the format "{0}"; {1}. Expected "{2}"', format, evidence.words, title)
          : t('Title does not have the format "{0}"; expected "{1}"', format, title),
        ...(evidence && { related: evidence.related }),
        fixes: [{ title: t('Change Title to "{0}"', title), edits: [titleEdit(note, title)], safe: false }],
      },
    ];
  },
};
