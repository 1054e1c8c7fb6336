import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { type CheckOptions, check, seriesOf } from '../../helpers/check.ts';
import { definedBy, templateOf } from './templated.ts';

const people = [
  { name: 'Grace Hopper', login: 'ghopper', initials: 'GH', aliases: ['amazing'] },
  { name: 'Ada', aliases: [] },
  { name: 'wren-lantern', login: 'wren-lantern', aliases: [] },
];
const rostered = definedBy(templateOf('# T\n'), { conventions: { ...usualConventions, people } });

describe('a roster', () => {
  for (const name of [
    'Grace Hopper',
    'Grace',
    'ghopper',
    '@ghopper',
    'GH',
    'amazing',
    'Ada',
    '@wren-lantern',
  ]) {
    it(`knows ${name}`, () =>
      assert.deepEqual(check('owner-unknown', `TODO(${name}): write it`, rostered), []));
  }
  it('does not know others, and offers the nearest of its names', () => {
    const titles = (text: string) =>
      check('owner-unknown', text, rostered)[0]?.fixes.map(({ title }) => title);
    assert.deepEqual(titles('TODO(Grade): write it'), ['Change it to Grace']);
    assert.deepEqual(titles('TODO(@ghoper): write it'), ['Change it to @ghopper']);
    assert.deepEqual(titles('TODO(GI): write it'), []);
  });
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
      problem?.fixes.map(({ title }) => title.replace('Assign it to ', '')),
      ['Grace Hopper', 'Ada', '@wren-lantern', 'Zoe', 'Mo', 'Cy'],
    );
  });
});

describe('who may be asked', () => {
  const asked = (text: string, options: CheckOptions = {}) =>
    check('todo-owner-missing', text, options)[0]?.fixes.map(({ title }) =>
      title.replace('Assign it to ', ''),
    );

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

describe('placeholder-left, by any template', () => {
  const template = templateOf(
    '---\ntags: ${1:tags of the meeting}\n---\n# T\n\n${2|Decided,Open|}: ${3:what}\n\n- $4 asks: ${5:question}\n',
  );
  for (const [text, found] of [
    ['---\ntags: tags of the meeting\n---\n# T\n', ['tags of the meeting']],
    ['# T\n\nDecided: what\n\nOpen: it works\n', ['what']],
    ['# T\n\n- Ada asks: question\n', ['question']],
    ['```\nDecided: what\n```\n', []],
    ['# T\n\nwhat\n', []],
  ] as const) {
    it(`finds ${found.length} in ${text.replaceAll('\n', '⏎')}`, () => {
      const problems = check('placeholder-left', text, definedBy(template));
      assert.deepEqual(
        problems.map(({ range }) => text.slice(range.from, range.to)),
        found,
      );
    });
  }
});
