/** What the file of a new note is called, and in which folder below that of its series it goes. */

import { templatesFolder } from '../../../shared/folders.ts';
import { t } from '../../../shared/l10n.ts';
import type { NameChoice } from '../../../shared/protocol.ts';
import type { Series } from '../archive/noteSummary.ts';
import { noteDate } from '../archive/summary.ts';
import { fewestNotes } from '../learn/nextNote.ts';
import { type NotePath, nextPath } from '../learn/nextPath.ts';
import { firstFileName, safeName } from '../template/fileName.ts';
import { formatPattern } from '../template/patterns/pattern.ts';
import type { RenderOptions } from '../template/render/render.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow, parentUri } from '../uri.ts';
import { type NewNoteStep, type NoteDestination, refused, shown } from './noteDestination.ts';

type UnclearName = Extract<NewNoteStep, { kind: 'name' }>;

interface Named {
  readonly kind: 'named';
  /** Several: the latest notes do not tell which. */
  readonly paths: readonly (readonly string[])[];
  /** The name of the newest note; empty: there is none. */
  readonly newest: string;
}

/** The choice between them. Canonical URIs. */
export function namesOf(uris: readonly string[], newest: string, folder: string | null): UnclearName {
  const root = folder === null ? '' : canonicalUri(folder);
  const names = uris.map(
    (uri): NameChoice => ({
      uri,
      name: fileNameOf(uri),
      folder: componentsBelow(parentUri(uri), root).join('/'),
    }),
  );
  const reason = t(
    'The names of the latest notes, such as {0}, do not say what the next one is called.',
    shown(newest),
  );
  return { kind: 'name', reason, names };
}

/** The file's components below the place's folder: by the template's pattern, else as the latest notes are called. */
export function nameOf(
  { joined, model, template, pointedAt, folder }: NoteDestination,
  { date, project, number }: RenderOptions,
): Named | ReturnType<typeof refused> {
  const pattern = template?.definition.file;
  if (template !== undefined && pattern !== undefined) {
    const values = { date, ...(project && { project }), ...(number && { number }) };
    const path = formatPattern(pattern, values);
    // Only the pattern's own slashes make folders.
    const isWhole = path.split('/').length === pattern.source.split('/').length;
    const components = isWhole ? path.split('/') : [path];
    for (const component of components) {
      const safe = safeName(component);
      if (safe.kind === 'name') continue;
      return refused(
        t(
          'The new note would be named {0}, which {1}. Change "file" in {2}.',
          shown(component),
          safe.reason,
          `${templatesFolder}/${template.name}.md`,
        ),
      );
    }
    return { kind: 'named', paths: [pointedAt ? components.slice(-1) : components], newest: '' };
  }
  const series = joined ?? model;
  const [newest] = series?.notes ?? [];
  const next = series && newest ? nextPath(pathsOf(series, joined && folder), date) : undefined;
  // What one or two names do not say, they leave to the usual name.
  const isUnclear = next?.kind === 'unclear' && (next.isDated || series!.notes.length >= fewestNotes);
  const paths = isUnclear
    ? next.candidates
    : [next?.kind === 'path' ? next.components : [firstFileName(date)]];
  const newestName = newest?.fileName ?? '';
  for (const components of paths) {
    const safe = safeName(components.at(-1)!);
    if (safe.kind === 'name') continue;
    return refused(
      t(
        'The new note would be named {0}, which {1}. The name follows the latest notes: rename {2}.',
        shown(safe.name),
        safe.reason,
        shown(newestName),
      ),
    );
  }
  return { kind: 'named', paths, newest: newestName };
}

/** Below `folder`; without one, or elsewhere, only the files' names. */
function pathsOf({ notes }: Series, folder: string | null | undefined): NotePath[] {
  return notes.map((note) => {
    const date = noteDate(note);
    const file = canonicalUri(note.uri);
    const isThere = typeof folder === 'string' && isBelow(file, folder);
    const components = isThere ? componentsBelow(file, folder) : [note.fileName];
    return { components, ...(date !== undefined && { date }) };
  });
}
