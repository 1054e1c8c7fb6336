import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { assistantTools } from '../../shared/assistantTools.ts';
import { lanternArchive } from '../helpers/lanternArchive.ts';
import { cliBundle, offline } from '../helpers/process.ts';

interface Message {
  readonly id?: number;
  readonly result?: Readonly<Record<string, never>> & {
    readonly content?: readonly { readonly type: string; readonly text: string }[];
    readonly isError?: boolean;
    readonly tools?: readonly { readonly name: string; readonly annotations: unknown }[];
    readonly serverInfo?: unknown;
  };
  readonly error?: { readonly code: number };
}

const begin = [
  {
    jsonrpc: '2.0',
    id: 0,
    method: 'initialize',
    params: {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    },
  },
  { jsonrpc: '2.0', method: 'notifications/initialized' },
];

const call = (id: number, name: string, input?: unknown) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, ...(input !== undefined && { arguments: input }) },
});

describe('the notes over the Model Context Protocol', () => {
  let root: string;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-mcp-')));
    mkdirSync(join(root, '.git'));
    mkdirSync(join(root, 'docs'));
    for (const [name, text] of Object.entries(lanternArchive)) writeFileSync(join(root, 'docs', name), text);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Sends lines, closes standard input, and gives all that came back. */
  async function serve(
    messages: readonly (object | string)[],
    args: readonly string[] = [],
  ): Promise<{ code: number; stderr: string; lines: string[]; byId: Map<number | undefined, Message> }> {
    const server = spawn(process.execPath, [cliBundle(), 'mcp', ...args], { cwd: root, env: offline });
    let [stdout, stderr] = ['', ''];
    server.stdout.on('data', (chunk) => (stdout += chunk));
    server.stderr.on('data', (chunk) => (stderr += chunk));
    server.stdin.on('error', () => {});
    server.stdin.end(
      messages.map((each) => `${typeof each === 'string' ? each : JSON.stringify(each)}\n`).join(''),
    );
    const [code] = await once(server, 'close');
    const lines = stdout.split('\n').filter(Boolean);
    const byId = new Map(lines.map((line) => JSON.parse(line) as Message).map((each) => [each.id, each]));
    return { code, stderr, lines, byId };
  }

  it('are offered as tools that only read', async () => {
    const { code, stderr, byId } = await serve([...begin, { jsonrpc: '2.0', id: 1, method: 'tools/list' }]);
    deepEqual([code, stderr], [0, '']);
    const { tools = [] } = byId.get(1)?.result ?? {};
    deepEqual(
      tools.map(({ name }) => name),
      assistantTools.map(({ name }) => name),
    );
    for (const { name, annotations } of tools)
      deepEqual(
        annotations,
        {
          title: assistantTools.find((tool) => tool.name === name)?.title,
          readOnlyHint: true,
          idempotentHint: true,
          openWorldHint: false,
        },
        name,
      );
  });

  it('answer every question before the end, also those asked at once', async () => {
    const { code, byId } = await serve([
      ...begin,
      call(1, 'open_action_items'),
      call(2, 'mentions_of_reference', { reference: 'octo/other#12' }),
      call(3, 'note_of_date', { date: '2026-01-20' }),
      call(4, 'promises', { person: 'bo' }),
    ]);
    equal(code, 0);
    const textOf = (id: number) => byId.get(id)?.result?.content?.[0]?.text ?? '';
    match(textOf(1), /^2 open action items/);
    match(textOf(2), /^1 line mentions it/);
    match(textOf(3), /File: docs\/20260120_meeting_notes\.md\n# lantern/);
    match(textOf(4), /"state":"done"/);
    for (const id of [1, 2, 3, 4]) match(textOf(id), /\n<\/quoted-notes-1>$/);
  });

  it('say what is wrong with a question, and go on', async () => {
    const { code, byId } = await serve([
      ...begin,
      'no JSON',
      call(1, 'write_note', { text: 'x' }),
      call(2, 'note_of_date', {}),
      { jsonrpc: '2.0', id: 3, method: 'resources/list' },
      call(4, 'note_of_date', { date: 'latest' }),
    ]);
    equal(code, 0);
    for (const id of [1, 2]) equal(byId.get(id)?.result?.isError, true);
    ok(byId.get(3)?.error);
    equal(byId.get(4)?.result?.isError, undefined);
  });

  it('are those of the folder that is named', async () => {
    const other = join(root, 'other');
    mkdirSync(join(other, '.git'), { recursive: true });
    writeFileSync(join(other, '2026-01-06.md'), '# w office hours 2026-01-06\n\nTODO(Ada): elsewhere\n');
    const { byId } = await serve([...begin, call(1, 'open_action_items')], ['other']);
    match(byId.get(1)?.result?.content?.[0]?.text ?? '', /^1 open action item\./);
    const none = await serve(begin, ['nowhere']);
    deepEqual(
      [none.code, none.stderr, none.lines],
      [2, 'office-hours: mcp: "nowhere" is not a folder.\n', []],
    );
  });

  it('are read anew with each question', async () => {
    const server = spawn(process.execPath, [cliBundle(), 'mcp'], { cwd: root, env: offline });
    let said = '';
    server.stdout.on('data', (chunk) => (said += chunk));
    const send = (message: object) => server.stdin.write(`${JSON.stringify(message)}\n`);
    const answered = async (id: number) => {
      while (!said.includes(`"id":${id}}`)) await once(server.stdout, 'data');
      return said.split('\n').find((line) => line.includes(`"id":${id}}`)) ?? '';
    };
    for (const message of begin) send(message);
    send(call(1, 'promises', { words: 'ladder' }));
    match(await answered(1), /0 action items/);
    writeFileSync(
      join(root, 'docs', '20260217_meeting_notes.md'),
      '# lantern office hours 2026-02-17\n\nTODO(Ada): find a ladder\n',
    );
    send(call(2, 'promises', { words: 'ladder' }));
    match(await answered(2), /1 action item/);
    server.stdin.end();
    const [code] = await once(server, 'close');
    equal(code, 0);
  });
});
