/** Where the tests of a source file are: under the same path, in a test that imports it, or in one that is named here. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, it } from 'mocha';

/**
 * By file or folder: the test, or the folder of tests, that reach what has none of its own, and why it has none. The longest
 * path counts.
 */
const testedThrough: Readonly<Record<string, readonly [tests: string, why: string]>> = {
  'client/': ['test/editor/suite/activation.test.ts', 'needs vscode'],
  'client/commands/': [
    'test/editor/workbench/newNote.scenario.mjs',
    'needs vscode, and somebody who answers',
  ],
  'client/commands/githubCache.ts': ['test/editor/suite/github.test.ts', 'needs vscode'],
  'client/commands/insertReference.ts': [
    'test/editor/workbench/withGitHub/references.part.mjs',
    'needs vscode',
  ],
  'client/commands/referenceAtCursor.ts': ['test/editor/suite/github.test.ts', 'needs vscode'],
  'client/commands/restartable.ts': ['test/editor/suite/restart.test.ts', 'needs vscode'],
  'client/commands/signIn.ts': ['test/editor/workbench/withGitHub/references.part.mjs', 'needs vscode'],
  'client/host/': ['test/editor/workspaces/virtual.test.ts', 'needs vscode'],
  'client/host/createFile.node.ts': ['test/unit/shared/node/createExclusively.test.ts', 'needs vscode'],
  'client/host/notesServer.ts': ['test/editor/suite/server.node.test.ts', 'needs vscode'],
  'client/host/origins.ts': ['test/editor/workbench/restricted.scenario.mjs', 'needs vscode'],
  'client/paste.ts': ['test/editor/workbench/withGitHub/references.part.mjs', 'needs vscode'],
  'client/preview/': ['test/editor/suite/github.test.ts', 'needs vscode'],
  'client/views/': ['test/editor/workbench/withGitHub/references.part.mjs', 'needs vscode'],
  'server/cli/': ['test/unit/cli', 'is a part of one command'],
  'server/core/': ['test/wire/state.test.ts', 'is a tool of the session'],
  'server/core/checks/': ['test/unit/checks', 'is shared by several rules'],
  'server/core/features/': ['test/unit/features', 'is shared by several features'],
  'server/core/features/completion/': ['test/unit/features/completion', 'makes items of one list'],
  'server/core/features/template/': ['test/unit/features/template', 'makes items of one list'],
  'server/core/github/api/': ['test/unit/github/api', 'acts with time, in the store'],
  'server/core/github/cache/': ['test/unit/github/cache', 'is a part of the cache'],
  'server/core/github/sync/': ['test/unit/github/sync', 'is a part of the store'],
  'server/core/learn/': ['test/unit/learn', 'finds one part of a template'],
  'server/core/note/': ['test/unit/note', 'reads one part of a note'],
  'server/core/people/': ['test/unit/note', 'is shared by checks and completion'],
  'server/core/template/': ['test/unit/template', 'is a part of a template'],
  'server/core/template/file/': ['test/unit/template/file', 'reads one part of the file'],
  'server/core/template/render/': ['test/unit/template/render', 'writes one part of a note'],
  'server/core/template/snippet/': ['test/unit/template/snippet', 'is a part of a snippet'],
  'server/core/workspace/': ['test/wire/workspace.test.ts', 'is state of the session'],
  'server/host/': [
    'test/editor/workspaces/virtual.test.ts',
    'needs a client that reads files or asks GitHub',
  ],
  'server/lsp/': ['test/wire/languageFeatures.test.ts', 'needs a connection'],
  'server/main.': ['test/wire/lifecycle.test.ts', 'is an entry point'],
  'server/server.ts': ['test/wire/lifecycle.test.ts', 'needs a connection'],
  'server/startSession.ts': ['test/wire/languageFeatures.test.ts', 'needs a connection'],
  'shared/dates/': ['test/unit/shared/dates', 'is a part of one grammar'],
  'shared/': ['test/unit/workspace/scan.test.ts', 'is a small list or type of the contract'],
};

const sources = ['client', 'server', 'shared'].flatMap((zone) => found(zone, '.ts'));
const tests = found('test', '.test.ts');

/** The files below a folder whose names end so. */
function found(folder: string, end: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(end)).map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** Files that tests import, as paths from the root. */
const imported = new Set(
  tests.flatMap((test) =>
    [...readFileSync(test, 'utf8').matchAll(/ from '(\.[^']+)'/g)].map(([, path = '']) =>
      join(dirname(test), path),
    ),
  ),
);

function hasOwnTest(source: string): boolean {
  const path = source.replace(/^server\/(?:core\/)?/, '').replace(/\.ts$/, '');
  const name = path.split('/').at(-1);
  return (
    [`test/unit/${path}`, `test/wire/${name}`, `test/editor/suite/${name}`].some(
      (test) => existsSync(`${test}.test.ts`) || existsSync(`${test}.large.test.ts`),
    ) || imported.has(source)
  );
}

const entries = Object.keys(testedThrough).sort((a, b) => b.length - a.length);
const entryOf = (source: string) => entries.find((entry) => source.startsWith(entry));

describe('the tests of each source file', () => {
  const others = sources.filter((source) => !hasOwnTest(source));

  it('are under its path, in a test that imports it, or in one that is named', () => {
    assert.ok(sources.length > 100 && tests.length > 100);
    assert.deepEqual(
      others.filter((source) => entryOf(source) === undefined),
      [],
    );
  });

  it('are named where that is needed, and are there', () => {
    const needed = new Set(others.map(entryOf));
    assert.deepEqual(
      entries.filter((entry) => !needed.has(entry)),
      [],
    );
    for (const [test] of Object.values(testedThrough)) assert.ok(existsSync(test), test);
  });
});
