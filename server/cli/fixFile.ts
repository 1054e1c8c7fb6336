/** `--fix` for one file. */

import { readFileSync } from 'node:fs';
import type { FoundProblem } from '../core/checks/problem.ts';
import { type AppliedFix, fixText } from './fixText.ts';
import { replaceFile } from './replaceFile.ts';

export type FixedFile =
  /** `applied` may be empty: then the file was left alone. */
  | { readonly kind: 'fixed'; readonly text: string; readonly applied: readonly AppliedFix[] }
  /** The file is what it was. In words that name the remedy, but not the file. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * `text` is what was read of the file at `path`, without its byte order mark. `isAllowed` gets the path without links that is
 * written to. Never throws.
 */
export function fixFile(
  path: string,
  text: string,
  problemsOf: (text: string) => readonly FoundProblem[],
  isAllowed: (real: string) => boolean,
): FixedFile {
  const fixed = fixText(text, problemsOf);
  if (fixed.applied.length === 0 || fixed.text === text) return { kind: 'fixed', text, applied: [] };
  const before = bytesOf(path);
  // The first of its three bytes begins other characters as well.
  const mark = before?.subarray(0, 3).equals(byteOrderMark) ? '\uFEFF' : '';
  if (before === undefined || !before.equals(Buffer.from(mark + text))) return changed;
  const replaced = replaceFile(path, before, Buffer.from(mark + fixed.text), undefined, isAllowed);
  switch (replaced.kind) {
    case 'replaced':
      return { kind: 'fixed', ...fixed };
    case 'changed':
      return changed;
    case 'failed':
      return {
        kind: 'failed',
        message: `cannot be written (${replaced.reason}). Check permissions and free space.`,
      };
  }
}

const byteOrderMark = Buffer.from('\uFEFF');

const changed: FixedFile = {
  kind: 'failed',
  message: 'changed during the check and is not fixed. Run the command again.',
};

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
