/** Scenarios on the samples without GitHub: parts of one workbench. */

import { keptAsTyped } from './keptAsTyped.mjs';
import { openWorkbench } from './session.mjs';
import { shareWorkbench } from './sharedWorkbench.mjs';
import { actionItems } from './withoutGitHub/actionItems.part.mjs';
import { completion } from './withoutGitHub/completion.part.mjs';
import { highContrast } from './withoutGitHub/highContrast.part.mjs';
import { highlighting } from './withoutGitHub/highlighting.part.mjs';
import { hovers } from './withoutGitHub/hover.part.mjs';
import { learnedTemplate } from './withoutGitHub/learnedTemplate.part.mjs';
import { problems } from './withoutGitHub/problems.part.mjs';
import { referencesOfNotes } from './withoutGitHub/references.part.mjs';
import { typedSnippets } from './withoutGitHub/snippets.part.mjs';
import { tabStops } from './withoutGitHub/tabStops.part.mjs';
import { writing } from './withoutGitHub/writing.part.mjs';

describe('without GitHub', () => {
  const open = shareWorkbench(() => openWorkbench({ settings: { 'officeHours.github.enabled': false } }));

  for (const part of [
    writing,
    highlighting,
    hovers,
    completion,
    referencesOfNotes,
    problems,
    actionItems,
    learnedTemplate,
    tabStops,
    typedSnippets,
    highContrast,
  ])
    part(open);
  keptAsTyped('in Node without GitHub', open);
});
