import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goodNote } from '../helpers/commandLine.ts';
import { isKept } from '../helpers/measures.ts';
import { cliBundle, offline } from '../helpers/process.ts';

const day = 86_400_000;
const dates = Array.from({ length: 400 }, (_, at) =>
  new Date(Date.UTC(2020, 0, 1) + at * day).toISOString().slice(0, 10),
);
const nameOf = (date: string) => `${date.replaceAll('-', '')}_meeting_notes.md`;
/** A year too early in its title, and with a task that nobody owns. */
const before = (date: string) => `${goodNote(`2019${date.slice(4)}`)}\n* TODO: write\n`;
const after = (date: string) => before(date).replace(`2019${date.slice(4)}`, date);

describe('the command line as a process, interrupted', () => {
  let folder: string;
  const start = (...args: string[]) =>
    spawn(process.execPath, [cliBundle(), 'check', '--offline', ...args, '.'], {
      cwd: folder,
      env: offline,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  /** So many that it cannot have written all before it is interrupted. */
  const writeNotes = () => {
    for (const date of dates) writeFileSync(join(folder, nameOf(date)), before(date));
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'office-hours-streams-'));
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, nameOf(dates[0]!)), before(dates[0]!));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('ends quietly when the reader of its output has gone', async () => {
    writeNotes();
    const child = start();
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    const ended = once(child, 'close');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await ended;
    deepEqual([code, errors], [1, '']);
  });

  it('gives 2 when its output cannot be written', async function () {
    // A disk that is always full, which not every system has.
    if (!existsSync('/dev/full')) this.skip();
    for (const format of ['text', 'sarif']) {
      const full = openSync('/dev/full', 'w');
      const args = [cliBundle(), 'check', '--offline', '--format', format, nameOf(dates[0]!)];
      const { status, stderr } = spawnSync(process.execPath, args, {
        cwd: folder,
        env: offline,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      equal(status, 2);
      match(stderr, /^office-hours: the output could not be written completely \(ENOSPC\)/);
    }
  });

  it('gives 2 when it breaks, not what tells of problems', () => {
    const preload = join(folder, 'preload.cjs');
    writeFileSync(preload, "setImmediate(() => { throw new Error('broken on purpose'); });\n");
    const args = ['--require', preload, cliBundle(), 'check', '--offline', '.'];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      env: offline,
      encoding: 'utf8',
    });
    equal(status, 2, stderr);
    match(stderr, /^office-hours: Error: broken on purpose/);
  });

  it('says which folders it may not read', function () {
    // The superuser may read all, but need not stay one.
    const isRoot = process.getuid?.() === 0;
    if (process.platform === 'win32') this.skip();
    chmodSync(folder, 0o755);
    const closed = join(folder, 'closed', 'inner');
    mkdirSync(closed, { recursive: true });
    chmodSync(closed, 0);
    const check = (path: string) =>
      spawnSync(process.execPath, [cliBundle(), 'check', '--offline', path], {
        cwd: folder,
        env: offline,
        encoding: 'utf8',
        ...(isRoot && { uid: 65534, gid: 65534 }),
      });
    const [named, found] = [check('closed/inner'), check('closed')];
    chmodSync(closed, 0o755);
    equal(named.status, 2, named.stderr);
    match(named.stderr, /the folder "closed\/inner" cannot be read \(EACCES\)\. Check its permissions\./);
    equal(found.status, 0);
    match(found.stderr, /"closed": the folder .*inner cannot be read \(EACCES\)\. It is skipped\./);
  });

  it('prints in the order of the files, all of it, through a pipe that is read slowly', async () => {
    writeNotes();
    const child = start('--format', 'json');
    const ended = once(child, 'close');
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) {
      chunks.push(chunk);
      await new Promise((resolve) => setImmediate(resolve));
    }
    equal((await ended)[0], 1);
    const found: { file: string }[] = JSON.parse(Buffer.concat(chunks).toString());
    deepEqual([...new Set(found.map(({ file }) => file))], dates.map(nameOf));
  });

  it('leaves every file whole, and none of its own, when it is interrupted while fixing', async function () {
    // A process cannot be interrupted from outside there, only ended.
    if (process.platform === 'win32') this.skip();
    writeNotes();
    const child = start('--fix');
    const ended = once(child, 'close');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    child.stdout.resume();
    const [code, signal] = await ended;
    deepEqual([code, signal], [null, 'SIGINT']);
    deepEqual(readdirSync(folder).sort(), ['.git', ...dates.map(nameOf)]);
    let fixed = 0;
    for (const date of dates) {
      const text = readFileSync(join(folder, nameOf(date)), 'utf8');
      ok(isKept(text, before(date), after(date)), date);
      if (text === after(date)) fixed++;
    }
    ok(fixed > 0 && fixed < dates.length, `${fixed} fixed`);
  });
});
