/** A new note never goes into a hidden folder: no note is looked for there, and some of them are programs' own. */

import { hiddenFolder, isGit, templatesFolder } from '../../../shared/folders.ts';
import { t } from '../../../shared/l10n.ts';
import { defaultFolder } from '../template/fileName.ts';
import { canonicalUri, componentsBelow } from '../uri.ts';
import {
  type NoteDestination,
  type NoteDestinationState,
  refused,
  shown,
  type Where,
} from './noteDestination.ts';

/** `folder`: the note's, a canonical URI. The message names the hidden folder and who wants it. */
export function inHiddenFolder(
  folder: string | null,
  { template, joined, pointedAt }: NoteDestination,
  where: Where,
  { settingsFor }: Pick<NoteDestinationState, 'settingsFor'>,
): ReturnType<typeof refused> | undefined {
  if (folder === null) return undefined;
  const root = canonicalUri(where.folder ?? template?.root ?? '');
  const components = componentsBelow(folder, root);
  const hidden = hiddenFolder(components) ?? componentsBelow(folder, '').find(isGit);
  if (hidden === undefined) return undefined;
  const why = t(
    'The folder of the new note would be {0}, but {1} is hidden and no note is written there.',
    shown(components.join('/')),
    shown(hidden),
  );
  if (pointedAt) return refused(t('{0} Choose another folder.', why));
  if (template !== undefined) {
    return refused(t('{0} Change "notes" or "file" in {1}.', why, `${templatesFolder}/${template.name}.md`));
  }
  if (settingsFor(root).notesFolder !== '') {
    return refused(
      t('{0} Set {1} to another folder, such as {2}.', why, 'officeHours.notes.folder', defaultFolder),
    );
  }
  return refused(t('{0} Move the notes of {1} to another folder.', why, shown(joined?.folder ?? folder)));
}
