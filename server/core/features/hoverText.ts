/** Paragraphs of a hover, printed as Markdown in which nothing but ours is markup, or as plain text. */

import { inEnglish, type Message, type Say } from '../../../shared/l10n.ts';
import { literalText } from '../../../shared/literalText.ts';

/** A stretch of text, perhaps a link; `text` holds no markup. What is plain text is the same in all languages. */
export interface Piece {
  readonly text: string | Message;
  /** Begins with a capital. */
  readonly capital?: boolean;
  /** What `slot(0)` and so on stand for among the arguments of `text`. */
  readonly slots?: readonly Piece[];
  /** A URI. */
  readonly target?: string | undefined;
  readonly strong?: boolean;
  /** Markup of ours that stands for `text` where Markdown is shown. */
  readonly markup?: string | undefined;
}

export interface Paragraph {
  readonly lines: readonly (readonly Piece[])[];
  /** Somebody else's words. */
  readonly quoted?: boolean;
}

/** Paragraphs of one line, or of none that say nothing. */
export function paragraph(...pieces: readonly Piece[]): Paragraph {
  return { lines: pieces.length === 0 ? [] : [pieces] };
}

/** Characters that no note has in a row. */
const slotMark = /\uE000(\d)\uE001/;

/** The place of a piece, such as a link, in a message. */
export function slot(index: number): string {
  return `\uE000${index}\uE001`;
}

/** Paragraphs without lines are left out. */
export function printParagraphs(
  paragraphs: readonly Paragraph[],
  markdown: boolean,
  say: Say = inEnglish,
): string {
  const print = (piece: Piece): string => {
    const said = typeof piece.text === 'string' ? piece.text : say(piece.text);
    const text = piece.capital ? said.charAt(0).toUpperCase() + said.slice(1) : said;
    const { slots = [] } = piece;
    if (slots.length === 0) return (markdown ? asMarkdown : asText)({ ...piece, text });
    // Text and the numbers of slots take turns.
    return text
      .split(slotMark)
      .map((part, at) => print(at % 2 === 0 ? { text: part } : (slots[Number(part)] ?? { text: '' })))
      .join('');
  };
  return paragraphs
    .filter(({ lines }) => lines.length > 0)
    .map(({ lines, quoted }) => {
      const printed = lines.map((pieces) => (quoted ? '> ' : '') + pieces.map(print).join('').trim());
      // A backslash at a line's end breaks it (CommonMark 0.31, "Hard line breaks").
      return printed.join(markdown ? '\\\n' : '\n');
    })
    .join('\n\n');
}

type Said = Piece & { readonly text: string };

function asMarkdown({ text, target, strong, markup }: Said): string {
  if (markup !== undefined) return markup;
  const escaped = literalText(text, 'markdown');
  // Emphasis ends only behind a visible character (CommonMark 0.31, 6.2).
  if (strong) return escaped.trim() === '' ? '' : `**${escaped.trim()}**`;
  return target === undefined ? escaped : `[${escaped}](<${linkTarget(target)}>)`;
}

function asText({ text, target }: Said): string {
  return target?.startsWith('https:') ? `${text} (${target})` : text;
}

/** A URI as a link's target between `<` and `>`: whatever could end it or begin an entity is percent-encoded. */
function linkTarget(uri: string): string {
  return uri
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[^A-Za-z0-9\-._~:/?#@!$+,;=%]/gu, (char) => encodeURIComponent(char));
}
