import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ReadResult } from '../../../server/core/ports.ts';
import { templatesAbove } from '../../../server/core/workspace/templatesAbove.ts';

/** A file system with these files; says which of them were asked for. */
function filesWith(uris: readonly string[]) {
  const asked: string[] = [];
  return {
    asked,
    files: {
      listMarkdown: async (folder: string) => {
        asked.push(folder);
        return uris.filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.md'));
      },
      read: async (wanted: readonly string[]) => {
        asked.push(...wanted);
        return wanted.map(
          (uri): ReadResult => (uris.includes(uri) ? { kind: 'text', text: '' } : { kind: 'missing' }),
        );
      },
    },
  };
}

describe('templatesAbove', () => {
  const [git, board, call] = [
    'file:///r/.git/HEAD',
    'file:///r/.office-hours/board.md',
    'file:///r/docs/.office-hours/call.md',
  ] as const;
  for (const [what, folder, there, expected] of [
    ['none without a repository', 'file:///r/docs/calls', [board], []],
    ['that of the repository’s root', 'file:///r/docs/calls', [git, board], [board]],
    ['the nearest first', 'file:///r/docs/calls', [git, board, call], [call, board]],
    ['none of the folder itself', 'file:///r/docs', [git, board, call], [board]],
    ['none above the repository', 'file:///r/docs', ['file:///r/docs/.git/HEAD', board], []],
    ['none above a repository in a repository', 'file:///r/a/b', [git, 'file:///r/a/.git/HEAD', board], []],
    ['that of a worktree’s root', 'file:///r/docs', ['file:///r/.git', board], [board]],
    ['no file of a folder below', 'file:///r/docs', [git, 'file:///r/.office-hours/old/board.md'], []],
    ['that of a Windows drive', 'file:///c%3A/r/docs', ['file:///c%3A/r/.git/HEAD'], []],
    [
      'that of another machine',
      'vscode-remote://wsl/r/docs',
      ['vscode-remote://wsl/r/.git/HEAD', 'vscode-remote://wsl/r/.office-hours/board.md'],
      ['vscode-remote://wsl/r/.office-hours/board.md'],
    ],
  ] as const) {
    it(`gives ${what}`, async () => {
      assert.deepEqual(await templatesAbove(folder, filesWith(there).files), expected);
    });
  }

  for (const folder of [
    'vscode-vfs://github/lantern-org/lantern/docs',
    'untitled:Untitled-1',
    'memfs:/a/b',
  ]) {
    it(`asks nothing above ${folder}`, async () => {
      const { files, asked } = filesWith([]);
      assert.deepEqual(await templatesAbove(folder, files), []);
      assert.deepEqual(asked, []);
    });
  }

  it('looks no higher than the file system’s root', async () => {
    const { files, asked } = filesWith([]);
    await templatesAbove('file:///r', files);
    assert.deepEqual(asked, ['file:///r/.git', 'file:///r/.git/HEAD']);
  });
});
