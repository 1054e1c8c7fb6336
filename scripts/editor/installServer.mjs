/** Puts the server-hosted VS Code together from npm packages: the newest release, and the oldest that is of use. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, installOnce, root } from '../cache.mjs';
import { npm, npmInstall } from '../npm.mjs';

/**
 * @typedef {object} Release
 * @property {string} codeServer the version of the npm package; VS Code's own is 1 where this is 4
 * @property {string} nodeMajor of the Node it is made for
 * @property {boolean} [isOld] installed and started in the way of the old releases
 */

const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** @type {Release} */
const newest = { codeServer: '4.139.1', nodeMajor: '24' };

/**
 * The oldest one on npm that is not older than the extension supports (`engines.vscode`); for 1.91 itself there is none.
 * @type {Release}
 */
export const oldest = { codeServer: '4.93.1', nodeMajor: '20', isOld: true };

/**
 * @typedef {object} Server
 * @property {string} node the Node that runs it
 * @property {string} home the folder of VS Code's own `product.json`, `out/` and `extensions/`
 * @property {string} version VS Code's version
 * @property {string[]} main what Node is to run
 */

/** @returns {Promise<Server | undefined>} nothing where no test and no start has installed it */
export async function installedServer() {
  return existsSync(join(cacheFolder(), nameOf(newest))) ? installServer() : undefined;
}

/** @param {Release} release */
function nameOf({ codeServer, nodeMajor }) {
  return `vscode-server-${codeServer}-node${nodeMajor}-${platform}`;
}

/**
 * Finds or installs the server. About half a minute and 800 MB the first time.
 * @param {Release} [release]
 * @returns {Promise<Server>}
 */
export async function installServer(release = newest) {
  const { codeServer, nodeMajor, isOld = false } = release;
  const folder = await installOnce(nameOf(release), 'the server-hosted VS Code', async (unfinished) => {
    step(`Node ${nodeMajor} for it`);
    await npmInstall(unfinished, [`node-${platform}@${nodeMajor}`]);
    step('the editor');
    await npmInstall(unfinished, [`code-server@${codeServer}`]);
    const home = vscodeHome(unfinished);
    step('the editor’s libraries');
    // An old release has a beta of the terminal, which the beta's own add-ons do not accept.
    const peers = isOld ? ['--legacy-peer-deps'] : [];
    await npm(home, ['install', '--omit=dev', '--ignore-scripts', ...peers]);
    step('its built-in extensions');
    await npm(join(home, 'extensions'), ['install', '--omit=dev', '--ignore-scripts']);
    withoutCompiler(home);
    if (isOld) withoutLogs(home);
  });
  const home = vscodeHome(folder);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const node = join(
    folder,
    'node_modules',
    `node-${platform}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const main = join(home, 'out', 'server-main.js');
  const loader = join(root, 'scripts', 'editor', 'loadServer.cjs');
  return { node, home, version, main: isOld ? [loader, main] : [main] };
}

/** @param {string} folder */
function vscodeHome(folder) {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** @param {string} what */
function step(what) {
  console.log(`  ${what} ...`);
}

/**
 * The extension host insists on one native module, which would need a compiler. It ends an extension host whose
 * parent died, and here the harness ends every process itself.
 * @param {string} home
 */
function withoutCompiler(home) {
  // Its older name and its newer one.
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    const folder = join(home, 'node_modules', name);
    if (existsSync(folder)) writeFileSync(join(folder, 'index.js'), 'exports.start = () => {};\n');
  }
}

/**
 * The extension host of an old release hangs where the newest one only does without its log files: these are native, too.
 * @param {string} home
 */
function withoutLogs(home) {
  const lines = [
    "const quiet = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => {}) });",
    'const create = async () => quiet;',
    'module.exports = { createRotatingLogger: create, createAsyncRotatingLogger: create, setFlushOn() {} };',
  ];
  writeFileSync(join(home, 'node_modules', '@vscode', 'spdlog', 'index.js'), `${lines.join('\n')}\n`);
}
