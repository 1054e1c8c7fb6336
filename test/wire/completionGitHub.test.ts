import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  MarkupContent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { type CompletionChangedParams, completionChanged, typedText } from '../../shared/protocol.ts';
import { faults } from '../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { lanternRepositories } from '../helpers/github/lantern.ts';
import type { LoggedRequest } from '../helpers/github/log.ts';
import { parseMarked } from '../helpers/markedText.ts';
import {
  type CountingTransport,
  countingTransport,
  type StoppableTimers,
  stoppableTimers,
} from '../helpers/ports.ts';
import { pullClient, type Session, startSession, until } from '../helpers/session.ts';
import { eventually } from '../helpers/until.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const uri = 'file:///w/20260811_meeting_notes.md';
const clock = { now: () => Date.parse('2026-08-11T12:00:00Z'), today: () => '2026-08-11' };
const head = '# lantern office hours 2026-08-11\n\nhttps://github.com/lantern-project/lantern/pull/209\n\n';
const capabilities: ClientCapabilities = {
  ...pullClient,
  textDocument: {
    ...pullClient.textDocument,
    completion: {
      completionItem: { labelDetailsSupport: true, documentationFormat: ['markdown', 'plaintext'] },
    },
  },
};

/** Whether a request speaks of something: in its address, its query or what it is about. */
function asks({ path, query, variables }: LoggedRequest, words: string): boolean {
  return `${path} ${query} ${JSON.stringify(variables)}`.includes(words);
}

describe('completion of references over the wire', () => {
  // The stand-in reads GitHub's schema for the first query.

  let github: GitHub;
  let session: Session;
  let grown: CompletionChangedParams[];
  let version = 1;
  let typedLast = '';
  let timers: StoppableTimers;
  let transport: CountingTransport;

  before(async () => {
    github = await createGitHub({
      repositories: [...lanternRepositories, { owner: 'octo', name: 'large', size: 20_000, hostile: false }],
      accounts: [{ token: 'secret', login: 'reader' }],
    });
  });
  after(() => github.stop());
  beforeEach(() => {
    github.requests.splice(0);
    grown = [];
  });
  afterEach(async () => {
    await session.close();
    await github.setFault(undefined);
  });

  async function start(token: string | undefined, settings: unknown = {}, plain = false): Promise<void> {
    const node = githubByNode({ GITHUB_API_URL: github.url, ...(token && { GH_TOKEN: token }) });
    ok(node.kind === 'ready');
    timers = stoppableTimers();
    transport = countingTransport(node.github.transport);
    session = await startSession(capabilities, {
      host: { clock, timers, github: { transport, storage: new MemoryStorage() } },
      // What lists have more is told to a client that says what it does for the server.
      params: plain ? {} : { initializationOptions: { remotesByClient: false } },
      settings: new Map([
        ['', settings],
        [uri, settings],
      ]),
      onConnect: (client) =>
        client.onNotification(completionChanged, (params: CompletionChangedParams) => {
          grown.push(params);
        }),
    });
    version = 1;
    typedLast = '';
    await session.open(uri, head, version);
  }

  /** Makes the marked text follow the note's head, and asks at its cursor; `trigger` as an editor tells it. */
  async function ask(marked: string, trigger?: string): Promise<CompletionList | null> {
    const { text, cursor } = parseMarked(`${head}${marked}`);
    // Asking again is no typing: the server looks up once the writer pauses.
    if (text !== typedLast) {
      typedLast = text;
      await session.client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text }],
      });
    }
    const position = TextDocument.create(uri, 'markdown', 1, text).positionAt(cursor!);
    const context = trigger ? { triggerKind: 2, triggerCharacter: trigger } : { triggerKind: 1 };
    const params = { textDocument: { uri }, position, context };
    return session.client.sendRequest<CompletionList | null>('textDocument/completion', params);
  }

  /** Asks until the list has an item with that label, as the store fills; gives the list. */
  async function listWith(marked: string, label: string): Promise<CompletionList> {
    const hasIt = (list: CompletionList | null) => list?.items.some((item) => item.label === label) ?? false;
    return (await eventually(label, () => ask(marked), hasIt))!;
  }

  const itemIn = (list: CompletionList, label: string): CompletionItem =>
    list.items.find((item) => item.label === label)!;
  const newTextOf = (item: CompletionItem): string | undefined =>
    (item.textEdit as { newText: string } | undefined)?.newText;

  for (const token of ['secret', undefined]) {
    it(`list and describe the own repository's, ${token ? 'signed in' : 'signed out'}`, async () => {
      await start(token);
      const list = await listWith('* PR #dry <|>', '#209');
      const item = itemIn(list, '#209');
      equal(list.isIncomplete, true);
      equal(item.labelDetails?.detail, ' ✓ Dry run: say what the rules would do');
      match(item.labelDetails?.description ?? '', /^merged 6mo$/);
      match(item.detail ?? '', /^pull request by okan\S*, merged 6 months ago, in this note$/);
      equal(item.documentation, undefined);

      const resolved = await session.client.sendRequest<CompletionItem>('completionItem/resolve', item);
      const { kind, value } = resolved.documentation as MarkupContent;
      equal(kind, 'markdown');
      match(value, /\$\(git-merge\)<\/span> Merged pull request&#44; 2026&#45;01&#45;16/);
      match(value, /Milestone&#58; 0&#46;10/);
      match(value, /follows the files and prints what would happen/);
      deepEqual({ ...resolved, documentation: undefined }, { ...item, documentation: undefined });
    });
  }

  it('write in the style of the settings', async () => {
    await start('secret', { references: { style: 'titled-link' } });
    const list = await listWith('* PR #dry <|>', '#209');
    equal(
      newTextOf(itemIn(list, '#209')),
      '[Dry run: say what the rules would do (#209)](https://github.com/lantern-project/lantern/pull/209)',
    );
  });

  it('ask nothing of GitHub for a key', async () => {
    await start('secret');
    await listWith('* #<|>', '#209');
    // However long a busy machine takes, the keys are typed without a pause between them.
    timers.stop();
    await until('the synchronization', () => transport.sent > 0 && transport.open === 0);
    const before = transport.sent;
    await Promise.all(['2', '20', '209', '20', '2', ''].map((typed) => ask(`* PR #${typed}<|>`)));
    equal(transport.sent, before);
  });

  it('fetch a repository that a note names for the first time once, and say when there is more', async () => {
    await start('secret');
    await listWith('* #<|>', '#209');
    github.requests.splice(0);
    equal(await ask('* example-org/tinyhttp#<|>', '#'), null);
    await until('the list to grow', () => grown.length > 0);
    deepEqual(
      grown.map((params) => params.uri),
      [uri],
    );
    const list = await ask('* example-org/tinyhttp#<|>');
    const item = list?.items.find(({ label }) => label === '#88');
    equal(item?.labelDetails?.detail, ' ○ Slow start when the certificate store is large');
    for (let typed = 80; typed < 90; typed++) await ask(`* example-org/tinyhttp#${typed}<|>`);
    equal(github.requests.filter((request) => asks(request, 'tinyhttp')).length, 1);
  });

  it("ask GitHub's search for words that memory has not, once the writer pauses", async () => {
    await start('secret');
    const title = github.item('octo/large', 77)?.title ?? '';
    const words = title.split(' ').slice(0, 4).join(' ');
    await listWith('* octo/large#<|>', '#20000');
    github.requests.splice(0);
    for (let typed = 4; typed < words.length; typed++) await ask(`* octo/large#${words.slice(0, typed)}<|>`);
    grown.splice(0);
    await ask(`* octo/large#${words}<|>`);
    await until('the list to grow', () => grown.length > 0);
    ok((await ask(`* octo/large#${words}<|>`))?.items.length);
    equal(github.requests.filter((request) => asks(request, 'search(')).length, 1);
  });

  it('answer at once while GitHub says nothing', async () => {
    await github.setFault(faults.silence);
    await start('secret');
    await until('GitHub to be asked', () => github.requests.length > 0);
    const list = await ask('* PR #<|>', '#');
    await ask('* octo/large#<|>', '#');
    await ask('* octo/large#words<|>');
    deepEqual([...new Set(github.requests.map(({ state }) => state))], ['open']);
    deepEqual(
      list?.items.map(({ label }) => label),
      ['#209'],
    );
  });

  it("offer the repository's people", async () => {
    await start('secret');
    const list = await listWith('thanks @<|>', '@mirela-lantern');
    ok(itemIn(list, '@mirela-lantern').detail);
  });

  it('wait for a search where a plain client would have nothing, or say that there is more to come', async () => {
    await start('secret', {}, true);
    const title = github.item('octo/large', 77)?.title ?? '';
    const words = title.split(' ').slice(0, 4).join(' ');
    // Fetched before, so that only the search is left.
    await listWith('* octo/large#<|>', '#20000');
    const list = await ask(`* octo/large#${words}<|>`);
    ok(list !== null && (list.items.length > 0 || list.isIncomplete), JSON.stringify(list));
    for (const { label } of list.items) ok(label.startsWith('#'), label);
  });

  it('say to a plain client that a list is incomplete while GitHub says nothing', async () => {
    await github.setFault(faults.silence);
    await start('secret', {}, true);
    deepEqual(await ask('* octo/large#words<|>'), { isIncomplete: true, items: [] });
  });

  it('tell the extension where the typed text begins, and only where there is a list', async () => {
    await start('secret');
    await listWith('* #<|>', '#209');
    const typed = async (marked: string, trigger?: string): Promise<unknown> => {
      await ask(marked, trigger);
      const { text, cursor } = parseMarked(`${head}${marked}`);
      const position = TextDocument.create(uri, 'markdown', 1, text).positionAt(cursor!);
      return session.client.sendRequest(typedText, { uri, position, ...(trigger && { trigger }) });
    };
    deepEqual(await typed('* PR #2<|>'), { start: 5, placeholder: false, inserts: false });
    deepEqual(await typed('* PR #number<|>)'), { start: 5, placeholder: true, inserts: false });
    deepEqual(await typed('* PR #<|>', '#'), { start: 5, placeholder: false, inserts: false });
    deepEqual(await typed('* TODO(tove): a line\n* TODO: <|>', ' '), {
      start: 2,
      placeholder: false,
      inserts: true,
    });
    deepEqual(await typed('* TODO(tove): a line\n* TODO(<|>', '('), {
      start: 2,
      placeholder: false,
      inserts: true,
    });
    const none = { start: null, placeholder: false, inserts: false };
    deepEqual(await typed('* PR #209 <|>', ' '), none);
    deepEqual(await typed('* words<|>'), none);
  });
});
