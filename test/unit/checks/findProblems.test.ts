import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { effectiveSeverity } from '../../../server/core/checks/severity.ts';
import { safeEdits } from '../../../server/core/features/codeActions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { renderSeries, renderTemplate } from '../../../server/core/template/render/render.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import { inEnglish } from '../../../shared/l10n.ts';
import { applyFix } from '../../helpers/check.ts';

const day = '2026-06-16';
const dayAfter = '2026-06-17';

/** Templates of the examples, and others with an action item of their own in every form. */
const sources: Record<string, string> = Object.fromEntries(
  readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.office-hours\/[^/]+\.md$/.test(path))
    .map((path) => [path, readFileSync(`examples/${path}`, 'utf8')]),
);
Object.assign(sources, {
  'an item without a tab stop': '# ${1:project} call ${2:date}\n\n* TODO: send the notes\n',
  'an item with the date':
    '# Call ${1:date}\n\n* TODO: publish by $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE\n',
  initials: '# Call ${1:date}\n\n## Action items\n\n* ${2:initials}: ${3:what}\n* [ ] ${4:task} (${5:who})\n',
  'an unfilled number': '# Call ${1:date}\n\n* ${2:what} (PRxxxx)\n* PR #NNNN\n',
  headings: '# Call ${1:date}\n\n## ${2:Topic}\n\n### ${3:Question}\n\n## ${4:Topic}\n\n## Open\n',
  'rules that are off by default':
    '---\nchecks: {section-empty: warning, owner-unknown: warning}\n---\n# Call ${1:date}\n\n## Empty\n\n## Tasks\n\n* TODO(${2:somebody}): ${3:it}\n',
});

function problemsOf(source: string | undefined, today: string, edit = (text: string) => text) {
  const definition = source === undefined ? undefined : readTemplate(source).definition;
  const options = { date: day };
  const { text } = definition ? renderSeries(definition, options) : renderTemplate(builtinTemplate, options);
  const note = parseNote(edit(text), undefined, definition?.conventions);
  const uri = 'file:///notes/2026-06-16.md';
  const context = contextOf(uri, note, undefined, today, definition);
  return { note, problems: findProblems(context, effectiveSeverity({}, definition)) };
}

describe('a new note', () => {
  for (const [name, source] of [['the built-in template', undefined], ...Object.entries(sources)] as const) {
    it(`of ${name} has no problem until its day is over, and its placeholders are problems then`, () => {
      for (const today of ['2026-06-01', day])
        assert.deepEqual(problemsOf(source, today).problems, [], today);
      const { note, problems } = problemsOf(source, dayAfter);
      assert.notDeepEqual(problems, []);
      const places = problems
        .filter(({ code }) => code === 'placeholder-left' || code.includes('owner'))
        .map(({ range }) => `${range.from} ${range.to}`);
      assert.deepEqual(places, [...new Set(places)], note.text);
    });
  }

  it('is reported for what its writer leaves out', () => {
    const found = (edit: (text: string) => string) =>
      problemsOf(undefined, day, edit).problems.map(({ code, message }) => `${code}: ${inEnglish(message)}`);
    assert.deepEqual(
      found((text) => text.replace('what is to be done', 'write it')),
      ['todo-owner-missing: Action item has no owner: "write it"'],
    );
    assert.deepEqual(
      found((text) => text.replace('what changed', 'it is faster')),
      [],
    );
    assert.deepEqual(
      found((text) => text.replace(/## Highlights.*\n/, '')).map((each) => each.split(':')[0]),
      ['section-missing'],
    );
    assert.deepEqual(
      found((text) => `${text}\n* TODO: something else\n`),
      ['todo-owner-missing: Action item has no owner: "something else"'],
    );
    assert.deepEqual(
      found((text) => text.replace('2026-06-16', '2025-06-16')).map((each) => each.split(':')[0]),
      ['title-date-mismatch'],
    );
  });
});

describe('the placeholders of an old note', () => {
  const codes = (edit: (text: string) => string, source?: string) => {
    const { note, problems } = problemsOf(source, dayAfter, edit);
    return problems.map(({ code, range }) => `${code} ${note.text.slice(range.from, range.to)}`);
  };
  it('are reported once at each place', () => {
    assert.deepEqual(
      codes((text) => text).filter((each) => each.includes('owner') || each.includes('done')),
      ['placeholder-left owner', 'placeholder-left what is to be done'],
    );
    assert.deepEqual(
      codes((text) => text.replace('what is to be done', 'write it')).filter((each) =>
        each.includes('owner'),
      ),
      ['todo-owner-missing TODO'],
    );
  });
  it('are neither people nor sections', () => {
    assert.deepEqual(
      codes((text) => text, sources['rules that are off by default']).filter((each) => !each.includes('it')),
      ['section-empty ## Empty', 'placeholder-left somebody'],
    );
    assert.deepEqual(
      codes((text) => text, sources.headings),
      ['placeholder-left Topic', 'placeholder-left Question', 'placeholder-left Topic'],
    );
  });
});

describe('all safe fixes', () => {
  for (const [name, source] of Object.entries(sources)) {
    it(`insert no placeholder, by ${name}`, () => {
      const before = problemsOf(source, dayAfter, () => '# Call 2026-06-16\n');
      const edits = safeEdits(before.problems);
      const fixed = applyFix(before.note.text, { edits });
      const { problems } = problemsOf(source, dayAfter, () => fixed);
      assert.deepEqual(
        problems.filter(({ code }) => code === 'placeholder-left'),
        [],
        fixed,
      );
    });
  }
});
