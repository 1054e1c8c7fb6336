/** The beginning of a text, at most `longest` UTF-16 code units. A piece of a string keeps the whole string in memory (V8). */
export function copyOf(text: string, longest: number): string {
  return ` ${text.slice(0, longest)}`.slice(1);
}

/** With more, the notes have hardly any in common. */
const mostShared = 10_000;
const shared = new Map<string, string>();

/** The same for what many notes say alike, such as a name or a heading: one text for all of them. */
export function sharedCopyOf(text: string, longest: number): string {
  const known = shared.get(text);
  if (known !== undefined) return known;
  const copy = copyOf(text, longest);
  if (copy.length < text.length) return copy;
  if (shared.size === mostShared) shared.clear();
  shared.set(copy, copy);
  return copy;
}
