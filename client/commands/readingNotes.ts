/** Progress of a request that waits until the notes have been read. */

import * as vscode from 'vscode';

/** A notification for less would be in the way. */
const noticeMs = 1_500;

/**
 * Runs the request and shows progress in the status bar; when it takes long, in a notification with a button to cancel.
 * Undefined: the writer cancelled it, or `token` did. Throws what the request throws.
 */
export async function whileReadingNotes<R>(
  request: (token: vscode.CancellationToken) => Promise<R>,
  token: vscode.CancellationToken,
  doing = vscode.l10n.t('Reading notes…'),
): Promise<R | undefined> {
  const title = `Office Hours: ${doing}`;
  const source = new vscode.CancellationTokenSource();
  const following = token.onCancellationRequested(() => source.cancel());
  const cancelled = new Promise<undefined>((resolve) =>
    source.token.onCancellationRequested(() => resolve(undefined)),
  );
  const answer = request(source.token);
  const ended = Promise.race([answer, cancelled]);
  void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => settled(ended));
  const notice = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, (_, button) => {
      button.onCancellationRequested(() => source.cancel());
      return settled(ended);
    });
  }, noticeMs);
  try {
    return await ended;
  } finally {
    // A request that was given up may still fail.
    void settled(answer);
    clearTimeout(notice);
    following.dispose();
    source.dispose();
  }
}

function settled(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch(() => {});
}
