/** The editor suite, in the development folder and with the built package installed. */

import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cache.mjs';
import { chooseEditor, oldestEditor } from '../editor/choose.mjs';
import { findChromium } from '../editor/chromium.mjs';
import { packageExtension } from '../package.mjs';
import { removeTemporary, temporaryFolder } from '../temporary.mjs';
import { buildExtension, bundleEditorSuite } from './build.mjs';
import { startEditorGitHub } from './editorGitHub.mjs';
import { checks, runForResults } from './run.mjs';

/** @typedef {import('../editor/choose.mjs').Editor} Editor */

/** @type {Promise<Editor> | undefined} */
let chosen;

/** The editor of this whole run, found or installed once. */
export function editorOfThisRun() {
  chosen ??= chooseReadyEditor();
  return chosen;
}

async function chooseReadyEditor() {
  const editor = await chooseEditor();
  // Its adapter finds the browser itself, but would install one unseen.
  if (editor.host === 'server') await findChromium();
  return editor;
}

/** @returns {Promise<string | undefined>} the name of the editor, if this run needed one and got it */
export async function usedEditor() {
  return (await chosen?.catch(() => undefined))?.name;
}

/** @returns {Promise<import('./run.mjs').Results>} */
export async function developmentFolder() {
  return runIn('editor', await editorOfThisRun(), builtFolder);
}

/** Installs the oldest editor where it is missing. */
export async function prepareOldest() {
  if (process.platform !== 'linux') return;
  await oldestEditor();
  await findChromium();
}

/** @returns {Promise<import('./run.mjs').Results>} */
export async function inOldest() {
  if (process.platform !== 'linux') {
    console.log('  skipped: the server-hosted VS Code is put together for Linux only');
    return { passed: 0, failed: 0, skipped: 1, failures: [] };
  }
  return runIn('oldest', await oldestEditor(), builtFolder);
}

async function builtFolder() {
  const error = await buildExtension();
  if (error) throw new Error(error);
  return root;
}

/** @returns {Promise<import('./run.mjs').Results>} */
export async function installedPackage() {
  return runIn('installed', await editorOfThisRun(), async (editor, folder) => {
    const vsix = await packageExtension(join(root, 'out'));
    await editor.install(vsix, join(folder, 'profile'));
    // The editor needs some extension in development to run tests at all; this one does nothing.
    const empty = join(folder, 'empty-extension');
    mkdirSync(empty);
    const manifest = { name: 'empty', publisher: 'tests', version: '0.0.0', engines: { vscode: '^1.91.0' } };
    writeFileSync(join(empty, 'package.json'), JSON.stringify(manifest));
    return empty;
  });
}

/** A workspace of several folders: the samples, and a clone of a repository whose notes the tests write. */
export async function severalFolders() {
  return runIn('workspaces', await editorOfThisRun(), builtFolder, 'workspaces', (folder, samples) => {
    renameSync(samples, join(folder, 'lantern'));
    const harbor = join(folder, 'harbor');
    const git = join(harbor, '.git');
    // As little as git itself takes for a repository.
    for (const part of ['objects', 'refs']) mkdirSync(join(git, part), { recursive: true });
    writeFileSync(join(git, 'HEAD'), 'ref: refs/heads/main\n');
    const remote = '[remote "origin"]\n\turl = https://github.com/harbor-team/harbor.git\n';
    writeFileSync(join(git, 'config'), `[core]\n\trepositoryformatversion = 0\n${remote}`);
    const file = join(folder, 'several.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: [{ path: 'lantern' }, { path: 'harbor' }] }));
    return file;
  });
}

/** A window without a folder. */
export async function noFolder() {
  return runIn('no-folder', await editorOfThisRun(), builtFolder, 'noFolder', () => undefined);
}

/**
 * Runs a suite on a throw-away copy of the samples, in a profile of its own.
 * @param {string} name
 * @param {Editor} editor
 * @param {(editor: Editor, folder: string) => Promise<string>} prepare gives the extension folder under development
 * @param {string} [suite]
 * @param {(folder: string, samples: string) => string | undefined} [open] what is opened instead of the copy: another
 *   folder, a workspace file, or nothing
 */
async function runIn(name, editor, prepare, suite = 'suite', open = (_, samples) => samples) {
  console.log(`  in ${editor.name}`);
  const folder = temporaryFolder(name);
  const github = await startEditorGitHub(name);
  try {
    const samples = join(folder, 'samples');
    cpSync(join(root, 'samples'), samples, { recursive: true });
    const workspace = open(folder, samples);
    const options = {
      vscodeExecutablePath: editor.executable,
      extensionDevelopmentPath: await prepare(editor, folder),
      extensionTestsPath: await bundleEditorSuite(suite, name),
      launchArgs: [...(workspace ? [workspace] : []), ...editor.profile(join(folder, 'profile'))],
    };
    const env = {
      OFFICE_HOURS_GITHUB: github.addresses,
      OFFICE_HOURS_UNDER_TEST: name === 'installed' ? 'package' : 'folder',
      ...editor.env,
    };
    const script = join(root, 'scripts', 'editor', 'runSuite.mjs');
    return await runForResults(name, script, () => [JSON.stringify(options)], { quiet: true, env });
  } catch (error) {
    return checks([], [{ title: name, error: error instanceof Error ? error.message : String(error) }]);
  } finally {
    await github.stop();
    removeTemporary(folder);
  }
}
