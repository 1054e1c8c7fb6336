import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isTemplateUri, Templates } from '../../../server/core/workspace/templates.ts';
import { growsLinearly } from '../../helpers/growth.ts';

const file = (name: string, root = 'file:///w'): string => `${root}/.office-hours/${name}.md`;

const template = (...frontMatter: string[]): string =>
  ['---', ...frontMatter, '---', '# ${1:title}', '', '## Updates', ''].join('\n');

function templatesOf(files: Readonly<Record<string, string>>): Templates {
  const templates = new Templates();
  for (const [uri, text] of Object.entries(files)) templates.update(uri, text);
  return templates;
}

describe('isTemplateUri', () => {
  for (const [uri, expected] of [
    ['file:///w/.office-hours/tsc.md', true],
    ['file:///w/sub/.office-hours/tsc.markdown', true],
    ['file:///w/.office-hours/tsc.yml', false],
    ['file:///w/.office-hours/old/tsc.md', false],
    ['file:///w/office-hours/tsc.md', false],
    ['untitled:/w/.office-hours/tsc.md', true],
  ] as const) {
    it(`${expected ? 'takes' : 'leaves'} ${uri}`, () => assert.equal(isTemplateUri(uri), expected));
  }
});

describe('the conventions of a note', () => {
  it('name the user’s Enterprise server, as the same object each time, with a template and without', () => {
    const templates = new Templates('ghe.example.com');
    const [plain, note] = ['file:///elsewhere/a.md', 'file:///w/a.md'];
    templates.update(file('tsc'), template('people:', '  - name: Ada'));
    for (const uri of [plain, note]) {
      assert.equal(templates.conventionsOf(uri).enterpriseHost, 'ghe.example.com');
      assert.equal(templates.conventionsOf(uri), templates.conventionsOf(uri));
    }
    assert.deepEqual(
      templates.conventionsOf(note).people.map(({ name }) => name),
      ['Ada'],
    );
    assert.equal(templatesOf({}).conventionsOf(plain).enterpriseHost, undefined);
  });
});

describe('the template of a note', () => {
  const templates = templatesOf({
    [file('tsc')]: template('notes: meetings/tsc/**'),
    [file('cpc')]: template('notes: [meetings/cpc/*.md, old/cpc-*.md]'),
    [file('rest')]: template('project: lantern'),
    [file('inner', 'file:///w/sub')]: template('notes: "*.md"'),
  });
  for (const [uri, expected] of [
    ['file:///w/meetings/tsc/2026-03-03.md', 'tsc'],
    ['file:///w/meetings/tsc/2026/03-03.md', 'tsc'],
    ['file:///w/meetings/cpc/2026-03-03.md', 'cpc'],
    ['file:///w/old/cpc-2026-03-03.md', 'cpc'],
    ['file:///w/meetings/cpc/2026/03-03.md', 'rest'],
    ['file:///w/docs/anything.md', 'rest'],
    ['file:///w/sub/2026-03-03.md', 'inner'],
    ['file:///w/sub/deeper/2026-03-03.md', 'rest'],
    ['file:///w/meetings/TSC/2026-03-03.md', 'rest'],
    ['file:///elsewhere/2026-03-03.md', undefined],
    ['untitled:Untitled-1', undefined],
  ] as const) {
    it(`${uri} goes by ${expected ?? 'none'}`, () => assert.equal(templates.of(uri)?.name, expected));
  }

  it('of an untitled document is the only one there is', () => {
    assert.equal(
      templatesOf({ [file('tsc')]: template('notes: x/**') }).of('untitled:Untitled-1')?.name,
      'tsc',
    );
  });

  it('finds whatever spelling the URI has', () => {
    const spaced = templatesOf({ 'file:///w%20x/.office-hours/a.md': template('notes: n/**') });
    assert.equal(spaced.of('file:///w%20x/n/2026-03-03.md')?.name, 'a');
    assert.equal(spaced.of('file:///w x/n/2026-03-03.md')?.name, 'a');
  });

  it('finds among the first two hundred of thousands of files, in linear time', () => {
    const fill = (count: number): Templates => {
      const many = new Templates();
      for (let index = 0; index < count; index++) {
        many.update(file(`t${String(index).padStart(4, '0')}`), template(`notes: n${index}/**`));
      }
      return many;
    };
    const find = (many: Templates, index: number) => many.of(`file:///w/n${index}/2026-03-03.md`)?.name;
    const some = fill(300);
    assert.deepEqual(
      [7, 199, 200].map((index) => find(some, index)),
      ['t0007', 't0199', undefined],
    );
    growsLinearly((count) => {
      // So many that each search looks at as many, whatever the count.
      const many = fill(200 + count);
      return () => {
        for (let index = 0; index < count; index++) find(many, 3999 + index);
      };
    }, 2000);
    growsLinearly((count) => () => fill(count), 1000);
  });

  it('reads the day from the name by its pattern', () => {
    const dated = templatesOf({
      [file('year')]: template("file: '{YYYY}/{MM}-{DD}.md'", 'notes: n/**'),
    });
    assert.equal(dated.dateOf('file:///w/n/2026/03-17.md'), '2026-03-17');
    assert.equal(dated.dateOf('file:///w/n/2026/agenda.md'), undefined);
    assert.equal(dated.dateOf('file:///w/other/2026/03-17.md'), undefined);
  });
});

describe('a template that changes', () => {
  const good = template('project: lantern');

  it('tells whether its series is another now', () => {
    const templates = new Templates();
    assert.equal(templates.update(file('a'), good), true);
    assert.equal(templates.update(file('a'), good), false);
    assert.equal(templates.update(file('a'), template('project: beacon')), true);
    assert.equal(templates.remove('file:///w/.office-hours'), true);
    assert.equal(templates.remove('file:///w/.office-hours'), false);
    assert.equal(templates.of('file:///w/2026-03-03.md'), undefined);
  });

  it('stays as it was last good while it is broken, and says so', () => {
    const templates = templatesOf({ [file('a')]: good });
    assert.equal(templates.update(file('a'), '---\nproject: [\n---\n# x\n'), false);
    const [only] = templates.all();
    assert.equal(only?.definition.project, 'lantern');
    assert.equal(only?.latest.broken, true);
    assert.equal(templates.update(file('a'), template('project: beacon')), true);
    assert.equal(templates.all()[0]?.latest.broken, false);
  });

  it('keeps its conventions as the same object while they say the same, so that no note is read again', () => {
    const templates = templatesOf({ [file('a')]: template('people: [Ada]', 'project: lantern') });
    const before = templates.conventionsOf('file:///w/2026-03-03.md');
    templates.update(file('a'), template('people: [Ada]', 'project: beacon'));
    assert.equal(templates.conventionsOf('file:///w/2026-03-03.md'), before);
    templates.update(file('a'), template('people: [Ada, Grace]'));
    assert.notEqual(templates.conventionsOf('file:///w/2026-03-03.md'), before);
  });
});

describe('the templates that go for a folder', () => {
  const templates = templatesOf({
    [file('inside', 'file:///w/docs/calls')]: template('notes: x/**'),
    [file('plain')]: template('project: lantern'),
    [file('exactly')]: template('notes: docs/calls/*.md'),
    [file('around')]: template('notes: docs/**'),
    [file('below')]: template('notes: docs/calls/board/**'),
    [file('beside')]: template('notes: docs/board/**'),
    [file('elsewhere', 'file:///w/other')]: template('project: lantern'),
  });
  for (const [folder, expected] of [
    ['file:///w/docs/calls', ['around', 'below', 'exactly', 'inside', 'plain']],
    ['file:///w/docs/board', ['around', 'beside', 'plain']],
    ['file:///w/other', ['elsewhere', 'plain']],
    ['file:///v', []],
  ] as const) {
    it(folder, () =>
      assert.deepEqual(
        templates
          .goingFor(folder)
          .map(({ name }) => name)
          .sort(),
        expected,
      ),
    );
  }

  it('are kept as long as somebody wants them', () => {
    const kept = templatesOf({
      [file('above')]: template(),
      [file('in', 'file:///w/docs')]: template(),
      [file('gone', 'file:///v')]: template(),
    });
    const names = () => kept.all().map(({ name }) => name);
    const { generation } = kept;
    assert.equal(
      kept.keep(({ name }) => name !== 'gone'),
      true,
    );
    assert.deepEqual(names(), ['above', 'in']);
    assert.ok(kept.generation > generation);
    assert.equal(
      kept.keep(({ root }) => root.startsWith('file:///w')),
      false,
    );
    assert.equal(
      kept.keep(() => false),
      true,
    );
    assert.deepEqual(names(), []);
  });
});
