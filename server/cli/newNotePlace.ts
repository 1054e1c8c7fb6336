/** Of which series, and where, new notes are that the command line makes. */

import { pathToFileURL } from 'node:url';
import type { NewNoteResult } from '../../shared/protocol.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Clock } from '../core/ports.ts';
import type { NewNoteState } from '../core/workspace/newNote.ts';
import type { Where } from '../core/workspace/noteDestination.ts';
import type { Archive } from '../core/workspace/noteIndex.ts';
import { filesByNode } from '../host/byNode.ts';
import { chooseSeries } from './chooseSeries.ts';
import { chooseTemplate } from './chooseTemplate.ts';
import { readArchive } from './repository.ts';

/** `root`: the absolute path of the folder whose notes are read. */
export async function stateAround(
  root: string,
  clock: Clock,
): Promise<NewNoteState & { readonly archive: Archive }> {
  return {
    archive: await readArchive([root], clock),
    clock,
    files: filesByNode,
    openNote: () => undefined,
    settingsFor: () => defaultSettings,
  };
}

type Chosen =
  | { readonly kind: 'chosen'; readonly where: Where }
  | { readonly kind: 'unclear'; readonly message: string };

/** By the series named, else by the current folder. A series with a template file begins where its template is. */
export function chooseWhere(name: string | undefined, cwd: string, root: string, archive: Archive): Chosen {
  const folder = pathToFileURL(root).href;
  const here = chooseSeries(cwd, root, archive);
  const isHere = name === undefined && here.kind === 'chosen' && here.isAround;
  if (!isHere) {
    const { templates } = archive;
    const chosen = chooseTemplate(name, pathToFileURL(cwd).href, templates);
    if (chosen.kind === 'unclear') return chosen;
    const { template } = chosen;
    if (template) return { kind: 'chosen', where: { folder: template.root, template: template.uri } };
    if (here.kind === 'unclear') return here;
  }
  return { kind: 'chosen', where: { folder, ...(here.folder !== null && { series: here.folder }) } };
}

/** A sentence that lists the candidates, and the remedy. */
export function unclearName({ reason, names }: Extract<NewNoteResult, { kind: 'name' }>): string {
  const paths = names.map(({ folder, name }) => JSON.stringify(folder === '' ? name : `${folder}/${name}`));
  return `${reason} It may be ${paths.join(' or ')}: create that file, or describe the names with "file" in a template.`;
}
