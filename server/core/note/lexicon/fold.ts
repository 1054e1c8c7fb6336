/** Lower case without accents, for words that are written with them or without: `Aufnähme`, `vidéo`. */
export function foldAccents(text: string): string {
  const lower = text.toLowerCase();
  return isAscii(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC');
}

/**
 * Without blanks and these characters at its start and at its end. A pattern would look at a run of them from each of its
 * characters.
 */
export function stripped(text: string, start: string, end: string): string {
  const isOne = (character: string, of: string): boolean => of.includes(character) || character.trim() === '';
  let from = 0;
  let to = text.length;
  while (from < to && isOne(text[from]!, start)) from++;
  while (to > from && isOne(text[to - 1]!, end)) to--;
  return text.slice(from, to);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
