import { t } from '../../../shared/l10n.ts';
import { allSections } from '../note/sections.ts';
import { placeholdersIn } from '../template/placeholders.ts';
import type { Rule } from './problem.ts';
import { quote } from './quote.ts';

export const sectionEmpty: Rule = {
  code: 'section-empty',
  summary: 'A section has a heading and no content.',
  severity: 'off',
  find({ note, template }) {
    const placeholders = new Set(placeholdersIn(note, template).map(({ from }) => from));
    // `### Sign the agreement -- seph` says all there is to say.
    const tasks = new Set(note.actionItems.map((item) => item.range.from));
    return allSections(note.sections)
      .filter((section) => section.empty && section.children.length === 0 && !tasks.has(section.range.from))
      .filter((section) => !placeholders.has(section.headingTextRange.from))
      .map((section) => ({
        range: section.headingRange,
        message: t('Section {0} is empty', quote(section.heading)),
        fixes: [],
      }));
  },
};
