/** The packages: the one for npm, installed into an empty folder without a network and run there, and the editor's `.vsix`. */

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from '../cache.mjs';
import { npm } from '../npm.mjs';
import { packagedFiles, packageExtension } from '../package.mjs';
import { stageNpmPackage } from '../packageNpm.mjs';
import { removeTemporary, temporaryFolder } from '../temporary.mjs';
import { checks } from './run.mjs';

const expectedFiles = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/cli.js',
  'dist/npm/mcp.js',
  'dist/npm/third-party-licences.txt',
  'dist/server.browser.js',
  'dist/server.node.js',
  'dist/third-party-licences.txt',
  ...['docs', 'docs/rules']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith('.md'))
    .sort(),
  ...readdirSync(join(root, 'l10n'))
    .sort()
    .map((name) => `l10n/${name}`),
  'package.json',
];

/** In bytes; what an extension needs to be installed in a moment. */
const largestVsix = 600_000;

const note = '# lantern office hours 2026-01-06\n\nada: hello\n\n* TODO: write to them\n';

/** @returns {Promise<import('./run.mjs').Results>} */
export async function npmPackage() {
  const folder = temporaryFolder('npm');
  /** @type {string[]} */
  const passed = [];
  /** @type {{ title: string, error: string }[]} */
  const failures = [];
  const check = async (/** @type {string} */ title, /** @type {() => unknown} */ run) => {
    if (process.env.GREP && !title.includes(process.env.GREP)) return;
    let error = '';
    try {
      await run();
      passed.push(title);
    } catch (problem) {
      error = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
      failures.push({ title, error });
    }
    console.log(`  ${error ? '✘' : '✔'} ${title}`);
  };
  try {
    const staged = await stageNpmPackage(join(folder, 'staged'));
    const installed = await packAndInstall(folder, staged);
    const program = join(folder, 'node_modules', '.bin', 'office-hours');
    await check('has just the files it needs', () => same(filesOf(installed), expectedFiles));
    await check('follows the rules for packages', async () => {
      const pkgDir = join(folder, 'staged');
      const { messages, pkg } = await publint({ pkgDir, strict: true, pack: false });
      same(
        messages.map((message) => formatMessage(message, pkg)),
        [],
      );
    });
    await check('has the same files when it is installed from the repository', async () => {
      const place = join(folder, 'cloned');
      mkdirSync(place);
      same(filesOf(await packAndInstall(place, root)), expectedFiles);
    });
    await check('the .vsix has just the files of its list, and is packed without warnings', async () => {
      let said = '';
      const vsix = await packageExtension(join(folder, 'vsix'), (text) => (said = text));
      same(
        packagedFiles(),
        readFileSync(join(root, 'test', 'vsix.txt'), 'utf8')
          .trim()
          .split(/\r?\n/),
      );
      same(/WARN|ERROR/.test(said) && said, false);
      same(statSync(vsix).size < largestVsix, true);
    });
    await check('brings nothing along and runs nothing when it is installed', () => {
      const { dependencies, optionalDependencies, peerDependencies, scripts = {} } = manifestOf(installed);
      same({ dependencies, optionalDependencies, peerDependencies }, {});
      // "prepare" is for whoever packs it, and needs what is not in the package: docs.npmjs.com, "scripts".
      const names = ['preinstall', 'install', 'postinstall', 'prepublish'];
      same(
        names.filter((name) => name in scripts),
        [],
      );
      same(
        readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
        ['office-hours-notes'],
      );
    });
    await check('says its version', () => {
      same(office(program, ['--version'], folder), { status: 0, stdout: `${manifestOf(root).version}\n` });
    });
    await check('checks a note', () => {
      mkdirSync(join(folder, 'notes'));
      writeFileSync(join(folder, 'notes', '2026-01-06.md'), note);
      const { status, stdout } = office(program, ['check', '--offline', '--format', 'json', 'notes'], folder);
      const codes = JSON.parse(stdout).map((/** @type {{ code: string }} */ { code }) => code);
      same({ status, found: codes.includes('todo-owner-missing') }, { status: 1, found: true });
    });
    await check('serves an assistant', () => {
      const params = {
        protocolVersion: '2025-06-18',
        capabilities: {},
        clientInfo: { name: 'n', version: '1' },
      };
      const messages = [
        { jsonrpc: '2.0', id: 1, method: 'initialize', params },
        { jsonrpc: '2.0', method: 'notifications/initialized' },
        { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'open_action_items' } },
      ];
      const input = messages.map((each) => `${JSON.stringify(each)}\n`).join('');
      const { status, stdout } = office(program, ['mcp', 'notes'], folder, input);
      same({ status, found: stdout.includes('1 open action item') }, { status: 0, found: true });
    });
    await check('does without what assistants need, until they ask', () => {
      const place = join(folder, 'extension');
      cpSync(join(installed, 'dist'), place, { recursive: true });
      rmSync(join(place, 'npm'), { recursive: true });
      const run = (/** @type {string} */ command) =>
        spawnSync(process.execPath, [join(place, 'cli.js'), command], { cwd: folder, encoding: 'utf8' });
      same(run('--version').status, 0);
      const { status, stderr } = run('mcp');
      same({ status, said: stderr.includes('npm install --global') }, { status: 2, said: true });
    });
    await check('serves an editor', async () => same(await initialized(program, folder), 'office-hours'));
  } finally {
    removeTemporary(folder);
  }
  return checks(passed, failures);
}

/**
 * @param {string} folder empty
 * @param {string} from a folder with a package.json
 * @returns {Promise<string>} where the package lies
 */
async function packAndInstall(folder, from) {
  // What it runs before has made what is there: see `build`.
  await npm(from, ['pack', '--pack-destination', folder], { OFFICE_HOURS_BUILT: '1' });
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!file) throw new Error('npm pack wrote no package');
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  // With scripts, as users install it: it has none to run.
  await npm(folder, ['install', '--offline', '--ignore-scripts=false', join(folder, file)]);
  return join(folder, 'node_modules', 'office-hours-notes');
}

/** @param {string} folder */
function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(folder.length + 1).replaceAll(sep, '/')).sort();
}

/** @param {string} folder */
function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** On Windows npm puts a script for the shell there. */
const shell = process.platform === 'win32';

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} [input] on its standard input
 */
function office(program, args, cwd, input = '') {
  const { status, stdout } = spawnSync(program, args, { cwd, shell, encoding: 'utf8', input });
  return { status, stdout };
}

/**
 * Starts the server as an editor does, and ends it.
 * @param {string} program
 * @param {string} cwd
 * @returns {Promise<string>} the server's name for itself
 */
async function initialized(program, cwd) {
  const server = spawn(program, ['lsp', '--stdio'], { cwd, shell, stdio: ['pipe', 'pipe', 'inherit'] });
  const send = (/** @type {object} */ message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ended = new Promise((resolve) => server.on('close', resolve));
  let output = '';
  server.stdout.on('data', (chunk) => {
    output += chunk;
    if (!output.includes('"serverInfo"')) return;
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
  });
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  const code = await ended;
  const name = /"serverInfo":\{"name":"([^"]{1,50})"/.exec(output)?.[1];
  if (code !== 0 || !name) throw new Error(`ended with ${code}, having said: ${output.slice(0, 500)}`);
  return name;
}

/**
 * @param {unknown} actual
 * @param {unknown} expected
 */
function same(actual, expected) {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`expected ${wanted}\nbut got  ${found}`);
}
