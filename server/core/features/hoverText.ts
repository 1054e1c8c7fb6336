/** Paragraphs of a hover, printed as Markdown in which nothing but ours is markup, or as plain text. */

import { escapeMarkdown } from './escapeMarkdown.ts';

/** A stretch of text, perhaps a link; `text` holds no markup. */
export interface Piece {
  readonly text: string;
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

/** Paragraphs without lines are left out. */
export function printParagraphs(paragraphs: readonly Paragraph[], markdown: boolean): string {
  const print = markdown ? asMarkdown : asText;
  return paragraphs
    .filter(({ lines }) => lines.length > 0)
    .map(({ lines, quoted }) => {
      const printed = lines.map((pieces) => (quoted ? '> ' : '') + pieces.map(print).join('').trim());
      // A backslash at a line's end breaks it (CommonMark 0.31, "Hard line breaks").
      return printed.join(markdown ? '\\\n' : '\n');
    })
    .join('\n\n');
}

function asMarkdown({ text, target, strong, markup }: Piece): string {
  if (markup !== undefined) return markup;
  const escaped = escapeMarkdown(text);
  // Emphasis ends only behind a visible character (CommonMark 0.31, 6.2).
  if (strong) return escaped.trim() === '' ? '' : `**${escaped.trim()}**`;
  return target === undefined ? escaped : `[${escaped}](<${linkTarget(target)}>)`;
}

function asText({ text, target }: Piece): string {
  return target?.startsWith('https:') ? `${text} (${target})` : text;
}

/** A URI as a link's target between `<` and `>`: whatever could end it or begin an entity is percent-encoded. */
function linkTarget(uri: string): string {
  return uri
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[^A-Za-z0-9\-._~:/?#@!$+,;=%]/gu, (char) => encodeURIComponent(char));
}
