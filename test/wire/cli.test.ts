import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { severities } from '../../shared/settings.ts';
import { cliBundle, offline, repository, spawnServer } from '../helpers/process.ts';
import { initialize, pullClient } from '../helpers/session.ts';

const samples = join(repository, 'samples');

async function office(
  args: readonly string[],
  cwd: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const started = promisify(execFile)(process.execPath, [cliBundle(), ...args], {
    cwd,
    env: offline,
  });
  try {
    return { code: 0, ...(await started) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

describe('the command line as a process', () => {
  it('says its version and how it is used', async () => {
    const [version, help, wrong] = await Promise.all([
      office(['--version'], samples),
      office(['--help'], samples),
      office(['chekc'], samples),
    ]);
    match(version.stdout, /^\d+\.\d+\.\d+\n$/);
    match(help.stdout, /office-hours check/);
    equal(wrong.code, 2);
  });

  it('finds in every sample what the server finds', async () => {
    const expected = await foundByServer(samples);
    ok(expected.length > 0);
    const { code, stdout } = await office(['check', '--format', 'json', '.'], samples);
    deepEqual(JSON.parse(stdout), expected);
    equal(code, 1);
  });

  it('finds what the server finds where templates lie further in and above', async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-nested-')));
    const write = (path: string, text: string) => {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    const template = (notes: string, section: string) =>
      `---\nnotes: ${notes}\nrecording: false\n---\n## ${section}\n`;
    try {
      write('.git/HEAD', 'ref: refs/heads/main\n');
      write('.office-hours/all.md', template("['part/*.md', '*.md']", 'Decisions'));
      write('part/.office-hours/calls.md', template('calls/*.md', 'Plans'));
      for (const folder of ['.', 'part', 'part/calls'])
        write(`${folder}/2026-01-06.md`, '# w office hours 2026-01-06\n\n## Other\n\nada: x\n');
      for (const [folder, count] of [
        ['.', 3],
        ['part', 2],
        ['part/calls', 1],
      ] as const) {
        const expected = await foundByServer(join(root, folder));
        equal(expected.length, count, folder);
        const { stdout } = await office(['check', '--format', 'json', '.'], join(root, folder));
        deepEqual(JSON.parse(stdout), expected, folder);
      }
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

/** What a server for this workspace folder says of its files, in the order of their names. */
async function foundByServer(root: string): Promise<object[]> {
  const server = spawnServer();
  const folder = { uri: pathToFileURL(root).href, name: 'notes' };
  const session = await initialize(server.client, pullClient, { params: { workspaceFolders: [folder] } });
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  // The archive is read before a new note is proposed.
  await server.client.sendRequest('officeHours/newNote', { folder: folder.uri, target: null });
  const found: object[] = [];
  for (const file of files.sort()) {
    const uri = pathToFileURL(join(root, file)).href;
    await session.open(uri, readFileSync(join(root, file), 'utf8'));
    const report = await server.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    if (report.kind === 'full') found.push(...report.items.map((item) => finding(file, item)));
  }
  await session.client.sendRequest('shutdown');
  await session.client.sendNotification('exit');
  await server.ended;
  server.client.dispose();
  return found;
}

const severityOf = [...severities].reverse();

function finding(file: string, { range, code, severity, message }: Diagnostic): object {
  return {
    file: file.replaceAll('\\', '/'),
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    code,
    severity: severityOf[(severity ?? 1) - 1],
    message,
  };
}
