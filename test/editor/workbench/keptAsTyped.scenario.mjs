/** What is typed stays as it is typed, where the extension runs in a worker. In Node it is a part of `withGitHub` and `withoutGitHub`. */

import { keptAsTyped } from './keptAsTyped.mjs';
import { openWorkbench } from './session.mjs';
import { shareWorkbench } from './sharedWorkbench.mjs';

describe('the extension in a worker', () => {
  const open = shareWorkbench(() =>
    openWorkbench({ settings: { 'officeHours.github.enabled': false }, worker: true }),
  );

  keptAsTyped('in a worker without GitHub', open);
});
