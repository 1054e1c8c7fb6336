/** Scenarios on the samples with the stand-in for GitHub: parts of one workbench. */

import { join } from 'node:path';
import { root } from '../../../scripts/cache.mjs';
import { keptAsTyped } from './keptAsTyped.mjs';
import { openWithStandIn } from './openWithGitHub.mjs';
import { shareWorkbench } from './sharedWorkbench.mjs';
import { completion } from './withGitHub/completion.part.mjs';
import { createdIssue } from './withGitHub/createdIssue.part.mjs';
import { checklist } from './withGitHub/finishNote.part.mjs';
import { hovers } from './withGitHub/hover.part.mjs';
import { references } from './withGitHub/references.part.mjs';

describe('with GitHub', () => {
  /** @type {Awaited<ReturnType<typeof openWithStandIn>>['github']} */
  let github;
  const open = shareWorkbench(async () => {
    const opened = await openWithStandIn('20260804_meeting_notes.md', {
      replaced: {
        name: 'github-authentication',
        by: join(root, 'test', 'editor', 'workbench', 'sampleSignIn'),
      },
    });
    github = opened.github;
    return opened.workbench;
  });

  completion(open);
  references(open);
  hovers(open);
  checklist(open);
  createdIssue(open, () => github);
  keptAsTyped('in Node with GitHub', open, true);
});
