/** The beginning of a text, at most `longest` UTF-16 code units. A piece of a string keeps the whole string in memory (V8). */
export function copyOf(text: string, longest: number): string {
  return ` ${text.slice(0, longest)}`.slice(1);
}
