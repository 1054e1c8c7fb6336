/** The desktop VS Code: one that is installed, else one that can be downloaded. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cacheFolder } from '../cache.mjs';

/** How long the download service may stay silent, in milliseconds. Where it is blocked we would rather not wait. */
const downloadTimeout = 8_000;

/** @returns {boolean} whether a window could open here */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @returns {Promise<{ executable: string, version: string } | undefined>} nothing when there is none to be had; the
 *   reason is printed
 */
export async function findDesktop() {
  const installed = installedDesktop();
  if (installed) return { executable: installed, version: versionOf(installed) };
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  console.log('Looking for a desktop VS Code to download ...');
  try {
    const executable = await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: join(cacheFolder(), 'desktop'),
      timeout: downloadTimeout,
    });
    return { executable, version: versionOf(executable) };
  } catch (error) {
    console.log(
      `No desktop VS Code can be downloaded here (${error instanceof Error ? error.message : error}).`,
    );
    return undefined;
  }
}

/** @returns {string | undefined} the program itself, not the shell script that starts it in the background */
function installedDesktop() {
  const candidates = [
    '/Applications/Visual Studio Code.app/Contents/MacOS/Code',
    '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
    join(process.env.LOCALAPPDATA ?? '', 'Programs', 'Microsoft VS Code', 'Code.exe'),
  ];
  if (process.env.VSCODE_PATH) candidates.unshift(process.env.VSCODE_PATH);
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const script = join(folder, 'code');
    if (process.platform !== 'linux' || !existsSync(script)) continue;
    // …/share/code/bin/code starts …/share/code/code; a remote session's `code` has no such neighbour.
    candidates.push(join(dirname(dirname(realpathSync(script))), 'code'));
  }
  return candidates.find((path) => existsSync(path));
}

/** @param {string} executable */
function versionOf(executable) {
  const folder = dirname(executable);
  const places = [join(folder, 'resources', 'app'), join(folder, '..', 'Resources', 'app')];
  for (const place of places) {
    const file = join(place, 'package.json');
    if (existsSync(file)) return String(JSON.parse(readFileSync(file, 'utf8')).version);
  }
  return 'of unknown version';
}

/**
 * Installs a package into a profile of its own.
 * @param {string} executable
 * @param {string} vsix
 * @param {string[]} profile switches naming the profile's folders
 */
export async function installInDesktop(executable, vsix, profile) {
  const { resolveCliPathFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const cli = resolveCliPathFromVSCodeExecutablePath(executable);
  const windows = process.platform === 'win32';
  const done = spawnSync(windows ? `"${cli}"` : cli, ['--install-extension', vsix, '--force', ...profile], {
    encoding: 'utf8',
    shell: windows,
  });
  if (done.status !== 0) throw new Error(`The editor did not install ${vsix}:\n${done.stdout}${done.stderr}`);
}
