/** The front matter of a template file, key by key. */

import { t } from '../../../../shared/l10n.ts';
import { type RuleCode, ruleCodes, type Severity, severities } from '../../../../shared/settings.ts';
import { type Conventions, usualConventions } from '../../note/conventions.ts';
import type { TemplateDefinition } from '../definition.ts';
import type { Pattern } from '../patterns/pattern.ts';
import { readAgenda, readOldestPulls } from './frontMatterAgenda.ts';
import { templateKeys } from './frontMatterKeys.ts';
import { readDate, readEvery, readGlobs } from './frontMatterNames.ts';
import {
  readFilePattern,
  readTitlePattern,
  reportRepeatedFolder,
  reportUnfitProject,
} from './frontMatterPatterns.ts';
import { readPeople } from './frontMatterPeople.ts';
import { readPrefixes, readRepositories, readRepository } from './frontMatterReferences.ts';
import { readTodo, reportSpeakers } from './frontMatterTodo.ts';
import type { YamlMap, YamlValue } from './frontMatterTree.ts';
import {
  fixTo,
  readDay,
  readKeys,
  readSwitch,
  readText,
  readWord,
  reportUnknown,
} from './frontMatterValues.ts';
import type { Report } from './report.ts';

export interface FrontMatterDefinition extends Omit<TemplateDefinition, 'template'> {
  /** What `recording` says; absent: the body decides. */
  readonly recordingRequired?: boolean;
}

/** Reads what is there; `map` is absent without front matter. */
export function readFrontMatter(map: YamlMap | undefined, report: Report): FrontMatterDefinition {
  const entries = map && readKeys(map, templateKeys, report);
  const read = <Result>(
    key: (typeof templateKeys)[number],
    reader: (value: YamlValue, report: Report) => Result,
  ): Result | undefined => {
    const entry = entries?.get(key);
    return entry && reader(entry.value, report);
  };
  const project = read('project', (value) => readText(value, t('the name of the project'), report)?.text);
  const file = read('file', readFilePattern);
  const fileEntry = entries?.get('file');
  if (fileEntry && file && project !== undefined) reportUnfitProject(fileEntry.value, file, project, report);
  const notes = read('notes', readGlobs) ?? [];
  if (fileEntry && file) reportRepeatedFolder(fileEntry.value, file, notes, report);
  const since = read('since', readDay);
  const title = read('title', readTitlePattern);
  const rhythm = read('every', readEvery);
  const repository = read('repository', readRepository);
  const recording = read('recording', readRecording);
  const date = read('date', readDate);
  const agenda = read('agenda', readAgenda) ?? [];
  const oldestPulls = read('oldestPulls', readOldestPulls);
  const numberedBy = title && wordBeforeNumber(title);
  const people = read('people', readPeople) ?? [];
  const todo = entries?.get('todo');
  if (todo) reportSpeakers(todo.value, people, report);
  const conventions: Conventions = {
    ...usualConventions,
    people,
    ...read('todo', readTodo),
    repositories: read('repositories', readRepositories) ?? usualConventions.repositories,
    prefixes: read('references', readPrefixes) ?? [],
    repositoryFromHeading: read('repositoryFromHeading', readSwitch) ?? false,
    ...(date && { date }),
    ...(recording?.label !== undefined && { recordingLabel: recording.label }),
    ...(numberedBy !== undefined && { numberedBy }),
  };
  return {
    notes,
    severity: read('checks', readChecks) ?? {},
    conventions,
    ...(project !== undefined && { project }),
    ...(since !== undefined && { since }),
    ...(file && { file }),
    ...(title && { title }),
    ...(rhythm && { rhythm }),
    ...(repository && { repository }),
    ...(agenda.length > 0 && { agenda }),
    ...(oldestPulls !== undefined && { oldestPulls }),
    ...(recording && { recordingRequired: recording.required }),
  };
}

/** Rule → severity. `false`, as other tools have it, is no severity here. */
function readChecks(value: YamlValue, report: Report): Partial<Record<RuleCode, Severity>> {
  const found: Partial<Record<RuleCode, Severity>> = {};
  if (value.kind !== 'map') {
    if (value.kind === 'nothing') {
      report.warning(
        'template-value',
        value.range,
        t('Missing value. Write lines such as "section-empty: hint".'),
      );
    } else if (value.kind !== 'refused') {
      report.error('template-value', value.range, t('Write lines such as "section-empty: hint", indented.'));
    }
    return found;
  }
  for (const { key, value: level } of value.entries) {
    const rule = ruleCodes.find((code) => code === key.text);
    if (rule === undefined) {
      reportUnknown('template-key', t('Unknown rule "{0}".', key.text), key, ruleCodes, report);
      continue;
    }
    if (level.kind === 'text' && level.type === 'boolean') {
      const off = level.text.toLowerCase() === 'false';
      const message = t('Write one of {0}.', severities.join(', '));
      report.error('template-value', level.range, message, fixTo(level.range, off ? 'off' : undefined));
      continue;
    }
    const severity = readWord(level, severities, report);
    if (severity !== undefined) found[rule] = severity;
  }
  return found;
}

const switches = new Set(['yes', 'no', 'on', 'off']);

interface RecordingChoice {
  readonly required: boolean;
  readonly label?: string;
}

function readRecording(value: YamlValue, report: Report): RecordingChoice | undefined {
  if (value.kind === 'text' && value.type === 'boolean')
    return { required: value.text.toLowerCase() === 'true' };
  const what = t('true, false, or the label of the recording line, such as "Stream:"');
  // YAML took these for true and false once, and many still write them.
  if (value.kind === 'text' && switches.has(value.text.toLowerCase())) {
    readSwitch(value, report);
    return undefined;
  }
  const label = readText(value, what, report);
  if (label === undefined) return undefined;
  if (/^[\p{L}\p{N}]/u.test(label.text) && !/[{}$]|:\/\//.test(label.text))
    return { required: true, label: label.text };
  report.error('template-value', label.range, t('Write {0}, without the link.', what));
  return undefined;
}

/** `#` of `TSC meeting #{number}`; undefined when nothing stands before the number, or there is none. */
function wordBeforeNumber({ parts }: Pattern): string | undefined {
  const before = parts[parts.findIndex(({ kind }) => kind === 'number') - 1];
  const word = before?.kind === 'literal' ? before.text.trimEnd().split(' ').at(-1) : undefined;
  return word === '' ? undefined : word;
}
