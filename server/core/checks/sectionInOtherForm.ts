/** A section that a note has in another form than as a plain Markdown heading. */

import { type Message, t } from '../../../shared/l10n.ts';
import { headingKey } from '../note/headingKey.ts';
import { lineEnd, lineStart, nextLine } from '../note/lines.ts';
import type { Note, Span } from '../note/note.ts';
import { textLines } from '../note/structure.ts';
import { headingKeys } from '../template/headings.ts';
import type { TemplateSection } from '../template/template.ts';
import type { Scope } from './templateSections.ts';

export interface OtherForm {
  readonly range: Span;
  /** Goes on after a semicolon. */
  readonly words: Message;
  /** What stands on the line behind the section's name, and belongs below the heading. */
  readonly rest?: string;
}

/** The first line in the scope that is probably the section: `**News**`, `##News`, `<h2>News</h2>`, `## 📢 News (5 min)`. Linear. */
export function sectionInOtherForm(
  wanted: TemplateSection,
  { section, sections }: Scope,
  note: Note,
  taken: ReadonlySet<string>,
): OtherForm | undefined {
  const keys = headingKeys(wanted);
  const { from, to } = section?.range ?? { from: 0, to: note.text.length };
  const within = ({ range }: OtherForm): boolean => range.from >= from && range.to <= to;
  const lines = [...boldOrUnspaced(note, keys), ...inHtml(note, keys)].filter(within);
  const words = t('this heading has more than its name');
  const headings = sections.flatMap(({ key, heading, headingRange }): OtherForm[] => {
    if (taken.has(key)) return [];
    if (keys.includes(plainKey(heading))) return [{ range: headingRange, words }];
    const rest = restBehindLabel(heading, keys);
    return rest === undefined ? [] : [{ range: headingRange, words, rest }];
  });
  return lines[0] ?? headings[0];
}

function boldOrUnspaced(note: Note, keys: readonly string[]): OtherForm[] {
  const { text, title } = note;
  return textLines(note).flatMap((range): OtherForm[] => {
    // In a list or a quote it is something else; a heading has its marks before it.
    if (range.from !== lineStart(text, range.from) || range.from === title?.range.from) return [];
    const line = text.slice(range.from, range.to).trimEnd();
    const unspaced = /^#{1,6}(?=[^#\s])/.exec(line);
    if (unspaced && keys.includes(plainKey(line.slice(unspaced[0].length))))
      return [{ range, words: t('this line has no space after its marks') }];
    const mark = line.slice(0, 2);
    const body = line.endsWith(':') ? line.slice(0, -1) : line;
    const isBold = (mark === '**' || mark === '__') && body.length > 4 && body.endsWith(mark);
    const inner = isBold ? body.slice(2, -2) : '';
    if (isBold && !inner.includes(mark) && keys.includes(plainKey(inner)))
      return [{ range, words: t('this line is bold text, no heading') }];
    const rest = line.startsWith('#') ? undefined : restBehindLabel(line, keys);
    return rest === undefined ? [] : [{ range, words: t('this line begins with its name'), rest }];
  });
}

/** UTF-16 code units. */
const longestLabel = 100;

/** `Ann` of `**Attendees**: Ann`; undefined: the line does not begin with the section's name and a colon. */
function restBehindLabel(line: string, keys: readonly string[]): string | undefined {
  const colon = line.slice(0, longestLabel).search(/[:：]/);
  if (colon < 1 || line.startsWith('//', colon + 1)) return undefined;
  const rest = line
    .slice(colon + 1)
    .replace(/^[*_]{1,3}(?=\s|$)/, '')
    .trim();
  return keys.includes(plainKey(line.slice(0, colon))) ? rest : undefined;
}

function inHtml({ written, opaque }: Note, keys: readonly string[]): OtherForm[] {
  return opaque.flatMap(({ from, to, kind }): OtherForm[] => {
    const found: OtherForm[] = [];
    // Not its line: a line may have very many tags.
    const html = kind === 'html' ? written.slice(from, to) : '';
    for (let at = 0, end = 0; at < html.length; at = nextLine(html, end)) {
      end = lineEnd(html, at);
      const line = html.slice(at, end).trim();
      if (/^<h[1-6][\s>]/i.test(line) && /<\/h[1-6]>$/i.test(line) && keys.includes(plainKey(line)))
        found.push({ range: { from: from + at, to: from + end }, words: t('this heading is HTML') });
    }
    return found;
  });
}

/** The key of a heading without signs, numbers, durations, anchors, and what is in brackets. */
function plainKey(heading: string): string {
  const plain = heading
    .slice(0, 300)
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/\{[^{}]{0,100}\}/g, ' ')
    .replace(/\([^()]{0,100}\)/g, ' ')
    .replace(/\[[^[\]]{0,100}\](?!\()/g, ' ')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D|:[a-z_]{1,30}:/gu, ' ')
    .replace(/\b[0-9]{1,3} ?(?:min|mins|minutes?|m|h|hours?)\b\.?/gi, ' ')
    .replace(/^[\s*_]{0,9}[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}[.)]? /, ' ');
  return headingKey(plain).replace(/^[-–—|/. ]{1,9}|[-–—|/: ]{1,9}$/g, '');
}

/** What makes the line the heading. */
export function asHeading({ range, rest = '' }: OtherForm, heading: string, level: number) {
  return {
    title: t('Change Line to Heading'),
    edits: [{ range, text: `${'#'.repeat(level)} ${heading}${rest === '' ? '' : `\n\n${rest}`}` }],
    safe: false,
  };
}
