/** How the notes of a series write a line about an issue or a pull request: learned from the lines of a section. */

import { lineEnd, lineStart } from '../note/lines.ts';
import type { Note, Reference, Repository, Section } from '../note/note.ts';
import { allSections } from '../note/sections.ts';
import type { IssueKind } from '../references/issue.ts';
import { type IssueKey, issueUrl } from '../references/issueKey.ts';
import { escapeLinkText, referenceText } from '../references/referenceText.ts';

export interface HighlightForm {
  /** `* `, `- ` or nothing. */
  readonly bullet: string;
  /** `kind`: `PR #1`; `number`: `#1`; `titled`: the title is the link's text; `url`: the URL alone. */
  readonly style: 'kind' | 'number' | 'kindLink' | 'numberLink' | 'titled' | 'url';
  /** What stands between title and reference: ` (`, ` - `; of `titled` and `url` nothing. */
  readonly between: string;
  /** What closes the line: `)`. */
  readonly close: string;
  readonly titleFirst: boolean;
}

const usualForm: HighlightForm = { bullet: '* ', style: 'kind', between: ' (', close: ')', titleFirst: true };

/** The section that tells what has happened since the last meeting. */
export function highlightsSection({ sections }: Note): Section | undefined {
  return allSections(sections).find(({ key }) => key.includes('highlight') || key.includes('since the last'));
}

/** `notes`: the newest first. The form of most lines with one reference; the usual one where there are none. */
export function learnHighlightForm(
  notes: readonly Note[],
  sectionOf: (note: Note) => Section | undefined = highlightsSection,
): HighlightForm {
  const votes = new Map<string, { readonly form: HighlightForm; count: number }>();
  for (const note of notes) {
    const section = sectionOf(note);
    if (section === undefined) continue;
    for (const form of formsIn(note, section)) {
      const key = JSON.stringify(form);
      const vote = votes.get(key) ?? { form, count: 0 };
      vote.count++;
      votes.set(key, vote);
    }
  }
  const [best] = [...votes.values()].sort((a, b) => b.count - a.count);
  return best?.form ?? usualForm;
}

function formsIn(note: Note, { range }: Section): HighlightForm[] {
  const byLine = new Map<number, Reference[]>();
  for (const reference of note.references) {
    const { from } = reference.range;
    if (from < range.from || from >= range.to) continue;
    const start = lineStart(note.text, from);
    byLine.set(start, [...(byLine.get(start) ?? []), reference]);
  }
  return [...byLine].flatMap(([start, references]) => {
    const numbers = new Set(references.map(({ number }) => number));
    const form = numbers.size === 1 ? formOf(note.text, start, references) : undefined;
    return form ? [form] : [];
  });
}

/** Longer lines are prose. */
const longestLine = 400;

function formOf(text: string, start: number, references: readonly Reference[]): HighlightForm | undefined {
  const end = lineEnd(text, start);
  if (end - start > longestLine) return undefined;
  const [first] = references;
  const { link, form } = first!;
  const bullet = /^(?:[*+-] )?/.exec(text.slice(start, end))![0];
  const span = link?.range ?? first!.range;
  if (span.to > end) return undefined;
  const before = text.slice(start + bullet.length, span.from);
  const after = text.slice(span.to, end).trimEnd();
  const label = link ? text.slice(span.from + 1, text.indexOf(']', span.from)) : '';
  const isTitled = link !== undefined && !references.some((each) => each.link?.half === 'text');
  const isAlone = before.trim() === '' && after === '';
  if (isTitled && isAlone) return { bullet, style: 'titled', between: '', close: '', titleFirst: true };
  if (form === 'url' && isAlone) return { bullet, style: 'url', between: '', close: '', titleFirst: true };
  if (isTitled || form === 'url' || form === 'bare-url') return undefined;
  const style = styleOf(first!, link ? label : undefined);
  if (hasLetter(before) && !hasLetter(after)) {
    const between = before.slice(lastLetter(before) + 1);
    return { bullet, style, between: between === '' ? ' ' : between, close: after, titleFirst: true };
  }
  if (before === '' && hasLetter(after)) {
    const title = after.search(/[\p{L}\p{N}`[]/u);
    return { bullet, style, between: after.slice(0, title), close: '', titleFirst: false };
  }
  return undefined;
}

function styleOf({ form }: Reference, label: string | undefined): HighlightForm['style'] {
  if (label !== undefined) return label.startsWith('#') ? 'numberLink' : 'kindLink';
  return form === 'keyword' ? 'kind' : 'number';
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** The last character of a title: a letter, a digit, or what closes a quotation or code. */
function lastLetter(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && !/[\p{L}\p{N}`"'?!]/u.test(text[at]!)) at--;
  return at;
}

/** One line, without its line end. A stranger's title stays plain words. */
export function writeHighlight(
  { bullet, style, between, close, titleFirst }: HighlightForm,
  key: IssueKey,
  title: string,
  own: Repository | undefined,
  kind: IssueKind = 'pull',
): string {
  const write = (as: 'kind' | 'number' | 'link' | 'titled-link') =>
    referenceText({ key, kind, title }, as, own);
  if (style === 'url') return `${bullet}${issueUrl(key, kind)}`;
  if (style === 'titled') return `${bullet}[${escapeLinkText(title)}](${issueUrl(key, kind)})`;
  const reference =
    style === 'kindLink'
      ? write('link')
      : style === 'numberLink'
        ? `[${write('number')}](${issueUrl(key, kind)})`
        : write(style);
  const words = escapeLinkText(title);
  const line = titleFirst ? `${words}${between}${reference}` : `${reference}${between}${words}`;
  return `${bullet}${line}${close}`;
}
