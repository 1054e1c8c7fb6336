import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { gitRemotes, remotesByNode } from '../../../server/host/gitRemotes.ts';

const config = '[remote "origin"]\n\turl = https://github.com/octo/lantern\n';
const expected = [{ name: 'origin', url: 'https://github.com/octo/lantern' }];

describe('gitRemotes', () => {
  let root: string;
  const at = (path: string) => join(root, path);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-git-')));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('of the repository around a folder', async () => {
    write('clone/.git/config', config);
    mkdirSync(at('clone/docs/notes'), { recursive: true });
    assert.deepEqual(gitRemotes(at('clone/docs/notes')), expected);
    assert.deepEqual(await remotesByNode(pathToFileURL(at('clone/docs')).href), expected);
  });

  for (const kind of ['relative', 'absolute'] as const) {
    it(`of a worktree, by ${kind} paths`, () => {
      const path = (relative: string, absolute: string) => (kind === 'relative' ? relative : at(absolute));
      write('clone/.git/config', config);
      write('clone/.git/worktrees/tree/commondir', `${path('../..', 'clone/.git')}\n`);
      write('tree/.git', `gitdir: ${path('../clone/.git/worktrees/tree', 'clone/.git/worktrees/tree')}\n`);
      mkdirSync(at('tree/docs'));
      assert.deepEqual(gitRemotes(at('tree/docs')), expected);
    });
  }

  it('of a submodule', () => {
    write('clone/.git/modules/part/config', config);
    write('clone/part/.git', 'gitdir: ../.git/modules/part\n');
    assert.deepEqual(gitRemotes(at('clone/part')), expected);
  });

  for (const [name, path, text] of [
    ['no configuration', '.git/HEAD', 'ref: x'],
    ['a .git file that says nothing', '.git', 'hello'],
    ['a .git file that leads nowhere', '.git', 'gitdir: ../gone'],
    ['a .git file that leads to itself', '.git', 'gitdir: .git'],
    ['a worktree of itself', '.git/commondir', '.'],
    ['a huge configuration', '.git/config', config + '#'.repeat(1_000_001)],
  ] as const) {
    it(`none: ${name}`, () => {
      write(`clone/${path}`, text);
      assert.deepEqual(gitRemotes(at('clone')), []);
    });
  }

  it('none of what is no file', async () => {
    assert.deepEqual(await remotesByNode('untitled:Untitled-1'), []);
    assert.deepEqual(await remotesByNode('file://host%2F/x'), []);
  });
});
