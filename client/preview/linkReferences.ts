/**
 * The Markdown preview's links. The plugin runs inside the renderer, which cannot wait, and reads no Markdown of its own:
 * the server, which has parsed the note, says what is to be a link and on which line. The plugin finds those words in the
 * text of that line's block. What it does not find, because the note has just been edited, it leaves as it is; the
 * preview is rendered once more when the server has caught up.
 */

import type { PreviewReferencesResult } from '../../shared/protocol.ts';

export type PreviewReference = PreviewReferencesResult['references'][number];

/** Nothing while nothing is known, and for what is no note. `document` is as the renderer's environment has it. */
export type ReferencesOf = (document: unknown) => readonly PreviewReference[];

/** The parts of markdown-it that are used. */
export interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: { tokens: Token[] }) => void): void } };
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
  readonly utils: { escapeHtml(text: string): string };
}

export interface Token {
  readonly type: string;
  content: string;
  readonly map: readonly [number, number] | null;
  readonly children: Token[] | null;
  meta: unknown;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

type RenderRule = (
  tokens: Token[],
  index: number,
  options: unknown,
  environment: unknown,
  self: { renderToken(tokens: Token[], index: number, options: unknown): string },
) => string;

/** The lines of the block that a text stands in, 0-based, end exclusive. */
interface Lines {
  readonly officeHoursLines: readonly [number, number];
}

const mostPerBlock = 200;

/** The function that VS Code calls with its markdown-it (code.visualstudio.com, "Markdown Extension"). */
export function linkReferences<T extends MarkdownIt>(markdown: T, referencesOf: ReferencesOf): T {
  markdown.core.ruler.push('office_hours_lines', ({ tokens }) => noteLines(tokens));
  const { rules } = markdown.renderer;
  const { escapeHtml } = markdown.utils;
  const plain: RenderRule = rules.text ?? ((tokens, index) => escapeHtml(tokens[index]?.content ?? ''));
  rules.text = (tokens, index, options, environment, self) => {
    const lines = linesOf(tokens[index]);
    const references = lines ? inLines(referencesOf(documentOf(environment)), lines) : [];
    if (references.length === 0) return plain(tokens, index, options, environment, self);
    return withLinks(tokens[index]?.content ?? '', references, escapeHtml);
  };
  const open: RenderRule =
    rules.link_open ??
    ((tokens, index, options, _environment, self) => self.renderToken(tokens, index, options));
  rules.link_open = (tokens, index, options, environment, self) => {
    const token = tokens[index];
    const url = token?.attrGet('href');
    if (token && url && !token.attrGet('title')) {
      const known = referencesOf(documentOf(environment)).find((each) => each.text === url);
      if (known?.title !== undefined) token.attrSet('title', known.title);
    }
    return open(tokens, index, options, environment, self);
  };
  return markdown;
}

/** The renderer of an inline token sees its children only, and no lines. */
function noteLines(tokens: readonly Token[]): void {
  let lines: readonly [number, number] | undefined;
  for (const { type, map, children } of tokens) {
    // A table's cells have none of their own; their row does.
    if (map) lines = map;
    if (type !== 'inline' || lines === undefined) continue;
    let links = 0;
    for (const child of children ?? []) {
      if (child.type === 'link_open') links++;
      else if (child.type === 'link_close') links--;
      else if (child.type === 'html_inline' && /^<a[\s>]/i.test(child.content)) links++;
      else if (child.type === 'html_inline' && /^<\/a[\s>]/i.test(child.content)) links--;
      else if (child.type === 'text' && links <= 0) {
        const known = typeof child.meta === 'object' ? child.meta : {};
        child.meta = { ...known, officeHoursLines: lines } satisfies Lines;
      }
    }
  }
}

function linesOf(token: Token | undefined): Lines['officeHoursLines'] | undefined {
  const meta = token?.meta;
  if (typeof meta !== 'object' || meta === null || !('officeHoursLines' in meta)) return undefined;
  return (meta as Lines).officeHoursLines;
}

function documentOf(environment: unknown): unknown {
  return typeof environment === 'object' && environment !== null && 'currentDocument' in environment
    ? environment.currentDocument
    : undefined;
}

function inLines(
  references: readonly PreviewReference[],
  [from, to]: Lines['officeHoursLines'],
): PreviewReference[] {
  return references.filter(({ line }) => line >= from && line < to).slice(0, mostPerBlock);
}

/** References come in the order of their places, so each is looked for behind the one before. */
function withLinks(
  text: string,
  references: readonly PreviewReference[],
  escapeHtml: (text: string) => string,
): string {
  let html = '';
  let done = 0;
  for (const { text: words, url, title } of references) {
    const at = findWhole(text, words, done);
    if (at < 0) continue;
    const target = escapeHtml(url);
    const tooltip = title === undefined ? '' : ` title="${escapeHtml(title)}"`;
    html += escapeHtml(text.slice(done, at));
    html += `<a href="${target}" data-href="${target}"${tooltip}>${escapeHtml(words)}</a>`;
    done = at + words.length;
  }
  return html + escapeHtml(text.slice(done));
}

/** Not in the middle of another word or number. */
function findWhole(text: string, words: string, from: number): number {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? ' ';
    if (!isWord(before) && before !== '#' && before !== '/' && !isWord(text[at + words.length] ?? ' '))
      return at;
  }
  return -1;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
