import { openingEnd } from '../note/opening.ts';
import { endsWithColon } from '../note/recording.ts';
import { evidenceFrom } from './evidence.ts';
import { freshNote } from './noteDays.ts';
import type { CheckContext, Fix, Rule } from './problem.ts';
import { meetingDate } from './titleText.ts';

export const recordingMissing: Rule = {
  code: 'recording-missing',
  summary: 'The meeting is over and the note has no link to its recording.',
  severity: 'information',
  find(context) {
    const { note, template, today } = context;
    const date = meetingDate(context);
    // Before the meeting there is nothing to link; on its day the upload may still be under way.
    if (!template.recordingRequired || note.recording?.url || !date || date >= today || note.truncated)
      return [];
    const range = note.recording?.range ?? note.title?.range ?? { from: 0, to: 0 };
    const message = note.recording
      ? `Recording link of the meeting on ${date} not filled in`
      : `No link to the recording of the meeting on ${date}`;
    const evidence = note.recording
      ? undefined
      : evidenceFrom(context, ({ recordingLabel }) => (recordingLabel === undefined ? undefined : 0));
    return [
      {
        range,
        message: evidence ? `${message}; ${evidence.words}` : message,
        ...(evidence && { related: evidence.related }),
        fixes: note.recording ? [] : [addLine(context)],
      },
    ];
  },
};

function addLine(context: CheckContext): Fix {
  const { note } = context;
  const label = labelOf(context);
  const line = endsWithColon(label) ? `${label} ` : `${label}: `;
  const at = openingEnd(note);
  const text = at === 0 ? `${line}\n\n` : `\n\n${line}`;
  return {
    title: `Insert Line "${line.trim()}"`,
    edits: [{ range: { from: at, to: at }, text }],
    safe: false,
  };
}

/** As the template file has it, else as earlier notes do. */
function labelOf(context: CheckContext): string {
  const { definition, series } = context;
  const own = definition && (definition.conventions.recordingLabel ?? freshNote(context).recording?.label);
  return own || series?.notes.find((each) => each.recordingLabel)?.recordingLabel || 'YouTube Link:';
}
