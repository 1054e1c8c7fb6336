import { deepEqual, equal } from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileSystem, replaceFile } from '../../../server/cli/replaceFile.ts';

const before = Buffer.from('before\n');
const after = Buffer.from('after\n');

/** As Node's errors are. */
function refusal(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

describe('replaceFile', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'office-hours-replace-')));
    path = join(folder, 'note.md');
    fs.writeFileSync(path, before);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const content = () => fs.readFileSync(path, 'utf8');

  it('writes the new content and leaves nothing else', () => {
    deepEqual(replaceFile(path, before, after), { kind: 'replaced' });
    equal(content(), 'after\n');
    deepEqual(fs.readdirSync(folder), ['note.md']);
  });

  for (const mode of [0o600, 0o640, 0o664, 0o755]) {
    it(`keeps the mode ${mode.toString(8)}`, () => {
      fs.chmodSync(path, mode);
      replaceFile(path, before, after);
      equal(fs.statSync(path).mode & 0o7777, mode);
    });
  }

  it('follows a link and leaves it a link', () => {
    fs.mkdirSync(join(folder, 'other'));
    const link = join(folder, 'other', 'link.md');
    fs.symlinkSync('../note.md', link);
    deepEqual(replaceFile(link, before, after), { kind: 'replaced' });
    equal(fs.readlinkSync(link), '../note.md');
    equal(content(), 'after\n');
    deepEqual(fs.readdirSync(join(folder, 'other')), ['link.md']);
  });

  it('leaves a file alone that somebody else has written, or removed', () => {
    fs.writeFileSync(path, 'theirs\n');
    deepEqual(replaceFile(path, before, after), { kind: 'changed' });
    equal(content(), 'theirs\n');
    deepEqual(fs.readdirSync(folder), ['note.md']);
    fs.unlinkSync(path);
    deepEqual(replaceFile(path, before, after), { kind: 'changed' });
    deepEqual(fs.readdirSync(folder), []);
  });

  it('sees a change up to the last moment', () => {
    const late = {
      ...fs,
      fsyncSync(file: number) {
        fs.fsyncSync(file);
        fs.writeFileSync(path, 'theirs\n');
      },
    };
    deepEqual(replaceFile(path, before, after, late), { kind: 'changed' });
    equal(content(), 'theirs\n');
  });

  it('leaves a read-only file alone', () => {
    fs.chmodSync(path, 0o444);
    deepEqual(replaceFile(path, before, after), { kind: 'failed', reason: 'read-only' });
    equal(content(), 'before\n');
  });

  it('leaves a file in a read-only folder alone', function () {
    if (process.getuid?.() === 0) {
      process.stdout.write('    (skipped: no folder is closed to the superuser)\n');
      this.skip();
    }
    fs.chmodSync(folder, 0o500);
    deepEqual(replaceFile(path, before, after), { kind: 'failed', reason: 'EACCES' });
    fs.chmodSync(folder, 0o700);
    equal(content(), 'before\n');
  });

  const faults: readonly [keyof FileSystem, string][] = [
    ['accessSync', 'EACCES'],
    ['openSync', 'EROFS'],
    ['writeFileSync', 'ENOSPC'],
    ['fchmodSync', 'EPERM'],
    ['fsyncSync', 'EIO'],
    ['renameSync', 'EBUSY'],
  ];
  for (const [call, code] of faults) {
    it(`leaves the file whole, and nothing beside it, when ${call} gives ${code}`, () => {
      const faulty: FileSystem = { ...fs, [call]: refusal(code) };
      deepEqual(replaceFile(path, before, after, faulty), { kind: 'failed', reason: code });
      equal(content(), 'before\n');
      deepEqual(fs.readdirSync(folder), ['note.md']);
    });
  }

  it('does without the owner where that cannot be kept', () => {
    const faulty: FileSystem = { ...fs, fchownSync: refusal('EPERM') };
    deepEqual(replaceFile(path, before, after, faulty), { kind: 'replaced' });
  });
});
