import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Series } from '../../../server/core/archive/noteSummary.ts';
import { seriesOf } from '../../../server/core/archive/series.ts';
import { summarize } from '../../../server/core/archive/summary.ts';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { schemaOf, sourceOf } from '../../../server/core/workspace/schema.ts';
import { templateStart } from '../../../server/core/workspace/templateStart.ts';
import { Templates } from '../../../server/core/workspace/templates.ts';
import { addDays } from '../../../shared/calendar.ts';

const first = '2026-01-06';
const today = '2026-11-01';
const dayOf = (week: number): string => addDays(first, 7 * week);

const bodies: Readonly<Record<string, string>> = {
  n: '## Minutes\n',
  o: '## Old\n\n## Talk\n',
  b: '## Old\n\n## Minutes\n',
  r: 'Recording: https://youtu.be/abc\n',
};

/** A letter for each note, the oldest first: its sections. */
const seriesWith = (letters: string): Series => {
  const notes = [...letters].map((letter, week) => {
    const date = dayOf(week);
    const title = letter === 't' ? 'Council' : 'Panel';
    const text = `# ${title} ${date}\n\n${bodies[letter] ?? ''}`;
    return summarize(`file:///w/m/${date}.md`, parseNote(text));
  });
  return seriesOf('file:///w/m', notes);
};

const definitionOf = (keys = '', body = '## Minutes\n') =>
  readTemplate(`---\nproject: x\n${keys}---\n# Panel $CURRENT_YEAR\n\n${body}`).definition;

describe('the first day of a template', () => {
  for (const [name, letters, keys, body, expected] of [
    ['is as it says', 'oooo', 'since: 2025-04-30\n', undefined, '2025-04-30'],
    ['is that of the first note in its form', 'ooonnn', '', undefined, dayOf(3)],
    ['stays when a later note has a fault', 'ooonnon', '', undefined, dayOf(3)],
    ['is not that of an old note that looks like it by chance', 'bnooooonn', '', undefined, dayOf(7)],
    ['is none where no note has its form', 'oooo', '', undefined, undefined],
    ['is none where the first note has its form', 'nnn', '', undefined, undefined],
    ['is none where it asks for no section', 'ooo', '', 'Text\n', undefined],
    ['counts another heading of the section', 'xxxooo', '', '## Minutes\n<!-- also: Talk -->\n', dayOf(3)],
    ['asks for no optional section', 'xxxooo', '', '## Talk\n\n## Minutes\n<!-- optional -->\n', dayOf(3)],
    ['is none where one or two of the first notes are in another form', 'oonnn', '', undefined, undefined],
    ['is to come where no note of many has its form', 'oooooooo', '', undefined, 'next'],
    [
      'is to come where all of many lack one section',
      'bbbbbbbb',
      '',
      '## Old\n\n## Minutes\n\n## X\n',
      'next',
    ],
    ['is the latest of its parts', 'ooobbbnnn', '', '## Minutes\n\n## Old\n<!-- optional -->\n', dayOf(3)],
    [
      'is not put off by one note without one of two sections',
      'ooobbobb',
      '',
      '## Minutes\n\n## Old\n',
      dayOf(3),
    ],
    ['goes by the form of the title', 'ooottt', 'title: Council {YYYY-MM-DD}\n', 'Text\n', dayOf(3)],
    ['goes by the recording', 'ooorrr', '', 'Recording: https://youtu.be/${1:id}\n', dayOf(3)],
  ] as const) {
    it(name, () => assert.equal(templateStart(definitionOf(keys, body), seriesWith(letters)), expected));
  }

  it('is none without notes', () => assert.equal(templateStart(definitionOf(), undefined), undefined));
});

describe('schemaOf with a template file', () => {
  const definition = definitionOf(
    `since: ${dayOf(4)}\ntodo: {markers: [AP]}\nchecks: {section-empty: hint}\n`,
  );
  const series = seriesWith('oooonnnn');
  const at = (week: number, of = definition, among: Series | undefined = series) =>
    schemaOf(`file:///w/m/${dayOf(week)}.md`, dayOf(week), among, of, today);
  const headings = (week: number): string[] => at(week).template.sections.map(({ heading }) => heading);

  it('applies it from its first day on', () => {
    for (const week of [4, 5, 9]) assert.deepEqual(headings(week), ['Minutes']);
    assert.equal(schemaOf(undefined, undefined, series, definition, today).definition, definition);
  });

  it('checks earlier notes by those of their time, with the severities of the file', () => {
    assert.deepEqual(headings(2), ['Old', 'Talk']);
    const { conventions, severity, title } = at(2).definition!;
    assert.equal(conventions, usualConventions);
    assert.equal(severity, definition.severity);
    assert.equal(title?.source, 'Panel {YYYY-MM-DD}');
    assert.equal(at(2).definition, at(2).definition);
  });

  it('keeps its conventions for earlier notes where it does not say since when', () => {
    const of = definitionOf('todo: {markers: [AP]}\n');
    assert.deepEqual(
      at(2, of).template.sections.map(({ heading }) => heading),
      ['Old', 'Talk'],
    );
    assert.equal(at(2, of).definition?.conventions, of.conventions);
  });

  it('asks nothing of the few notes before its first day, whatever the later ones have', () => {
    for (const letters of ['o', 'oonnnnnnnn']) {
      const { template, learnedFrom } = at(0, definitionOf(`since: ${dayOf(2)}\n`), seriesWith(letters));
      assert.deepEqual(template.sections, [], letters);
      assert.equal(template.recordingRequired, false);
      assert.deepEqual(learnedFrom?.notes, []);
    }
  });

  it('applies it to notes of today and later where no note is in its form yet', () => {
    const many = seriesWith('oooooooooo');
    const of = definitionOf();
    for (const [date, expected] of [
      [dayOf(5), ['Old', 'Talk']],
      [addDays(today, -1), ['Old', 'Talk']],
      [today, ['Minutes']],
      [addDays(today, 7), ['Minutes']],
      [undefined, ['Minutes']],
    ] as const) {
      const { template, since } = schemaOf('file:///w/m/new.md', date, many, of, today);
      assert.deepEqual(
        template.sections.map(({ heading }) => heading),
        expected,
        date,
      );
      assert.equal(since, undefined);
    }
  });

  it('says what a note is checked by', () => {
    const source = (week: number, of = definition) => sourceOf(at(week, of), 'panel');
    assert.deepEqual(source(4), { kind: 'template', name: 'panel.md', since: dayOf(4) });
    assert.deepEqual(source(2), { kind: 'notes', count: 3 });
    assert.deepEqual(sourceOf(at(4, definitionOf(), seriesWith('nnnnn')), 'panel'), {
      kind: 'template',
      name: 'panel.md',
    });
    const without = (of: Series | undefined) => schemaOf(undefined, undefined, of, undefined, today);
    assert.deepEqual(sourceOf(without(undefined), undefined), { kind: 'built-in' });
    assert.deepEqual(sourceOf(without(series), undefined), { kind: 'notes', count: 8 });
  });
});

describe('since', () => {
  const read = (value: string) => readTemplate(`---\nsince: ${value}\n---\n# Panel\n\n## Minutes\n`);
  it('takes a day', () => {
    for (const value of ['2026-03-03', "'2026-03-03'"]) {
      assert.deepEqual(read(value).problems, []);
      assert.equal(read(value).definition.since, '2026-03-03');
    }
  });
  for (const [value, fix] of [
    ['3 March 2026', '2026-03-03'],
    ['2026/3/3', '2026-03-03'],
    ['2026-02-30', undefined],
    ['spring', undefined],
    ['[2026-03-03]', "'[2026-03-03]'"],
  ] as const) {
    it(`refuses ${value}`, () => {
      const { definition, problems, broken } = read(value);
      assert.equal(definition.since, undefined);
      assert.ok(broken);
      assert.equal(problems[0]?.fix?.text, fix);
    });
  }
});

describe('conventions of a template', () => {
  const templates = new Templates();
  templates.update(
    'file:///w/.office-hours/panel.md',
    "---\nsince: 2026-03-03\nnotes: m/**\nfile: '{DD-MM-YYYY}.md'\ntodo: {markers: [AP]}\n---\n# Panel\n",
  );
  for (const [name, day, applies] of [
    ['03-03-2026.md', '2026-03-03', true],
    ['02-03-2026.md', '2026-03-02', false],
    ['2025-10-01.md', '2025-10-01', false],
    ['2026-10-01.md', '2026-10-01', true],
    ['minutes.md', undefined, true],
  ] as const) {
    it(`${applies ? 'apply' : 'do not apply'} to ${name}`, () => {
      const uri = `file:///w/m/${name}`;
      assert.deepEqual(templates.conventionsOf(uri).markers, applies ? ['AP'] : []);
      assert.equal(templates.dateOf(uri), day);
    });
  }
});
