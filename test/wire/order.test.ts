import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { FileChangeType } from 'vscode-languageserver/node';
import { Follower, uriOf, World } from '../helpers/longLived.ts';
import '../helpers/seed.ts';

const { Created, Changed, Deleted } = FileChangeType;

const note = (title: string, who: string): string =>
  `# ${title}\n\n## Updates\n\n* ${who}: hello #7\n\n## Action items\n\n* TODO(): write\n`;
const noteTexts = [
  note('lantern office hours 2026-01-06', 'ada'),
  note('lantern office hours 2026-01-20', 'grace'),
  note('kite call 2026-01-07', 'seph'),
  note('Ideas', 'mo'),
  note('Meeting minutes', 'kim'),
  'Nothing in particular.\n',
  `${note('kite call 2026-01-13', 'lin')}\nhttps://github.com/kite-org/kite/issues/3\n`,
];
const template = (heading: string, ...frontMatter: string[]): string =>
  ['---', ...frontMatter, '---', '# Call $1', '', `## ${heading}`, ''].join('\n');
const broken = template('Updates', 'notes: [');
const templateTexts = [
  template('Agenda', 'notes: calls/**'),
  template('Decisions', 'notes: [calls/**, old/*.md]', 'people: [Yan]'),
  template('Updates', 'every: Tuesday', 'repository: lantern-org/lantern'),
  template('News', 'notes: docs/**', 'project: lamp'),
  broken,
];
const notePaths = [
  'w/docs/2026-01-06.md',
  'w/docs/2026-01-20_minutes.md',
  'w/docs/plain.md',
  'w/docs/other.md',
  'w/calls/2026-01-07.md',
  'w/calls/one.md',
  'w/inner/calls/2026-01-08.md',
  'w/inner/meetings/plain.md',
  'v/meetings/2026-01-09.md',
];
const templatePaths = [
  'w/.office-hours/call.md',
  'w/.office-hours/all.md',
  'w/inner/.office-hours/call.md',
  'v/.office-hours/call.md',
];
/** Above a workspace folder, where nobody tells of files. */
const above = 'r/.office-hours/call.md';
const renames = [
  ['w/calls', 'w/old'],
  ['w/docs', 'w/meetings'],
  ['w/.office-hours', 'w/templates'],
  ['w/inner', 'w/outer'],
  ['w/docs/plain.md', 'w/docs/2026-01-27.md'],
  ['w/calls/one.md', 'w/docs/README.md'],
  ['w/.office-hours/call.md', 'w/.office-hours/board.md'],
] as const;
const allPaths = [...notePaths, ...templatePaths];
const workspaceFolders = ['w', 'w/inner', 'w/docs', 'v', 'r/notes'];

type Step =
  | { kind: 'write' | 'type' | 'open'; path: string; text: number; late: boolean; twice: boolean }
  | { kind: 'close' | 'delete' | 'save'; path: string; late: boolean; twice: boolean }
  | { kind: 'rename'; pair: number; back: boolean; byEditor: boolean; late: boolean }
  | { kind: 'folder'; path: string }
  | { kind: 'setting'; path: string; folder: string }
  | { kind: 'late' | 'wait' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('write' as const, 'type' as const, 'open' as const),
      path: fc.constantFrom(...allPaths, 'r/notes/2026-01-10.md'),
      text: fc.nat(100),
      late: fc.boolean(),
      twice: fc.boolean(),
    }),
    fc.record({
      kind: fc.constantFrom('close' as const, 'delete' as const, 'save' as const),
      path: fc.constantFrom(...allPaths, 'w/calls', 'w/.office-hours', 'w/inner'),
      late: fc.boolean(),
      twice: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('rename' as const),
      pair: fc.nat(renames.length - 1),
      back: fc.boolean(),
      byEditor: fc.boolean(),
      late: fc.boolean(),
    }),
    fc.record({
      kind: fc.constantFrom('open' as const, 'type' as const),
      path: fc.constant(above),
      text: fc.nat(100),
      late: fc.constant(false),
      twice: fc.constant(false),
    }),
    fc.record({
      kind: fc.constantFrom('close' as const, 'save' as const),
      path: fc.constant(above),
      late: fc.constant(false),
      twice: fc.constant(false),
    }),
    fc.record({ kind: fc.constant('folder' as const), path: fc.constantFrom(...workspaceFolders) }),
    fc.record({
      kind: fc.constant('setting' as const),
      path: fc.constantFrom(...workspaceFolders),
      folder: fc.constantFrom('', 'docs', 'calls/'),
    }),
    fc.record({ kind: fc.constantFrom('late' as const, 'wait' as const) }),
  ),
  { minLength: 1, maxLength: 30, size: 'max' },
);

/** Does what the step says to the world, and tells the server as an editor does. */
class Play {
  readonly #world: World;
  readonly #follower: Follower;
  /** Events that have not been told yet. */
  #late: (() => void)[] = [];

  constructor(world: World, follower: Follower) {
    this.#world = world;
    this.#follower = follower;
  }

  async step(step: Step): Promise<void> {
    const { open, disk, folders } = this.#world;
    switch (step.kind) {
      case 'write': {
        const type = disk.has(step.path) ? Changed : Created;
        disk.set(step.path, textFor(step));
        return this.#watched(step.path, type, step);
      }
      case 'open':
        if (open.has(step.path)) return;
        open.set(step.path, step.text % 3 === 0 ? textFor(step) : (disk.get(step.path) ?? textFor(step)));
        return this.#follower.opened(step.path);
      case 'type':
        if (!open.has(step.path)) return;
        open.set(step.path, textFor(step));
        return this.#follower.changed(step.path);
      case 'save': {
        const text = open.get(step.path);
        if (text === undefined) return;
        const type = disk.has(step.path) ? Changed : Created;
        disk.set(step.path, text);
        return this.#watched(step.path, type, step);
      }
      case 'close':
        if (open.delete(step.path)) this.#follower.closed(step.path);
        return;
      case 'delete': {
        const gone = this.#world.below(step.path);
        for (const path of gone) disk.delete(path);
        if (gone.length > 0) this.#watched(step.path, Deleted, step);
        return;
      }
      case 'rename':
        return this.#rename(step);
      case 'folder':
        if (folders.delete(step.path)) return this.#follower.foldersChanged([], [step.path]);
        folders.set(step.path, '');
        return this.#follower.foldersChanged([step.path], []);
      case 'setting':
        if (!folders.has(step.path)) return;
        folders.set(step.path, step.folder);
        return this.#follower.settingsChanged();
      case 'late':
        return this.finish();
      case 'wait':
        await this.#follower.settled();
    }
  }

  /** Tells what was not told yet, the latest first. */
  finish(): void {
    for (const tell of this.#late.reverse()) tell();
    this.#late = [];
  }

  #watched(path: string, type: FileChangeType, { late, twice }: { late: boolean; twice?: boolean }): void {
    const tell = () => this.#follower.watched(path, type);
    if (!late || twice) tell();
    if (late || twice) this.#late.push(tell);
  }

  #rename({ pair, back, byEditor, late }: Step & { kind: 'rename' }): void {
    const { open, disk } = this.#world;
    const [from, to] = back ? [...renames[pair]!].reverse() : [...renames[pair]!];
    const moved = this.#world.below(from!);
    if (moved.length === 0 || this.#world.below(to!).length > 0) return;
    const newName = (path: string) => to + path.slice(from!.length);
    for (const path of moved) {
      disk.set(newName(path), disk.get(path)!);
      disk.delete(path);
    }
    for (const path of this.#world.below(from!, open.keys())) {
      if (!byEditor || open.has(newName(path))) continue;
      open.set(newName(path), open.get(path)!);
      open.delete(path);
      this.#follower.closed(path);
      this.#follower.opened(newName(path));
    }
    if (byEditor) {
      const files = [{ oldUri: uriOf(from!), newUri: uriOf(to!) }];
      this.#follower.notify('workspace/didRenameFiles', { files });
    }
    this.#watched(from!, Deleted, { late });
    if (to!.endsWith('.office-hours')) this.#watched(to!, Created, { late });
    else for (const path of moved) this.#watched(newName(path), Created, { late });
  }
}

function textFor({ path, text }: { readonly path: string; readonly text: number }): string {
  const texts = path.includes('.office-hours') ? templateTexts : noteTexts;
  return texts[text % texts.length]!;
}

async function compare(todo: readonly Step[]): Promise<void> {
  const world = new World();
  world.folders.set('w', '');
  for (const [index, path] of allPaths.entries())
    if (index % 2 === 0) world.disk.set(path, textFor({ path, text: index }));
  world.disk.set('r/.git/HEAD', 'ref: refs/heads/main\n');
  world.disk.set(above, templateTexts[0]!);
  const follower = await Follower.start(world);
  const play = new Play(world, follower);
  for (const step of todo) await play.step(step);
  play.finish();
  // A broken template goes by what it said before, which nobody knows who comes later.
  for (const path of [...allPaths, above]) {
    if (world.disk.get(path) === broken) {
      world.disk.set(path, templateTexts[0]!);
      follower.watched(path, Changed);
    }
  }
  for (const [path, text] of world.open) {
    if (text !== broken) continue;
    world.open.set(path, templateTexts[0]!);
    follower.changed(path);
  }
  for (const path of [
    'w/calls/2026-03-01.md',
    'w/inner/calls/2026-03-01.md',
    'v/docs/2026-03-01.md',
    'r/notes/calls/2026-03-01.md',
  ]) {
    world.open.set(path, note('lantern office hours 2026-03-01', 'eve'));
    follower.opened(path);
  }
  const fresh = await Follower.fresh(world);
  try {
    deepEqual(await follower.says(), await fresh.says());
  } finally {
    await follower.session.close();
    await fresh.session.close();
  }
}

describe('the order of events', () => {
  it('makes no difference: a server that followed them says what one says that comes later', async () => {
    await fc.assert(fc.asyncProperty(steps, compare), {
      numRuns: Number(process.env.OFFICE_HOURS_RUNS ?? 50),
    });
  });
});
