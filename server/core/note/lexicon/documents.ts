/** What Markdown files other than notes are called. */

import { words } from './words.ts';

const neverNotes = 'changelog changelogs blog announcing';
const publications = 'blogs post posts article articles news';

/** Words that make a dated file or title something else, when nothing names a meeting. */
export const otherWords = words(neverNotes, publications, 'changes release releases released releasing');
/** Words no note's title has, whatever else it says. */
export const neverNoteWords = words(neverNotes);
/** Folders of these hold dated files that are no notes. */
export const otherFolderWords = words(neverNotes, publications);

/**
 * Folders and titles of these are written again and again in the same form, with a date or a number, and are no notes of
 * a meeting.
 */
export const serialWords = words(
  'changes release releases version versions edition news newsletter newsletters digest digests roundup recap issues',
  'announcement announcements advisory advisories incident incidents postmortem postmortems benchmark benchmarks survey',
  'surveys adr adrs rfc rfcs decision decisions proposal proposals journal journals diary diaries daily til draft drafts',
  'log logs devlog report reports audit audits talk talks episode episodes event events migration migrations update updates',
  'reference documentation guide guides tutorial tutorials chapter lecture lectures lesson lessons',
);
/** Sections of such documents. */
export const serialHeadings: ReadonlySet<string> = new Set([
  ...words(
    'added changed fixed removed deprecated security features fixes enhancements improvements dependencies',
  ),
  ...words(
    'introduction conclusion conclusions summary context decision consequences status alternatives motivation',
  ),
  ...words(
    'impact timeline resolution references background contributors acknowledgements installation usage',
  ),
  'bug fixes',
  'breaking changes',
  'new features',
  "what's new",
  "what's changed",
  'known issues',
  'upgrade notes',
  'root cause',
  'further reading',
]);

/** The files that repositories have beside their notes, without their extension. */
export const documentNames = words(
  'readme index _index contributing template changelog changes history news license licence copying notice authors',
  'contributors maintainers governance security support roadmap architecture code_of_conduct code-of-conduct todo',
);
