/** `office-hours`: the same core without an editor. */

import { readArguments } from './cli/arguments.ts';
import { run } from './cli/run.ts';

async function main(): Promise<void> {
  const request = readArguments(process.argv.slice(2));
  // The server's module starts it as it loads, and takes `--stdio` from the arguments as well.
  if (request.kind === 'lsp') await import('./main.node.ts');
  else process.exitCode = await run(request, process);
}

// `check … | head` closes the pipe; that is no failure of ours.
process.stdout.on('error', () => {});
main().catch((error: unknown) => {
  process.stderr.write(`office-hours: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
});
