/**
 * Text from a note, a file name or GitHub, made safe for the place that shows it: no link, no image, no icon, no markup, on one
 * line, and nothing that hides or reorders characters. Each kind of place interprets other characters.
 */

export type TextUse =
  /** Markdown: hovers, documentation, tooltips. VS Code makes Markdown of plain tooltips, too, and links of the URLs in them. */
  | 'markdown'
  /** Labels with icons: quick picks, completion labels. `\$(zap)` is literal there (VS Code's iconLabels.ts). */
  | 'label'
  /** Notifications: `[x](command:y)` is a link there that runs the command (VS Code's linkedText.ts). */
  | 'message'
  /** The language status: icons and links. */
  | 'status'
  /** Plain text that nothing is made of. */
  | 'plain';

/** In code points, for all but Markdown, which is scrolled. Nobody reads a longer label or message. */
const longestText = 1_000;

/** In code points. A longer detail of the language status would push its button out of a window of 1280 pixels. */
export const longestDetail = 60;

/** See `TextUse`. At most `most` code points are shown. Linear. */
export function literalText(text: string, use: TextUse, most = longestText): string {
  if (use === 'markdown') return escapeMarkdown(text);
  const line = shorten(oneVisibleLine(text).trim(), most);
  switch (use) {
    case 'label':
      return withoutIcons(line);
    case 'message':
      return withoutLinks(line);
    case 'status':
      return withoutLinks(withoutIcons(line));
    case 'plain':
      return line;
  }
}

function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/** The first `most` code points, with an ellipsis as the last where there are more. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text];
  if (characters.length <= most) return text;
  const start = characters.slice(0, most - 1).join('');
  return `${start.trimEnd()}…`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they become entities, too.
const escaped = /[\0-\x1F!-/:-@[-`{-\x7F]/g;

/**
 * Every ASCII character but letters, digits and single spaces becomes a numeric entity, as escaping what has a meaning leaves
 * live links behind: bare URLs and addresses need no markup. Spaces at either end stay, as one.
 */
function escapeMarkdown(text: string): string {
  return oneVisibleLine(text).replace(escaped, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * Runs of spaces and line ends become one space. Characters that turn the reading direction round or that cannot be seen are
 * left out, but for those that join emoji; halves of characters are replaced.
 */
function oneVisibleLine(text: string): string {
  // Nearly every text is plain.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  const characters = [...text];
  let result = '';
  let blank = false;
  characters.forEach((char, index) => {
    const code = char.codePointAt(0)!;
    if (isBlank(code)) {
      blank = true;
      return;
    }
    if (isInvisible(code) && !(code === 0x200d && joinsEmoji(characters, index))) return;
    if (blank) result += ' ';
    blank = false;
    result += code >= 0xd800 && code <= 0xdfff ? '\uFFFD' : char;
  });
  return blank ? `${result} ` : result;
}

/** A zero-width joiner between two pictures; a variation selector or a skin tone may stand behind the first. */
function joinsEmoji(characters: readonly string[], at: number): boolean {
  const picture = /^\p{Extended_Pictographic}$/u;
  const before = characters[at - 1] ?? '';
  const first = /^[\uFE0F\u{1F3FB}-\u{1F3FF}]$/u.test(before) ? (characters[at - 2] ?? '') : before;
  return picture.test(first) && picture.test(characters[at + 1] ?? '');
}

/** Blanks and line ends of any kind. */
function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Controls, and what Unicode calls format characters that a reader cannot see. */
function isInvisible(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0xad ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}
