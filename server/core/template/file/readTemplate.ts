/** A template file as a whole: its front matter, its body, and all that is wrong with them. */

import { type Message, t } from '../../../../shared/l10n.ts';
import { lineAt } from '../../note/lines.ts';
import type { ReadTemplate } from '../definition.ts';
import { recordingLabelInSection } from '../snippet/lines.ts';
import { type Body, readBody } from './body.ts';
import { reportPeople } from './bodyPeople.ts';
import { reportBody } from './bodyProblems.ts';
import { reportSnippet } from './bodySnippet.ts';
import { findFrontMatter } from './frontMatter.ts';
import { type FrontMatterDefinition, readFrontMatter } from './frontMatterDefinition.ts';
import { templateKeys } from './frontMatterKeys.ts';
import { readTree } from './frontMatterTree.ts';
import { templateOf } from './parseTemplate.ts';
import { Report } from './report.ts';

/** Longer files are no templates; what is beyond is not read. */
const longestTemplate = 50_000;

/**
 * Reads the text of a template file, with any line ends. What cannot be understood is reported and as if it were not
 * there. Without front matter the whole file is the body, and so it is where the front matter has no end. Never throws.
 */
export function readTemplate(text: string): ReadTemplate {
  const report = new Report(text);
  const { yaml, unclosed, bodyFrom } = findFrontMatter(text);
  if (unclosed !== undefined) {
    report.error(
      'template-syntax',
      unclosed,
      t('The front matter is not closed. Add a line "---"; until then, the whole file is read as the body.'),
    );
  }
  const map = yaml && readTree(yaml, report);
  const { recordingRequired, ...definition } = readFrontMatter(map, report);
  if (text.length > longestTemplate) {
    const end = { from: longestTemplate, to: longestTemplate };
    report.error(
      'template-syntax',
      end,
      t('A template has at most {0} characters; the rest is ignored.', longestTemplate),
    );
  }
  const source = text.slice(bodyFrom, longestTemplate);
  const body = bearableBody(readBody(source), bodyFrom, report);
  reportBody(body, bodyFrom, report);
  reportSnippet(source, bodyFrom, report);
  if (yaml === undefined && unclosed === undefined) reportStrayKeys(text, bodyFrom, report);
  reportPeople(body, bodyFrom, definition.conventions, report);
  if (body.text.trim() === '') reportEmpty(text, bodyFrom, report);
  const recordingLabel = recordingRequired === false ? undefined : recordingLabelInSection(body.lines);
  const conventions = { ...(recordingLabel !== undefined && { recordingLabel }), ...definition.conventions };
  const template = templateOf(body, {
    required: () => true,
    answers: answersOf(definition),
    ...(recordingLabel !== undefined && { recordingRequired: true }),
    ...(recordingRequired !== undefined && { recordingRequired }),
  });
  return {
    definition: { template, ...definition, conventions },
    problems: report.problems(),
    broken: report.broken,
  };
}

/** Front matter that is none: without its first `---`, or with something above it. */
function reportStrayKeys(text: string, bodyFrom: number, report: Report): void {
  const at = bodyFrom + (text.slice(bodyFrom).length - text.slice(bodyFrom).trimStart().length);
  const line = lineAt(text, at);
  const written = text.slice(line.from, line.to).trimEnd();
  const isKey = templateKeys.some((key) => written.startsWith(`${key}:`));
  if (!isKey && !(written === '---' && at > bodyFrom)) return;
  const message = t(
    'This text will be in every new note. Front matter begins with "---" on the first line of the file and ends with a second "---".',
  );
  report.warning('template-syntax', { from: line.from, to: line.from + written.length }, message);
}

/** All are looked for in a note with every key. */
const mostHeadings = 200;
const mostMarkers = 300;

/** A body without the headings and markers that no writer has. `from`: the offset of the body in the file. */
function bearableBody(body: Body, from: number, report: Report): Body {
  const { headings } = body;
  const tooMany = (at: number, message: Message): void =>
    report.error('template-heading', { from: from + at, to: from + at }, message);
  const first = headings[mostHeadings];
  if (first !== undefined)
    tooMany(
      first.range.from,
      t('A template has at most {0} headings; the others are ignored.', mostHeadings),
    );
  let left = mostMarkers;
  const kept = headings.slice(0, mostHeadings).map((heading) => {
    const markers = heading.markers.slice(0, left);
    if (markers.length < heading.markers.length && left > 0)
      tooMany(
        heading.range.from,
        t('A template has at most {0} options in comments; the others are ignored.', mostMarkers),
      );
    left -= markers.length;
    return { ...heading, markers };
  });
  return { ...body, headings: kept };
}

/** The people and repositories of the series: a stop that has one of them for its default was meant to. */
function answersOf({ conventions, repository, project }: FrontMatterDefinition): ReadonlySet<string> {
  const { people, repositories } = conventions;
  const names = people.flatMap(({ name, login, initials, aliases }) => {
    const [first] = name.split(' ');
    return [name, first, login, login && `@${login}`, initials, ...aliases];
  });
  const named = [...repositories.values(), ...(repository ? [repository] : [])];
  const full = named.map((each) => `${each.owner}/${each.name}`);
  const all = [...names, ...full, ...repositories.keys(), project];
  return new Set(all.flatMap((each) => (each ? [each.toLowerCase()] : [])));
}

function reportEmpty(text: string, bodyFrom: number, report: Report): void {
  const needs = t(
    'a title and a heading for each section, such as "# Meeting of $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"',
  );
  const place = { from: Math.min(bodyFrom, text.length), to: text.length };
  if (text.replace('\uFEFF', '').trim() === '') {
    report.error('template-syntax', place, t('The template is empty. It needs {0}.', needs));
  } else {
    report.warning(
      'template-heading',
      { from: place.from, to: place.from },
      t('A new note would be empty. Write {0}.', needs),
    );
  }
}
