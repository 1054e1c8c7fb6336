/**
 * An editor that does anything in any order, and a server that follows it: each answer fits the text that the editor has, and what the server
 * says is what one says that has just been started. `sessions/` has what failed once.
 */

import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { systemClock } from '../../server/host/clock.ts';
import { ruleCodes } from '../../shared/settings.ts';
import { Follower, type FollowerOptions, uriOf, World } from '../helpers/longLived.ts';
import { countInputs, isKept } from '../helpers/measures.ts';
import { editorCapabilities, ModelEditor, type Place, questions, type Step } from '../helpers/modelEditor.ts';
import { type ServerProcess, spawnServer } from '../helpers/process.ts';
import '../helpers/seed.ts';

const runs = Number(process.env.OFFICE_HOURS_RUNS ?? 40);
const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20260101);

const paths = [
  'w/docs/20260106_meeting_notes.md',
  'w/docs/20260120_meeting_notes.md',
  'w/docs/20260203_meeting_notes.md',
  'w/docs/plain.md',
  'w/calls/2026-01-07.md',
  'v/one file.md',
];
const template = 'w/.office-hours/call.md';

const noteOf = (date: string, owner: string) =>
  `# widget office hours ${date}\n\nYouTube: https://youtu.be/x\n\n## Highlights since the last meeting\n\n* ${owner}: PR #12 and [#13](https://github.com/acme/widget/pull/14)\n* 😀 issue #7\n\n## Action items\n\n* ${owner} to close #16\n* TODO: write the docs\n`;
const texts = [
  noteOf('2026-01-06', 'ada'),
  noteOf('2025-01-20', 'Grace'),
  noteOf('2026-02-03', '@seph').replaceAll('\n', '\r\n'),
  '# Ideas\n\nNothing in particular.\n',
  '',
  // Several meetings in a file.
  `# Kite call\n\n${['2026-01-20', '2026-01-13', '2026-01-06']
    .map(
      (date) => `## ${date}\n\n### Attendees\n\n* Ada\n* Lin\n\n### Notes\n\n* #3 by Lin\n* TODO: ship\n\n`,
    )
    .join('')}`,
];
const templateTexts = [
  '---\nnotes: calls/**\n---\n# Call $1\n\n## Agenda\n',
  '---\nnotes: [calls/**, docs/**]\npeople: [Yan]\nevery: Tuesday\n---\n# Call ${1:title}\n\n## Updates\n\n## Action items\n',
];
const pieces = [
  ...[
    '',
    'x',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    ' ',
    '\t',
    '# ',
    '## ',
    '* ',
    '- [ ] ',
    '> ',
    '`',
    '```\n',
    '---\n',
  ],
  ...['😀', '\ud83d', '\ude00', 'e\u0301', '日本', '\u0000', '\ufeff', '<!-- ', ' -->', '[', '](', ')', '|'],
  ...[
    'TODO: ',
    'TODO(seph): ',
    'PR #',
    'PR #12',
    '#7',
    '@',
    '@ada ',
    'o/r#3',
    'https://github.com/o/r/pull/3 ',
  ],
  ...['2026-01-20', 'YouTube: ', '## Action items\n\n* do it\n', '## 2026-01-27\n\n* Ada: #1\n\n'],
  '## Highlights since the last meeting\n',
  '| Task | Owner |\n|--|--|\n| a | Zed |\n',
  '<!-- office-hours-disable-next-line todo-owner-missing -->\n',
];

const settings = [
  {},
  { repository: 'acme/widget', inlayHints: { titles: true }, codeLens: { enabled: true } },
  { checks: { severity: Object.fromEntries(ruleCodes.map((code) => [code, 'warning'])) } },
  { checks: { severity: { 'title-missing': 'off', nonsense: 1 } }, references: { style: 'link' } },
  { codeLens: { enabled: true }, actionItems: { meetings: 1 }, repository: '../user' },
];

const place = fc.record({
  line: fc.oneof({ weight: 12, arbitrary: fc.nat(18) }, fc.constant(100_000)),
  character: fc.oneof({ weight: 12, arbitrary: fc.nat(40) }, fc.constant(100_000)),
});
/** Most of what is done is done to a note that is open. */
const pathOf = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...paths) },
  { weight: 4, arbitrary: fc.constantFrom(paths[0]!, paths[5]!) },
);
const inserted = fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((each) => each.join(''));
const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record({
        start: place,
        lines: fc.nat(2),
        characters: fc.integer({ min: -3, max: 12 }),
        text: inserted,
      })
      .map(({ start, lines, characters, text }) => {
        // Sometimes the end comes first.
        const character = Math.max(0, start.character + characters);
        return { range: { start, end: { line: start.line + lines, character } }, text };
      }),
  },
  {
    weight: 10,
    arbitrary: fc
      .record({ start: place, text: inserted })
      .map(({ start, text }) => ({ range: { start, end: start }, text })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...texts).map((text) => ({ text })) },
);

const ask: fc.Arbitrary<Step> = fc
  .record({
    what: fc.constantFrom(...questions),
    path: pathOf,
    at: place,
    pick: fc.nat(30),
    how: fc.constantFrom('waits', 'waits', 'waits', 'waits', 'goes on', 0, 1, 3),
  })
  .map(({ what, path, at, pick, how }) => ({
    do: 'ask' as const,
    what,
    path,
    ...at,
    pick,
    ...(typeof how === 'number' && { cancel: how }),
    ...(how === 'goes on' && { goesOn: true }),
  }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: ask },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      path: pathOf,
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record(
      { do: fc.constant('open' as const), path: pathOf, text: fc.constantFrom(...texts) },
      { requiredKeys: ['do', 'path'] },
    ),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('close' as const, 'save' as const, 'delete' as const),
      path: pathOf,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      path: pathOf,
      text: fc.constantFrom(...texts),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      path: fc.constant(template),
      text: fc.constantFrom(...templateTexts),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('open' as const, 'close' as const, 'delete' as const),
      path: fc.constant(template),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), path: pathOf, to: pathOf }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('settings' as const), settings: fc.constantFrom(...settings) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('folder' as const), path: fc.constantFrom('w', 'v', 'w/docs') }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

interface Session {
  /** Which client, and so which requests there are. */
  readonly client: 'extension' | 'plain';
  /** After so many steps each the server is compared with a fresh one: what is under way meanwhile counts, too. */
  readonly pace: number;
  readonly steps: readonly Step[];
}

const sessions: fc.Arbitrary<Session> = fc.record({
  client: fc.constantFrom('extension' as const, 'plain' as const),
  pace: fc.constantFrom(1, 1, 2, 5),
  steps: fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }),
});

/** All that a server says of a document, but for how often it was asked. */
async function shown({ session: { client } }: Follower, path: string, text: string): Promise<unknown> {
  const uri = uriOf(path);
  const range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
  const ask = (method: string, more: object = {}) =>
    client
      .sendRequest<object | null>(`textDocument/${method}`, { textDocument: { uri }, range, ...more })
      // What only the other kind of client is offered.
      .catch(({ code }: { code: number }) => ok(code === -32601));
  const { items } = (await ask('diagnostic')) as { items: unknown[] };
  const lines = text.split(/\r\n|\r|\n/);
  const ends = [...new Set([0, Math.floor(lines.length / 2), lines.length - 1])].map((line) => ({
    line,
    character: lines[line]!.length,
  }));
  const said: unknown[] = [items];
  for (const method of ['documentLink', 'documentSymbol', 'inlayHint', 'codeLens', 'semanticTokens/full'])
    said.push(await ask(method));
  for (const only of [{}, { only: ['source.fixAll', 'refactor'] }])
    said.push(await ask('codeAction', { context: { diagnostics: items, ...only } }));
  for (const position of ends)
    for (const method of ['hover', 'completion', 'documentHighlight', 'references'])
      said.push(await ask(method, { position, context: { includeDeclaration: true } }));
  // Versions differ, and nothing else.
  return JSON.parse(JSON.stringify(said), (key, value) => (key === 'version' ? undefined : value));
}

/** A world as the steps know it, `root` being where it is: a path without a slash at either end, and one behind it. */
function worldAt(root: string): World {
  const world = new World();
  world.folders.set(`${root}w`, '');
  for (const [index, path] of paths.entries())
    if (index !== 3 && index !== 4) world.disk.set(root + path, texts[index]!);
  return world;
}

function optionsOf(client: Session['client']): FollowerOptions {
  const params = { initializationOptions: { githubByClient: false } };
  return { capabilities: editorCapabilities, ...(client === 'extension' && { params }) };
}

const inThisProcess = (session: Session): Promise<void> => {
  const world = worldAt('');
  const options = optionsOf(session.client);
  const place: Place = {
    start: () => Follower.start(world, options),
    end: ({ session: { close } }) => close(),
  };
  return follow(world, place, session.steps, session.pace, options);
};

/** With files on the disk, and a server that is killed where it is to be restarted. */
async function asProcess({ steps, pace }: Session): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'office-hours-session-'));
  const root = `${folder.replaceAll('\\', '/').replace(/^\//, '')}/`;
  const world = worldAt(root);
  const options = { ...optionsOf('extension'), host: { clock: systemClock } };
  const disk = {
    write(path: string, text: string) {
      mkdirSync(dirname(`/${path}`), { recursive: true });
      writeFileSync(`/${path}`, text);
    },
    remove: (path: string) => rmSync(`/${path}`),
  };
  for (const [path, text] of world.disk) disk.write(path, text);
  const running = new Map<Follower, ServerProcess>();
  const place: Place = {
    async start() {
      const server = spawnServer();
      const follower = await Follower.start(world, { ...options, client: server.client });
      running.set(follower, server);
      return follower;
    },
    async end(follower) {
      const { process, ended, client } = running.get(follower)!;
      equal(process.exitCode, null, 'the server has ended');
      process.kill('SIGKILL');
      await ended;
      client.dispose();
    },
    disk,
  };
  const moved = steps.map((each) => ({
    ...each,
    ...('path' in each && { path: root + each.path }),
    ...('to' in each && { to: root + each.to }),
  }));
  try {
    await follow(world, place, moved, pace, options);
    for (const [path, text] of world.disk)
      ok(isKept(readFileSync(`/${path}`, 'utf8'), wellFormed(text)), path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Half a character cannot be in a file. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

async function follow(
  world: World,
  place: Place,
  steps: readonly Step[],
  pace: number,
  options: FollowerOptions,
): Promise<void> {
  countInputs(steps.length);
  const editor = await ModelEditor.start(world, place);
  for (const path of world.disk.keys()) await editor.step({ do: 'open', path });
  const compared = async (isLast: boolean) => {
    await editor.settled();
    const fresh = await Follower.fresh(world, options);
    try {
      // The first time is for what is read, the second for what that teaches.
      for (const each of [fresh, fresh, editor]) await each.settled();
      for (const [path, text] of world.open)
        deepEqual(await shown(editor.follower, path, text), await shown(fresh, path, text), path);
      if (isLast) deepEqual(await editor.follower.says(), await fresh.says());
      deepEqual([...editor.follower.session.errors, ...fresh.session.errors], []);
    } finally {
      await fresh.session.close();
    }
  };
  try {
    for (const [index, each] of steps.entries()) {
      await editor.step(each);
      if (index % pace === pace - 1) await compared(false);
    }
    await compared(true);
  } finally {
    await editor.end();
  }
}

/** What has failed, as small as it could be made, to be kept in `test/wire/sessions`. */
function keep(session: Session): string {
  const folder = join('out', 'sessions');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${seed}.json`);
  writeFileSync(file, `${JSON.stringify(session, undefined, 2)}\n`);
  return file;
}

const mostToShrink = 200;

describe(`random sessions (acceptance 24, 45), ${runs} with the seed ${seed}`, () => {
  const kept = join('test', 'wire', 'sessions');
  for (const name of readdirSync(kept))
    it(`what failed once: ${name}`, () => inThisProcess(JSON.parse(readFileSync(join(kept, name), 'utf8'))));

  const check = async (run: (session: Session) => Promise<void>, numRuns: number) => {
    // A failure is made smaller by so many more runs: there is no end to that otherwise.
    let left = Number.POSITIVE_INFINITY;
    const bounded = fc.asyncProperty(sessions, async (session) => {
      if (left-- <= 0) return;
      try {
        await run(session);
      } catch (error) {
        left = Math.min(left, mostToShrink);
        throw error;
      }
    });
    const { counterexample, errorInstance } = await fc.check(bounded, { numRuns });
    if (counterexample) throw new Error(`see ${keep(counterexample[0])}`, { cause: errorInstance });
  };

  it('random inputs: any steps in any order', async function () {
    this.timeout(0);
    await check(inThisProcess, runs);
  });

  it('random inputs: the same with files on the disk and a server that is killed now and then', async function () {
    this.timeout(0);
    await check(asProcess, Math.ceil(runs / 10));
  });
});
