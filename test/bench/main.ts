/** What `npm run bench` prints. Figures are of one run on one machine; the ratios are what carries over. */

import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findProblems } from '../../server/core/checks/findProblems.ts';
import type { CheckContext } from '../../server/core/checks/problem.ts';
import { defaultSeverities } from '../../server/core/checks/rules.ts';
import { complete } from '../../server/core/features/completion/completion.ts';
import { parseNote } from '../../server/core/note/parse.ts';
import { builtinTemplate } from '../../server/core/template/file/builtin.ts';
import { Archive } from '../../server/core/workspace/noteIndex.ts';
import { scanFolder } from '../../server/core/workspace/scan.ts';
import { filesByNode } from '../../server/host/byNode.ts';
import { completionOfIssues } from './completion.ts';
import { measureGitHub } from './github.ts';
import { compare, type Figure, print } from './measure.ts';
import { makeArchive, makeNote, writeArchive } from './notes.ts';
import { loadPeers } from './peers.ts';

const peers = await loadPeers();

function contextOf(note: CheckContext['note']): CheckContext {
  return {
    note,
    template: builtinTemplate,
    fileName: '20260106_meeting_notes.md',
    fileDate: '2026-01-06',
    today: '2026-02-01',
  };
}

/** The least a server can do: one regular expression over every line. */
function floor(text: string): number {
  let found = 0;
  for (const line of text.split('\n')) if (/(?:PR|issue)? ?#\d+|TODO/.test(line)) found++;
  return found;
}

/** Types one letter into the middle of a line somewhere in the note: model, checks, and nothing else. */
function typist(lines: number): (sample: number) => undefined {
  let text = makeNote(lines, 1);
  let note = parseNote(text);
  return (sample) => {
    const at = text.indexOf(' ', Math.floor(((sample * 37) % 100) * 0.01 * text.length));
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    note = parseNote(text, { note, changes: [{ fromA: at, toA: at, fromB: at, toB: at + 1 }] });
    findProblems(contextOf(note), defaultSeverities);
    return undefined;
  };
}

async function keystroke(lines: number): Promise<void> {
  const text = makeNote(lines, 1);
  const others = peers
    ? [
        { name: 'markdown-it, whole note, no model', run: () => peers.markdownIt(text) },
        { name: 'mdast with GFM, whole note, no model', run: () => peers.mdast(text) },
      ]
    : [];
  const figures = await compare(
    [
      { name: 'ours: model and checks, incremental', run: typist(lines) },
      {
        name: 'ours: model and checks, afresh',
        run: () => void findProblems(contextOf(parseNote(text)), defaultSeverities),
      },
      { name: 'one regular expression a line', run: () => void floor(text) },
      ...others.map(({ name, run }) => ({ name, run: () => void run() })),
    ],
    lines > 1000 ? 60 : 200,
    lines > 1000 ? 20 : 60,
  );
  print(`A keystroke in a note of ${lines} lines`, figures);
}

async function scan(folder: string): Promise<Archive> {
  const archive = new Archive();
  const uri = `file://${folder}`;
  archive.setFolders([{ uri }]);
  await scanFolder(uri, undefined, {
    archive,
    files: filesByNode,
    clock: { now: () => Date.now(), today: () => '2026-02-01' },
    isOpen: () => false,
    isCancelled: () => false,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  });
  return archive;
}

async function indexing(count: number): Promise<void> {
  const folder = writeArchive(count);
  const texts = makeArchive(count).map(({ text }) => text);
  const others = peers
    ? [
        {
          name: 'markdown-it over the same texts, in memory',
          run: () => void texts.map((text) => peers.markdownIt(text)),
        },
      ]
    : [];
  const figures = await compare(
    [
      { name: 'ours: read from disk and indexed', run: async () => void (await scan(folder)) },
      { name: 'one regular expression a line, in memory', run: () => void texts.map(floor) },
      ...others,
    ],
    count > 5000 ? 3 : 8,
    1,
  );
  print(`An archive of ${count} notes of 80 lines, first index`, figures);
  rmSync(folder, { recursive: true, force: true });
}

async function completion(): Promise<void> {
  const folder = writeArchive(1000);
  const archive = await scan(folder);
  const uri = `file://${folder}/docs/office-hours/20260120_meeting_notes.md`;
  const figures: Figure[] = [];
  for (const lines of [80, 5000]) {
    const text = `${makeNote(lines, 7)}\n* A change (PR #`;
    const document = TextDocument.create(uri, 'markdown', 1, text);
    const note = parseNote(text);
    const series = archive.seriesOf(uri);
    const inputs = { note, uri, template: builtinTemplate, ...(series && { series }) };
    const run = () => void complete(document, inputs as Parameters<typeof complete>[1], text.length, '#');
    figures.push(...(await compare([{ name: `after "PR #" in ${lines} lines`, run }], 200, 50)));
  }
  print(
    'Completion from memory, 1,000 earlier notes',
    figures.map((figure) => ({ ...figure, ratio: figure.median / (figures[0]?.median ?? 1) })),
  );
  await completionOfIssues(archive, uri);
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds from the process's start to its answer to `initialize`. */
function startServer(): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  return new Promise((resolve) => {
    child.stdout.once('data', () => {
      const took = performance.now() - start;
      child.kill();
      child.once('exit', () => resolve(took));
    });
  });
}

function runNode(args: readonly string[]): Promise<undefined> {
  return new Promise((resolve) => {
    spawn(process.execPath, args, { stdio: 'ignore' }).once('exit', () => resolve(undefined));
  });
}

async function processes(): Promise<void> {
  const folder = writeArchive(1000);
  const figures = await compare(
    [
      { name: 'Node alone', run: () => runNode(['-e', '0']) },
      { name: 'the server, until it answers', run: startServer },
      { name: 'office-hours check, the samples', run: () => runNode(['dist/cli.js', 'check', 'samples']) },
      { name: 'office-hours check, 1,000 notes', run: () => runNode(['dist/cli.js', 'check', folder]) },
    ],
    7,
    1,
  );
  print('Whole processes', figures);
  rmSync(folder, { recursive: true, force: true });
}

const [cpu] = cpus();
process.stdout.write(
  `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; ${type()} ${release()}; Node ${process.versions.node}\n`,
);
if (!peers) process.stdout.write('Peers are left out: they could not be installed.\n');
await keystroke(80);
await keystroke(5000);
await completion();
await indexing(1000);
await indexing(10_000);
await measureGitHub();
await processes();
