/** Does what the command line asks for, but the language server. */

import { version } from '../../package.json';
import type { Request } from './arguments.ts';

/** The process as the commands see it. */
export interface Console {
  cwd(): string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown };
}

/** Gives the exit code: 0 no problems, 1 problems found, 2 could not run. */
export async function run(request: Exclude<Request, { kind: 'lsp' }>, to: Console): Promise<number> {
  switch (request.kind) {
    case 'help':
      to.stdout.write(request.text);
      return 0;
    case 'version':
      to.stdout.write(`${version}\n`);
      return 0;
    case 'wrong':
      to.stderr.write(`${request.message}\n`);
      return 2;
    case 'check':
    case 'new':
      return 2;
  }
}
