/**
 * Random sessions beside a GitHub that fails at random: an editor that does anything, with people who sign in and out, titles that change, and
 * every kind of fault. Each request is answered, each position is in the text, the server has the editor's text, and no token is told.
 */

import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Hover, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import type { Timers, Transport } from '../../server/core/ports.ts';
import { systemTimers } from '../../server/host/clock.ts';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { verbatim } from '../../shared/l10n.ts';
import { clearCache, githubAccountChanged, refreshTitles } from '../../shared/protocol.ts';
import { faults } from '../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { strangeRepository } from '../helpers/github/strange.ts';
import { Follower, type FollowerOptions, uriOf, World } from '../helpers/longLived.ts';
import { countInputs, isFreeOfTokens } from '../helpers/measures.ts';
import { editorCapabilities, ModelEditor, questions, type Step } from '../helpers/modelEditor.ts';
import '../helpers/seed.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const runs = Number(process.env.OFFICE_HOURS_RUNS ?? 40);
const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20260101);

/** Who asks: nobody, two who see different repositories, one whose token GitHub rejects. */
const tokens = [undefined, 'canary-g1', 'canary-g2', 'canary-gx'] as const;
const privateWords = 'Known to the first alone';

const paths = ['w/docs/20260106_meeting_notes.md', 'w/docs/20260120_meeting_notes.md'];
const noteOf = (date: string, more: string) =>
  `# widget office hours ${date}\n\nYouTube: https://youtu.be/x\n\n## Highlights since the last meeting\n\n* Ada: PR #12 and issue #7\n* o/secret#3 and https://github.com/example-org/strange/issues/101\n${more}`;
const texts = [
  noteOf('2026-01-06', '* octo/gone#1, https://github.com/octo/big/pull/77\n'),
  noteOf('2026-01-20', '\n## Action items\n\n* TODO: look at #9\n'),
] as const;
const pieces = [
  ...['x', '\n', '* ', '😀', '\ud83d', 'PR #', 'PR #1', '#7', 'issue ', 'example-org/strange#1', 'o/secret#'],
  ...[
    '../user#1 ',
    'https://github.com/octo/big/pull/9 ',
    'https://ghe.example.com/o/r/issues/1 ',
    '@a',
    '```\n',
  ],
];

type GitHubStep =
  | Step
  | { readonly do: 'fault'; readonly fault: keyof typeof faults | undefined; readonly times: number }
  /** An index of `tokens`. */
  | { readonly do: 'account'; readonly who: number }
  | { readonly do: 'refresh' | 'clear' }
  | { readonly do: 'retitle' | 'remove'; readonly number: number };

const path = fc.constantFrom(...paths);
const place = fc.record({ line: fc.nat(12), character: fc.nat(60) });
const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc
  .record({ start: place, characters: fc.nat(4), text: fc.constantFrom('', ...pieces) })
  .map(({ start, characters, text }) => ({
    range: { start, end: { line: start.line, character: start.character + characters } },
    text,
  }));
const asked = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('hover', 'completion', 'inlayHint', 'documentLink') },
  { weight: 2, arbitrary: fc.constantFrom(...questions) },
);
const step: fc.Arbitrary<GitHubStep> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .record({ what: asked, path, at: place, pick: fc.nat(30), goesOn: fc.boolean() })
      .map(({ at, ...more }) => ({ do: 'ask' as const, ...more, ...at })),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      path,
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom(undefined, ...(Object.keys(faults) as (keyof typeof faults)[])),
      times: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('account' as const), who: fc.nat(tokens.length - 1) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('refresh' as const, 'clear' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('retitle' as const, 'remove' as const),
      number: fc.constantFrom(7, 9, 12),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'open' as const), path }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);
const sessions = fc.array(step, { minLength: 4, maxLength: 30, size: 'max' });

/** So much faster than in life, the deadlines of requests, too. */
const pace = 20;
const start = Date.parse('2026-02-05T12:00:00Z');
const timers: Timers = { after: (milliseconds, run) => systemTimers.after(milliseconds / pace, run) };

async function follow(steps: readonly GitHubStep[]): Promise<void> {
  countInputs(steps.length);
  const github = await createGitHub({
    repositories: [
      { owner: 'acme', name: 'widget', size: 30 },
      { owner: 'octo', name: 'big', size: 5_000 },
      {
        owner: 'o',
        name: 'secret',
        size: 5,
        private: true,
        readers: ['one'],
        items: Object.fromEntries([1, 2, 3, 4, 5].map((number) => [number, { title: privateWords }])),
      },
      strangeRepository,
    ],
    accounts: [
      { token: 'canary-g1', login: 'one' },
      { token: 'canary-g2', login: 'two' },
    ],
  });
  try {
    await followBeside(github, steps);
  } finally {
    await github.setFault(undefined);
    await github.stop();
  }
}

async function followBeside(github: GitHub, steps: readonly GitHubStep[]): Promise<void> {
  const began = Date.now();
  const transports = tokens.map((token) => {
    const node = githubByNode({ GITHUB_API_URL: github.url, GH_TOKEN: token });
    ok(node.kind === 'ready');
    return node.github.transport;
  });
  let who = 1;
  const transport: Transport = {
    account: (host) => transports[who]!.account(host),
    // As the extension: for an account that is signed out meanwhile, nothing is sent.
    send: async (request) => {
      const asked = transports[who]!;
      const { id } = await asked.account(request.host);
      if (id !== request.account)
        return { kind: 'failed', reason: 'cancelled', message: verbatim('another account') };
      return asked.send({ ...request, timeout: request.timeout / pace });
    },
  };
  const storage = new MemoryStorage();
  const world = new World();
  world.folders.set('w', 'docs');
  world.more = { repository: 'acme/widget', inlayHints: { titles: true }, codeLens: { enabled: true } };
  for (const [index, each] of paths.entries()) world.disk.set(each, texts[index]!);
  const options: FollowerOptions = {
    capabilities: editorCapabilities,
    host: {
      clock: { now: () => start + (Date.now() - began) * pace, today: () => '2026-02-05' },
      timers,
      github: { transport, storage },
    },
  };
  const place = {
    start: () => Follower.start(world, options),
    end: ({ session: { close } }: Follower) => close(),
  };
  const editor = await ModelEditor.start(world, place);
  const client = () => editor.follower.session.client;
  const otherStep = async (each: Exclude<GitHubStep, Step>): Promise<void> => {
    switch (each.do) {
      case 'fault':
        return github.setFault(each.fault && faults[each.fault], { times: each.times });
      case 'account':
        who = each.who;
        await client().sendNotification(githubAccountChanged, { host: 'github.com' });
        await editor.follower.received();
        return showsNothingPrivate();
      case 'clear':
        await client().sendRequest(clearCache);
        return;
      case 'refresh':
        await client().sendRequest(refreshTitles);
        return;
      default:
        if (github.item('acme/widget', each.number) === undefined) return;
        if (each.do === 'remove') github.remove('acme/widget', each.number);
        else github.edit('acme/widget', each.number, { title: '[x](command:y) <img src=z> \u202e\n# h' });
    }
  };
  /** From a change of accounts on, nobody sees what only another may. */
  const showsNothingPrivate = async (): Promise<void> => {
    if (who === 1) return;
    for (const [each, text] of world.open) {
      const lines = text.split(/\r\n|\r|\n/);
      const line = lines.findIndex((one) => one.includes('secret#3'));
      if (line < 0) continue;
      const position = { line, character: lines[line]!.indexOf('secret#3') + 7 };
      const hover = await client().sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri: uriOf(each) },
        position,
      });
      ok(!JSON.stringify(hover).includes(privateWords), 'shown to another account');
    }
  };
  try {
    for (const each of paths) await editor.step({ do: 'open', path: each });
    for (const each of steps) {
      const isOther = ['fault', 'account', 'clear', 'refresh', 'retitle', 'remove'].includes(each.do);
      if (isOther) await otherStep(each as Exclude<GitHubStep, Step>);
      else await editor.step(each as Step);
    }
    await editor.settled();
    const fresh = await Follower.fresh(world, { capabilities: editorCapabilities });
    try {
      for (const open of world.open.keys())
        deepEqual(await ofText(editor.follower, open), await ofText(fresh, open), open);
    } finally {
      await fresh.session.close();
    }
  } finally {
    await editor.end();
  }
  for (const [name, text] of storage.files) ok(isFreeOfTokens(name + text), 'a token is in a file');
}

/** What a server says that follows from the text alone. */
function ofText({ session: { client } }: Follower, open: string): Promise<unknown> {
  const textDocument = { uri: uriOf(open) };
  return Promise.all(
    ['documentSymbol', 'semanticTokens/full', 'foldingRange'].map((method) =>
      client.sendRequest(`textDocument/${method}`, { textDocument }).catch(({ code }) => code),
    ),
  );
}

/** What has failed, as small as it could be made, to be kept in `test/wire/githubSessions`. */
function keep(steps: readonly GitHubStep[]): string {
  const folder = join('out', 'sessions');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `github-${seed}.json`);
  writeFileSync(file, `${JSON.stringify(steps, undefined, 2)}\n`);
  return file;
}

describe(`random sessions beside GitHub (acceptance 12, 24, 39, 47), with the seed ${seed}`, () => {
  const kept = join('test', 'wire', 'githubSessions');
  for (const name of existsSync(kept) ? readdirSync(kept) : [])
    it(`what failed once: ${name}`, () => follow(JSON.parse(readFileSync(join(kept, name), 'utf8'))));

  it('random inputs: any steps in any order, and any faults', async function () {
    this.timeout(0);
    let left = Number.POSITIVE_INFINITY;
    const property = fc.asyncProperty(sessions, async (steps) => {
      if (left-- <= 0) return;
      try {
        await follow(steps);
      } catch (error) {
        left = Math.min(left, 60);
        throw error;
      }
    });
    const { counterexample, errorInstance } = await fc.check(property, { numRuns: runs });
    if (counterexample) throw new Error(`see ${keep(counterexample[0])}`, { cause: errorInstance });
  });
});
