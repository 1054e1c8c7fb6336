import { allSections } from '../note/sections.ts';
import type { Rule } from './problem.ts';

export const sectionEmpty: Rule = {
  code: 'section-empty',
  summary:
    'A section has a heading and nothing else. Off by default: empty sections are normal in real notes.',
  find({ note }) {
    return allSections(note.sections)
      .filter((section) => section.empty && section.children.length === 0)
      .map((section) => ({
        code: 'section-empty',
        range: section.headingRange,
        message: `The section "${section.heading}" is empty. Say "none" if nothing came up, so that readers need not wonder.`,
        fixes: [],
      }));
  },
};
