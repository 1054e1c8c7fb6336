import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesByNode, repositoryRoot } from '../../../server/host/byNode.ts';

describe('files by Node', () => {
  let root: string;
  const uri = (path: string) => pathToFileURL(join(root, path)).href;
  const write = (path: string, content: string | Uint8Array = '') => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const list = async (folder = '', limit = 1000) => {
    const found = await filesByNode.listMarkdown(uri(folder), limit);
    return found.map((each) => decodeURIComponent(each.slice(uri('').length).replace(/^\//, ''))).sort();
  };

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-')));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('lists Markdown, hidden folders and node_modules left out', async () => {
    for (const path of ['a.md', 'b.MD', 'c.markdown', 'd.txt', 'md', 'x y/ü #%.md']) write(path);
    for (const path of ['.git/a.md', '.hidden.md', 'node_modules/p/README.md', 'x y/node_modules/a.md'])
      write(path);
    deepEqual(await list(), ['a.md', 'b.MD', 'c.markdown', 'x y/ü #%.md'].sort());
  });

  it('ends in a loop of links and lists each file once, under its own name (acceptance 31)', async () => {
    write('notes/b.md');
    symlinkSync('b.md', join(root, 'notes/a-link.md'));
    symlinkSync('..', join(root, 'notes/up'));
    symlinkSync('.', join(root, 'notes/self'));
    symlinkSync('notes', join(root, 'again'));
    symlinkSync('gone.md', join(root, 'dangling.md'));
    symlinkSync('loop', join(root, 'loop'));
    deepEqual(await list(), ['notes/b.md']);
  });

  it('follows links out of the folder, but not up', async () => {
    write('outside/o.md');
    write('inside/i.md');
    symlinkSync(join(root, 'outside'), join(root, 'inside/out'));
    symlinkSync(root, join(root, 'inside/root'));
    deepEqual(await list('inside'), ['inside/i.md', 'inside/out/o.md']);
  });

  it('works from a folder that is a link itself', async () => {
    write('real/a.md');
    symlinkSync('real', join(root, 'link'));
    deepEqual(await list('link'), ['link/a.md']);
  });

  it('stops at the limit', async () => {
    for (let number = 0; number < 20; number++) write(`f${number % 3}/${number}.md`);
    equal((await list('', 7)).length, 7);
  });

  it('has no files where there is no folder', async () => {
    deepEqual(await filesByNode.listMarkdown(uri('gone'), 10), []);
    deepEqual(await filesByNode.listMarkdown('vscode-vfs://github/o/r', 10), []);
    deepEqual(await filesByNode.listMarkdown('file:///%00', 10), []);
  });

  it('reads UTF-8 and nothing else (acceptance 29)', async () => {
    const utf16 = Buffer.from('\ufeff# T', 'utf16le');
    write('plain.md', '# ü\r\n');
    write('mark.md', '\ufeff# T\n');
    write('invalid.md', Uint8Array.of(0x23, 0x20, 0xff));
    write('utf16.md', utf16);
    write('utf16-without-mark.md', utf16.subarray(2));
    write('nul.md', '# a\0');
    write('large.md', new Uint8Array(10 * 1024 * 1024 + 1));
    write('folder.md/x');
    const names = [
      'plain',
      'mark',
      'invalid',
      'utf16',
      'utf16-without-mark',
      'nul',
      'large',
      'gone',
      'folder',
    ];
    const results = await filesByNode.read(names.map((name) => uri(`${name}.md`)));
    deepEqual(results, [
      { kind: 'text', text: '# ü\r\n' },
      { kind: 'text', text: '# T\n' },
      { kind: 'binary' },
      { kind: 'binary' },
      { kind: 'binary' },
      { kind: 'binary' },
      { kind: 'too-large', bytes: 10 * 1024 * 1024 + 1 },
      { kind: 'missing' },
      { kind: 'failed', reason: 'not a regular file' },
    ]);
  });

  it('does not wait for a pipe', async function () {
    // Windows has no pipes among its files.
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    deepEqual(await filesByNode.read([uri('pipe.md')]), [{ kind: 'failed', reason: 'not a regular file' }]);
    deepEqual(await list(), []);
  });

  it('lets others run between the slices', async () => {
    for (let number = 0; number < 400; number++) write(`${number}.md`, 'x'.repeat(100_000));
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const uris = await filesByNode.listMarkdown(uri(''), 1000);
    const results = await filesByNode.read(uris);
    clearInterval(timer);
    equal(results.length, 400);
    ok(turns > 0);
  });

  it('finds the root of a repository, a worktree or none', () => {
    mkdirSync(join(root, 'r/.git'), { recursive: true });
    write('r/docs/a.md');
    write('w/.git', 'gitdir: elsewhere');
    write('w/docs/a.md');
    equal(repositoryRoot(join(root, 'r/docs/a.md')), join(root, 'r'));
    equal(repositoryRoot(join(root, 'w/docs')), join(root, 'w'));
    equal(repositoryRoot(join(root, 'w')), join(root, 'w'));
  });
});
