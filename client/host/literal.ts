/** Words that may be a stranger's, where VS Code would make pictures or links of them. Unlike in Markdown, little can be escaped. */

/** In code points. A longer one would push the button of the language status out of a window of 1280 pixels. */
const longestDetail = 60;

/** The detail of a language status, cut where it is too long. */
export function shortDetail(text: string): string {
  const characters = [...text];
  return characters.length <= longestDetail
    ? text
    : `${characters
        .slice(0, longestDetail - 1)
        .join('')
        .trimEnd()}…`;
}

/** In a list or the language status: `$(zap)` is a picture there, `\$(zap)` is what it says (VS Code's iconLabels.ts). */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/** In a notification or the language status: `[x](command:y)` is a link there that runs the command (VS Code's linkedText.ts). */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
