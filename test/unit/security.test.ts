/** What SECURITY.md promises: that each sentence has a test, and the promises that can be read from the sources. */

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Of the extension and of the language server; the command line has a rule of its own. */
const zones = ['client', 'server', 'shared'];
const sources = zones.flatMap((zone) =>
  readdirSync(zone, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${zone}/${name.replaceAll('\\', '/')}`)
    .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
);

/** The files whose text has it. */
function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}

describe('SECURITY.md', () => {
  const text = readFileSync('SECURITY.md', 'utf8');
  const promised = text.slice(text.indexOf('## What is promised'), text.indexOf('## What counts'));
  const sentences = [...promised.matchAll(/^- (.*?)(?: <!-- (.*) -->)?$/gm)];

  it('promises something', () => ok(sentences.length >= 20));

  for (const [, sentence = '', comment] of sentences) {
    it(`has tests: ${sentence}`, () => {
      for (const test of (comment ?? '').split(' | ')) {
        const [file = '', title = ''] = test.split(/: (.*)/);
        ok(existsSync(file), `no test: ${file}`);
        const named = readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => /\b(?:it|describe|check)\(|^\s+['`]/.test(line));
        ok(title.length >= 6 && named.some((line) => line.includes(title)), `${file} has no test "${title}"`);
      }
    });
  }
});

describe('the sources', () => {
  it('are there', () => ok(sources.length > 300));

  it('start no program, but git for the command line', () => {
    deepEqual(filesWith(/['"](?:node:)?(?:child_process|cluster)['"]/), ['server/cli/git.ts']);
    const { text } = sources.find(({ file }) => file === 'server/cli/git.ts')!;
    ok(!/\bexec\(|\bexecSync\(|shell: true/.test(text));
    deepEqual(
      sources.filter(
        ({ file, text: other }) => !file.startsWith('server/cli/') && /cli\/git\.ts['"]/.test(other),
      ),
      [],
    );
  });

  it('evaluate no text as code', () => {
    deepEqual(
      filesWith(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(['"`]|['"](?:node:)?vm['"]|\.createContext\(/),
      [],
    );
  });

  it('ask the network at one place', () => {
    const files = filesWith(
      /from ['"](?:node:)?(?:https?|http2|net|tls|dgram|dns)['"]|XMLHttpRequest|WebSocket|sendBeacon|(?:globals?|globalThis|platform|self|window)\.fetch\b|(?<![#.\w])fetch\(['"`]/,
    );
    deepEqual(files, ['shared/exchange.ts']);
    deepEqual(filesWith(/TelemetryLogger|TelemetrySender|appinsights|sendTelemetry/i), []);
  });

  it('keep no token', () => {
    deepEqual(filesWith(/\bsecrets\.(?:store|get)\b|SecretStorage/), []);
    const token = filesWith(/\baccessToken\b|\bG(?:H|ITHUB)_TOKEN\b/);
    const written = /\b(?:globalState|workspaceState)\b|\bwriteFile|\bstorage\.write\(/;
    // Of those that know one, the first gives it to the one that sends alone, see below; the other writes what the core gives it, which knows none.
    deepEqual(
      token.filter((file) => written.test(sources.find((each) => each.file === file)!.text)),
      ['client/host/github.ts', 'server/host/githubByNode.ts'],
    );
    deepEqual(filesWith(/\bauthorization['\]]* ?[:=] ?`/), ['shared/exchange.ts']);
  });

  it('take where requests go from the user alone', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const settings: Record<string, { scope?: string }> = Object.assign(
      {},
      ...[contributes.configuration].flat().map(({ properties }) => properties),
    );
    const ofServers = Object.keys(settings).filter((name) => /url|uri|host|server/i.test(name));
    deepEqual(ofServers, ['officeHours.github.apiUrl']);
    // VS Code takes such a setting from the user's own settings only.
    equal(settings['officeHours.github.apiUrl']?.scope, 'application');
  });

  it('take the token from VS Code at one place, and give it to the one that sends', () => {
    deepEqual(filesWith(/accessToken/), ['client/host/github.ts']);
    const { text } = sources.find(({ file }) => file === 'client/host/github.ts')!;
    equal(text.match(/accessToken/g)?.length, 1);
    match(text, /const token = session && \{ token: session\.accessToken \};/);
    equal(text.match(/\.\.\.token\b/g)?.length, 1);
    match(text, /exchange\(this\.#platform, \{ roots: way\.roots, \.\.\.token \}, request\)/);
  });
});

describe('the lock file', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<
      Record<string, { resolved?: string; integrity?: string; link?: boolean; dev?: boolean }>
    >;
  };
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );

  it('has every package from the npm registry, with a checksum', () => {
    ok(packages.length > 100);
    // Without an address it is from the registry that npm uses.
    const registry = 'https://registry.npmjs.org/';
    for (const [path, { resolved = registry, integrity = '', link }] of packages) {
      ok(resolved.startsWith(registry), `${path}: ${resolved}`);
      match(integrity, /^sha512-[A-Za-z0-9+/]{86}==$/, path);
      equal(link, undefined, path);
    }
  });

  it('has none that users install', () => {
    deepEqual([dependencies, optionalDependencies], [undefined, undefined]);
    deepEqual(
      packages.filter(([, { dev }]) => dev !== true).map(([path]) => path),
      [],
    );
  });

  it('gives a reason for each package that is bundled', () => {
    const table = readFileSync('ARCHITECTURE.md', 'utf8');
    const imported = new Set(
      sources.flatMap(({ text }) =>
        [...text.matchAll(/ from '((?:@[\w-]+\/)?[a-z][\w-]*)/g)].map(([, name = '']) => name),
      ),
    );
    for (const builtin of ['vscode', 'node']) imported.delete(builtin);
    for (const name of imported) {
      ok(name in devDependencies, name);
      const isNamed =
        table.includes(`\`${name}\``) ||
        (name === 'vscode-languageserver-types' && table.includes('`-types`'));
      ok(isNamed, `${name} has no reason in ARCHITECTURE.md`);
    }
  });
});
