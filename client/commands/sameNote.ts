/** Whether a document that is open, or a file that is there, is the note about to be written. */

/** A document or a file as far as it matters; `path` is decoded, with `/`. */
export interface FileLocation {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/**
 * True for the same place under any case and any composition of its characters, since some file systems tell those
 * apart and some do not, and for a document that is to be saved there one day (`untitled:` with a path).
 */
export function isSameLocation(one: FileLocation, other: FileLocation): boolean {
  if (foldName(one.path) !== foldName(other.path)) return false;
  if (one.scheme === 'untitled' || other.scheme === 'untitled') return one.path.startsWith('/');
  return one.scheme === other.scheme && one.authority.toLowerCase() === other.authority.toLowerCase();
}

/** The name among those of a folder that is the same file, or would be on another system; undefined when none is. */
export function sameName<T extends string>(names: readonly T[], wanted: string): T | undefined {
  const folded = foldName(wanted);
  return names.find((name) => name === wanted) ?? names.find((name) => foldName(name) === folded);
}

/** True when a text that was never saved begins with the title that the new note would have. */
export function hasSameTitle(text: string, noteText: string): boolean {
  const title = titleLine(noteText);
  return title !== undefined && titleLine(text.slice(0, 10_000)) === title;
}

function titleLine(text: string): string | undefined {
  const line = text.split(/\r\n|\r|\n/).find((each) => each.startsWith('# '));
  return line?.trim().toLowerCase();
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
