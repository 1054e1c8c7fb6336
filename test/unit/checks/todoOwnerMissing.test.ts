import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, assertFinds, check, seriesOf } from '../../helpers/check.ts';

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
      ['Assign it to @bo', 'Assign it to ann', 'Assign it to Cy'],
    );
    assert.ok(applyFix(text, problem?.fixes[0]).includes('TODO(@bo): write it'));
  });
});
