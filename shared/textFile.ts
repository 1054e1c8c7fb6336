/** What counts as a text file, the same wherever files are read. */

/** Notes are kilobytes; what is larger is not read. */
export const maxFileBytes = 10 * 1024 * 1024;

export type TextFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'too-large'; readonly bytes: number };

/**
 * The text of a file's bytes. `decode` reads UTF-8 strictly: it throws on invalid bytes (UTF-16's marks are such).
 * A byte order mark at the start is left out; a NUL makes the file binary.
 */
export function readTextFile(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): TextFile {
  if (bytes.length > maxFileBytes) return { kind: 'too-large', bytes: bytes.length };
  if (bytes.includes(0)) return { kind: 'binary' };
  try {
    const text = decode(bytes);
    return { kind: 'text', text: text.startsWith('\uFEFF') ? text.slice(1) : text };
  } catch {
    return { kind: 'binary' };
  }
}
