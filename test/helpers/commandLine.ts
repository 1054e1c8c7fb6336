/** The command line in a repository of its own, without a process. */

import { ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../../server/cli/arguments.ts';
import { run } from '../../server/cli/run.ts';
import { isFreeOfTokens } from './measures.ts';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  readonly stdin?: Uint8Array;
  readonly isTTY?: boolean;
  readonly isClosed?: () => boolean;
  /** Called with each piece that is written, in order. */
  readonly onWrite?: (to: 'stdout' | 'stderr', text: string) => void;
}

/** A folder to be removed at the end. It looks like a repository, and has no remote. */
export class CommandLine {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-')));

  constructor() {
    mkdirSync(join(this.root, '.git'));
  }

  path(path: string): string {
    return join(this.root, path);
  }

  write(path: string, content: string | Uint8Array = ''): void {
    mkdirSync(join(this.root, path, '..'), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }

  /** Runs a command line split at blanks, in the root or a folder below it, on 2026-02-05. */
  async run(
    line: string,
    folder = '',
    env: Readonly<Record<string, string>> = {},
    { stdin, isTTY = false, isClosed = () => false, onWrite = () => {} }: Terminal = {},
  ): Promise<Ended> {
    const written = { stdout: '', stderr: '' };
    const output = (to: 'stdout' | 'stderr') => ({
      isTTY,
      write(text: string) {
        written[to] += text;
        onWrite(to, text);
      },
    });
    const request = readArguments(line.split(' '));
    if (request.kind === 'lsp' || request.kind === 'mcp') throw new Error('not here');
    const code = await run(
      request,
      {
        cwd: () => join(this.root, folder),
        // Nothing listens there, unless a test says where.
        env: { GITHUB_API_URL: 'http://127.0.0.1:9', XDG_CACHE_HOME: join(this.root, '.cache'), ...env },
        ...(stdin && { stdin: async () => stdin }),
        stdout: output('stdout'),
        stderr: output('stderr'),
        isClosed,
      },
      { now: () => 0, today: () => '2026-02-05' },
    );
    ok(isFreeOfTokens(written.stdout + written.stderr), 'the command line has told a token');
    return { code, ...written };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A note without problems, in a file whose name has the date. */
export function goodNote(date = '2026-01-06'): string {
  return `# w office hours ${date}\n\nYouTube: https://youtu.be/x\n\n## Highlights since the last meeting\n\nada: x\n`;
}
