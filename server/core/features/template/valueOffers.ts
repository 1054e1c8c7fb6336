/** The values to offer in front matter. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import { weekdayNames } from '../../../../shared/calendar.ts';
import { formatDay, parseDateFormat } from '../../../../shared/dates/format.ts';
import { type Message, t } from '../../../../shared/l10n.ts';
import { withoutPeriods } from '../../archive/periodFolders.ts';
import { inQuotes } from '../../template/file/frontMatterErrors.ts';
import { formatPattern, parsePattern } from '../../template/patterns/pattern.ts';
import { type Meeting, nextMeetings, type TemplateInputs } from './inputs.ts';
import { infosBelow } from './keyOffers.ts';
import type { Offer, Offers } from './offers.ts';
import type { YamlPlace } from './yamlPlace.ts';

const filePatterns = [
  '{YYYYMMDD}_meeting_notes.md',
  '{YYYY-MM-DD}.md',
  '{YYYY}/{YYYY-MM-DD}.md',
  '{YYYY-MM-DD}-{project}.md',
  'meeting-{number}.md',
];
const titlePatterns = [
  '{project} office hours {YYYY-MM-DD}',
  '{project} meeting {YYYY-MM-DD}',
  '{project} meeting {number}',
  'Meeting of {dddd Do MMMM YYYY}',
];
const dateFormats = [
  'YYYY-MM-DD',
  'dddd Do MMMM YYYY',
  'D MMMM YYYY',
  'MMMM D, YYYY',
  'DD.MM.YYYY',
  'MM/DD/YYYY',
];
const partsOfPatterns = [
  '{YYYY-MM-DD}',
  '{YYYYMMDD}',
  '{YYYY}',
  '{MM}',
  '{DD}',
  '{dddd Do MMMM YYYY}',
  '{project}',
  '{number}',
  '{any}',
];
const ownerForms = [
  '{owner} to {task}',
  '{owner}: {task}',
  '{task} [{owner}]',
  '{task} ({owner})',
  '{task} -- {owner}',
];
const mostFolders = 50;
const mostDays = 10;

/** A value, and what it gives. */
type Value = readonly [text: string, detail?: string | Message];

/** Undefined where any text may stand. */
export function valueOffers(
  text: string,
  place: YamlPlace,
  inputs: TemplateInputs,
  offset: number,
): Offers | undefined {
  const [meeting] = nextMeetings(inputs, 1);
  const path = place.path.join('/');
  if (path === 'file' || path === 'title') {
    const part = openBrace(text, place, offset);
    if (part !== undefined) {
      const offers = partsOfPatterns.map((each) => offer([each, shown(each, meeting!, inputs)], undefined));
      return { range: part, offers };
    }
  }
  if (path === 'people' && place.item) return people(text, place, inputs);
  const values = valuesFor(path, meeting!, inputs);
  return values === undefined ? undefined : listed(text, place, values);
}

function valuesFor(path: string, meeting: Meeting, inputs: TemplateInputs): readonly Value[] | undefined {
  switch (path) {
    case 'file':
      return filePatterns.map((each) => [each, shown(each, meeting, inputs)]);
    case 'title':
      return titlePatterns.map((each) => [each, shown(each, meeting, inputs)]);
    case 'date/format':
      return dateFormats.map((each) => [each, formatDay(parseDateFormat(each)!, meeting.date)]);
    case 'every':
      return weekdayNames.flatMap(rhythmsOn);
    case 'notes':
      return foldersOf(inputs.files ?? inputs.listed ?? []).map((folder) => [
        `${folder}/**`,
        t('notes in this folder and its subfolders'),
      ]);
    case 'since':
      return daysOf(meeting, inputs);
    case 'todo/owners':
      return ownerForms.map((each) => [each]);
    case 'people/name':
      return (inputs.names ?? []).map((each) => [each]);
    default: {
      const keys = path.split('/');
      const info = infosBelow(keys.slice(0, -1))?.find(({ name }) => name === keys.at(-1));
      return info?.values?.map((each) => [each]);
    }
  }
}

function rhythmsOn(day: string): Value[] {
  return [
    [day, t('every week')],
    [`2 weeks on ${day}`],
    [`3 weeks on ${day}`],
    [`first ${day} of the month`],
    [`second ${day} of the month`],
    [`first and third ${day} of the month`],
    [`last ${day} of the month`],
  ];
}

/** That of the next meeting, and those of the latest notes. */
function daysOf({ date, reason }: Meeting, { dates = [] }: TemplateInputs): Value[] {
  const days = [...new Set(dates)].filter((day) => day !== date).sort();
  return [
    [date, reason],
    ...days
      .slice(-mostDays)
      .reverse()
      .map((day): Value => [day, t('day of a note')]),
  ];
}

/** The folders that hold Markdown files, the fullest first; those of years and months are in one that stays. */
function foldersOf(files: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const components of files) {
    const folders = components.slice(0, -1);
    const lasting = withoutPeriods(folders);
    const folder = (lasting.length > 0 ? lasting : folders).join('/');
    if (folder !== '') counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return sorted.slice(0, mostFolders).map(([folder]) => folder);
}

function shown(source: string, { date }: Meeting, { read, number }: TemplateInputs): string {
  const { project } = read.definition;
  const result = parsePattern(source);
  const values = { date, ...(project !== undefined && { project }), ...(number !== undefined && { number }) };
  return result.kind === 'pattern' ? formatPattern(result.pattern, values) : '';
}

/** From the `{` that the cursor is behind to the cursor, and the `}` right behind it. */
function openBrace(
  text: string,
  { range, quote }: YamlPlace,
  offset: number,
): { from: number; to: number } | undefined {
  const open = text.slice(range.from, offset).lastIndexOf('{');
  if (quote === undefined || open < 0 || text.slice(range.from + open, offset).includes('}'))
    return undefined;
  let to = offset;
  while (to < range.to && /[A-Za-z-]/.test(text[to]!)) to++;
  return { from: range.from + open, to: text[to] === '}' ? to + 1 : to };
}

function listed(text: string, { range, quote }: YamlPlace, values: readonly Value[]): Offers {
  const glued = text[range.from - 1] === ':' ? ' ' : '';
  return { range, offers: values.map((value) => offer(value, quote, glued)) };
}

/** The value as it has to stand between these quotes, or in quotes of its own where YAML asks for them. */
function offer([value, detail]: Value, quote: string | undefined, glued = ''): Offer {
  const isPart = value.startsWith('{') && value.indexOf('}') === value.length - 1;
  const quoted = quote === undefined && !isPart && /^[{*@&!]|: /.test(value) ? inQuotes(value) : value;
  const newText = quote === "'" ? value.replaceAll("'", "''") : quoted;
  return {
    label: value,
    kind: CompletionItemKind.Value,
    newText: glued + newText,
    ...(detail !== undefined && { detail }),
  };
}

/** Names in the notes that are not in `people`, and the keys of a person given as an object. */
function people(text: string, place: YamlPlace, { names = [], read }: TemplateInputs): Offers {
  const known = new Set(
    read.definition.conventions.people.flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const { range, offers } = listed(
    text,
    place,
    names.filter((name) => !known.has(name)).map((name) => [name]),
  );
  const keys = (place.quote === undefined && !place.flow ? (infosBelow(['people']) ?? []) : []).map(
    ({ name, example }): Offer => ({
      label: name,
      detail: example,
      kind: CompletionItemKind.Property,
      newText: `${name}: `,
    }),
  );
  return { range, offers: [...offers, ...keys] };
}
