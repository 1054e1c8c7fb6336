import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse, parseDocument } from 'yaml';
import { readArguments } from '../../../server/cli/arguments.ts';
import { usage } from '../../../server/cli/usage.ts';

const guide = readFileSync('docs/ci.md', 'utf8');

/** The contents of the fenced blocks of a language. */
function blocks(language: string): string[] {
  return guide
    .split('\n```')
    .flatMap((part) => (part.startsWith(`${language}\n`) ? [part.slice(language.length + 1)] : []));
}

/** The arguments of each call of the program in a shell script; what follows `>`, `||` or `#` is the shell's. */
function calls(script: string): string[][] {
  return script.split('\n').flatMap((line) => {
    const [command = ''] = line.split(/ (?:>|\|\||#)/);
    const words = command
      .trim()
      .split(/ +/)
      .map((word) => word.replaceAll('"', ''));
    const at = words.findIndex((word) => word === 'office-hours' || word === 'office-hours-notes');
    return at < 0 || words.includes('install') ? [] : [words.slice(at + 1)];
  });
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly language: string;
  readonly types: readonly string[];
  readonly files: string;
}

describe('documentation of continuous integration', () => {
  const workflows: { steps: readonly Step[]; permissions: object }[] = blocks('yaml')
    .map((text) => parse(text))
    .filter((value) => 'jobs' in value)
    .map((value) => ({ steps: value.jobs.notes.steps, permissions: value.permissions }));

  it('has YAML without errors', () => {
    equal(blocks('yaml').length, 4);
    for (const text of [...blocks('yaml'), readFileSync('.pre-commit-hooks.yaml', 'utf8')]) {
      const { errors, warnings } = parseDocument(text);
      deepEqual([...errors, ...warnings], []);
    }
  });

  it('has commands that the program takes', () => {
    const scripts = [
      ...blocks('sh'),
      ...workflows.flatMap(({ steps }) => steps.flatMap(({ run = '' }) => [run])),
    ];
    const found = scripts.flatMap(calls);
    equal(found.length, 9);
    for (const args of found) equal(readArguments(args).kind, args[0], args.join(' '));
  });

  it('checks out what --since needs', () => {
    const since = workflows.filter(({ steps }) => steps.some(({ run = '' }) => run.includes('--since')));
    ok(since.length > 0);
    for (const { steps } of since) {
      equal(steps.find(({ uses = '' }) => uses.startsWith('actions/checkout@'))?.with?.['fetch-depth'], 0);
    }
  });

  it('installs before it checks out, and runs nothing that a pull request can bring', () => {
    for (const { steps } of workflows) {
      const at = (is: (step: Step) => boolean) => steps.findIndex(is);
      const installed = at(({ run = '' }) => run.startsWith('npm install --global office-hours-notes'));
      const checkedOut = at(({ uses = '' }) => uses.startsWith('actions/checkout@'));
      ok(installed >= 0 && installed < checkedOut);
      // npx takes a program of that name from node_modules, and the registry from .npmrc.
      for (const { run = '' } of steps.slice(checkedOut)) ok(!/\bnp[mx]\b/.test(run), run);
    }
  });

  it('puts no expression into a script', () => {
    const scripts = workflows.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    ok(scripts.length > 0);
    for (const run of scripts) ok(!run.includes('${{'), run);
  });

  it('has hooks that check what they are given', () => {
    const hooks: Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
    deepEqual(
      hooks.map(({ id }) => id),
      ['office-hours', 'office-hours-fix'],
    );
    for (const { id, entry, args: ownArgs, language, types, files } of hooks) {
      deepEqual([language, types], ['node', ['markdown']]);
      const [program, ...args] = entry.split(' ');
      equal(program, 'office-hours');
      // What a commit names is no option, whatever it is called.
      const names = ['--since=x.md', 'a.md'];
      const request = readArguments([...args, ...ownArgs, ...names]);
      ok(request.kind === 'check' && request.offline && request.notesOnly, entry);
      deepEqual(request.paths, names);
      equal(request.fix, id.endsWith('-fix'));
      deepEqual(
        ['docs/a.md', 'a.markdown', 'a.mdx'].map((path) => new RegExp(files).test(path)),
        [true, true, false],
      );
      ok(guide.includes(`\`${id}\``), id);
    }
  });

  it('is built where npm installs it from its repository, as pre-commit does', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
    // Of a repository's scripts npm runs "prepare" alone before it packs it (docs.npmjs.com, "scripts"); "npm pack" runs it, too.
    equal(scripts.prepare, 'node scripts/prepare.mjs');
    ok(readFileSync('scripts/prepare.mjs', 'utf8').includes(scripts.build?.replace('node ', '') ?? 'none'));
    // An older pre-commit takes what "npm pack" prints for the name of the package.
    match(readFileSync('.npmrc', 'utf8'), /^foreground-scripts=false$/m);
  });

  it('names every option of the check, as --help does', () => {
    const options = [...usage.matchAll(/^ {6}(--[a-z-]+)/gm)].map(([, option = '']) => option);
    for (const option of options) {
      if (!['--date', '--series', '--stdout', '--with'].includes(option))
        ok(guide.includes(`\`${option}`), option);
    }
    ok(options.length >= 5);
  });
});
