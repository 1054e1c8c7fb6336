/** Where a new note goes, and which series it joins. */

import { type Message, t, type Unsaid } from '../../../shared/l10n.ts';
import type { NewNoteParams, NewNoteResult } from '../../../shared/protocol.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Series } from '../archive/noteSummary.ts';
import { continued, isContinuedBy } from '../archive/olderSeries.ts';
import { defaultFolder, safeFolder } from '../template/fileName.ts';
import { canonicalUri, fileNameOf, isBelow, joinUri, parentUri } from '../uri.ts';
import { isSaved } from './learnSeries.ts';
import type { Archive } from './noteIndex.ts';
import type { PlacedTemplate } from './templates.ts';

export interface NoteDestinationState {
  readonly archive: Archive;
  settingsFor(uri: string): Settings;
}

export interface NoteDestination {
  readonly kind: 'destination';
  /** A canonical URI; null: an untitled document. */
  readonly folder: string | null;
  /** The series the new note joins. */
  readonly joined?: Series;
  /** The series to do it like when it joins none. */
  readonly model?: Series;
  /** What it begins with; absent: the built-in template. */
  readonly template?: PlacedTemplate;
  /** The writer pointed at this folder: a pattern's own folders do not count. */
  readonly pointedAt: boolean;
  /** Neither a note nor a setting says where: it is where notes are in most repositories. */
  readonly isDefault: boolean;
}

/** So many of its notes tell all of a series. */
const mostNotes = 8;

/** For which series, or where. */
export interface Where extends Pick<NewNoteParams, 'folder'> {
  readonly target?: string | null;
  /** The URI of a template file. */
  readonly template?: string | null;
  /** The URI of the folder of a series without one. */
  readonly series?: string;
}

/** `officeHours/newNote`'s answer, before it is said. */
export type NewNoteStep = Unsaid<NewNoteResult, 'message' | 'reason' | 'description'>;

type Refused = Extract<NewNoteStep, { kind: 'refused' }>;

/** Where the note goes. Refused when that is outside of the workspace folder. */
export function noteDestination(where: Where, state: NoteDestinationState): NoteDestination | Refused {
  const { archive, settingsFor } = state;
  const { folder, target } = where;
  const template = templateFor(where, archive);
  const by = (found: NoteDestination): NoteDestination =>
    template === undefined ? found : { ...found, template };
  if (folder === null) return by(destination(null, archive.mainSeries(), undefined));
  const root = canonicalUri(folder);
  const chosen = where.series === undefined ? undefined : withOlder(archive.seriesIn(where.series), archive);
  if (chosen !== undefined && isBelow(chosen.folder, root)) return destination(chosen.folder, chosen, chosen);
  const model = (template && archive.seriesBy(template)) ?? mainSeries(root, archive);
  const wanted = target === null || target === undefined ? root : canonicalUri(target);
  if (!isBelow(wanted, root)) {
    return refused(
      t('{0} is not in the workspace folder {1}.', shown(fileNameOf(wanted)), shown(fileNameOf(root))),
    );
  }
  // Where the writer points is where the note goes; the workspace folder itself only says whose notes.
  if (wanted !== root) {
    const joined =
      template && isClaimedIn(wanted, template, archive)
        ? model
        : withOlder(archive.seriesIn(wanted), archive);
    const isInside = template === undefined && joined !== undefined && isBelow(wanted, joined.folder);
    return { ...by(destination(isInside ? joined.folder : wanted, joined, model)), pointedAt: true };
  }
  const notes = template && archive.templates.folderOf(template);
  if (template && notes !== undefined) {
    const joined = archive.seriesBy(template);
    const isInside = isBelow(notes, root);
    // A pattern with folders of its own begins at the folder of the template's notes.
    if (!isInside && (!isBelow(root, notes) || template.definition.file?.source.includes('/'))) {
      return refused(
        t(
          'The notes of {0} are in {1}, which is not in the workspace folder {2}. Open the folder {3} to create one.',
          shown(template.name),
          shown(fileNameOf(notes)),
          shown(fileNameOf(root)),
          shown(fileNameOf(template.root)),
        ),
      );
    }
    const there = by(
      destination(isInside ? besideLatest(notes, template, joined, archive) : root, joined, joined),
    );
    return there;
  }
  return inFolder(root, settingsFor(root).notesFolder, model, archive, by);
}

/** The series that a note of a workspace folder may belong to, the likeliest first. */
export function seriesIn(root: string, archive: Archive): readonly Series[] {
  const all = archive.allSeries(root).filter(({ notes }) => notes.some(isSaved));
  // A single dated file somewhere is no series beside one that is.
  const regular = all.filter(({ notes }) => notes.length > 1);
  const chosen = regular.length > 0 ? regular : all;
  const goingOn = chosen.filter((each) => !chosen.some((other) => isContinuedBy(each, other)));
  return goingOn.map((each) => withOlder(each, archive) ?? each);
}

function mainSeries(root: string, archive: Archive): Series | undefined {
  const main = archive.mainSeries(root);
  const later = main && archive.allSeries(root).find((other) => isContinuedBy(main, other));
  return withOlder(later ?? main, archive);
}

/** The series with the notes that it continues, where it has few of its own. */
function withOlder(series: Series | undefined, archive: Archive): Series | undefined {
  if (series === undefined || series.notes.length >= mostNotes) return series;
  return continued(series, archive.allSeries(series.folder));
}

/**
 * The folder for the next note: that of the template's glob, unless the glob means no file right in there, as
 * `{calls,old}/*.md` does. Then it is the latest note's; a pattern with folders of its own says by itself where to go.
 */
function besideLatest(
  notes: string,
  template: PlacedTemplate,
  joined: Series | undefined,
  { templates }: Archive,
): string {
  const { file } = template.definition;
  const latest = joined?.notes[0];
  if (file === undefined || latest === undefined || file.source.includes('/')) return notes;
  if (isClaimed(notes, template, templates)) return notes;
  return parentUri(canonicalUri(latest.uri));
}

function isClaimed(folder: string, template: PlacedTemplate, templates: Archive['templates']): boolean {
  return templates.claims(template, joinUri(folder, 'x.md'));
}

/** By the setting, else where the notes are, else where they are in most repositories. */
function inFolder(
  root: string,
  setting: string,
  model: Series | undefined,
  archive: Archive,
  by: (found: NoteDestination) => NoteDestination,
): NoteDestination | Refused {
  const safe = safeFolder(setting);
  if (safe.kind === 'unsafe') {
    return refused(
      t(
        'The setting {0} is {1}, which {2}. Write a folder inside the workspace folder, such as {3}.',
        'officeHours.notes.folder',
        shown(setting),
        safe.reason,
        defaultFolder,
      ),
    );
  }
  if (safe.components.length > 0) {
    const notes = joinUri(root, ...safe.components);
    return by(destination(notes, withOlder(archive.seriesIn(notes), archive), model));
  }
  if (model !== undefined) return by(destination(model.folder, model, model));
  const usual = destination(joinUri(root, ...defaultFolder.split('/')), undefined, undefined);
  return by({ ...usual, isDefault: true });
}

/** The template that was asked for, else that of the place pointed at, else the workspace folder's own. */
function templateFor(where: Where, archive: Archive): PlacedTemplate | undefined {
  const { folder, target, template } = where;
  const { templates } = archive;
  const all = templates.all();
  if (where.series !== undefined) return undefined;
  if (template) return all.find(({ uri }) => uri === canonicalUri(template));
  if (folder === null) return all.length === 1 ? all[0] : undefined;
  const root = canonicalUri(folder);
  const here = templates.goingFor(root);
  const wanted = target ? canonicalUri(target) : root;
  if (wanted !== root) {
    const named = here.find((each) => templates.folderOf(each) === wanted);
    return named ?? templates.of(joinUri(wanted, 'x.md'));
  }
  const [latest] = archive.mainSeries(root)?.notes ?? [];
  return here.find((each) => each.root === root) ?? (latest ? templates.of(latest.uri) : here[0]);
}

function isClaimedIn(folder: string, template: PlacedTemplate, { templates }: Archive): boolean {
  return templates.folderOf(template) === folder || isClaimed(folder, template, templates);
}

function destination(
  folder: string | null,
  joined: Series | undefined,
  model: Series | undefined,
): NoteDestination {
  return {
    kind: 'destination',
    folder,
    pointedAt: false,
    isDefault: false,
    ...(joined === undefined ? {} : { joined }),
    ...(model === undefined ? {} : { model }),
  };
}

export function refused(message: Message): Refused {
  return { kind: 'refused', message };
}

/** A name in a message: quoted, on one line, of a bearable length. */
export function shown(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
}
