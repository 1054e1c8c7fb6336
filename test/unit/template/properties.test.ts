import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { formatPattern } from '../../../server/core/template/patterns/pattern.ts';
import { renderSeries } from '../../../server/core/template/render/render.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import type { RuleCode, Severity } from '../../../shared/settings.ts';
import { day, templateFile } from './templates.ts';

const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20_260_303);
const numRuns = Number(process.env.OFFICE_HOURS_RUNS ?? 500);

const mustBeRight = ['title-missing', 'title-date-mismatch', 'section-missing', 'section-duplicate'];
const severity = Object.fromEntries(
  Object.keys(defaultSeverities).map((code) => [code, mustBeRight.includes(code) ? 'warning' : 'off']),
) as Record<RuleCode, Severity>;

describe(`any valid template, in ${numRuns} runs with the seed ${seed}`, () => {
  const options = { seed, numRuns };
  const number = fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined });

  /** What the rules that have to be right say of the template's new note. */
  const told = (file: string, date: string, count?: number): string[] | undefined => {
    const { definition, broken } = readTemplate(file);
    if (broken) return undefined;
    const isNumbered = [definition.title, definition.file].some((pattern) =>
      pattern?.parts.some(({ kind }) => kind === 'number'),
    );
    const values = { date, ...(isNumbered && count !== undefined && { number: count }) };
    const { text } = renderSeries(definition, values);
    const name = definition.file ? formatPattern(definition.file, { ...values, project: 'x' }) : `${date}.md`;
    const note = parseNote(text, undefined, definition.conventions);
    const uri = `file:///repository/notes/${name.split('/').map(encodeURIComponent).join('/')}`;
    const problems = findProblems(contextOf(uri, note, undefined, date, definition), severity);
    return problems.map(({ code, message }) => `${code}: ${message} In ${JSON.stringify(text)}, ${name}`);
  };

  for (const file of [
    "---\ntitle: 'notes{YYYY-MM-DD} – {any}'\n---\n",
    "---\ntitle: 'notes{YYYY-MM-DD}TSC # ##'\n---\n",
    "---\ntitle: 'notes{DD.MM.YYYY}notes'\n---\n\n## News\n# ",
    '### ${1:date}\n### ${2:date}\n',
    '### News\n<!-- many -->\n### News\n#### C#\n',
    '# T\n<!-- in order -->\n\n#### Present\n<!-- many -->\n#### Present\n',
    '# T\n<!-- in order -->\n\n#### Present\n\n## News\n\n#### Present\n',
    '## Highlights\n<!-- also: News -->\n## ${1:News}\n',
    '## C#\nDate: ${1:date}\n#### ${1:Topic}\nUnderlined\n---\n#### 2026-03-03\n',
    '<!--\n## in a comment\n-->\n\n## ${1|A,B|}\n\n## A\n',
  ]) {
    it(`such as ${JSON.stringify(file)}`, () => assert.deepEqual(told(file, '2026-03-03', 3), []));
  }

  it('begins a note that its own checks accept, on any day', () => {
    fc.assert(
      fc.property(templateFile, day, number, (file, date, count) => {
        const problems = told(file, date, count);
        fc.pre(problems !== undefined);
        assert.deepEqual(problems, []);
      }),
      options,
    );
  });

  it('keeps its markers to itself', () => {
    fc.assert(
      fc.property(templateFile, day, (file, date) => {
        const { definition, broken } = readTemplate(file);
        fc.pre(!broken);
        const { text, snippet } = renderSeries(definition, { date });
        const note = parseNote(text);
        // In code and in block comments it is text like any other.
        for (const marker of ['<!-- optional -->', '<!-- many -->', '<!-- in order -->']) {
          for (const section of note.sections) assert.ok(!section.heading.includes(marker));
          assert.ok(!text.includes(`\n${marker}\n`), text);
          assert.ok(!snippet.includes(`\n${marker}\n`), snippet);
        }
      }),
      options,
    );
  });
});
