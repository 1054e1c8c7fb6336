/** Who was there lately, for the list of who is there. */

import { t } from '../../../../shared/l10n.ts';
import { lineEnd, lineStart } from '../../note/lines.ts';
import { nameKey } from '../../note/names.ts';
import type { Note } from '../../note/note.ts';
import { type Drafter, none } from './drafted.ts';
import { presentSection } from './draftPlaces.ts';
import { intoOne } from './repositoryGroups.ts';

/** Of the latest notes with such a list. */
const lists = 3;
const most = 60;
const longestLine = 300;

/** As the latest list names each; boxes are empty. */
export const draftAttendance: Drafter = async (note, { examples, template }) => {
  const part = 'attendance';
  if (presentSection(note) === undefined)
    return none(part, 'noSection', t('The note has no section for who is there. Insert one first.'));
  const here = new Set(linesOf(note).map(({ key }) => key));
  const lines = new Map<string, string>();
  for (const { key, line } of examples
    .map(linesOf)
    .filter((list) => list.length > 0)
    .slice(0, lists)
    .flat())
    if (!here.has(key) && !lines.has(key)) lines.set(key, line);
  const names = [...lines.values()].slice(0, most);
  if (names.length === 0)
    return none(part, 'nothing', t('The latest notes name nobody who is not in the note.'));
  return {
    kind: 'draft',
    part,
    count: names.length,
    brings:
      names.length === 1
        ? t('1 person of the latest notes')
        : t('{0} people of the latest notes', names.length),
    steps: [intoOne(names, presentSection, true, template)],
  };
};

/** The items of its list with one person each. */
function linesOf(note: Note): { readonly key: string; readonly line: string }[] {
  const section = presentSection(note);
  if (section === undefined) return [];
  const { text } = note;
  const found = new Map<number, { readonly key: string; readonly line: string }>();
  for (const { evidence, range, name, login } of note.people) {
    if (evidence !== 'present' || range.from < section.headingRange.to || range.from >= section.range.to)
      continue;
    const from = lineStart(text, range.from);
    const line = text.slice(from, lineEnd(text, from)).trimEnd();
    if (found.has(from) || line.length > longestLine || !/^[ \t]*(?:[*+-]|\d{1,3}[.)])[ \t]/.test(line))
      continue;
    found.set(from, { key: nameKey(login ?? name), line: line.replace(/\[[xX]\]/, '[ ]') });
  }
  return [...found.values()];
}
