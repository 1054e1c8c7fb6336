import { t } from '../../../shared/l10n.ts';
import type { ComparedNotes } from '../archive/comparedNotes.ts';
import type { Note, Span } from '../note/note.ts';
import { openingEnd } from '../note/opening.ts';
import { isOfForm, titleForm } from '../template/render/titleForm.ts';
import type { CheckContext, Fix, Rule } from './problem.ts';
import { meetingDate, titleLine } from './titleText.ts';

export const titleMissing: Rule = {
  code: 'title-missing',
  summary: 'The note has no title: a level-1 heading that names the meeting and its date.',
  severity: 'warning',
  find(context) {
    const { note, learnedFrom } = context;
    if (note.title || note.truncated || (learnedFrom && hasNoTitles(learnedFrom))) return [];
    const start = openingEnd(note);
    const [first] = note.sections;
    const range = firstLine(note.text, start);
    return [
      {
        range,
        message: t('Note has no title; add a level-1 heading with the name and date of the meeting'),
        fixes: titleFixes(context, range),
        ...(first && { related: [{ range: first.headingRange, message: t('First heading of the note') }] }),
      },
    ];
  },
};

/** At most half of the notes have one: the series does not ask for a title. */
function hasNoTitles({ notes }: ComparedNotes): boolean {
  return 2 * notes.filter(({ titleText }) => titleText !== undefined).length <= notes.length;
}

/** The first line with text, or an empty span at `start`. */
function firstLine(text: string, start: number) {
  let from = start;
  while (from < text.length && text[from]?.trim() === '') from++;
  if (from === text.length) return { from: start, to: start };
  const end = text.indexOf('\n', from);
  return { from, to: end < 0 ? text.length : end };
}

function titleFixes(context: CheckContext, firstText: Span): Fix[] {
  const written = lineAsTitle(context.note, firstText);
  const promoted = [...written, ...promotions(context)];
  const inserted = insertTitle(context);
  // Beside a line that is probably the title, another one would say it twice.
  return [...promoted, { ...inserted, safe: inserted.safe && promoted.length === 0 }];
}

/** For a first line such as `#Lantern office hours` or `**Lantern office hours**`, which is meant as one. */
function lineAsTitle({ text }: Note, { from, to }: Span): Fix[] {
  const line = text.slice(from, to);
  const marks = ['**', '__', '#'].find((each) => line.startsWith(each)) ?? '';
  const isBold = marks !== '#' && marks !== '';
  const inner = line.slice(marks.length, isBold ? line.trimEnd().length - 2 : undefined).trim();
  if (marks === '' || inner === '' || inner.startsWith('#')) return [];
  if (isBold && (!line.trimEnd().endsWith(marks) || inner.includes(marks))) return [];
  const edit = { range: { from, to }, text: `# ${inner}` };
  return [{ title: t('Change Line to Title'), edits: [edit], safe: false }];
}

/** For a first heading that has a date or the format of the series' titles. */
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
      title: t('Change Heading to Title'),
      edits: [{ range: { from, to: from + first.level }, text: '#' }],
      safe: false,
    },
  ];
}

function insertTitle(context: CheckContext): Fix {
  const { note } = context;
  const { line, complete } = titleLine(context, meetingDate(context) ?? context.today);
  const at = openingEnd(note);
  const text = at === 0 ? `${line}\n\n` : `\n\n${line}`;
  return {
    title: t('Insert Title "{0}"', line.slice(2)),
    edits: [{ range: { from: at, to: at }, text }],
    // Without the project's name the line still has a placeholder.
    safe: context.fileDate !== undefined && complete,
  };
}
