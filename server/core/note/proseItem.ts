import type { ActionItem, Span } from './note.ts';

/** What one block's prose says of tasks; offsets are relative to the prose. */
export type ProseItem = Omit<ActionItem, 'quoted' | 'text'> & {
  /** What is to be done, perhaps over several lines. */
  readonly textRange: Span;
  /** The apparent marker may be the initials of a speaker. */
  readonly doubtful?: boolean;
};
