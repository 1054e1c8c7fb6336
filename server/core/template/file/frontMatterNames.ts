/** `notes`, `date`, `every`: where notes are, where their day is, and when the next one is. */

import { type DateFormat, isWholeDay, readDateFormat } from '../../../../shared/dates/format.ts';
import { t } from '../../../../shared/l10n.ts';
import type { DateConvention, DatePlace } from '../../note/conventions.ts';
import { type Glob, parseGlob } from '../patterns/glob.ts';
import { readRhythm } from '../rhythm/parseRhythm.ts';
import type { Rhythm } from '../rhythm/rhythm.ts';
import { inQuotes } from './frontMatterErrors.ts';
import { reportWrong } from './frontMatterPatterns.ts';
import type { YamlText, YamlValue } from './frontMatterTree.ts';
import { itemsOf, partOf, readKeys, readText, readTexts, readWord, replacing } from './frontMatterValues.ts';
import type { Report } from './report.ts';

const datePlaces: readonly DatePlace[] = ['title', 'file', 'path', 'line', 'heading'];
export const dateKeys = ['in', 'label', 'format'] as const;

/** Each is tried on every file of the workspace. */
const mostGlobs = 50;

export function readGlobs(value: YamlValue, report: Report): Glob[] {
  return readTexts(value, t('a glob such as docs/office-hours/**'), report, mostGlobs).flatMap((text) => {
    if (text.text.includes('://')) {
      const message = t('This is a URL. Write a path in this repository, such as docs/office-hours/**.');
      report.error('template-glob', text.range, message);
      return [];
    }
    const result = parseGlob(text.text);
    if (result.kind === 'wrong') {
      const trailing = text.text.endsWith('/') && result.range.from === text.text.length - 1;
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
        t(
          '"{0}" matches a single file without an extension. For all notes in a folder, write "{1}".',
          text.text,
          better,
        ),
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

export function readEvery(value: YamlValue, report: Report): Rhythm | undefined {
  const text = readText(value, t('a schedule such as 2 weeks on Tuesday'), report);
  if (text === undefined) return undefined;
  const result = readRhythm(text.text);
  if (result === undefined) {
    report.error(
      'template-value',
      text.range,
      t(
        '"{0}" is not a valid schedule. Write, for example, "Tuesday", "2 weeks on Tuesday", "second Tuesday of the month" or "last Thursday of the month".',
        text.text,
      ),
    );
    return undefined;
  }
  const { rhythm, clearer } = result;
  if (clearer !== undefined) {
    report.hint(
      'template-value',
      text.range,
      t('"{0}" means {1}. Write "{2}" or "{3}".', text.text, rhythm.spoken, clearer.weeks, clearer.month),
      replacing(text.range, clearer.weeks),
      replacing(text.range, clearer.month),
    );
  }
  return rhythm;
}

/** `title`, a list of places, or `{in: line, label: Date, format: dddd Do MMMM YYYY}`. */
export function readDate(value: YamlValue, report: Report): DateConvention | undefined {
  if (value.kind === 'nothing' || value.kind === 'refused') {
    readText(value, t('a place such as title'), report);
    return undefined;
  }
  if (value.kind !== 'map') {
    if (reportedFormat(value, report)) return undefined;
    const places = readPlaces(value, report);
    return places.length === 0 ? undefined : { places, label: defaultLabel };
  }
  const keys = readKeys(value, dateKeys, report);
  const label = keys.get('label');
  const labelText = label && readText(label.value, t('a label such as Date'), report);
  const place = keys.get('in');
  const places = place ? readPlaces(place.value, report) : [];
  const format = keys.get('format');
  const formatText = format && readText(format.value, t('a date format such as YYYY-MM-DD'), report);
  const read = formatText && readFormat(formatText, report);
  if (places.length === 0) places.push(labelText === undefined ? 'title' : 'line');
  if (labelText !== undefined && !places.includes('line')) {
    report.warning('template-value', labelText.range, t('Only a date line has a label. Write "in: line".'));
  }
  return { places, ...(read && { format: read }), label: withoutColon(labelText?.text) };
}

/** `date: D MMMM YYYY` says how, and not where. */
function reportedFormat(value: YamlValue, report: Report): boolean {
  if (value.kind !== 'text') return false;
  const result = readDateFormat(value.text.trim());
  if (result.kind === 'wrong' || !isWholeDay(result.format)) return false;
  const better = `{in: title, format: ${inQuotes(value.text.trim())}}`;
  const message = t('This is a date format. Add a place: {0}', better);
  report.error('template-value', value.range, message, replacing(value.range, better));
  return true;
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
  if (/^\{[^{}]*\}$/.test(text.text)) {
    const bare = text.text.slice(1, -1);
    const message = t('A date format has no braces. Write {0}.', inQuotes(bare));
    report.error('template-pattern', text.range, message, replacing(text.range, inQuotes(bare)));
    return undefined;
  }
  const result = readDateFormat(text.text);
  if (result.kind === 'wrong') {
    reportWrong(text, result, report);
    return undefined;
  }
  if (isWholeDay(result.format)) return result.format;
  const message = t('A date needs a year (YYYY), a month (MM) and a day (DD).');
  report.error('template-pattern', text.range, message);
  return undefined;
}
