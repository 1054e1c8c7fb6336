/** `todo`: what marks a promise, and how it names who gave it. */

import { type Message, t } from '../../../../shared/l10n.ts';
import type { Conventions, OwnerPattern, Person } from '../../note/conventions.ts';
import type { YamlText, YamlValue } from './frontMatterTree.ts';
import { partOf, readKeys, readTexts } from './frontMatterValues.ts';
import type { Report } from './report.ts';

export const todoKeys = ['markers', 'sections', 'owners'] as const;

const longestMarker = 30;
/** Each is looked for in every list item of every note. */
const mostForms = 50;

export type TodoConventions = Partial<Pick<Conventions, 'markers' | 'actionSections' | 'ownerPatterns'>>;

export function readTodo(value: YamlValue, report: Report): TodoConventions {
  if (value.kind !== 'map') {
    const example = 'todo: {markers: [AP]}';
    if (value.kind === 'nothing') {
      report.warning('template-value', value.range, t('Missing value. Write, for example, "{0}".', example));
    } else if (value.kind !== 'refused') {
      report.error(
        'template-value',
        value.range,
        t('Write {0} below it, such as "{1}".', todoKeys.join(', '), example),
      );
    }
    return {};
  }
  const keys = readKeys(value, todoKeys, report);
  const markers = keys.get('markers');
  const sections = keys.get('sections');
  const owners = keys.get('owners');
  return {
    ...(markers && { markers: readMarkers(markers.value, report) }),
    ...(sections && {
      actionSections: readTexts(sections.value, t('a heading such as Follow-ups'), report, mostForms).map(
        ({ text }) => text,
      ),
    }),
    ...(owners && {
      ownerPatterns: readTexts(
        owners.value,
        t("a pattern such as '{owner} to {task}'"),
        report,
        mostForms,
      ).flatMap((text) => readOwnerPattern(text, report) ?? []),
    }),
  };
}

function readMarkers(value: YamlValue, report: Report): string[] {
  return readTexts(value, t('a word such as AP'), report, mostForms).flatMap((text) => {
    const word = text.text.endsWith(':') ? text.text.slice(0, -1).trim() : text.text;
    if (word.length <= longestMarker && /^\p{L}[\p{L}\p{N} _-]*$/u.test(word)) return [word];
    const message = t(
      '"{0}" is not a valid marker. Write one or two words, such as AP, without brackets.',
      text.text,
    );
    report.error('template-value', text.range, message);
    return [];
  });
}

/** `{owner} to {task}`, `{task} [{owner}]` */
function readOwnerPattern(text: YamlText, report: Report): OwnerPattern | undefined {
  const source = text.text;
  const wrong = (message: Message, from = 0, to = source.length): undefined => {
    report.error('template-pattern', partOf(text, { from, to }), message);
    return undefined;
  };
  const owner = source.indexOf('{owner}');
  const task = source.indexOf('{task}');
  if (owner < 0) return wrong(t('The pattern must contain {owner}, for example {owner} to {task}.'));
  if (task < 0) return wrong(t('The pattern must contain {task}, for example {owner} to {task}.'));
  const ownerEnd = owner + '{owner}'.length;
  const taskEnd = task + '{task}'.length;
  for (const [word, end] of [
    ['{owner}', ownerEnd],
    ['{task}', taskEnd],
  ] as const) {
    const again = source.indexOf(word, end);
    if (again >= 0) return wrong(t('Duplicate {0}.', word), again, again + word.length);
  }
  const ownerFirst = owner < task;
  const between = ownerFirst ? source.slice(ownerEnd, task) : source.slice(taskEnd, owner);
  if (between === '') return wrong(t('Put text between {owner} and {task}, such as "to" or ":".'));
  if (ownerFirst) {
    if (taskEnd < source.length) return wrong(t('Remove the text after {task}.'), taskEnd);
    return { before: source.slice(0, owner), after: between, ownerFirst };
  }
  if (task > 0)
    return wrong(t('When {task} comes before {owner}, the pattern must begin with {task}.'), 0, task);
  return { before: between, after: source.slice(ownerEnd), ownerFirst };
}

/** `AI:` is a marker in many communities, but not if a person has these initials: then it is what that person says. */
export function reportSpeakers(value: YamlValue, people: readonly Person[], report: Report): void {
  const speaker = people.find(({ initials }) => initials === 'AI');
  const markers =
    value.kind === 'map' ? value.entries.find(({ key }) => key.text === 'markers')?.value : undefined;
  if (speaker === undefined || markers === undefined) return;
  for (const item of markers.kind === 'list' ? markers.items : [markers]) {
    if (item.kind !== 'text' || !['AI', 'AI:'].includes(item.text.trim())) continue;
    const message = t(
      '"AI" is also the initials of {0}, so "AI:" is read as what {0} says. Use another marker, or remove these initials.',
      speaker.name,
    );
    report.warning('template-value', item.range, message);
  }
}
