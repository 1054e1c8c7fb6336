/** Scenarios without GitHub that save nothing: they share a workbench, as it takes as long to open as they take. */

import { hovers } from './hover.part.mjs';
import { referencesOfNotes } from './references.part.mjs';
import { openWorkbench } from './session.mjs';
import { typedSnippets } from './snippets.part.mjs';
import { tabStops } from './tabStops.part.mjs';

describe('without GitHub', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'officeHours.github.enabled': false } });
  });

  after(() => workbench?.close());

  /** The workbench as it was when it opened. */
  async function withoutEditors() {
    await workbench.closeEditors();
    return workbench;
  }

  hovers(withoutEditors);
  referencesOfNotes(withoutEditors);
  tabStops(withoutEditors);
  // Last, as it opens the panel.
  typedSnippets(withoutEditors);
});
