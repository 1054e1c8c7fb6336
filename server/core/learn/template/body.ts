/** What was learned as the body of a template file, in snippet syntax. */

import { isWholeDay, readDateFormat } from '../../../../shared/dates/format.ts';
import { type Pattern, parsePattern } from '../../template/patterns/pattern.ts';
import { escapeSnippet } from '../../template/snippet/snippet.ts';
import type { Findings } from '../findings.ts';
import type { LearnedEntry } from '../noteFrontMatter.ts';
import { type LearnedLine, openLine } from '../recurringLines.ts';
import type { LearnedSection } from '../sections.ts';

/** The variables of a day that VS Code knows; see dateVariables.ts. The others a template cannot write. */
const variables: Readonly<Record<string, string>> = {
  YYYY: 'CURRENT_YEAR',
  YY: 'CURRENT_YEAR_SHORT',
  MM: 'CURRENT_MONTH',
  MMMM: 'CURRENT_MONTH_NAME',
  MMM: 'CURRENT_MONTH_NAME_SHORT',
  DD: 'CURRENT_DATE',
  dddd: 'CURRENT_DAY_NAME',
  ddd: 'CURRENT_DAY_NAME_SHORT',
};

/** Blocks are a blank line apart. */
export function bodyText({ title, opening, entries, sections: { sections } }: Findings): string {
  const stops = new Stops();
  const { recording, dateLine, lines } = opening;
  const blocks = [
    entriesText(entries, stops),
    titleLine(title?.source, dateLine === undefined, stops),
    dateLine && `${escapeSnippet(dateLine.prefix)}${dayStop(dateLine.format, stops) ?? stops.named('date')}`,
    recording?.inOpening
      ? `${escapeSnippet(recording.label === '' ? 'Recording:' : recording.label)} ${stops.empty()}`
      : undefined,
    textOf(lines, stops),
    ...sections.flatMap((section) => sectionBlocks(section, stops)),
  ];
  const there = blocks.filter((block) => block !== undefined && block !== '');
  // An empty body is none; the pattern takes this title's place.
  return `${there.length === 0 ? '# ${1:title}' : there.join('\n\n')}\n`;
}

/** The note's own front matter: the second one of the template file. */
function entriesText(entries: readonly LearnedEntry[], stops: Stops): string {
  if (entries.length === 0) return '';
  const lines = entries.map((entry) => {
    if (entry.kind === 'same') return escapeSnippet(entry.text);
    if (entry.kind === 'open') return `${entry.key}: ${stops.empty()}`;
    const day = dayStop(entry.format, stops) ?? stops.named('date');
    return `${escapeSnippet(entry.before)}${day}${escapeSnippet(entry.after)}`;
  });
  return ['---', ...lines, '---'].join('\n');
}

/**
 * Undefined when the title's date cannot be written with variables, nor as the day (`alone`: no other line has it): the title then comes from the pattern alone, which a
 * body without a title leaves it to.
 */
function titleLine(source: string | undefined, alone: boolean, stops: Stops): string | undefined {
  const result = source === undefined ? undefined : parsePattern(source);
  if (result?.kind !== 'pattern') return `# ${stops.named('title')}`;
  const parts = titleParts(result.pattern, alone, stops);
  return parts === undefined ? undefined : `# ${parts}`;
}

function titleParts({ parts }: Pattern, alone: boolean, stops: Stops): string | undefined {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'literal') text += escapeSnippet(part.text);
    else if (part.kind === 'any') text += stops.empty();
    else if (part.kind === 'project' || part.kind === 'number') text += stops.named(part.kind);
    else {
      // `date` is filled in as the series writes it, which is like this where the day is written nowhere else.
      const asWritten = alone && isWholeDay(part.format);
      const day = dayStop(part.format.source, stops) ?? (asWritten ? stops.named('date') : undefined);
      if (day === undefined) return undefined;
      text += day;
    }
  }
  return text;
}

/** `${2:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}` */
function dayStop(source: string, stops: Stops): string | undefined {
  const result = readDateFormat(source);
  if (result.kind === 'wrong') return undefined;
  const { format } = result;
  const parts = format.parts.map((part) =>
    part.kind === 'literal'
      ? escapeSnippet(part.text)
      : // The variables are English.
        part.language === undefined
        ? variables[part.token]
        : undefined,
  );
  if (parts.includes(undefined)) return undefined;
  const day = format.parts.map((part, index) => {
    return part.kind === 'literal' ? parts[index] : `\${${parts[index]}}`;
  });
  return stops.around(day.join(''));
}

function sectionBlocks(section: LearnedSection, stops: Stops): string[] {
  const { level, heading, aliases, required, many, lines, children } = section;
  const markers = [
    ...(required ? [] : ['<!-- optional -->']),
    ...(many ? ['<!-- many -->'] : []),
    ...aliases.filter((alias) => fitsMarker(alias.heading)).map((alias) => `<!-- also: ${alias.heading} -->`),
  ];
  const head = [`${'#'.repeat(level)} ${escapeSnippet(heading)}`, ...markers].join('\n');
  return [head, textOf(lines, stops), ...children.flatMap((child) => sectionBlocks(child, stops))];
}

/** A marker is read as it stands: what would end it, or begin a tab stop that goes on behind it, cannot be named in one. */
function fitsMarker(heading: string): boolean {
  return !['-->', '<!--', '${'].some((each) => heading.includes(each));
}

function textOf(lines: readonly LearnedLine[], stops: Stops): string {
  return lines
    .map((line) => (line.open ? openLine(line, stops.empty(), escapeSnippet) : escapeSnippet(line.text)))
    .join('\n');
}

/** Tab stops in the order of the text. */
class Stops {
  #last = 0;

  empty(): string {
    return `\${${++this.#last}}`;
  }

  named(name: string): string {
    return `\${${++this.#last}:${name}}`;
  }

  /** `inner` in snippet syntax. */
  around(inner: string): string {
    return `\${${++this.#last}:${inner}}`;
  }
}
