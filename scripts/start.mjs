/** Builds the extension, installs it into a real editor and opens a copy of the samples: `npm start`. Ctrl+C ends it. */

import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, root } from './cache.mjs';
import { onInterrupt, start, stopAll } from './processes.mjs';
import { setUp } from './setup.mjs';
import { temporaryFolder } from './temporary.mjs';

/** Whether there is something to look at; before that, Ctrl+C is a failure to start. */
let open = false;

/** Of the samples; says what there is to try. */
const readme = 'README.md';

const about = 'a copy of the samples that is deleted at the end';

/** @returns {number} the port asked for; 0 means any that is free */
function wantedPort() {
  const wish = process.env.PORT ?? '0';
  const port = Number(wish);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`PORT is "${wish}"; it must be a number up to 65535.`);
}

async function main() {
  const port = wantedPort();
  await setUp();
  const { chooseEditor } = await import('./editor/choose.mjs');
  const { packageExtension } = await import('./package.mjs');
  const editor = await chooseEditor();
  console.log('Building the extension ...');
  const vsix = await packageExtension(join(root, 'out'));
  const samples = join(temporaryFolder('start'), 'samples');
  cpSync(join(root, 'samples'), samples, { recursive: true });
  const profile = process.env.OFFICE_HOURS_PROFILE ?? join(cacheFolder(), `profile-${editor.host}`);
  const settings = join(profile, editor.host === 'desktop' ? 'user' : 'data', 'User', 'settings.json');
  if (!existsSync(settings)) writeFirstSettings(settings);
  const { chooseGitHub } = await import('./sampleGitHub.mjs');
  await chooseGitHub(settings);
  await editor.install(vsix, profile);
  console.log(`Office Hours Notes is installed in ${editor.name}.`);
  if (editor.host === 'desktop') await openWindow(editor, samples, profile);
  else await serve(samples, profile, port);
}

/** @param {string} file */
function writeFirstSettings(file) {
  mkdirSync(dirname(file), { recursive: true });
  const first = {
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'chat.disableAIFeatures': true,
  };
  writeFileSync(file, `${JSON.stringify(first, null, 2)}\n`);
}

/**
 * Opens a window of a profile of our own, so that nobody's everyday editor changes.
 * @param {import('./editor/choose.mjs').Editor} editor
 * @param {string} samples
 * @param {string} profile
 */
async function openWindow(editor, samples, profile) {
  const args = [
    samples,
    join(samples, readme),
    ...editor.profile(profile),
    '--new-window',
    '--disable-workspace-trust',
    '--skip-welcome',
  ];
  const child = start(editor.executable, args, { stdio: 'ignore' });
  open = true;
  console.log(`Opened ${samples}, ${about}. Close the window or press Ctrl+C to end.`);
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${editor.name} ended with ${code}.`);
}

/**
 * @param {string} samples
 * @param {string} profile
 * @param {number} port
 */
async function serve(samples, profile, port) {
  const { installServer } = await import('./editor/installServer.mjs');
  const { startServer } = await import('./editor/server.mjs');
  const server = await startServer(await installServer(), { dataFolder: profile, port });
  open = true;
  takeCtrlC();
  const payload = JSON.stringify([
    ['openFile', `vscode-remote://127.0.0.1:${server.port}${samples}/${readme}`],
  ]);
  const address = server.address({ folder: samples, payload });
  console.log(`\nOpen this address in a browser on this machine:\n\n  ${address}\n`);
  console.log(`It shows ${samples}, ${about}. Ctrl+C ends it.`);
  const code = await server.ended;
  throw new Error(`The editor's server ended by itself (exit ${code}).`);
}

/**
 * Reads Ctrl+C as a key. As a signal it would reach the shell between npm and us as well, which then reports an
 * interrupted command however orderly we end.
 */
function takeCtrlC() {
  if (!process.stdin.isTTY) return;
  process.stdin.setRawMode(true);
  process.stdin.on('data', (keys) => {
    if (keys.includes(3)) process.emit('SIGINT');
  });
}

onInterrupt(() => (open ? 0 : 130));
try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await stopAll();
process.exit();
