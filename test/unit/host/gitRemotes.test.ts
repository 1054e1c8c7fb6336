import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, win32 } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type Disk, gitRemotes, remotesByNode } from '../../../server/host/gitRemotes.ts';

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

  it('of a submodule, not of the repository it is in', () => {
    write('clone/.git/config', config.replace('lantern', 'outer'));
    write('clone/.git/modules/docs/notes/config', config);
    write('clone/docs/notes/.git', 'gitdir: ../../.git/modules/docs/notes\n');
    mkdirSync(at('clone/docs/notes/2026'));
    assert.deepEqual(gitRemotes(at('clone/docs/notes/2026')), expected);
    assert.deepEqual(gitRemotes(at('clone/docs')), [
      { name: 'origin', url: 'https://github.com/octo/outer' },
    ]);
  });

  it('of a submodule in a worktree', () => {
    write('clone/.git/worktrees/tree/modules/part/config', config);
    write('tree/part/.git', `gitdir: ${at('clone/.git/worktrees/tree/modules/part')}\n`);
    assert.deepEqual(gitRemotes(at('tree/part')), expected);
  });

  it('of a bare repository with worktrees beside it', () => {
    write('project/.bare/config', config);
    write('project/.bare/worktrees/main/commondir', '../..\n');
    write('project/.git', 'gitdir: ./.bare\n');
    write('project/main/.git', `gitdir: ${at('project/.bare/worktrees/main')}\n`);
    for (const folder of ['project', 'project/main']) assert.deepEqual(gitRemotes(at(folder)), expected);
  });

  it('whatever ends the lines', () => {
    write('clone/.git/config', config.replaceAll('\n', '\r\n'));
    write('clone/.git/worktrees/tree/commondir', '../..\r\n');
    write('tree/.git', 'gitdir: ../clone/.git/worktrees/tree\r\n');
    assert.deepEqual(gitRemotes(at('tree')), expected);
  });

  it('of a link’s own repository, and of the one around it where it has none', () => {
    write('clone/.git/config', config);
    write('other/.git/config', config.replace('lantern', 'other'));
    for (const folder of ['clone/notes', 'other/docs', 'plain']) mkdirSync(at(folder), { recursive: true });
    symlinkSync(at('clone/notes'), at('other/notes'));
    assert.deepEqual(gitRemotes(at('other/notes')), expected);
    symlinkSync(at('plain'), at('clone/plain'));
    assert.deepEqual(gitRemotes(at('clone/plain')), expected);
    symlinkSync(at('clone'), at('link'));
    assert.deepEqual(gitRemotes(at('link/notes')), expected);
  });

  it('of what git itself made', function () {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], { cwd: root, stdio: 'pipe' });
    try {
      git('--version');
    } catch {
      // There is no git to make a clone with.
      this.skip();
    }
    const as = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
    git('init', '-q', 'clone');
    git('-C', 'clone', 'remote', 'add', 'origin', expected[0]!.url);
    git(...as, '-C', 'clone', 'commit', '-q', '--allow-empty', '-m', 'x');
    git('-C', 'clone', 'worktree', 'add', '-q', at('tree'));
    git('init', '-q', 'outer');
    git(...as, '-C', 'outer', 'submodule', '--quiet', 'add', at('clone'), 'part');
    assert.deepEqual(gitRemotes(at('tree')), expected);
    assert.deepEqual(gitRemotes(at('outer/part')), [{ name: 'origin', url: at('clone') }]);
  });

  for (const [name, path, text] of [
    ['no configuration', '.git/HEAD', 'ref: x'],
    ['a .git file that says nothing', '.git', 'hello'],
    ['a .git file that leads nowhere', '.git', 'gitdir: ../gone'],
    ['a .git file that leads to itself', '.git', 'gitdir: .git'],
    ['a worktree of itself', '.git/commondir', '.'],
    ['a .git file of two lines', '.git', 'x\ngitdir: .git'],
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

describe('gitRemotes with Windows’ paths', () => {
  /** A machine with just these files. */
  const machine = (files: Readonly<Record<string, string>>): Disk => {
    const key = (path: string) => win32.resolve(path).toLowerCase();
    const texts = new Map(Object.entries(files).map(([path, text]) => [key(path), text]));
    return {
      path: win32,
      kindOf(path) {
        if (texts.has(key(path))) return 'file';
        return [...texts.keys()].some((file) => file.startsWith(`${key(path)}\\`)) ? 'folder' : undefined;
      },
      read: (path) => texts.get(key(path)),
      realPath: (path) => path,
    };
  };
  const windows = config.replaceAll('\n', '\r\n');

  for (const [name, folder, files] of [
    ['a clone', 'C:\\trees\\clone\\docs', { 'C:\\trees\\clone\\.git\\config': windows }],
    ['a drive in another case', 'c:\\trees\\clone', { 'C:\\trees\\clone\\.git\\config': windows }],
    ['the root of a drive', 'D:\\', { 'D:\\.git\\config': windows }],
    ['a share', '\\\\files\\team\\clone\\docs', { '\\\\files\\team\\clone\\.git\\config': windows }],
    [
      'a worktree, as git writes it',
      'D:\\tree\\docs',
      {
        'D:\\tree\\.git': 'gitdir: C:/trees/clone/.git/worktrees/tree\n',
        'C:\\trees\\clone\\.git\\worktrees\\tree\\commondir': '../..\n',
        'C:\\trees\\clone\\.git\\config': config,
      },
    ],
    [
      'a worktree with backslashes and CRLF',
      'C:\\tree',
      {
        'C:\\tree\\.git': 'gitdir: ..\\clone\\.git\\worktrees\\tree\r\n',
        'C:\\clone\\.git\\worktrees\\tree\\commondir': '..\\..\r\n',
        'C:\\clone\\.git\\config': windows,
      },
    ],
    [
      'a submodule on the same share',
      '\\\\files\\team\\clone\\part',
      {
        '\\\\files\\team\\clone\\part\\.git': 'gitdir: ../.git/modules/part',
        '\\\\files\\team\\clone\\.git\\modules\\part\\config': windows,
      },
    ],
  ] as const) {
    it(`of ${name}`, () => {
      assert.deepEqual(gitRemotes(folder, machine(files)), expected);
    });
  }

  for (const gitdir of ['\\\\evil\\share\\git', '//evil/share/git', '\\\\?\\UNC\\evil\\share\\git']) {
    it(`looks at no server that a clone names: ${gitdir}`, () => {
      const asked: string[] = [];
      const disk = machine({ 'C:\\clone\\.git': `gitdir: ${gitdir}` });
      const watched: Disk = {
        ...disk,
        read(path) {
          asked.push(path);
          return disk.read(path);
        },
      };
      assert.deepEqual(gitRemotes('C:\\clone', watched), []);
      assert.deepEqual(asked, ['C:\\clone\\.git']);
    });
  }
});
