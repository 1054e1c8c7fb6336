/** A small archive for questions across notes: its files by name. */

const note = (date: string, text: string) => `# lantern office hours ${date}\n\n${text}\n`;

export const lanternArchive: Readonly<Record<string, string>> = {
  '20260106_meeting_notes.md': note(
    '2026-01-06',
    '## News\n\n* Ada: see PR #12\n\n## Action items\n\n* Ada: review PR #12\n* Bo: write the manual',
  ),
  '20260120_meeting_notes.md': note(
    '2026-01-20',
    '## News\n\nhttps://github.com/octo/lantern/pull/12 and [it](https://github.com/octo/lantern/pull/12)\n\n* Bo: no, #13',
  ),
  '20260203_meeting_notes.md': note(
    '2026-02-03',
    '## News\n\n* Ada: octo/lantern#12 is in\n* Bo: hi Ada\n\n## Action items\n\n* [x] Bo: write the manual\n* find a machine for octo/other#12',
  ),
};
