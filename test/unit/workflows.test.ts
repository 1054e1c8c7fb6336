/** The workflows of this repository: what they need is in it, and what they use is pinned. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';

interface Job {
  readonly steps: readonly { run?: string; uses?: string }[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string;
  readonly environment?: string;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What npm itself does, without a script. */
const ownOfNpm = ['ci', 'publish', 'sbom'];

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
        const [, verb = '', first = '', ...wanted] = command.split(' ');
        const script = verb === 'run' ? first : verb;
        assert.ok(ownOfNpm.includes(script) || script in manifest.scripts, command);
        if (script !== 'test') continue;
        assert.deepEqual(
          wanted.filter((stage) => !stages.includes(stage)),
          [],
        );
      }
    });
  });
}

describe('the release', () => {
  const { on, jobs }: Workflow = parse(readFileSync(join(folder, 'release.yml'), 'utf8'));
  const commandsOf = (job: Job | undefined) => (job?.steps ?? []).map(({ run = '' }) => run).join('\n');

  it('is made of a tag alone', () => assert.deepEqual(on, { push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } }));

  it('publishes what was tested, from a job that a maintainer allows, without the sources', () => {
    assert.deepEqual(Object.keys(jobs), ['build', 'publish']);
    const { build, publish } = jobs;
    assert.deepEqual([publish?.needs, publish?.environment], ['build', 'release']);
    assert.ok(!publish?.steps.some(({ uses }) => uses?.startsWith('actions/checkout')));
    assert.match(commandsOf(build), /npm test -- .*\bunit\b/);
  });

  it('goes to both marketplaces, npm and the repository, with provenance and a list of contents', () => {
    const commands = commandsOf(jobs.publish);
    for (const command of ['vsce@', 'ovsx@', 'npm publish ./out/npm --provenance', 'gh release create'])
      assert.ok(commands.includes(command), command);
    assert.match(commandsOf(jobs.build), /npm sbom --sbom-format cyclonedx/);
    const actions = (jobs.build?.steps ?? []).map(({ uses = '' }) => uses.replace(/@.*/, ''));
    for (const action of ['actions/attest-build-provenance', 'actions/attest-sbom'])
      assert.ok(actions.includes(action), action);
  });

  it('uses the packaging tool that the tests use', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const { version } = packages['node_modules/@vscode/vsce'];
    assert.ok(commandsOf(jobs.publish).includes(`@vscode/vsce@${version} `), version);
  });
});

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
