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

/** The files that repositories have beside their notes, without their extension. */
export const documentNames = words(
  'readme index _index contributing template changelog changes history news license licence copying notice authors',
  'contributors maintainers governance security support roadmap architecture code_of_conduct code-of-conduct todo',
);
