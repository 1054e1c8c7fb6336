/** The real server as a process, spoken to over its standard streams, byte by byte where a test wants that. */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** The repository's root. The test runner starts in it. */
export const repository = process.cwd();

let built: string | undefined;

/** The command line's bundle, built once per run from what is in the working tree. */
export function cliBundle(): string {
  if (built === undefined) {
    built = join(repository, 'out', 'wire', 'cli.js');
    const written = `${built}.${process.pid}`;
    buildSync({
      absWorkingDir: repository,
      entryPoints: ['server/main.cli.ts'],
      outfile: written,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
    // Tests run in several processes: none may start what another has written in part, for an empty file ends well.
    renameSync(written, built);
  }
  return built;
}

export interface ServerProcess {
  readonly process: ChildProcessWithoutNullStreams;
  readonly client: ProtocolConnection;
  /** The exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
}

/** For every process of ours: no test asks the network, whoever's token is in the environment. Nothing listens there. */
export const offline: NodeJS.ProcessEnv = {
  ...process.env,
  GITHUB_API_URL: 'http://127.0.0.1:9',
  GITHUB_GRAPHQL_URL: '',
  GH_TOKEN: '',
  GITHUB_TOKEN: '',
  XDG_CACHE_HOME: join(repository, 'out', 'wire', 'cache'),
};

export function spawnServer(): ServerProcess {
  const child = spawn(process.execPath, [cliBundle(), 'lsp', '--stdio'], { stdio: 'pipe', env: offline });
  // A server that has gone breaks the pipe; the tests look at its exit code.
  child.stdin.on('error', () => {});
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.listen();
  return { process: child, client, ended };
}

/** A message as it goes over the wire. */
export function frame(message: unknown): string {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
