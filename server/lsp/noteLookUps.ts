/** When GitHub is asked about the open notes: as they are opened, edited, or mean another repository. */

import { Debounce } from '../core/debounce.ts';
import type { GitHubSession } from './github.ts';
import type { Session } from './session.ts';

/** What is asked about a document that was opened is answered first: a lookup waits until the index has taken the document in. */
const openedWaitMs = 50;

/** How long what numbers mean is left alone once it may differ: a repository's name may still be being typed. */
const meaningsWaitMs = 1_000;

export function lookUpOpenNotes(github: GitHubSession, session: Session): void {
  const { answersChanged, archiveRead, documents, ended, reader, remotes, timers, workspace } = session;
  documents.onDidOpen(({ document }) => {
    const ifOpenLater = (run: () => void) =>
      timers.after(openedWaitMs, () => {
        if (documents.get(document.uri) === document) run();
      });
    const lookUp = () => {
      // Nothing is asked about a repository that only seemed to be meant.
      void Promise.all([archiveRead(), remotes.settled(document.uri)]).then(() => {
        if (documents.get(document.uri) === document) github.documentChanged(document, true);
      });
    };
    ifOpenLater(() => {
      // A long one is still being read for the first answer.
      if (document.isRead) lookUp();
      else void reader.read(document).then(() => ifOpenLater(lookUp));
    });
  });
  documents.onDidChangeContent(({ document }) => github.documentChanged(document, false));
  documents.onDidClose(({ document }) => github.documentClosed(document.uri));
  // Nothing is asked about a repository that is only learned from half of the notes.
  const meanings = new Debounce(timers, () => {
    if (workspace.isReading) meanings.schedule(meaningsWaitMs);
    else github.meaningsChanged(documents.all());
  });
  answersChanged.on(() => meanings.restart(meaningsWaitMs));
  ended.on(() => meanings.cancel());
}
