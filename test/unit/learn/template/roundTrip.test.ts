import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { learnTemplate } from '../../../../server/core/learn/template/learnTemplate.ts';
import { yamlString } from '../../../../server/core/learn/template/yaml.ts';
import type { IsoDate } from '../../../../server/core/note/note.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import type { TemplateDefinition } from '../../../../server/core/template/definition.ts';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { globFolder } from '../../../../server/core/template/patterns/glob.ts';
import { formatPattern, parsePattern } from '../../../../server/core/template/patterns/pattern.ts';
import { renderSeries } from '../../../../server/core/template/render/render.ts';
import { parseRhythm } from '../../../../server/core/template/rhythm/parseRhythm.ts';
import { escapeSnippet } from '../../../../server/core/template/snippet/snippet.ts';

const runs = { numRuns: Number(process.env.OFFICE_HOURS_RUNS ?? 100) };

interface Made {
  readonly heading: string;
  readonly optional: boolean;
  readonly children: readonly Made[];
}

interface Plan {
  readonly project: string;
  readonly file: string;
  readonly title: string;
  readonly every: string;
  readonly recording: string;
  readonly sections: readonly Made[];
}

/** No two alike, some with what YAML, Markdown or snippets would make something of. */
const headings = [
  'Announcements',
  'Highlights since the last meeting',
  "What's new?",
  'Budget: $5 {now}, ${1:later}',
  'Roadmap & "goals"',
  'Old pull requests',
  'Ünïcode – dashes',
  'Promises',
  '`code` \\ slashes',
  '- item # of the agenda',
  'Help wanted!',
  'Any other business --> here',
  '<!-- optional --> as text',
  'true',
];

const section = (heading: string, children: fc.Arbitrary<readonly Made[]>): fc.Arbitrary<Made> =>
  fc
    .record({ heading: fc.constant(heading), optional: fc.boolean(), children })
    // In the notes below, a part of what is left out half the time is there whenever the whole is.
    .map((made) => ({
      ...made,
      children: made.children.map((child) => ({ ...child, optional: child.optional && !made.optional })),
    }));

/** A tree of two levels out of different headings. */
const sections = fc.shuffledSubarray(headings, { minLength: 1, maxLength: 9 }).chain((chosen) => {
  const tops = chosen.filter((_, index) => index % 3 !== 2);
  return fc.tuple(
    ...tops.map((heading, index) => {
      const child = index % 2 === 0 ? chosen[3 * (index / 2) + 2] : undefined;
      const below =
        child === undefined ? fc.constant([]) : section(child, fc.constant([])).map((one) => [one]);
      return section(heading, below);
    }),
  );
});

const plans: fc.Arbitrary<Plan> = fc.record({
  project: fc.constantFrom('lantern', 'Node.js', 'numpy core'),
  file: fc.constantFrom(
    '{YYYYMMDD}_meeting_notes.md',
    '{YYYY-MM-DD}.md',
    '{YYYY}/{YYYY-MM-DD}.md',
    '{YYYY}/{MM}/call-{YYYY-MM-DD}.md',
    'notes {YYYY_MM_DD}.markdown',
    '{D}-{MMMM}-{YYYY}.md',
    '{YYYY}/{MM}/{DD}.md',
  ),
  title: fc.constantFrom(
    '{project} office hours {YYYY-MM-DD}',
    '{YYYY-MM-DD} {project} community meeting',
    '{project} meeting, {dddd Do MMMM YYYY}',
    'Weekly call of {project} on {MMMM D, YYYY}',
    '{project} office hours #{number} {YYYY-MM-DD}',
    '{project} {{TSC}} meeting {D MMM YYYY}',
  ),
  every: fc.constantFrom(
    'Tuesday',
    '2 weeks on Tuesday',
    '3 weeks on Monday',
    'second Monday of the month',
    'last Friday of the month',
    'first Thursday of the month',
    'first and third Wednesday of the month',
  ),
  recording: fc.constantFrom('', 'YouTube Link:', 'Recording:'),
  sections,
});

/** The template file; without what is optional, when `bare`. */
function fileOf({ project, file, title, every, recording, sections }: Plan, bare: boolean): string {
  const print = (level: number, { heading, optional, children }: Made): string[] =>
    bare && optional
      ? []
      : [
          `${'#'.repeat(level)} ${escapeSnippet(heading)}`,
          ...(optional ? ['<!-- optional -->'] : []),
          '',
          ...children.flatMap((child) => print(level + 1, child)),
        ];
  return [
    '---',
    `project: ${project}`,
    'notes: docs/meetings/**',
    `file: ${yamlString(file)}`,
    `title: ${yamlString(title)}`,
    `every: ${every}`,
    '---',
    // The title is made from the pattern.
    ...(recording === '' ? [] : [`${recording} \${1}`, '']),
    ...sections.flatMap((each) => print(2, each)),
  ].join('\n');
}

function daysOf(every: string, count: number): IsoDate[] {
  const rhythm = parseRhythm(every)!;
  const days: IsoDate[] = [];
  for (let day = rhythm.next('2024-12-31'); days.length < count; day = rhythm.next(day)) {
    if (rhythm.fits(day)) days.push(day);
  }
  return days;
}

function readWell(text: string): TemplateDefinition {
  const { definition, problems } = readTemplate(text);
  assert.deepEqual(problems, [], text);
  return definition;
}

/** What of a template must come back. */
function essence({ template, notes, file, title, rhythm, project }: TemplateDefinition) {
  const values = (date: IsoDate) => ({ date, number: 71, ...(project !== undefined && { project }) });
  const write = (pattern: typeof file) =>
    pattern && ['2031-01-09', '2031-12-25'].map((date) => formatPattern(pattern, values(date)));
  // Which word of the titles is the project's name, titles alone do not always tell; they come back as they were.
  return {
    folder: notes.map(globFolder),
    file: write(file),
    title: write(title),
    every: rhythm?.words,
    recording: template.recordingRequired,
    sections: template.sections.map(({ heading, level, required }) => ({ heading, level, required })),
  };
}

function pathOf(file: string, date: IsoDate): string[] {
  const result = parsePattern(file);
  assert.equal(result.kind, 'pattern');
  return result.kind === 'pattern' ? formatPattern(result.pattern, { date }).split('/') : [];
}

describe('a template learned from rendered notes', () => {
  it('is the template they were rendered from', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 12, max: 20 }), (plan, count) => {
        const whole = readWell(fileOf(plan, false));
        const bare = readTemplate(fileOf(plan, true)).definition;
        const days = daysOf(plan.every, count);
        const notes = days.map((date, index) => {
          // The newest note has everything, and every second one before.
          const series = (count - index) % 2 === 1 ? whole : bare;
          const path = pathOf(plan.file, date);
          const { text } = renderSeries(series, { date, number: 40 + index });
          return { folders: path.slice(0, -1), fileName: path.at(-1)!, note: parseNote(text) };
        });
        const learned = learnTemplate(notes, { folder: ['docs', 'meetings'] });
        assert.deepEqual(essence(readWell(learned.text)), essence(whole), learned.text);
      }),
      runs,
    );
  });
});
