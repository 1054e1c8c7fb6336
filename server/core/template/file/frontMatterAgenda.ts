/** `agenda` and `oldestPulls`: what of GitHub is on the agenda of a note. */

import { t } from '../../../../shared/l10n.ts';
import type { YamlValue } from './frontMatterTree.ts';
import { readText, readTexts } from './frontMatterValues.ts';
import type { Report } from './report.ts';

/** Each takes a request for each repository. */
const mostLabels = 5;
/** GitHub's own limit, in characters. */
const longestLabel = 50;
const mostPulls = 50;

export function readAgenda(value: YamlValue, report: Report): readonly string[] {
  return readTexts(value, t('a label such as tsc-agenda'), report, mostLabels).flatMap(({ text, range }) => {
    if (text.length <= longestLabel && !/[,\p{Cc}]/u.test(text)) return [text];
    report.error(
      'template-value',
      range,
      t('Write a label of at most {0} characters, without a comma.', longestLabel),
    );
    return [];
  });
}

export function readOldestPulls(value: YamlValue, report: Report): number | undefined {
  const what = t('a number from 1 to {0}', mostPulls);
  const text = readText(value, what, report);
  if (text === undefined) return undefined;
  const count = /^\d{1,3}$/.test(text.text) ? Number(text.text) : 0;
  if (count >= 1 && count <= mostPulls) return count;
  report.error('template-value', text.range, t('Write {0}.', what));
  return undefined;
}
