import { formInWords, isOfForm, titleForm } from '../template/render/titleForm.ts';
import type { CheckContext, Fix, Problem, Rule } from './problem.ts';
import { meetingDate, titleLine } from './titleText.ts';

export const titleMissing: Rule = {
  code: 'title-missing',
  summary:
    'The note does not begin with a title: a level-1 heading that names the meeting and its date, in the form of the series.',
  find(context) {
    const { note } = context;
    if (note.title) return otherForm(context);
    if (note.truncated) return [];
    const start = note.frontMatter?.to ?? 0;
    const [first] = note.sections;
    const range = firstLine(note.text, start);
    const problem: Problem = {
      code: 'title-missing',
      range,
      message:
        'This note has no title. Readers find a meeting by the level-1 heading that names it and its date.',
      fixes: [...promotions(context), insertTitle(context)],
      ...(first && { related: [{ range: first.headingRange, message: 'The first heading is this one.' }] }),
    };
    return [problem];
  },
};

/** The title is not what the series' titles are; its date is another rule's. */
function otherForm(context: CheckContext): Problem[] {
  const { note, definition, today } = context;
  const form = definition && titleForm(definition);
  if (!form || !note.title || isOfForm(form, note.title.text)) return [];
  const title = titleLine(context, meetingDate(context) ?? today).line.slice(2);
  return [
    {
      code: 'title-missing',
      range: note.title.textRange,
      message: `The titles of this series have the form "${formInWords(form)}". This one would be "${title}".`,
      fixes: [
        {
          title: `Change the title to "${title}"`,
          edits: [{ range: note.title.textRange, text: title }],
          safe: false,
        },
      ],
    },
  ];
}

/** The first line with something on it, or the empty place where it would be. */
function firstLine(text: string, start: number) {
  let from = start;
  while (from < text.length && text[from]?.trim() === '') from++;
  if (from === text.length) return { from: start, to: start };
  const end = text.indexOf('\n', from);
  return { from, to: end < 0 ? text.length : end };
}

/** A first heading with a date in it, or of the series' form, was meant as the title. */
function promotions({ note, definition }: CheckContext): Fix[] {
  const [first] = note.sections;
  if (!first || first.level === 1) return [];
  const form = definition && titleForm(definition);
  if (form ? !isOfForm(form, first.heading) : !/\d{4}.\d{2}.\d{2}/.test(first.heading)) return [];
  const marks = note.text.slice(first.headingRange.from, first.headingTextRange.from);
  const from = first.headingRange.from;
  if (!marks.startsWith('#')) return [];
  return [
    {
      title: 'Make this heading the title',
      edits: [{ range: { from, to: from + first.level }, text: '#' }],
      safe: false,
    },
  ];
}

function insertTitle(context: CheckContext): Fix {
  const { note } = context;
  const { line, complete } = titleLine(context, meetingDate(context) ?? context.today);
  const at = note.frontMatter?.to ?? 0;
  const text = at === 0 ? `${line}\n\n` : `\n\n${line}`;
  return {
    title: `Insert the title "${line.slice(2)}"`,
    edits: [{ range: { from: at, to: at }, text }],
    // Without the project's name the line still has a blank to fill in.
    safe: context.fileDate !== undefined && complete,
  };
}
