/** The template of a series that has none of its own: the snippet the extension ships, read once. */

import snippets from '../../../../snippets/office-hours.json';
import type { Template } from '../template.ts';
import { parseTemplate } from './parseTemplate.ts';

const highlights = 'Highlights since the last meeting';

export const builtinTemplate: Template = parseTemplate(snippets['Office hours note'].body.join('\n'), {
  required: (heading) => heading === highlights,
  aliases: { [highlights]: ['Announcements and Highlights since the last meeting'] },
  recordingRequired: true,
  // Nobody wrote it for these notes, so it does not insist.
  anyLevel: true,
});
