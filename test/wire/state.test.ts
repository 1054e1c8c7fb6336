import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type DocumentDiagnosticReport, FileChangeType, ResponseError } from 'vscode-languageserver/node';
import { type TemplatesParams, templatesChanged } from '../../shared/protocol.ts';
import { Follower, uriOf, World } from '../helpers/longLived.ts';
import { meetingsOf, newNoteStep } from '../helpers/newNote.ts';
import { pullClient, type Session, startSession, until } from '../helpers/session.ts';
import { FakeTransport, json, MemoryStorage } from '../unit/github/fakes.ts';

const { Created, Changed, Deleted } = FileChangeType;

const note = (title: string, who = 'ada'): string =>
  `# ${title}\n\n## Updates\n\n* ${who}: hello #7\n\n## Action items\n\n* TODO(): write\n`;
const hours = (date: string, who?: string): string => note(`lantern office hours ${date}`, who);
const template = (heading: string, ...frontMatter: string[]): string =>
  ['---', ...frontMatter, '---', '# Call $1', '', `## ${heading}`, ''].join('\n');

const read = {
  'v/docs/2026-01-06.md': hours('2026-01-06', 'kim'),
  'v/docs/2026-01-07.md': hours('2026-01-07', 'kim'),
};

/** Begins with these files and folders; the steps come one after the other, and nobody waits for the server meanwhile. */
interface Story {
  readonly disk: Record<string, string>;
  readonly folders?: readonly string[];
  readonly steps: (world: World, follower: Follower) => void | Promise<void>;
  /** Words that are in what is said in the end, or are not. */
  readonly says?: RegExp;
  readonly saysNot?: RegExp;
}

const stories: Record<string, Story> = {
  'a workspace folder in another, of no repository: the outer one keeps its templates': {
    disk: {
      'w/.office-hours/call.md': template('Agenda', 'notes: calls/**'),
      'w/docs/2026-01-06.md': hours('2026-01-06'),
    },
    folders: ['w', 'w/docs'],
    steps: (world, follower) => open(world, follower, 'w/calls/one.md', note('One')),
    says: /"Agenda"/,
  },
  'the outer folder is removed: its templates go with it, though the inner one stays': {
    disk: {
      'w/.office-hours/call.md': template('Agenda', 'people: [Yan]'),
      'w/docs/2026-01-06.md': hours('2026-01-06'),
    },
    folders: ['w', 'w/docs'],
    async steps(world, follower) {
      await follower.settled();
      world.folders.delete('w');
      follower.foldersChanged([], ['w']);
    },
    saysNot: /Agenda/,
  },
  'a note goes that a template’s second glob names': {
    disk: {
      'w/.office-hours/call.md': template('Agenda', 'notes: [calls/**, old/*.md]'),
      'w/calls/2026-01-06.md': hours('2026-01-06'),
      'w/old/2026-01-20.md': hours('2026-01-20', 'grace'),
    },
    async steps(world, follower) {
      await follower.settled();
      world.disk.delete('w/old/2026-01-20.md');
      follower.watched('w/old/2026-01-20.md', Deleted);
      open(world, follower, 'w/calls/2026-02-03.md', hours('2026-02-03', 'eve'));
    },
    saysNot: /grace/,
  },
  'a file is told to be gone when it is there again': {
    disk: { 'w/docs/2026-01-06.md': hours('2026-01-06'), 'w/.office-hours/call.md': template('Agenda') },
    async steps(world, follower) {
      await follower.settled();
      follower.watched('w/docs/2026-01-06.md', Deleted);
      follower.watched('w/.office-hours/call.md', Deleted);
      open(world, follower, 'w/docs/2026-02-03.md', hours('2026-02-03', 'eve'));
    },
    says: /"ada".*Agenda/,
  },
  'a folder is told to be gone when it is there again': {
    disk: { 'w/docs/2026-01-06.md': hours('2026-01-06'), 'w/.office-hours/call.md': template('Agenda') },
    async steps(world, follower) {
      await follower.settled();
      follower.watched('w/docs', Deleted);
      follower.watched('w/.office-hours', Deleted);
      open(world, follower, 'w/docs/2026-02-03.md', hours('2026-02-03', 'eve'));
    },
    says: /"ada".*Agenda/,
  },
  'a folder of the settings is taken back': {
    disk: {
      'w/docs/2026-01-06.md': hours('2026-01-06'),
      'w/docs/2026-01-07.md': hours('2026-01-07'),
      'w/docs/a.md': note('Ideas'),
      'w/plans/2026-01-27.md': 'No title.\n',
      'w/plans/next.md': note('Meeting minutes', 'kim'),
      'w/plans/b.md': note('Ideas'),
      'w/plans/c.md': note('Ideas'),
    },
    async steps(world, follower) {
      for (const folder of ['plans', '']) {
        world.folders.set('w', folder);
        follower.settingsChanged();
        await follower.settled();
      }
      open(world, follower, 'w/plans/2026-02-03.md', hours('2026-02-03', 'eve'));
    },
    saysNot: /kim/,
  },
  'a folder gets the name of a notes’ folder': {
    disk: { 'w/old/plain.md': 'No title.\n\nkim: hello\n' },
    async steps(world, follower) {
      await follower.settled();
      world.disk.set('w/meetings/plain.md', world.disk.get('w/old/plain.md')!);
      world.disk.delete('w/old/plain.md');
      const files = [{ oldUri: uriOf('w/old'), newUri: uriOf('w/meetings') }];
      follower.notify('workspace/didRenameFiles', { files });
      open(world, follower, 'w/meetings/2026-02-03.md', hours('2026-02-03', 'eve'));
    },
    says: /kim/,
  },
  'a file comes while its folder is read': {
    disk: { 'w/docs/2026-01-06.md': hours('2026-01-06') },
    async steps(world, follower) {
      let told = false;
      world.busy = async (uris) => {
        if (told || !uris.includes(uriOf('w/docs/2026-01-06.md'))) return;
        told = true;
        world.disk.set('w/docs/next.md', note('Meeting minutes', 'kim'));
        follower.watched('w/docs/next.md', Created);
        await follower.received();
      };
      follower.foldersChanged([], ['w']);
      follower.foldersChanged(['w'], []);
      await follower.settled();
      open(world, follower, 'w/docs/2026-02-03.md', hours('2026-02-03', 'eve'));
    },
    says: /kim/,
  },
  'notes come beside a file that was none without them': {
    disk: {
      'w/docs/next.md': note('Meeting minutes', 'kim'),
      'w/docs/ideas.md': note('Ideas', 'mo'),
    },
    async steps(world, follower) {
      await follower.settled();
      for (const date of ['2026-01-06', '2026-01-20']) {
        world.disk.set(`w/docs/${date}.md`, hours(date));
        follower.watched(`w/docs/${date}.md`, Created);
      }
      open(world, follower, 'w/docs/2026-02-03.md', hours('2026-02-03', 'eve'));
    },
    says: /kim/,
  },
  'a template is opened while its file is read': {
    disk: {
      'w/docs/2026-01-06.md': hours('2026-01-06'),
      'w/.office-hours/call.md': template('Agenda'),
    },
    async steps(world, follower) {
      await follower.settled();
      world.busy = async () => {
        world.busy = async () => {};
        open(world, follower, 'w/.office-hours/call.md', template('Decisions'));
        await follower.received();
      };
      follower.watched('w/.office-hours/call.md', Changed);
      await follower.settled();
      open(world, follower, 'w/docs/2026-02-03.md', hours('2026-02-03'));
    },
    says: /Decisions/,
  },
  'a template is deleted while its file is read': {
    disk: { 'w/docs/2026-01-06.md': hours('2026-01-06'), 'w/.office-hours/call.md': template('Agenda') },
    async steps(world, follower) {
      await follower.settled();
      world.busy = async () => {
        world.busy = async () => {};
        world.disk.delete('w/.office-hours/call.md');
        follower.watched('w/.office-hours', Deleted);
        await follower.received();
      };
      follower.watched('w/.office-hours/call.md', Changed);
      await follower.settled();
      open(world, follower, 'w/docs/2026-02-03.md', hours('2026-02-03'));
    },
    saysNot: /Agenda/,
  },
  'a workspace folder is removed while a note of it is read': {
    disk: read,
    folders: ['w', 'v'],
    async steps(world, follower) {
      await follower.settled();
      world.busy = async () => {
        world.folders.delete('v');
        follower.foldersChanged([], ['v']);
        await follower.received();
      };
      const changes = Object.keys(read).map((path) => ({ uri: uriOf(path), type: Changed }));
      follower.notify('workspace/didChangeWatchedFiles', { changes });
      await follower.settled();
      world.busy = async () => {};
      open(world, follower, 'x/2026-02-03.md', hours('2026-02-03', 'eve'));
    },
    saysNot: /kim/,
  },
  'series of the same size come in another order': {
    disk: { 'w/b/2026-01-07.md': hours('2026-01-07', 'kim') },
    async steps(world, follower) {
      await follower.settled();
      world.disk.set('w/a/2026-01-06.md', hours('2026-01-06', 'ada'));
      follower.watched('w/a/2026-01-06.md', Created);
      await follower.settled();
      open(world, follower, 'w/c/2026-02-03.md', hours('2026-02-03', 'eve'));
    },
    says: /"ada"/,
  },
};

function open(world: World, follower: Follower, path: string, text: string): void {
  world.open.set(path, text);
  follower.opened(path);
}

describe('the state of a session', () => {
  const folder = { uri: uriOf('w'), name: 'w' };
  const path = 'w/docs/2026-02-03.md';
  const text = hours('2026-02-03');
  let world: World;
  let session: Session;

  beforeEach(() => {
    world = new World();
    world.disk.set('w/.office-hours/call.md', template('Agenda', 'notes: docs/**'));
    world.disk.set('w/docs/2026-01-06.md', hours('2026-01-06'));
  });
  afterEach(() => session.close());

  const start = async (
    options: Partial<Parameters<typeof startSession>[1]> = {},
    capabilities = pullClient,
  ) => {
    session = await startSession(capabilities, {
      host: { files: world.files() },
      params: { workspaceFolders: [folder] },
      ...options,
    });
  };
  const report = (previousResultId?: string, of = path) =>
    session.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(of) },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  const messages = async (of = path): Promise<string> => JSON.stringify(await report(undefined, of));
  const settled = () => meetingsOf(session.client, { folder: null });
  const removed = (uri: string) =>
    session.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri, name: 'w' }] },
    });

  it('knows a document that is opened again by the same version from the one before', async () => {
    world.disk.set(path, text);
    await start();
    await session.open(uriOf(path), text);
    await settled();
    const first = await report();
    equal((await report(first.resultId)).kind, 'unchanged');
    await session.client.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
    await session.open(uriOf(path), text.replace('TODO():', 'TODO:'));
    equal((await report(first.resultId)).kind, 'full');
  });

  it('takes a workspace folder away, however the client spells it then', async () => {
    await start();
    equal((await settled()).length, 1);
    await removed('file:///%77/');
    await until('the folder to be gone', () => {
      void settled().then((meetings) => {
        left = meetings.length;
      });
      return left === 0;
    });
  });
  let left = -1;

  it('takes the problems of a removed folder’s notes from a client that is not asked for settings', async () => {
    await start({}, { workspace: { workspaceFolders: true } });
    await session.open(uriOf(path), text);
    const last = () => JSON.stringify(session.published.at(-1) ?? null);
    await until('the template to be known', () => last().includes('Agenda'));
    await removed(folder.uri);
    await until('it to be forgotten', () => !last().includes('Agenda'));
  });

  it('tells no longer of a broken template whose folder is removed', async () => {
    const told: TemplatesParams[] = [];
    world.disk.set('w/.office-hours/call.md', template('Agenda', 'notes: ['));
    await start({
      params: { workspaceFolders: [folder], initializationOptions: { filesByClient: false } },
      onConnect: (client) =>
        void client.onNotification(templatesChanged, (params: TemplatesParams) => void told.push(params)),
    });
    await until('the broken template', () => told.at(-1)?.broken.length === 1);
    await removed(folder.uri);
    await until('none', () => told.at(-1)?.broken.length === 0);
  });

  it('reads the notes though the client refuses to tell its settings', async () => {
    await start({
      onConnect: (client) =>
        void client.onRequest('workspace/configuration', () => new ResponseError(-32601, 'no settings here')),
    });
    equal((await settled()).length, 1);
    await session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    equal((await settled()).length, 1);
  });

  it('keeps the settings of the start for which the client has none to tell', async () => {
    const initializationOptions = { settings: { checks: { severity: { 'section-missing': 'off' } } } };
    await start({ params: { workspaceFolders: [folder], initializationOptions } });
    await settled();
    await session.open(uriOf(path), text);
    ok(!(await messages()).includes('Agenda'));
  });

  it('keeps what it says of a template’s glob while a single note is read', async () => {
    const call = 'w/.office-hours/call.md';
    world.disk.set(call, template('Agenda', 'notes: call/**'));
    await start();
    await settled();
    await session.open(uriOf(call), world.disk.get(call)!);
    match(await messages(call), /template-glob/);
    let read = () => {};
    world.busy = () =>
      new Promise((resolve) => {
        read = resolve;
      });
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('w/docs/2026-01-06.md'), type: Changed }],
    });
    match(await messages(call), /template-glob/);
    world.busy = async () => {};
    read();
  });

  it('looks up what an open note mentions once the settings say whose numbers they are', async () => {
    const transport = new FakeTransport(() => json([]));
    await start({ host: { files: world.files(), github: { transport, storage: new MemoryStorage() } } });
    await session.open(uriOf(path), text);
    await settled();
    const asked = () => JSON.stringify(transport.requests);
    session.settings.set('', { repository: 'lantern-org/lantern' });
    await session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until('GitHub to be asked', () => asked().includes('lantern-org'));
    session.settings.set('', { repository: 'kite-org/kite' });
    await session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until('GitHub to be asked again', () => asked().includes('kite-org'));
  });

  /**
   * Types the name of a repository into the template.
   * @returns what was asked; undefined when the machine was slower than a writer: what stood there then was no half
   */
  async function askedWhileTyping(): Promise<string | undefined> {
    const transport = new FakeTransport(() => json([]));
    await start({ host: { files: world.files(), github: { transport, storage: new MemoryStorage() } } });
    const call = uriOf('w/.office-hours/call.md');
    await session.open(call, template('Agenda', 'notes: docs/**', 'repository: kite-org/kite'));
    await session.open(uriOf(path), text);
    const asked = () => JSON.stringify(transport.requests);
    await until('GitHub to be asked', () => asked().includes('kite-org'));
    const name = 'lantern-org/lantern';
    let longest = 0;
    let before = performance.now();
    for (let typed = name.length - 4; typed <= name.length; typed++) {
      const repository = `repository: ${name.slice(0, typed)}`;
      await session.client.sendNotification('textDocument/didChange', {
        textDocument: { uri: call, version: typed },
        contentChanges: [{ text: template('Agenda', 'notes: docs/**', repository) }],
      });
      await settled();
      if (typed > name.length - 4) longest = Math.max(longest, performance.now() - before);
      before = performance.now();
      // As somebody types who looks for the keys.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await until('GitHub to be asked', () => asked().includes('lantern-org'));
    return longest < 800 ? asked() : undefined;
  }

  it('asks nothing of a repository whose name is still being typed into a template', async () => {
    let asked = await askedWhileTyping();
    while (asked === undefined) {
      await session.close();
      asked = await askedWhileTyping();
    }
    for (const half of ['lan', 'lant', 'lante', 'lanter'])
      ok(!new RegExp(`\\b${half}\\b`).test(asked), asked);
  });

  it('knows the repository of a folder that became a clone, when a note of it is opened', async () => {
    let url = '';
    const remotes = async () => (url === '' ? [] : [{ name: 'origin', url }]);
    await start({ host: { files: world.files(), remotes } });
    await session.open(uriOf('w/docs/2026-01-06.md'), text);
    await settled();
    url = 'https://github.com/lantern-org/lantern.git';
    await session.open(uriOf(path), text);
    const params = { textDocument: { uri: uriOf(path) } };
    let links = '';
    await until('links', () => {
      void session.client.sendRequest('textDocument/documentLink', params).then((each) => {
        links = JSON.stringify(each);
      });
      return links.includes('lantern-org/lantern');
    });
  });

  it('reads the notes anew for whoever asks of them behind a change to their template', async () => {
    await start();
    world.disk.set('w/docs/more/d05m01y2026.md', '# Call\n');
    await session.open(uriOf('w/.office-hours/call.md'), template('Agenda', 'notes: docs/**'));
    await settled();
    await session.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf('w/.office-hours/call.md'), version: 2 },
      contentChanges: [{ text: template('Agenda', 'notes: docs/**', 'file: d{DD}m{MM}y{YYYY}.md') }],
    });
    const params = { folder: folder.uri, date: '2026-01-05' };
    equal((await newNoteStep(session.client, params)).kind, 'exists');
  });
});

describe('a server that followed events says what one says that comes later', () => {
  for (const [name, { disk, folders = ['w'], steps, says, saysNot }] of Object.entries(stories)) {
    it(name, async () => {
      const world = new World();
      for (const [path, text] of Object.entries(disk)) world.disk.set(path, text);
      for (const folder of folders) world.folders.set(folder, '');
      const follower = await Follower.start(world);
      await steps(world, follower);
      const fresh = await Follower.fresh(world);
      try {
        const said = await follower.says();
        deepEqual(said, await fresh.says());
        if (says) match(JSON.stringify(said), says);
        if (saysNot) ok(!saysNot.test(JSON.stringify(said)));
      } finally {
        await follower.session.close();
        await fresh.session.close();
      }
    });
  }
});
