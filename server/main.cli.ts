/** `office-hours`: the same core without an editor. */

import { readArguments } from './cli/arguments.ts';
import { run } from './cli/run.ts';

async function main(): Promise<void> {
  const request = readArguments(process.argv.slice(2));
  // The server's module starts it as it loads, and takes `--stdio` from the arguments as well.
  if (request.kind === 'lsp') await import('./main.node.ts');
  else await end(await run(request, process));
}

/** Nothing is left to wait for: a request that nobody needs any more may be on its way still. */
async function end(code: number): Promise<never> {
  await new Promise((written) => process.stdout.write('', written));
  await new Promise((written) => process.stderr.write('', written));
  process.exit(code);
}

// `check … | head` closes the pipe; that is no failure of ours.
process.stdout.on('error', () => {});
main().catch((error: unknown) => {
  process.stderr.write(`office-hours: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
});
