/** Where a note has its title when the first heading of level 1 is not it: seen before the walk, which reads by it. */

import type { Tree } from '@lezer/common';
import { headingText } from './blockHeading.ts';
import type { Conventions } from './conventions.ts';
import { findDay } from './dateLine.ts';
import { frontMatterValue } from './frontMatterValue.ts';
import { isMeetingTitle } from './lexicon/meetings.ts';
import { lineStart } from './lines.ts';
import type { Title } from './note.ts';
import { isTagsLine } from './tagsLine.ts';
import type { Text } from './text.ts';
import type { Span } from './values.ts';

/** What the walk has to know of the title beforehand. */
export interface TitlePlace {
  /** The title, where no Markdown heading is it. */
  readonly declared?: Title;
  /** Where the heading begins that is the title in spite of its level. */
  readonly headingFrom?: number;
}

interface TopHeading extends Span {
  readonly level: number;
  readonly textRange: Span;
}

/** What stands at the top level of a note as far as its title is concerned. */
interface Outline {
  readonly frontMatter?: Span;
  /** The title in HTML, before the first heading. */
  readonly html?: Title;
  readonly headings: readonly TopHeading[];
}

/**
 * The title of a note whose title is no heading of level 1: the first heading of level 2 that names a meeting or a day, the
 * title in the front matter, or `<h1>`. A heading of level 1 goes before all of them, unless it is one of several sections.
 * Linear; it looks at the top-level blocks alone.
 */
export function titlePlaceOf(tree: Tree, read: Text, conventions: Conventions): TitlePlace {
  const outline = outlineOf(tree, read, conventions);
  const { headings, frontMatter } = outline;
  const highest = headings.filter(({ level }) => level === 1);
  const [first] = headings;
  if (highest.length === 1 && first?.level === 1) return {};
  const text = read.toString();
  const isDated = ({ textRange }: TopHeading): boolean =>
    findDay(text, textRange.from, textRange.to, 'title', conventions.date) !== undefined;
  if (highest.some(isDated)) return {};
  const declared = (frontMatter && inFrontMatter(text, frontMatter, conventions)) ?? outline.html;
  if (declared !== undefined) return { declared };
  if (highest.length > 0 || first?.level !== 2) return {};
  const others = headings.filter(({ level }) => level === 2).slice(1);
  const isTitle = isDated(first)
    ? !others.some(isDated)
    : others.length === 0 && headings.length > 1 && namesMeeting(text, first.textRange);
  return isTitle ? { headingFrom: first.from } : {};
}

function outlineOf(tree: Tree, text: Text, conventions: Conventions): Outline {
  const headings: TopHeading[] = [];
  let frontMatter: Span | undefined;
  let html: Title | undefined;
  const cursor = tree.cursor();
  for (let more = cursor.firstChild(); more; more = cursor.nextSibling()) {
    const { name, from, to } = cursor;
    if (name === 'FrontMatter') frontMatter = { from, to };
    else if (name === 'HTMLBlock' && headings.length === 0)
      html ??= inHtml(text.toString(), { from, to }, conventions);
    else if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) {
      const level = Number(name.at(-1));
      const textRange = headingText(cursor.node, text);
      if (isTagsLine(level, text, textRange)) continue;
      headings.push({ from, to, level, textRange });
      // With a title in its usual place, which is nearly always, the rest decides nothing.
      if (headings.length === 1 && level === 1 && frontMatter === undefined && html === undefined) break;
    }
  }
  return { headings, ...(frontMatter && { frontMatter }), ...(html && { html }) };
}

function inFrontMatter(text: string, frontMatter: Span, conventions: Conventions): Title | undefined {
  const found = frontMatterValue(text, frontMatter, 'title');
  return found && titleAt(text, found.line, found.value, 'frontMatter', conventions);
}

const tag = '<h1';

/** `<h1 align="center">Lantern office hours</h1>`, the tags within left out at both ends. */
function inHtml(text: string, block: Span, conventions: Conventions): Title | undefined {
  const html = text.slice(block.from, block.to).toLowerCase();
  const start = html.indexOf(tag);
  const open =
    start < 0 || !' \t\r\n>'.includes(html[start + tag.length] ?? '') ? -1 : html.indexOf('>', start);
  const close = open < 0 ? -1 : html.indexOf('</h1', open);
  if (close < 0) return undefined;
  const end = html.indexOf('>', close);
  const inner = withoutOuterTags(text, block.from + open + 1, block.from + close);
  const range = { from: block.from + start, to: end < 0 ? block.to : block.from + end + 1 };
  return inner.from < inner.to ? titleAt(text, range, inner, 'html', conventions) : undefined;
}

function withoutOuterTags(text: string, from: number, to: number): Span {
  for (;;) {
    while (from < to && text[from]!.trim() === '') from++;
    const end = text[from] === '<' ? text.indexOf('>', from) : -1;
    if (end < 0 || end >= to) break;
    from = end + 1;
  }
  const end = to;
  for (;;) {
    while (to > from && text[to - 1]!.trim() === '') to--;
    const start = to > from && text[to - 1] === '>' ? text.lastIndexOf('<', to - 1) : -1;
    // Where a tag is left in the middle, the last one may close it.
    if (start < from) return { from, to: text.slice(from, to).includes('<') ? end : to };
    to = start;
  }
}

function titleAt(
  text: string,
  range: Span,
  textRange: Span,
  form: Title['form'],
  { date: convention }: Conventions,
): Title {
  const date = findDay(text, textRange.from, textRange.to, 'title', convention);
  return {
    form,
    range: { from: lineStart(text, range.from), to: range.to },
    textRange,
    text: text.slice(textRange.from, textRange.to),
    ...(date && { date }),
  };
}

function namesMeeting(text: string, { from, to }: Span): boolean {
  return isMeetingTitle(
    text
      .slice(from, to)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
}
