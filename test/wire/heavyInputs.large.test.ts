/**
 * A server that gets every heavy or hostile text at once goes on: it ends no more than it should, every other note is answered, and its
 * longest stall is counted. See "Acceptance" in CONTRIBUTING.md.
 */

import { deepEqual, ok } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { goodNote } from '../helpers/commandLine.ts';
import { hostileTitles } from '../helpers/github/hostileTitles.ts';
import { countInputs, countStall } from '../helpers/measures.ts';
import { cliBundle, offline } from '../helpers/process.ts';
import { initialize, pullClient, type Session } from '../helpers/session.ts';
import { worstStall, writeMonitor } from '../helpers/stall.ts';
import { eventually } from '../helpers/until.ts';

const head =
  '# w office hours 2026-01-06\n\nYouTube: https://youtu.be/x\n\n## Highlights since the last meeting\n\n';
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

const dayBefore = (weeks: number) => new Date(Date.UTC(2026, 0, 6 - 7 * weeks)).toISOString().slice(0, 10);

const notes: readonly (readonly [title: string, text: string])[] = [
  ['10 MB (acceptance 27)', head + '* ada: PR #1 and more words here\n'.repeat(300_000)],
  ['a line of 1 MB (acceptance 27)', `${head}${'word #1 '.repeat(125_000)}\n`],
  ...['- ', '1. ', '[a](', '> ', '*a '].map(
    (mark) =>
      [
        `99 KB of ${mark} (acceptance 42)`,
        `${head}${mark.repeat(99_000 / mark.length)}\n\nafter #2\n`,
      ] as const,
  ),
  [
    '20,000 links in a paragraph (acceptance 42)',
    `${head}${'[#1](https://github.com/o/r/pull/1) '.repeat(20_000)}\n`,
  ],
  [
    '1,000 unknown hosts (acceptance 43)',
    head + many(1_000, (at) => `* https://ghe${at}.example.com/o/r/issues/1\n`),
  ],
  ['20,000 repositories', head + many(20_000, (at) => `* o${at}/r${at}#${at + 1}\n`)],
  ['60,000 sections', `${head}${'## A\n\n'.repeat(60_000)}`],
  ['60,000 topics', head + many(60_000, (at) => `## Topic ${at}\n\n* ada: PR #${at}\n\n`)],
  ['10,000 links in lines of a paragraph', `${head}${`${'[a](x)'.repeat(100)}\n`.repeat(100)}`],
  ['a table of 20,000 rows', `${head}| a | b |\n|---|---|\n${'| write | Ada |\n'.repeat(20_000)}`],
  [
    '1,000 meetings in a file',
    `# Calls\n\n${many(1_000, (at) => `## ${dayBefore(at)}\n\n* #${at} by Lin\n\n`)}`,
  ],
  [
    'every hostile title (acceptance 44)',
    head +
      Object.values(hostileTitles)
        .map((title) => `* ${title} #1\n`)
        .join(''),
  ],
  ['mixed line ends (acceptance 30)', `${head.replaceAll('\n', '\r')}* a\r\n* b\r* c\n`.repeat(500)],
  ['halves of characters', `${head}${'\ud800 x \udc00 #1 \u202e\u200b\n'.repeat(2_000)}`],
];

const templates: readonly (readonly [title: string, text: string])[] = [
  ['`? ` × 3,000 (acceptance 40)', `---\n${'? '.repeat(3_000)}\n---\n`],
  ['`x:` and `- ` × 20,000 (acceptance 40)', `---\nx: ${'- '.repeat(20_000)}\n---\n`],
  ['`[` × 30,000 (acceptance 40)', `---\nx: ${'['.repeat(30_000)}\n---\n`],
  ['a body of `- ` × 20,000 (acceptance 40)', `---\nnotes: other/**\n---\n# T\n\n${'- '.repeat(20_000)}\n`],
];

describe('a server with heavy inputs', function () {
  // A safety net: each text is read by a process of its own, on a machine that does other things.
  this.timeout(300_000);
  let folder: string;
  let child: ChildProcess;
  let client: ProtocolConnection;
  let session: Session;
  const other = () => `${pathToFileURL(folder).href}/docs/20260120_meeting_notes.md`;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'office-hours-heavy-'));
    for (const name of ['.git', 'docs', '.office-hours']) mkdirSync(join(folder, name));
    // On disk as well as pasted.
    for (const [at, [, text]] of templates.entries())
      writeFileSync(join(folder, '.office-hours', `disk${at}.md`), text);
    const monitor = join(folder, '.git', 'monitor.cjs');
    writeMonitor(monitor, join(folder, '.git', 'stall'));
    child = spawn(process.execPath, ['--require', monitor, cliBundle(), 'lsp', '--stdio'], { env: offline });
    client = createProtocolConnection(
      new StreamMessageReader(child.stdout!),
      new StreamMessageWriter(child.stdin!),
    );
    client.listen();
    const workspace = { uri: pathToFileURL(folder).href, name: 'notes' };
    session = await initialize(client, pullClient, { params: { workspaceFolders: [workspace] } });
    await client.sendRequest('officeHours/newNote', { folder: workspace.uri, target: null });
    await session.open(other(), goodNote('2026-01-20').replace('01-20', '01-21'));
    // Starting is no stall.
    child.kill('SIGUSR2');
    await eventually(
      'the monitor',
      () => worstStall(join(folder, '.git', 'stall')),
      (worst) => worst < 5,
    );
  });
  after(async () => {
    countStall(worstStall(join(folder, '.git', 'stall')));
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const problems = async (uri: string) => {
    const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
  };

  for (const [at, [title, text]] of [...notes, ...templates].entries()) {
    it(title, async () => {
      countInputs(1);
      const place =
        at < notes.length ? `docs/${20260300 + at + 1}_meeting_notes.md` : `.office-hours/pasted${at}.md`;
      const uri = `${pathToFileURL(folder).href}/${place}`;
      await session.open(uri, text);
      const first = problems(uri);
      // Another note is answered meanwhile, or next.
      deepEqual(await problems(other()), ['title-date-mismatch']);
      await first;
      const start = { line: 6, character: 0 };
      const ask = (method: string) =>
        client.sendRequest(method, {
          textDocument: { uri },
          position: { line: 6, character: 1 },
          range: { start, end: { line: 60, character: 0 } },
          context: { diagnostics: [], triggerKind: 1 },
        });
      for (const inserted of ['x', '```\n']) {
        await client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges: [{ range: { start, end: start }, text: inserted }],
        });
        await problems(uri);
      }
      for (const method of ['hover', 'completion', 'documentLink', 'codeAction'])
        await ask(`textDocument/${method}`);
      await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
      deepEqual(await problems(other()), ['title-date-mismatch']);
      ok(child.exitCode === null && child.signalCode === null, 'the server has ended');
    });
  }
});
