/** Making a new file in a Node extension host: exclusively where the file system is the machine's own. */

import { createExclusively } from './createExclusively.ts';
import { type CreateFile, createByEditor } from './createFile.ts';

export const createByNode: CreateFile = (uri, bytes) =>
  uri.scheme === 'file' ? createExclusively(uri.fsPath, bytes) : createByEditor(uri, bytes);
