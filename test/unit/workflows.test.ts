/** The workflows of this repository: what they need is in it, and what they use is pinned. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { run?: string; uses?: string }[] }>>;
}

const folder = '.github/workflows';
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const stages = [...readFileSync('scripts/test.mjs', 'utf8').matchAll(/\bname: '([a-z-]+)'/g)].map(
  ([, name]) => name,
);

for (const file of readdirSync(folder)) {
  describe(`the workflow ${file}`, () => {
    const workflow: Workflow = parse(readFileSync(join(folder, file), 'utf8'));
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

    it('may read the repository, and no more', () =>
      assert.deepEqual(workflow.permissions, { contents: 'read' }));

    it('pins each action to a commit', () => {
      const actions = steps.flatMap(({ uses }) => uses ?? []);
      assert.ok(actions.length > 0);
      for (const action of actions) assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    });

    it('runs scripts of package.json, with stages that there are', () => {
      const commands = steps.flatMap(({ run }) => run ?? []).filter((run) => run.startsWith('npm '));
      assert.ok(commands.length > 0);
      for (const command of commands) {
        const [, script = '', , ...wanted] = command.split(' ');
        assert.ok(script in manifest.scripts, command);
        assert.deepEqual(
          wanted.filter((stage) => !stages.includes(stage)),
          [],
        );
      }
    });
  });
}

it('the workflows run every stage', () => {
  const commands = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const words = new Set(commands.join(' ').split(/\s+/));
  assert.ok(stages.length > 5);
  assert.deepEqual(
    stages.filter((stage) => !words.has(stage!)),
    [],
  );
});

it('the settings of editors, the policy for vulnerabilities and the changes are there', () => {
  for (const file of ['.editorconfig', 'SECURITY.md', 'CHANGELOG.md', '.github/dependabot.yml'])
    assert.ok(existsSync(file), file);
});
