/** Finds what the writer is about to name where the cursor stands. */

import type { Note } from '../../note/note.ts';
import type { CompletionContext } from './context.ts';
import { lineBefore } from './line.ts';
import { ownerContext } from './ownerContext.ts';
import { referenceContext } from './referenceContext.ts';
import { sectionContext } from './sectionContext.ts';

/**
 * The context at `offset`. Undefined where there is nothing to complete: in code, URLs, link targets, comments, front
 * matter, on a heading's own `#`. Reads the line up to the cursor and what the note knows of it, whatever the note's size.
 */
export function contextAt(note: Note, offset: number): CompletionContext | undefined {
  const last = latest.get(note);
  if (last?.offset === offset) return last.context;
  const line = lineBefore(note, offset);
  const context = line && (referenceContext(line, note) ?? ownerContext(line, note) ?? sectionContext(line));
  latest.set(note, { offset, context });
  return context;
}

/** A list, what it lacks and where its typed text begins are asked about one after the other. */
const latest = new WeakMap<
  Note,
  { readonly offset: number; readonly context: CompletionContext | undefined }
>();
