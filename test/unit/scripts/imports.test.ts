import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { importGraph } from '../../../scripts/imports/graph.mjs';
import { importProblems, matrixTable } from '../../../scripts/imports/rules.mjs';

const matrix = { core: ['shared'], 'core/note': ['shared'], 'core/checks': ['core/*', 'shared'], shared: [] };

const sources = {
  'shared/calendar.ts': 'export const a = 1;\n',
  'core/ports.ts': "import type { A } from '../shared/calendar.ts';\n",
  'core/note/note.ts': "import { isMap } from 'yaml';\nimport { a } from '../../shared/calendar.ts';\n",
  'core/checks/rule.ts': "import { note } from '../note/note.ts';\nimport type { P } from '../ports.ts';\n",
};

/** The problems of the sources with those files in addition, or instead. */
function problemsWith(files: Readonly<Record<string, string>>, rules = matrix): string[] {
  return importProblems(new Map(Object.entries({ ...sources, ...files })), rules);
}

describe('the imports that one file has', () => {
  const cases: readonly (readonly [source: string, imported: readonly string[]])[] = [
    ["import { a } from './a.ts';", ['a.ts']],
    ["import type { A } from './a.ts';", ['a.ts']],
    ["import './a.ts';", ['a.ts']],
    ["import {\n  type A,\n  a,\n} from './a.ts';", ['a.ts']],
    ["export { a } from './a.ts';", ['a.ts']],
    ["export * from './a.ts';", ['a.ts']],
    ["export type { A } from './a.ts';", ['a.ts']],
    ["const a = await import('./a.ts');", ['a.ts']],
    ["let a: import('./a.ts').A;", ['a.ts']],
    ["import { a } from './a.ts';\nimport { b } from './a.ts';", ['a.ts']],
    ["import { join } from 'node:path';", []],
    ["import data from './data.json';", []],
    ["const text = `import { a } from './a.ts'`;", []],
    ["export const a = { from: 'b' };", []],
  ];
  for (const [source, imported] of cases) {
    it(JSON.stringify(source), () => {
      const graph = importGraph(
        new Map([
          ['one.ts', source],
          ['a.ts', ''],
        ]),
      );
      deepEqual(graph.get('one.ts'), imported);
    });
  }
});

describe('imports against the matrix', () => {
  it('what the matrix allows is no problem', () => deepEqual(problemsWith({}), []));

  it('an import of a folder that is not listed is one, also of a type alone', () => {
    const planted = "import type { R } from '../checks/rule.ts';\n";
    const [first, ...others] = problemsWith({ 'core/note/late.ts': planted });
    equal(first, 'core/note/late.ts imports core/checks/rule.ts: core/note may import shared');
    deepEqual(others, ['cycle of folders: core/checks → core/note → core/checks']);
  });

  it('a module that is no source is one, such as a test or a file that is not there', () => {
    deepEqual(problemsWith({ 'core/note/a.ts': "import { b } from '../../test/b.ts';\n" }), [
      'core/note/a.ts imports test/b.ts, which is not ours',
    ]);
  });

  it('a cycle of files is one, with its way', () => {
    const files = {
      'core/note/a.ts': "import { b } from './b.ts';\n",
      'core/note/b.ts': "export { c } from './c.ts';\n",
      'core/note/c.ts': "import type { A } from './a.ts';\n",
    };
    deepEqual(problemsWith(files), [
      'cycle of files: core/note/a.ts → core/note/b.ts → core/note/c.ts → core/note/a.ts',
    ]);
  });

  it('a folder without a line in the matrix is one, and a line without a folder', () => {
    deepEqual(problemsWith({ 'core/new/a.ts': '' }), ['core/new: the matrix has no line for this folder']);
    deepEqual(problemsWith({}, { ...matrix, gone: [] } as typeof matrix), [
      'gone: the matrix has a line for a folder without sources',
    ]);
  });

  it('a matrix that allows a cycle is one', () => {
    const [problem] = problemsWith({}, { ...matrix, 'core/note': ['shared', 'core/checks'] });
    ok(problem?.startsWith('the matrix allows a cycle of folders: core/checks → core/note'), problem);
  });

  it('the table of the architecture page has a row for each folder', () => {
    equal(
      matrixTable({ shared: [], 'server/core/note': ['shared', 'server/core/template/*'] }),
      '| folder | may import |\n| --- | --- |\n| `shared/` | — |\n| `server/core/note/` | `shared`, `template/*` |',
    );
  });
});
