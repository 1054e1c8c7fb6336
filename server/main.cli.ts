/** `office-hours`: the same core without an editor. */

import { buffer } from 'node:stream/consumers';
import { readArguments } from './cli/arguments.ts';
import { mcpHost } from './cli/mcp.ts';
import { isCapable } from './cli/progress.ts';
import { run } from './cli/run.ts';
import { systemClock } from './host/clock.ts';

async function main(): Promise<void> {
  const request = readArguments(process.argv.slice(2));
  // The server's module starts it as it loads, and takes `--stdio` from the arguments as well.
  if (request.kind === 'lsp') await import('./main.node.ts');
  else if (request.kind === 'mcp') await serveAssistants(request.folder);
  else {
    const { env, stdout, stderr } = process;
    // Node's own code for these is 1, which says that problems were found.
    process.on('uncaughtException', broken);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => interrupt(signal));
    await end(
      await run(request, {
        cwd: () => process.cwd(),
        env,
        stdin: () => buffer(process.stdin),
        stdout,
        stderr,
        isClosed: () => isClosed,
      }),
    );
  }
}

/** Standard output is for the protocol alone. */
async function serveAssistants(folder: string | undefined): Promise<void> {
  const served = mcpHost(folder, process.cwd(), systemClock);
  const bundle =
    served.kind === 'failed' ? served.message : await import('./main.mcp.ts').catch(() => noBundle);
  if (served.kind === 'failed' || typeof bundle === 'string') {
    process.stderr.write(`office-hours: mcp: ${bundle}\n`);
    await end(2);
  } else {
    await bundle.serve(served.host);
    await end(0);
  }
}

/** The extension's package does without it. */
const noBundle = 'this needs the npm package. Install it with "npm install --global office-hours-notes".';

/**
 * With a listener a signal waits for what is being done without a pause: a file is written whole before this is called. Then
 * the signal ends the process as it would have.
 */
function interrupt(signal: NodeJS.Signals): void {
  if (process.stderr.isTTY && isCapable(process.env)) process.stderr.write('\r\u001b[K');
  process.kill(process.pid, signal);
}

/** Exits without waiting for requests whose result is no longer needed. */
async function end(code: number): Promise<never> {
  await new Promise((written) => process.stdout.write('', written));
  if (lost !== undefined) {
    process.stderr.write(`office-hours: the output could not be written completely (${lost}).\n`);
  }
  await new Promise((written) => process.stderr.write('', written));
  process.exit(lost === undefined ? code : 2);
}

// `check … | head` closes the pipe; that is no failure of ours. A full disk is: a part of a report is none.
let isClosed = false;
let lost: string | undefined;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  isClosed = true;
  if (error.code !== 'EPIPE' && error.code !== 'EOF') lost ??= error.code ?? error.message;
});
process.stderr.on('error', () => {});
main().catch(broken);

function broken(error: unknown): never {
  process.stderr.write(`office-hours: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(2);
}
