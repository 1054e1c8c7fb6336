import { allSections } from '../note/sections.ts';
import type { Rule } from './problem.ts';

export const sectionEmpty: Rule = {
  code: 'section-empty',
  summary:
    'A section has a heading and nothing else. Off by default: empty sections are normal in real notes.',
  find({ note }) {
    // `### Sign the agreement -- seph` says all there is to say.
    const tasks = new Set(note.actionItems.map((item) => item.range.from));
    return allSections(note.sections)
      .filter((section) => section.empty && section.children.length === 0 && !tasks.has(section.range.from))
      .map((section) => ({
        code: 'section-empty',
        range: section.headingRange,
        message: `The section "${section.heading}" is empty. Say "none" if nothing came up, so that readers need not wonder.`,
        fixes: [],
      }));
  },
};
