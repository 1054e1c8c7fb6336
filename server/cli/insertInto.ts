/** `office-hours new` where the meetings of a series share files. */

import { readFileSync } from 'node:fs';
import type { NewNoteResult } from '../../shared/protocol.ts';
import { lineEnd, nextLine } from '../core/note/lines.ts';
import { replaceFile } from './replaceFile.ts';

type Insertion = Pick<Extract<NewNoteResult, { kind: 'insert' }>, 'position' | 'line' | 'text'>;

const byteOrderMark = '\uFEFF';

/**
 * Puts the text into the file at `path`, whole or not at all. `isAllowed` gets the path without links that is written to.
 * Undefined when done, else what was in the way. Never throws.
 */
export function insertInto(
  path: string,
  insertion: Insertion,
  isAllowed: (real: string) => boolean,
): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return 'cannot be read. Check its permissions.';
  }
  const whole = bytes.toString('utf8');
  const mark = whole.startsWith(byteOrderMark) ? byteOrderMark : '';
  const after = inserted(whole.slice(mark.length), insertion);
  const replaced =
    after === undefined
      ? undefined
      : replaceFile(path, bytes, Buffer.from(mark + after), undefined, isAllowed);
  if (replaced === undefined || replaced.kind === 'changed')
    return 'has changed meanwhile. Run the command again.';
  return replaced.kind === 'replaced'
    ? undefined
    : `cannot be written (${replaced.reason}). Check permissions and free space.`;
}

/** With the file's line ends. Undefined where its line is another one. */
function inserted(text: string, { position, line, text: meeting }: Insertion): string | undefined {
  let from = 0;
  for (let left = position.line; left > 0; left--) from = nextLine(text, lineEnd(text, from));
  if (from > text.length || text.slice(from, lineEnd(text, from)) !== line) return undefined;
  const at = from + position.character;
  const lines = text.includes('\r\n') ? meeting.replaceAll('\n', '\r\n') : meeting;
  return text.slice(0, at) + lines + text.slice(at);
}
