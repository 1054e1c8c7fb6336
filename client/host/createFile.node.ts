/** Making a new file in a Node extension host: exclusively where the file system is the machine's own. */

import { realpathSync } from 'node:fs';
import { createExclusively } from '../../shared/node/createExclusively.ts';
import { createByEditor, type FileMaker } from './createFile.ts';

export const createByNode: FileMaker = {
  create: (uri, bytes, { root, linksInto }) =>
    uri.scheme === 'file' && root.scheme === 'file'
      ? createExclusively(uri.fsPath, bytes, {
          root: root.fsPath,
          ...(linksInto !== undefined && { linksInto }),
        })
      : createByEditor.create(uri, bytes, { root }),
  targetOf(link) {
    if (link.scheme !== 'file') return undefined;
    try {
      return realpathSync(link.fsPath);
    } catch {
      return undefined;
    }
  },
};
