import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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
    const server = spawnServer();
    const folder = { uri: pathToFileURL(samples).href, name: 'samples' };
    const session = await initialize(server.client, pullClient, { params: { workspaceFolders: [folder] } });
    const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    ok(files.length >= 6);
    // The archive is read before a new note is proposed.
    await server.client.sendRequest('officeHours/newNote/dates', { folder: folder.uri, target: null });
    const expected: object[] = [];
    for (const file of files.sort()) {
      const uri = pathToFileURL(join(samples, file)).href;
      await session.open(uri, readFileSync(join(samples, file), 'utf8'));
      const report = await server.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      if (report.kind === 'full') expected.push(...report.items.map((item) => finding(file, item)));
    }
    await session.client.sendRequest('shutdown');
    await session.client.sendNotification('exit');
    await server.ended;
    server.client.dispose();

    const { code, stdout } = await office(['check', '--format', 'json', '.'], samples);
    deepEqual(JSON.parse(stdout), expected);
    equal(code, 1);
    ok(expected.length > 0);
  });
});

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
