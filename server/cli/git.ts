/** Git, asked what was committed. It reads objects only: nothing that a repository's configuration names is run. */

import { execFile } from 'node:child_process';
import { dirname } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

export type GitAnswer =
  | { readonly kind: 'answer'; readonly text: string }
  /** Git ran and said no. `text`: its words, on one line. */
  | { readonly kind: 'refused'; readonly text: string }
  /** In words that name the remedy. */
  | { readonly kind: 'failed'; readonly message: string };

const timeLimitMs = 30_000;
/** The names of a million files. */
const mostBytes = 256 * 1024 * 1024;

/** `git rev-parse --local-env-vars`: a hook runs with these, and they would lead to another repository. */
const localVariables = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_GRAFT_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_SHALLOW_FILE',
];

/** Asks Git about the repository with this root, an absolute path. `args` begin with the command. Never rejects. */
export function askGit(root: string, args: readonly string[], env: Environment): Promise<GitAnswer> {
  // Reading objects consults no hook, filter or file system monitor; should it ever, or want to fetch what a partial clone
  // lacks, it may not.
  const safe = ['--no-pager', '--literal-pathspecs', '-c', 'core.fsmonitor=false', '-C', root];
  return new Promise((resolve) => {
    execFile(
      'git',
      [...safe, ...args],
      {
        // Windows looks there first, and the current folder may hold a stranger's git.exe.
        cwd: dirname(process.execPath),
        env: environmentFor(env),
        timeout: timeLimitMs,
        killSignal: 'SIGKILL',
        maxBuffer: mostBytes,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve({ kind: 'answer', text: stdout });
        else if (error.code === 'ENOENT') resolve(failed('Git was not found on the PATH'));
        else if (error.killed) resolve(failed(`Git did not respond within ${timeLimitMs / 1000} seconds`));
        else if (typeof error.code !== 'number') resolve(failed(`Git could not be run (${error.code})`));
        else resolve({ kind: 'refused', text: firstLine(stderr) });
      },
    );
  });
}

function environmentFor(env: Environment): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !localVariables.includes(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    // Wins over any `protocol.*.allow` of the repository (git-scm.com, "git", GIT_ALLOW_PROTOCOL).
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

function failed(what: string): GitAnswer {
  return { kind: 'failed', message: `${what}. Run the command without --since.` };
}

function firstLine(text: string): string {
  const [first = ''] = text.trim().split('\n');
  return first.startsWith('fatal: ') ? first.slice('fatal: '.length) : first;
}
