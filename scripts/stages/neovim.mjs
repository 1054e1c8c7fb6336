/** The language server in Neovim, configured as `docs/editors.md` says; where there is one. */

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../cache.mjs';
import { start, stopAll } from '../processes.mjs';
import { serveSamples } from '../sampleGitHub.mjs';
import { removeTemporary, temporaryFolder } from '../temporary.mjs';
import { buildExtension } from './build.mjs';
import { checks, runForResults } from './run.mjs';

const self = fileURLToPath(import.meta.url);

/** Neovim, by whatever name it is known here. */
const nvim = process.env.OFFICE_HOURS_NVIM ?? 'nvim';

/** @returns {Promise<import('./run.mjs').Results>} */
export async function neovim() {
  const version = spawnSync(nvim, ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    console.log('  skipped: there is no Neovim here (nvim)');
    return { passed: 0, failed: 0, skipped: 1, failures: [] };
  }
  console.log(`  in ${version.stdout.split('\n')[0]}`);
  const error = await buildExtension();
  if (error) return checks([], [{ title: 'the build', error }]);
  return runForResults('neovim', self, (results) => [results], { quiet: true });
}

/**
 * @param {string} label what stands behind the language in a fence of docs/editors.md
 * @returns {string} the block
 */
function documented(label) {
  const text = readFileSync(join(root, 'docs', 'editors.md'), 'utf8');
  const fence = `\`\`\`lua ${label}\n`;
  const from = text.indexOf(fence);
  if (from < 0) throw new Error(`docs/editors.md has no block "lua ${label}"`);
  return text.slice(from + fence.length, text.indexOf('\n```\n', from) + 1);
}

/**
 * A folder with a program `office-hours` that notes its process before it becomes the command line.
 * @param {string} folder
 * @param {string} processes the file for their ids, one a line
 */
function putOnPath(folder, processes) {
  mkdirSync(folder);
  const program = join(folder, 'office-hours');
  const cli = join(root, 'dist', 'cli.js');
  writeFileSync(program, `#!/bin/sh\necho $$ >>'${processes}'\nexec '${process.execPath}' '${cli}' "$@"\n`);
  chmodSync(program, 0o755);
}

/**
 * @param {string} resultsFile
 * @returns {Promise<void>}
 */
async function run(resultsFile) {
  const folder = temporaryFolder('neovim');
  const processes = join(folder, 'processes');
  const notes = join(folder, 'clone', 'docs', 'office-hours');
  cpSync(join(root, 'samples'), join(folder, 'clone'), { recursive: true });
  mkdirSync(join(folder, 'clone', '.git'));
  const remote = '[remote "origin"]\n\turl = https://github.com/lantern-project/lantern.git\n';
  writeFileSync(join(folder, 'clone', '.git', 'config'), remote);
  writeFileSync(join(folder, 'init.lua'), documented('neovim-0.7'));
  writeFileSync(join(folder, 'newer.lua'), documented('neovim-0.11'));
  putOnPath(join(folder, 'bin'), processes);
  /** @type {Record<string, string | undefined>} */
  const env = { ...process.env };
  for (const name of ['CONFIG', 'DATA', 'STATE', 'CACHE']) {
    env[`XDG_${name}_HOME`] = join(folder, name.toLowerCase());
    mkdirSync(join(folder, name.toLowerCase()));
  }
  const github = await serveSamples(0);
  Object.assign(env, {
    PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
    LC_ALL: 'C.UTF-8',
    GITHUB_API_URL: github,
    GITHUB_GRAPHQL_URL: '',
    GITHUB_TOKEN: '',
    // The stand-in's own.
    GH_TOKEN: 'sample',
    OFFICE_HOURS_RESULTS: resultsFile,
    OFFICE_HOURS_INIT: join(folder, 'init.lua'),
    OFFICE_HOURS_NOTES: notes,
  });
  const suite = join(root, 'test', 'neovim', 'suite.lua');
  const child = start(nvim, ['--headless', '--clean', '-n', '-i', 'NONE', '-S', suite], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  await new Promise((resolve) => child.on('close', resolve));
  if (existsSync(resultsFile)) {
    const results = JSON.parse(readFileSync(resultsFile, 'utf8'));
    note(results, 'leaves no server behind', await whatIsLeft(processes));
    note(results, 'has nothing to complain about', complaints(folder));
    writeFileSync(resultsFile, JSON.stringify(results));
    process.exitCode = results.failed > 0 ? 1 : 0;
  }
  await stopAll();
  removeTemporary(folder);
}

/**
 * @param {import('./run.mjs').Results} results
 * @param {string} title
 * @param {string} error empty when all is well
 */
function note(results, title, error) {
  if (process.env.GREP && !title.includes(process.env.GREP)) return;
  console.log(`office-hours-test   ${error ? '✘' : '✔'} ${title}`);
  if (error) results.failures.push({ title, error });
  results[error ? 'failed' : 'passed']++;
}

/** How long a server may take to end after its editor, in milliseconds: a safety net that a busy machine does not reach. */
const longest = 20_000;

/**
 * @param {string} file with process ids
 * @returns {Promise<string>} what is wrong, if anything
 */
async function whatIsLeft(file) {
  if (!existsSync(file)) return 'no server was started';
  const ids = readFileSync(file, 'utf8').trim().split('\n').map(Number);
  const left = () => ids.filter(isRunning);
  for (const end = performance.now() + longest; left().length > 0 && performance.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 20));
  return left().length > 0 ? `still there: ${left().join(', ')}` : '';
}

/** @param {number} id */
function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} folder
 * @returns {string} what Neovim's client wrote into its log: warnings, and whatever the server said on its standard error
 */
function complaints(folder) {
  const logs = ['cache', 'state'].map((place) => join(folder, place, 'nvim', 'lsp.log')).filter(existsSync);
  const lines = logs.flatMap((log) => readFileSync(log, 'utf8').split('\n'));
  return lines.filter((line) => line.startsWith('[WARN]') || line.startsWith('[ERROR]')).join('\n');
}

if (process.argv[1] === self) {
  const [, , resultsFile] = process.argv;
  if (!resultsFile) throw new Error('neovim.mjs: the file for the results is missing');
  await run(resultsFile);
}
