/** Which dated files of a folder look like one another, as the notes of an archive do. */

import { namedPart } from '../../../shared/dates/words.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { withoutPeriods } from '../archive/periodFolders.ts';
import { noteDate } from '../archive/summary.ts';
import { serialHeadings, serialWords } from '../note/lexicon/documents.ts';
import { isOfGroup, stemOf, titleKey, wordsOf } from './membership.ts';

type Compared = Pick<NoteSummary, 'uri' | 'fileName' | 'titleText' | 'headings'>;

/** So many files in the same form are no accident. */
export const fewestAlike = 3;
/** Of the files in question, so many have a heading that they have in common. */
const commonShare = 2 / 3;
const fewestCommon = 2;

/** Folders of newsletters, decision records, journals and their kin, which look like one another too. `components`: decoded. */
export function isSerialFolder(components: readonly string[]): boolean {
  return withoutPeriods(components)
    .slice(-2)
    .map(wordsOf)
    .some((words) => words.length > 0 && words.every((word) => serialWords.has(word)));
}

/**
 * How many of the files look like at least two others: their titles are alike but for date and number, or their names are
 * and they have headings in common. Files without a date are left out. Linear.
 */
export function countAlike(files: readonly NoteSummary[]): number {
  const dated = files.filter((file) => noteDate(file) !== undefined && !isSerial(file));
  const byTitle = groupBy(dated, ({ titleText = '' }) => timelessKey(titleKey(titleText)) || undefined);
  const rest = new Set(dated);
  let count = 0;
  for (const group of byTitle) {
    count += group.length;
    for (const file of group) rest.delete(file);
  }
  for (const group of groupBy([...rest], ({ fileName }) =>
    timelessKey(wordsOf(stemOf(fileName)).join(' ')),
  )) {
    const alike = withCommonHeadings(group);
    if (alike >= fewestAlike) count += alike;
  }
  return count;
}

/** `This week in Lantern 41`, `Version 2.1`. */
function isSerial({ titleText = '' }: Compared): boolean {
  const words = wordsOf(titleText);
  if (isOfGroup(words)) return false;
  return words.some((word) => serialWords.has(word)) || (words[0] === 'this' && words[1] === 'week');
}

/** Without months and weekdays: `Team sync - June`. */
function timelessKey(key: string): string {
  return key
    .split(' ')
    .filter((word) => /\p{L}/u.test(word) && namedPart(wordsOf(word)[0] ?? '') === undefined)
    .join(' ');
}

/** The groups of three and more. */
function groupBy<File>(files: readonly File[], keyOf: (file: File) => string | undefined): File[][] {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const key = keyOf(file);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
  }
  return [...groups.values()].filter((group) => group.length >= fewestAlike);
}

/** How many have at least two of the headings that most have. */
function withCommonHeadings(files: readonly Compared[]): number {
  const keys = files.map(
    ({ headings }) => new Set(headings.map(({ text }) => timelessKey(titleKey(text))).filter(isTelling)),
  );
  const counts = new Map<string, number>();
  for (const key of keys.flatMap((each) => [...each])) counts.set(key, (counts.get(key) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= commonShare * files.length).map(([key]) => key);
  return keys.filter((own) => common.filter((key) => own.has(key)).length >= fewestCommon).length;
}

function isTelling(key: string): boolean {
  return key !== '' && !serialHeadings.has(key);
}
