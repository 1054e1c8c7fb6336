/** Where the editor that the other tests run in keeps its own extensions. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chooseEditor } from '../../scripts/editor/choose.mjs';
import { installServer } from '../../scripts/editor/installServer.mjs';

/** @returns {Promise<string>} an absolute path; installs the editor first if need be */
export async function findEditorExtensions() {
  const { host, executable, name } = await chooseEditor();
  if (host === 'server') return join((await installServer()).home, 'extensions');
  const folder = dirname(executable);
  const places = [join(folder, 'resources', 'app'), join(folder, '..', 'Resources', 'app')];
  const app = places.find((place) => existsSync(join(place, 'extensions')));
  if (!app) throw new Error(`${name} has no extensions folder in ${places.join(' or ')}.`);
  return join(app, 'extensions');
}
