import { deepEqual, equal } from 'node:assert/strict';
import { hiddenFolder, isGit } from '../../../shared/folders.ts';

describe('folders that no note is written into', () => {
  for (const [path, hidden] of [
    ['docs/office-hours', undefined],
    ['a.b/c', undefined],
    ['.git', '.git'],
    ['docs/.git/hooks', '.git'],
    ['.GIT', '.GIT'],
    ['.g\u200cit', '.g\u200cit'],
    ['\u200c.git', '\u200c.git'],
    ['git~1', 'git~1'],
    ['docs/GIT~2/x', 'GIT~2'],
    ['git~x', undefined],
    ['.github/meetings', '.github'],
    ['.office-hours', '.office-hours'],
    ['.vscode', '.vscode'],
  ] as const) {
    it(JSON.stringify(path), () => equal(hiddenFolder(path.split('/')), hidden));
  }

  it('knows the folder of git under its other names', () => {
    const names = ['.git', '.Git', 'git~1', '.git ', '.git.', '\ufeff.git', 'git', '.github', 'git-1'];
    deepEqual(names.filter(isGit), ['.git', '.Git', 'git~1', '.git ', '.git.', '\ufeff.git']);
  });
});
