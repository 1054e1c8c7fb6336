/** What the client tells of files that come, change and go. */

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesRegistrationOptions,
  FileChangeType,
  WatchKind,
} from 'vscode-languageserver';
import { templatesFolder } from '../../shared/folders.ts';
import { canonicalUri, fileNameOf } from '../core/uri.ts';
import { isMarkdownName } from '../core/workspace/membership.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import type { Session } from './session.ts';

const watchers: DidChangeWatchedFilesRegistrationOptions = {
  watchers: [
    { globPattern: '**/*.{md,markdown}' },
    // A folder that is deleted is one event, by its own name. Files of one that is new may go unnoticed.
    { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  ],
};

/** To be called once the client is initialized. */
export function followFiles(
  connection: Connection,
  { capabilities, log, workspace }: Pick<Session, 'capabilities' | 'log' | 'workspace'>,
): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const gone = changes.filter(({ type }) => type === FileChangeType.Deleted);
    const changed = changes.filter(({ type, uri }) => type === FileChangeType.Changed && isFile(uri));
    const created = changes.filter(({ type }) => type === FileChangeType.Created);
    if (gone.length > 0) workspace.removed(gone.map(({ uri }) => uri));
    workspace.foldersMayBeNew(created.map(({ uri }) => uri).filter(isNamedAsFolder));
    const files = [...changed, ...created.filter(({ uri }) => isFile(uri))];
    if (files.length > 0) workspace.filesChanged(files.map(({ uri }) => uri));
  });
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    connection.client
      .register(DidChangeWatchedFilesNotification.type, watchers)
      .catch(() => log.info('The client does not report changed files.'));
  }
  connection.workspace.onDidCreateFiles(({ files }) =>
    added(
      workspace,
      files.map(({ uri }) => uri),
    ),
  );
  connection.workspace.onDidDeleteFiles(({ files }) => workspace.removed(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) => {
    workspace.removed(files.map(({ oldUri }) => oldUri));
    added(
      workspace,
      files.map(({ newUri }) => newUri),
    );
  });
}

/** Other files do not matter; what has another name is taken for a folder. */
function isFile(uri: string): boolean {
  return isMarkdownName(fileNameOf(canonicalUri(uri)));
}

/** Most files have an extension, and most folders have none. */
function isNamedAsFolder(uri: string): boolean {
  const name = fileNameOf(canonicalUri(uri));
  return name === templatesFolder || !name.includes('.');
}

/** Files, and folders with whatever is in them. */
function added(workspace: Workspace, uris: readonly string[]): void {
  const files = uris.filter(isFile);
  if (files.length > 0) workspace.filesChanged(files);
  for (const uri of uris) if (!isFile(uri)) workspace.folderAdded(uri);
}
