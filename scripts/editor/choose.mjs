/** Which editor this machine runs the extension in. */

import { join } from 'node:path';
import { root } from '../cache.mjs';
import { findDesktop, hasDisplay, installInDesktop } from './desktop.mjs';
import { installServer, oldest } from './installServer.mjs';
import { installInServer } from './server.mjs';

/**
 * @typedef {object} Editor
 * @property {'desktop' | 'server'} host
 * @property {string} name with the version, for people
 * @property {string} executable understands the desktop's command line
 * @property {(vsix: string, folder: string) => Promise<void>} install into the profile kept in `folder`
 * @property {(folder: string) => string[]} profile the switches that make it use the profile in `folder`
 * @property {Record<string, string>} [env] what the executable is told besides
 */

/**
 * The desktop VS Code where a window can open and one is installed or can be downloaded, else the server-hosted one.
 * `OFFICE_HOURS_EDITOR=desktop|server` decides instead.
 * @returns {Promise<Editor>}
 */
export async function chooseEditor() {
  const wish = process.env.OFFICE_HOURS_EDITOR;
  if (wish && wish !== 'desktop' && wish !== 'server') {
    throw new Error(`OFFICE_HOURS_EDITOR is "${wish}"; it may be "desktop" or "server".`);
  }
  if (wish === 'desktop' || (!wish && hasDisplay())) {
    const found = await findDesktop();
    if (found) return desktopEditor(found);
    if (wish) throw new Error('OFFICE_HOURS_EDITOR=desktop, but no desktop VS Code was found.');
  }
  return serverEditor();
}

/**
 * @param {{ executable: string, version: string }} found
 * @returns {Editor}
 */
function desktopEditor({ executable, version }) {
  const profile = (/** @type {string} */ folder) => [
    `--user-data-dir=${join(folder, 'user')}`,
    `--extensions-dir=${join(folder, 'extensions')}`,
  ];
  return {
    host: 'desktop',
    name: `VS Code ${version} (desktop)`,
    executable,
    profile,
    install: (vsix, folder) => installInDesktop(executable, vsix, profile(folder)),
  };
}

/**
 * The server-hosted one as old as there is, for extensions that are to run in old editors.
 * @returns {Promise<Editor>}
 */
export async function oldestEditor() {
  return { ...(await serverEditor(oldest)), env: { OFFICE_HOURS_RELEASE: 'oldest' } };
}

/**
 * @param {import('./installServer.mjs').Release} [release]
 * @returns {Promise<Editor>}
 */
async function serverEditor(release) {
  const server = await installServer(release);
  return {
    host: 'server',
    name: `VS Code ${server.version} (server-hosted)`,
    executable: join(root, 'scripts', 'editor', 'adapter.mjs'),
    profile: (folder) => [`--user-data-dir=${folder}`],
    install: (vsix, folder) => installInServer(server, vsix, folder),
  };
}
