/** Text for a terminal: nothing in it may command the terminal, and a caret stands where it should. */

import { isHidden, makeVisible } from '../../shared/visibleText.ts';

/**
 * A line of a workflow's log that is no command to its runner, which takes `::` at the start of a line, and `##[` anywhere in
 * one, for such (github.com/actions/runner, ActionCommand.cs).
 */
export function withoutCommands(text: string): string {
  const start = text.trimStart().startsWith('::') ? './' : '';
  return start + text.replaceAll('##[', '##⟦');
}

/** In a workflow of GitHub's; what is written is in its log then. */
export function isInWorkflow(env: Readonly<Record<string, string | undefined>>): boolean {
  return env.GITHUB_ACTIONS === 'true';
}

/** JSON in which nothing of the kind stands as it is: inside of its texts each may be written by its number. */
export function withoutInvisible(json: string): string {
  return json.replace(/[\u007f-\u{10ffff}]/gu, (character) => {
    const code = character.codePointAt(0)!;
    if (code !== 0x7f && !isHidden(code)) return character;
    return character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
  });
}

/** A source line and a line with carets under it. */
export interface Excerpt {
  readonly source: string;
  readonly carets: string;
}

/** Longer lines are shown in part. */
const maxUnits = 160;

/**
 * `line` has no line end; `from` and `to` are 0-based UTF-16 offsets in it. An empty range gets one caret. Tabs stay
 * tabs in both lines; wide characters count two columns, combining ones none.
 */
export function excerpt(line: string, from: number, to: number): Excerpt {
  const [start, end] = line.length <= maxUnits ? [0, line.length] : windowAround(line, from);
  const until = Math.max(from, Math.min(to, end));
  const head = makeVisible(line.slice(start, from));
  const marked = makeVisible(line.slice(from, until));
  const tail = makeVisible(line.slice(until, end));
  const before = start > 0 ? '…' : '';
  const source = before + head + marked + tail + (end < line.length ? '…' : '');
  const indent = blanks(before + head);
  return { source, carets: indent + '^'.repeat(Math.max(1, columns(marked))) };
}

/** About `maxUnits` of the line with offset `at` in its first half, no character cut in two. */
function windowAround(line: string, at: number): [number, number] {
  const wanted = Math.max(0, Math.min(at - maxUnits / 4, line.length - maxUnits));
  return [onCharacter(line, wanted), onCharacter(line, Math.min(line.length, wanted + maxUnits))];
}

function onCharacter(line: string, at: number): number {
  const unit = line.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0 ? at - 1 : at;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Blanks as wide as `text`; its tabs stay, so that they reach as far as above. */
function blanks(text: string): string {
  let result = '';
  for (const { segment } of graphemes.segment(text)) {
    result += segment === '\t' ? '\t' : ' '.repeat(columnsOf(segment));
  }
  return result;
}

function columns(text: string): number {
  let sum = 0;
  for (const { segment } of graphemes.segment(text)) sum += columnsOf(segment);
  return sum;
}

/** Terminals agree on this much: East Asian wide characters and pictures take two columns. */
function columnsOf(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (/^\p{M}/u.test(grapheme)) return 0;
  if (/^\p{Emoji_Presentation}/u.test(grapheme) || grapheme.includes('\uFE0F')) return 2;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}
