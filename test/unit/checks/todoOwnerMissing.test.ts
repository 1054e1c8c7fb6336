import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { NoteSummary } from '../../../server/core/archive/noteSummary.ts';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { applyFix, assertFinds, type CheckOptions, check, seriesOf } from '../../helpers/check.ts';
import { seriesFrom } from '../../helpers/series.ts';
import { definedBy, templateOf } from './templated.ts';

const people = [
  { name: 'Grace Hopper', login: 'ghopper', initials: 'GH', aliases: ['amazing'] },
  { name: 'Ada', aliases: [] },
  { name: 'wren-lantern', login: 'wren-lantern', aliases: [] },
];
const rostered = definedBy(templateOf('# T\n'), { conventions: { ...usualConventions, people } });

describe('todo-owner-missing', () => {
  for (const marked of [
    '‹TODO›: write it',
    '* ‹ACTION ITEM›: write it',
    '‹TODO›(owner): write it',
    '## Action items\n\n* ‹write it›\n* seph: mend it\n- [x] done with',
    '## Action items\n\n* ‹write it›\n  on two lines',
    '‹TODO›: seph click some buttons',
  ]) {
    it(`marks ${marked.replaceAll('\n', '⏎')}`, () => {
      assertFinds('todo-owner-missing', marked);
    });
  }
  for (const text of [
    'TODO(seph): write it',
    '> TODO: quoted',
    '`TODO: code`',
    'TODO: ~~struck~~ (done)',
    'TODO: seph click some buttons\n\nseph will do it',
    'Likely TODOs:\n\n* one',
    '## Topic\n\n* not a task',
    '<!-- office-hours-disable-next-line todo-owner-missing -->\nTODO: silenced',
  ]) {
    it(`lets ${text.replaceAll('\n', '⏎')} be`, () =>
      assert.deepEqual(check('todo-owner-missing', text), []));
  }
  it('reports AI: without an owner where the series has it with one', () => {
    const text = 'AI: publish the notes';
    assert.deepEqual(check('todo-owner-missing', text), []);
    assert.deepEqual(
      check('todo-owner-missing', text, { series: seriesFrom({ '2026-08-04': 'Bo: a' }) }),
      [],
    );
    const series = seriesFrom({ '2026-08-04': 'AI: Bo to ask', '2026-08-18': '* AI: @cy to write it' });
    assertFinds('todo-owner-missing', '‹AI›: publish the notes', { series });
  });
  for (const [line, after] of [
    ['* write it by Friday #12', '* Ann: write it by Friday #12'],
    ['* **TODO**: write it', '* **TODO(Ann)**: write it'],
    ['* TODO — write it', '* TODO(Ann) — write it'],
    ['* **ACTION:** write it', '* **ACTION:** Ann: write it'],
    ['* ACTION - write it', '* ACTION - Ann: write it'],
    ['* [ACTION] write it', '* [ACTION] Ann: write it'],
    ['* ACTION []: write it', '* ACTION [Ann]: write it'],
    ['* talk to @bo', '* Ann: talk to @bo'],
    ['* util: write it', '* Ann: util: write it'],
  ] as const) {
    it(`puts a name where it belongs in ${line}, and is content with it`, () => {
      const text = `## Action items\n\n${line}\n`;
      const [problem] = check('todo-owner-missing', text, { series: seriesOf({ people: ['Ann'] }) });
      const fix = problem?.fixes.find(({ title }) => title === 'Assign to Ann');
      const fixed = applyFix(text, fix);
      assert.equal(fixed, `## Action items\n\n${after}\n`);
      assert.deepEqual(check('todo-owner-missing', fixed), []);
    });
  }
  it('knows a name from earlier notes', () => {
    assert.deepEqual(
      check('todo-owner-missing', 'TODO: seph click', { series: seriesOf({ people: ['Seph'] }) }),
      [],
    );
  });
  for (const [line, after] of [
    ['* name: write it', '* Ann: write it'],
    ['* **TBD**: write it', '* **Ann**: write it'],
    ['* @someone to write it', '* Ann to write it'],
    ['* TODO: someone: write it', '* TODO: Ann: write it'],
    ['* ACTION: somebody to write it', '* ACTION: Ann to write it'],
    ['* TODO: Who: write it', '* TODO: Ann: write it'],
    ['* TODO: Also: write it', '* TODO(Ann): Also: write it'],
    ['* TODO: Q: is it written?', '* TODO(Ann): Q: is it written?'],
    ['* How to write it', '* Ann: How to write it'],
    ['* TODO: write it', '* TODO(Ann): write it'],
  ] as const) {
    it(`puts a name where it belongs in ${line}`, () => {
      const text = `## Action items\n\n${line}\n`;
      const [problem] = check('todo-owner-missing', text, { series: seriesOf({ people: ['Ann'] }) });
      assert.equal(applyFix(text, problem?.fixes[0]), `## Action items\n\n${after}\n`);
    });
  }
  it('offers people of the section, of the note, of earlier notes, each once', () => {
    const text = '# T\n\n## A\n\nann: hello\n\n## B\n\n@bo: hello\n\nTODO: write it\n';
    const [problem] = check('todo-owner-missing', text, { series: seriesOf({ people: ['Ann', 'Cy'] }) });
    assert.deepEqual(
      problem?.fixes.map(({ title }) => title),
      ['Assign to @bo', 'Assign to ann', 'Assign to Cy'],
    );
    assert.ok(applyFix(text, problem?.fixes[0]).includes('TODO(@bo): write it'));
  });

  it('reads who was there once for all that is to be done', () => {
    let reads = 0;
    const earlier: NoteSummary = {
      uri: 'file:///notes/a.md',
      fileName: 'a.md',
      headings: [],
      people: [],
      references: [],
      get present() {
        reads++;
        return [{ name: 'Ann Ito', login: 'ann' }];
      },
    };
    const problems = check('todo-owner-missing', 'TODO: write it\n\nTODO: mend it', {
      series: seriesOf({ notes: [earlier], people: ['Ann Ito', 'ann'] }),
    });
    const titles = problems.map(({ fixes }) => fixes.map(({ title }) => title));
    assert.deepEqual(titles, [['Assign to Ann Ito'], ['Assign to Ann Ito']]);
    assert.equal(reads, 1);
  });
});

describe('todo-owner-missing, by a roster', () => {
  it('makes a bare first word an owner', () => {
    assert.deepEqual(check('todo-owner-missing', 'TODO: ada write it', rostered), []);
    assert.equal(check('todo-owner-missing', 'TODO: ada write it').length, 1);
  });
  it('comes first among who may be asked, those of the section before the others, as it writes them', () => {
    const text = '# T\n\n## A\n\nMo: hello\n\n## B\n\nZoe: hello\n\n@ghopper: hello\n\nTODO: write it\n';
    const [problem] = check('todo-owner-missing', text, {
      ...rostered,
      series: seriesOf({ people: ['GH', 'Cy'] }),
    });
    assert.deepEqual(
      problem?.fixes.map(({ title }) => title.replace('Assign to ', '')),
      ['Grace Hopper', 'Ada', '@wren-lantern', 'Zoe', 'Mo', 'Cy'],
    );
  });
});

describe('todo-owner-missing, who may be asked', () => {
  const asked = (text: string, options: CheckOptions = {}) =>
    check('todo-owner-missing', text, options)[0]?.fixes.map(({ title }) => title.replace('Assign to ', ''));

  it('is there once, by name or by login', () => {
    const text = '## Present\n\n* Jo Harb (@jharb)\n\n## A\n\n@jharb: hello\n\nTODO: write it\n';
    assert.deepEqual(asked(text), ['Jo Harb']);
    assert.deepEqual(asked('## Present\n\n* Jo Harb (@jharb)\n\nJo: hello\n\nTODO: write it\n'), ['Jo Harb']);
  });
  it('is nobody of the roster under another name', () => {
    const text = '## Present\n\n* G. Hopper (@ghopper)\n\nTODO: write it\n';
    assert.deepEqual(asked(text, rostered), ['Grace Hopper', 'Ada', '@wren-lantern']);
  });
  it('is no blank of the template', () => {
    const template = templateOf('# T\n\n## Action items\n\n* ${1:initials}: ${2:what}\n');
    const text = '## Action items\n\n* initials: it\n* write it\n* @nobody to help\n* Ann: it\n';
    assert.deepEqual(asked(text, { template }), ['Ann']);
  });
});
