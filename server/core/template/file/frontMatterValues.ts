/** The small readers that every key of the front matter is read with. What is wrong is reported and left out. */

import { findDate } from '../../../../shared/dates/findDate.ts';
import { beside, type Message, t } from '../../../../shared/l10n.ts';
import { nearest } from '../../note/editDistance.ts';
import type { IsoDate, Span } from '../../note/note.ts';
import type { TemplateFix } from '../definition.ts';
import { inQuotes } from './frontMatterErrors.ts';
import type { YamlEntry, YamlMap, YamlText, YamlValue } from './frontMatterTree.ts';
import type { Report } from './report.ts';

const longestText = 300;
export const mostItems = 1000;

/** One line of text, trimmed; `what` names it and gives an example: `a text such as lantern`. */
export function readText(value: YamlValue, what: Message, report: Report): YamlText | undefined {
  if (value.kind === 'refused') return undefined;
  if (value.kind === 'nothing') {
    report.warning('template-value', value.range, t('Missing value. Write {0}, or remove the key.', what));
    return undefined;
  }
  if (value.kind !== 'text') {
    const fix = quoting(value.range, report);
    const begin = value.kind === 'map' ? '{' : '[';
    const message = t('Write {0} here.', what);
    const hint = t('A value that begins with "{0}" must be in quotes.', begin);
    report.error('template-value', value.range, fix === undefined ? message : beside(message, hint), fix);
    return undefined;
  }
  const text = value.text.trim();
  if (text === '') {
    report.warning('template-value', value.range, t('Empty text. Write {0}, or remove the key.', what));
    return undefined;
  }
  if (text.length > longestText || /[\n\r]/.test(text)) {
    report.error(
      'template-value',
      value.range,
      t('Write {0}, on one line, {1} characters at most.', what, longestText),
    );
    return undefined;
  }
  if (/[^\P{Cc}\t]|[\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(text)) {
    const message = t(
      'Write {0}, without invisible characters and characters that change the text direction.',
      what,
    );
    report.error('template-value', value.range, message);
    return undefined;
  }
  const shift = value.text.length - value.text.trimStart().length;
  const { textFrom, ...rest } = value;
  return { ...rest, text, ...(textFrom !== undefined && { textFrom: textFrom + shift }) };
}

/** `{YYYY}.md`, which YAML takes for a map, as text. */
function quoting({ from, to }: Span, report: Report): TemplateFix | undefined {
  const written = report.text.slice(from, to).trimEnd();
  if (!/^[{[]/.test(written) || /[\n\r]/.test(written)) return undefined;
  return {
    title: t('Put Value in Quotes'),
    range: { from, to: from + written.length },
    text: inQuotes(written),
  };
}

/** The items of a list, no more than `most`; a single value is a list of one. */
export function itemsOf(value: YamlValue, report: Report, most = mostItems): readonly YamlValue[] {
  if (value.kind !== 'list') return value.kind === 'refused' ? [] : [value];
  if (value.items.length <= most) return value.items;
  report.error('template-value', value.range, t('A list may have at most {0} items.', most));
  return value.items.slice(0, most);
}

/** The texts of a list, or a single one. */
export function readTexts(value: YamlValue, what: Message, report: Report, most = mostItems): YamlText[] {
  return itemsOf(value, report, most).flatMap((item) => readText(item, what, report) ?? []);
}

export function readSwitch(value: YamlValue, report: Report): boolean | undefined {
  if (value.kind === 'text' && value.type === 'boolean') return value.text.toLowerCase() === 'true';
  if (value.kind === 'refused') return undefined;
  const word = value.kind === 'text' ? value.text.toLowerCase() : '';
  const meant = ['yes', 'on'].includes(word) ? 'true' : ['no', 'off'].includes(word) ? 'false' : undefined;
  const fix = meant && replacing(value.range, meant);
  report.error('template-value', value.range, t('Write true or false.'), fix);
  return undefined;
}

/** A day as `YYYY-MM-DD`; other forms that name one day are offered in this form. */
export function readDay(value: YamlValue, report: Report): IsoDate | undefined {
  const text = readText(value, t('a day such as 2026-03-03'), report);
  if (text === undefined) return undefined;
  const day = findDate(text.text);
  if (day?.value === text.text) return day.value;
  const message = t('Write a day such as 2026-03-03 here.');
  report.error('template-value', text.range, message, fixTo(text.range, day?.value));
  return undefined;
}

/** One word of a few. */
export function readWord<Word extends string>(
  value: YamlValue,
  words: readonly Word[],
  report: Report,
): Word | undefined {
  const text = readText(value, t('one of {0}', words.join(', ')), report);
  if (text === undefined) return undefined;
  const word = words.find((each) => each === text.text);
  if (word === undefined) {
    const meant = nearest(text.text, words);
    const remedy =
      meant === undefined ? t('Write one of {0}.', words.join(', ')) : t('Did you mean "{0}"?', meant);
    report.error(
      'template-value',
      text.range,
      beside(t('"{0}" is not a valid value.', text.text), remedy),
      fixTo(text.range, meant),
    );
  }
  return word;
}

/** The entries of a map whose keys are known, by key; unknown ones are reported. */
export function readKeys<Key extends string>(
  map: YamlMap,
  keys: readonly Key[],
  report: Report,
): ReadonlyMap<Key, YamlEntry> {
  const found = new Map<Key, YamlEntry>();
  for (const entry of map.entries) {
    const key = keys.find((each) => each === entry.key.text);
    if (key !== undefined) found.set(key, entry);
    else reportUnknown('template-key', t('Unknown key "{0}".', entry.key.text), entry.key, keys, report);
  }
  return found;
}

/** What others call it who have not read what it is called here, by the key. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  aliases: ['nick', 'nickname', 'nicknames', 'alias', 'aka'],
  checks: ['rules', 'severity', 'severities', 'lint'],
  date: ['day', 'when'],
  every: ['cadence', 'schedule', 'rhythm', 'frequency', 'interval'],
  file: ['filename', 'file-name', 'name-pattern'],
  in: ['where', 'place'],
  label: ['prefix', 'key'],
  login: ['github', 'handle', 'username', 'user', 'account', 'id'],
  name: ['full-name', 'fullname'],
  notes: ['folder', 'folders', 'glob', 'globs', 'path', 'paths', 'dir', 'directory', 'files'],
  owners: ['owner', 'assignee', 'patterns', 'forms'],
  people: ['person', 'participants', 'members', 'attendees', 'roster', 'team', 'names'],
  project: ['name', 'series'],
  recording: ['video', 'youtube', 'stream'],
  references: ['links', 'prefixes', 'urls'],
  repositories: ['repos', 'aliases'],
  repository: ['repo'],
  sections: ['headings'],
  title: ['heading'],
  todo: ['todos', 'actions', 'action-items', 'markers', 'tasks'],
};

function synonymOf(word: string, known: readonly string[]): string | undefined {
  return known.find((each) =>
    Object.hasOwn(synonyms, each) ? synonyms[each]!.includes(word.toLowerCase()) : false,
  );
}

/** Says that a key or a name is not among the known ones, and which one it may have been. */
export function reportUnknown(
  code: 'template-key' | 'template-value',
  unknown: Message,
  key: YamlText,
  known: readonly string[],
  report: Report,
): void {
  const meant = nearest(key.text, known) ?? synonymOf(key.text, known);
  const remedy =
    meant === undefined ? t('Valid keys: {0}.', known.join(', ')) : t('Did you mean "{0}"?', meant);
  report.error(code, key.range, beside(unknown, remedy), fixTo(key.range, meant));
}

export function fixTo(range: Span, text: string | undefined): TemplateFix | undefined {
  return text === undefined ? undefined : replacing(range, text);
}

export function replacing(range: Span, text: string): TemplateFix {
  return { title: t('Change to "{0}"', text), range, text };
}

/** Where a part of a value stands; the whole value, when it does not stand in the file as it is. */
export function partOf({ textFrom, range }: YamlText, part: Span): Span {
  return textFrom === undefined ? range : { from: textFrom + part.from, to: textFrom + part.to };
}
