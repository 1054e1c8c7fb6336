/** `project`, `notes`, `file`, `title`, `date`, `every`: where notes are, what they are called, and when the next one is. */

import type { DateConvention, DatePlace } from '../../note/conventions.ts';
import type { DateFormat } from '../../note/dateFormat.ts';
import { isWholeDay, readDateFormat } from '../../note/dateFormat.ts';
import type { Span } from '../../note/note.ts';
import { safeFolder, safeName } from '../fileName.ts';
import { type Glob, parseGlob } from '../patterns/glob.ts';
import { formatPattern, type Pattern, parsePattern } from '../patterns/pattern.ts';
import { parseRhythm, type Rhythm } from '../rhythm/rhythm.ts';
import type { YamlText, YamlValue } from './frontMatterTree.ts';
import {
  fixTo,
  itemsOf,
  partOf,
  readKeys,
  readText,
  readTexts,
  readWord,
  replacing,
} from './frontMatterValues.ts';
import type { Report } from './report.ts';

export const datePlaces: readonly DatePlace[] = ['title', 'file', 'path', 'line'];
export const dateKeys = ['in', 'label', 'format'] as const;

/** Each is tried on every file of the workspace. */
const mostGlobs = 50;

export function readGlobs(value: YamlValue, report: Report): Glob[] {
  return readTexts(value, 'a glob such as docs/office-hours/**', report, mostGlobs).flatMap((text) => {
    const result = parseGlob(text.text);
    if (result.kind === 'wrong') {
      const trailing = text.text.endsWith('/') && result.message.includes('**');
      const fix = trailing ? replacing(text.range, `${text.text}**`) : undefined;
      report.error('template-glob', partOf(text, result.range), result.message, fix);
      return [];
    }
    if (namesFolder(result.glob)) {
      const better = `${text.text}/**`;
      // Half typed, it would take the notes away from the series while it is.
      report.error(
        'template-glob',
        text.range,
        `"${text.text}" names one file without an extension. For all notes in a folder write "${better}".`,
        replacing(text.range, better),
      );
    }
    return [result.glob];
  });
}

/** `docs/office-hours`: nothing wild in its last component, and no Markdown file either. */
function namesFolder(glob: Glob): boolean {
  return glob.alternatives.every((components) => {
    const last = components.at(-1);
    return last?.kind === 'name' && !/\.(?:md|markdown)$/i.test(last.name);
  });
}

export function readPattern(value: YamlValue, example: string, report: Report): Pattern | undefined {
  const text = readText(value, `a pattern such as '${example}'`, report);
  if (text === undefined) return undefined;
  // The end of the line is a comment, and the pattern shorter than it looks.
  const lost = /^ +#\{/.exec(report.text.slice(text.range.to, text.range.to + longestGap));
  if (lost !== null) {
    const range = { from: text.range.to, to: text.range.to + lost[0].length };
    report.warning(
      'template-pattern',
      range,
      'From "#" on this is a comment. Put the whole value in quotes if it is not meant to be.',
    );
  }
  const result = parsePattern(text.text);
  if (result.kind === 'pattern') return result.pattern;
  reportWrong(text, result, report);
  return undefined;
}

function reportWrong(
  text: YamlText,
  { range, message, instead }: { range: Span; message: string; instead?: string },
  report: Report,
): void {
  const place = partOf(text, range);
  const exact = text.textFrom !== undefined;
  report.error('template-pattern', place, message, fixTo(place, exact ? instead : undefined));
}

const longestGap = 20;

/** A project's name becomes a part of the file's; it has to fit there and must not make folders. */
export function reportUnfitProject(value: YamlValue, file: Pattern, project: string, report: Report): void {
  if (!file.parts.some(({ kind }) => kind === 'project')) return;
  const name = safeName(project);
  if (name.kind === 'name') return;
  const message = `"${project}" ${name.reason}, so that it cannot be a part of a file's name. Write it out instead of {project}.`;
  report.error('template-pattern', value.range, message);
}

/** A file's name or its path: every day has to get one of its own that any file system takes. */
export function readFilePattern(value: YamlValue, report: Report): Pattern | undefined {
  const pattern = readPattern(value, '{YYYY-MM-DD}.md', report);
  if (pattern === undefined) return undefined;
  const wrong = (message: string): undefined => {
    report.error('template-pattern', value.range, message);
    return undefined;
  };
  if (!pattern.parts.some((part) => part.kind === 'date' || part.kind === 'number')) {
    return wrong(
      'Every note would have the same name. Put a date into it, such as {YYYY-MM-DD}, or {number}.',
    );
  }
  if (!/\.(?:md|markdown)$/i.test(pattern.source))
    return wrong('A note is a Markdown file: let the name end in ".md".');
  const example = formatPattern(pattern, { date: '2000-01-01' });
  const folder = safeFolder(example);
  if (folder.kind === 'unsafe') return wrong(`"${example}" ${folder.reason}. Choose another name.`);
  if (pattern.source.includes('\\')) return wrong('Folders are separated by "/", on Windows, too.');
  return pattern;
}

export function readRhythm(value: YamlValue, report: Report): Rhythm | undefined {
  const text = readText(value, 'when the meetings are, such as second Tuesday', report);
  const rhythm = text && parseRhythm(text.text);
  if (text !== undefined && rhythm === undefined) {
    report.error(
      'template-value',
      text.range,
      `"${text.text}" is no rhythm. Write for example "Tuesday", "second Tuesday" (every two weeks), "3 weeks on Monday" or "last Thursday of the month".`,
    );
  }
  return rhythm;
}

/** `title`, a list of places, or `{in: line, label: Date, format: dddd Do MMMM YYYY}`. */
export function readDate(value: YamlValue, report: Report): DateConvention | undefined {
  if (value.kind === 'nothing' || value.kind === 'refused') {
    readText(value, 'where the date is, such as title', report);
    return undefined;
  }
  if (value.kind !== 'map') {
    const places = readPlaces(value, report);
    return places.length === 0 ? undefined : { places, label: defaultLabel };
  }
  const keys = readKeys(value, dateKeys, report);
  const label = keys.get('label');
  const labelText = label && readText(label.value, 'what the line begins with, such as Date', report);
  const place = keys.get('in');
  const places = place ? readPlaces(place.value, report) : [];
  const format = keys.get('format');
  const formatText = format && readText(format.value, 'a date format such as YYYY-MM-DD', report);
  const read = formatText && readFormat(formatText, report);
  if (places.length === 0) places.push(labelText === undefined ? 'title' : 'line');
  if (labelText !== undefined && !places.includes('line')) {
    report.warning('template-value', labelText.range, 'Only a line has a label. Write "in: line".');
  }
  return { places, ...(read && { format: read }), label: withoutColon(labelText?.text) };
}

const defaultLabel = 'Date';

function withoutColon(label: string | undefined): string {
  const text = label?.endsWith(':') ? label.slice(0, -1).trim() : label;
  return text === undefined || text === '' ? defaultLabel : text;
}

function readPlaces(value: YamlValue, report: Report): DatePlace[] {
  const places = itemsOf(value, report).flatMap((item) => readWord(item, datePlaces, report) ?? []);
  return [...new Set(places)];
}

function readFormat(text: YamlText, report: Report): DateFormat | undefined {
  const result = readDateFormat(text.text);
  if (result.kind === 'wrong') {
    reportWrong(text, result, report);
    return undefined;
  }
  if (isWholeDay(result.format)) return result.format;
  const message = 'A day needs its year (YYYY), its month (MM) and its day (DD).';
  report.error('template-pattern', text.range, message);
  return undefined;
}
