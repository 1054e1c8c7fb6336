import { spokenDay } from '../../../shared/dates/spokenNames.ts';
import { t } from '../../../shared/l10n.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { usualRecordingLabel } from '../archive/recordingLabel.ts';
import { headingKey } from '../note/headingKey.ts';
import type { Note } from '../note/note.ts';
import { openingEnd } from '../note/opening.ts';
import { endsWithColon } from '../note/recording.ts';
import { allSections } from '../note/sections.ts';
import { headingKeys } from '../template/headings.ts';
import { evidenceFrom } from './evidence.ts';
import { freshNote } from './noteDays.ts';
import { isOfOtherForm } from './otherForm.ts';
import type { CheckContext, Edit, Fix, Rule } from './problem.ts';
import { meetingDate } from './titleText.ts';

export const recordingMissing: Rule = {
  code: 'recording-missing',
  summary: 'The meeting is over and the note has no link to its recording.',
  severity: 'information',
  find(context) {
    const { note, template, today } = context;
    const date = meetingDate(context);
    // Before the meeting there is nothing to link; on its day the upload may still be under way.
    const { url, notRecorded } = note.recording ?? {};
    if (!template.recordingRequired || url || notRecorded || !date || date >= today || note.truncated)
      return [];
    if (!note.recording && (isOfOtherForm(context) || isInMissingSection(context))) return [];
    const range = note.recording?.range ?? note.title?.range ?? { from: 0, to: 0 };
    const evidence = note.recording
      ? undefined
      : evidenceFrom(context, ({ recordingLabel }) => (recordingLabel === undefined ? undefined : 0));
    return [
      {
        range,
        message: note.recording
          ? t('Recording link of the meeting on {0} not filled in', spokenDay(date))
          : evidence
            ? t('No link to the recording of the meeting on {0}; {1}', spokenDay(date), evidence.words)
            : t('No link to the recording of the meeting on {0}', spokenDay(date)),
        ...(evidence && { related: evidence.related }),
        get fixes() {
          return note.recording ? [] : addLine(context);
        },
      },
    ];
  },
};

function addLine(context: CheckContext): Fix[] {
  const { note } = context;
  const label = labelOf(context);
  // "The recording is at" goes on with the address.
  const line =
    endsWithColon(label) || /\s(?:at|on|in|is|auf|unter|en|su|op)$/i.test(label) ? `${label} ` : `${label}: `;
  const edit = inSection(line, context) ?? inOpening(line, note);
  return [{ title: t('Insert Line "{0}"', line.trim()), edits: [edit], safe: false }];
}

function inOpening(line: string, note: Note): Edit {
  const at = openingEnd(note);
  return { range: { from: at, to: at }, text: at === 0 ? `${line}\n\n` : `\n\n${line}` };
}

/** In the section that other notes have it in; as the first item where a list stands there. */
function inSection(line: string, { note, learnedFrom, series, definition }: CheckContext): Edit | undefined {
  // A template file has a place of its own for it.
  if (definition !== undefined && learnedFrom === undefined) return undefined;
  const key = usualSection(learnedFrom?.notes ?? series?.notes ?? []);
  const section = allSections(note.sections).find((each) => each.key === key);
  if (section === undefined) return undefined;
  const end = section.headingRange.to;
  const [item] = /^\s*(?:[-*+] )/.exec(note.text.slice(end, end + longestGap)) ?? [];
  if (item === undefined) return { range: { from: end, to: end }, text: `\n\n${line}` };
  const at = end + item.length - 2;
  return { range: { from: at, to: at }, text: `${item.slice(-2)}${line}\n` };
}

/** The heading's key of the section that the latest note with a recording has it in. */
function usualSection(notes: readonly NoteSummary[]): string | undefined {
  const other = notes.find(({ recordingLabel }) => recordingLabel !== undefined)?.recordingSection;
  return other === undefined ? undefined : headingKey(other);
}

/** The section in which other notes have it is reported as missing, and one cause has one problem. */
function isInMissingSection({ note, template, learnedFrom }: CheckContext): boolean {
  const key = learnedFrom && usualSection(learnedFrom.notes);
  return (
    key !== undefined &&
    template.sections.some((wanted) => wanted.required && headingKeys(wanted).includes(key)) &&
    !allSections(note.sections).some((section) => section.key === key)
  );
}

/** Blank lines between a heading and its list, in UTF-16 code units. */
const longestGap = 100;

/** As the template file has it, else as earlier notes do. */
function labelOf(context: CheckContext): string {
  const { definition, series, learnedFrom } = context;
  const learned = learnedFrom && usualRecordingLabel(learnedFrom.notes);
  if (learned) return learned;
  const own = definition && (definition.conventions.recordingLabel ?? freshNote(context).recording?.label);
  return own || (series && usualRecordingLabel(series.notes)) || 'YouTube Link:';
}
