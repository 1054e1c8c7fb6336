/** The workflow of docs/ci.md that opens a pull request, run with the command, Git and a stand-in for `gh`. */

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import { parse } from 'yaml';
import { cliBundle, offline, repository } from '../helpers/process.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
}

describe('the workflow of the next note', () => {
  let root: string;
  let steps: readonly Step[];

  before(function () {
    // The runner of the workflow is Ubuntu; its shell is Bash.
    if (process.platform === 'win32') this.skip();
    const guide = readFileSync(join(repository, 'docs', 'ci.md'), 'utf8');
    const [, text = ''] = /```yaml\n(name: Next note\n[\s\S]*?)\n```/.exec(guide) ?? [];
    const workflow = parse(text);
    steps = workflow.jobs.notes.steps;
    deepEqual(workflow.permissions, { contents: 'write', issues: 'read', 'pull-requests': 'write' });
  });

  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-C', folder, ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-workflow-')));
    const work = join(root, 'work');
    mkdirSync(join(work, 'docs'), { recursive: true });
    for (const [day, item] of [
      ['2026-01-06', 'call'],
      ['2026-01-20', 'write'],
    ])
      writeFileSync(
        join(work, 'docs', `${day}.md`),
        `# w office hours ${day}\n\n## Action items\n\n* TODO(Ada): ${item}\n`,
      );
    git(root, 'init', '--quiet', '--bare', '--initial-branch', 'main', 'origin.git');
    git(work, 'init', '--quiet', '--initial-branch', 'main');
    git(work, 'add', '.');
    git(work, 'commit', '--quiet', '--message', 'Notes');
    git(work, 'remote', 'add', 'origin', join(root, 'origin.git'));
    git(work, 'push', '--quiet', 'origin', 'main');
    mkdirSync(join(root, 'bin'));
    program('gh', `for each; do printf '%s\\n' "$each"; done >> "${join(root, 'gh.txt')}"`);
    program('office-hours', `exec "${process.execPath}" "${cliBundle()}" "$@"`);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function program(name: string, script: string): void {
    const path = join(root, 'bin', name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  /** As the runner starts a step (docs.github.com, "Workflow syntax", `jobs.<job_id>.steps[*].shell`). */
  function run(script: string): { status: number | null; stderr: string } {
    const env = {
      ...offline,
      PATH: [join(root, 'bin'), process.env.PATH].join(delimiter),
      RUNNER_TEMP: root,
      BASE: 'main',
    };
    return spawnSync('bash', ['-e', '-c', script], { cwd: join(root, 'work'), env, encoding: 'utf8' });
  }

  /** The steps behind the checkout. `parts`: without those that need GitHub. */
  const scripts = (parts: string) => {
    const found = steps.flatMap(({ run: script }) => script ?? []).slice(-2);
    equal(found.length, 2);
    ok(found[0]?.includes('--with highlights,todos,agenda'));
    return found.map((script) => script.replace('highlights,todos,agenda', parts));
  };

  it('pushes a branch with the note, and opens a pull request for it', () => {
    for (const script of scripts('todos')) {
      const { status, stderr } = run(script);
      equal(status, 0, stderr);
    }
    const name = readFileSync(join(root, 'note'), 'utf8').trim();
    match(name, /^docs\/2\d{3}-\d\d-\d\d\.md$/);
    const day = name.slice('docs/'.length, -'.md'.length);
    const pushed = git(join(root, 'origin.git'), 'show', `notes/${day}:${name}`);
    match(pushed, /Ada.*write/);
    deepEqual(readFileSync(join(root, 'gh.txt'), 'utf8').split('\n').slice(0, 8), [
      'pr',
      'create',
      '--base',
      'main',
      '--head',
      `notes/${day}`,
      '--title',
      `Next note: ${day}`,
    ]);
    // Run again before it is merged, it leaves everything as it is.
    git(join(root, 'work'), 'switch', '--quiet', 'main');
    const before = readFileSync(join(root, 'gh.txt'), 'utf8');
    for (const script of scripts('todos')) equal(run(script).status, 0);
    equal(readFileSync(join(root, 'gh.txt'), 'utf8'), before);
  });

  it('ends with an error, and pushes nothing, where GitHub does not answer', () => {
    const [create = ''] = scripts('todos,highlights');
    git(join(root, 'work'), 'remote', 'add', 'upstream', 'https://github.com/octo/lantern.git');
    for (const day of ['2026-01-06', '2026-01-20'])
      writeFileSync(join(root, 'work', 'docs', `${day}.md`), `# w office hours ${day}\n\n## Highlights\n`);
    const { status, stderr } = run(create);
    equal(status, 2, stderr);
    equal(existsSync(join(root, 'gh.txt')), false);
    equal(git(join(root, 'work'), 'status', '--porcelain', '--untracked-files=all').includes('??'), false);
  });
});
