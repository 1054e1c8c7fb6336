/** Which series a new note is for: the one that was chosen or pointed at, else that of the document in the editor. */

import { type Message, verbatim } from '../../../shared/l10n.ts';
import type { NewNoteParams } from '../../../shared/protocol.ts';
import type { Series } from '../archive/noteSummary.ts';
import { canonicalUri, componentsBelow, isBelow, parentUri } from '../uri.ts';
import { describeSeries } from './learnSeries.ts';
import { type NewNoteStep, seriesIn, type Where } from './noteDestination.ts';
import type { Archive } from './noteIndex.ts';
import { isTemplateUri, type PlacedTemplate } from './templates.ts';

type MeetingChoice = Extract<NewNoteStep, { kind: 'meeting' }>['meetings'][number];

export type MeetingStep =
  /** `name`: of the series, where there are others. */
  | { readonly kind: 'chosen'; readonly where: Where; readonly name?: string }
  /** Several; that of the document first. */
  | { readonly kind: 'meeting'; readonly meetings: readonly MeetingChoice[] };

interface Meeting extends MeetingChoice {
  /** The folder of its notes, a canonical URI. */
  readonly notes: string;
}

type Params = Pick<NewNoteParams, 'folder' | 'target' | 'document' | 'chooseMeeting' | 'meeting'>;

/** The archive should have been read before. */
export function chooseMeeting(params: Params, archive: Archive): MeetingStep {
  const { folder, meeting } = params;
  const root = folder === null ? undefined : canonicalUri(folder);
  const target = params.target === null ? root : canonicalUri(params.target);
  const all = meetingsIn(root, archive);
  const own = meetingOf(params.document ?? null, root, all, archive);
  const chosen = (id: string | undefined): MeetingStep => {
    const where = whereOf(id, params.folder);
    const name = all.length > 1 ? all.find((each) => each.id === id)?.name : undefined;
    return { kind: 'chosen', where, ...(name !== undefined && { name }) };
  };
  if (meeting) return chosen(meeting);
  if (!params.chooseMeeting && target !== root) {
    const below = archive.seriesIn(target!) === undefined ? seriesBelow(target!, all, archive) : [];
    if (below.length === 0) return { kind: 'chosen', where: { folder, target: params.target } };
    return below.length === 1 ? chosen(below[0]!.id) : asked(below);
  }
  if (params.chooseMeeting) return asked([...(own ? [own] : []), ...all.filter((each) => each !== own)]);
  if (own !== undefined) return chosen(own.id);
  return all.length > 1 ? asked(all) : chosen(undefined);
}

function asked(meetings: readonly Meeting[]): MeetingStep {
  return { kind: 'meeting', meetings: meetings.map(({ notes: _, ...choice }) => choice) };
}

function whereOf(id: string | undefined, folder: string | null): Where {
  if (id === undefined) return { folder, target: null };
  return isTemplateUri(canonicalUri(id))
    ? { folder, target: null, template: id }
    : { folder, target: null, series: id };
}

/** Those with a template file, then the others of the workspace folder that no template file describes. */
function meetingsIn(root: string | undefined, archive: Archive): readonly Meeting[] {
  const { templates } = archive;
  const here = root === undefined ? templates.all() : templates.goingFor(root);
  const described = here.map((template) => ofTemplate(template, root, archive));
  if (root === undefined) return described;
  const others = seriesIn(root, archive).filter(({ notes: [latest] }) => !templates.of(latest!.uri));
  // One note is a series only where there is nothing else.
  const regular = described.length > 0 ? others.filter(({ notes }) => notes.length > 1) : others;
  return [...described, ...regular.map((series) => ofSeries(series, root))];
}

function ofTemplate(template: PlacedTemplate, root: string | undefined, archive: Archive): Meeting {
  const { definition } = template;
  const notes = archive.templates.folderOf(template) ?? template.root;
  const from = root ?? template.root;
  const place = isBelow(notes, from) ? componentsBelow(notes, from).join('/') : '';
  const words = [definition.project ?? '', definition.rhythm?.spoken ?? '', place];
  const description = inOneLine(words.filter((word) => word !== ''));
  return {
    id: template.uri,
    name: template.name,
    description,
    notes,
    ...latestOf(archive.seriesBy(template)),
  };
}

function inOneLine([first = '', ...others]: readonly (string | Message)[]): Message {
  return others.reduce<Message>(
    (line, each) => ({ text: '{0} · {1}', args: [line, each] }),
    typeof first === 'string' ? verbatim(first) : first,
  );
}

function ofSeries(series: Series, root: string): Meeting {
  const { folder, name, description } = describeSeries(series, root);
  return { id: folder, name, description, notes: series.folder, ...latestOf(series) };
}

function latestOf(series: Series | undefined): Pick<Meeting, 'latest'> {
  const title = series?.notes[0]?.titleText;
  return title === undefined || title === '' ? {} : { latest: title };
}

/** The series of the document, or the innermost one whose folder it lies in. */
function meetingOf(
  document: string | null,
  root: string | undefined,
  all: readonly Meeting[],
  archive: Archive,
): Meeting | undefined {
  const file = document === null ? undefined : canonicalUri(document);
  if (file === undefined || root === undefined || !isBelow(file, root)) return undefined;
  const template = archive.templates.of(file);
  const isNote = archive.seriesOf(file)?.notes.some(({ uri }) => canonicalUri(uri) === file) === true;
  const described = isNote && template ? all.find(({ id }) => id === template.uri) : undefined;
  const around = all.filter(({ notes }) => notes !== root && isBelow(parentUri(file), notes));
  const ofNote =
    isNote && !template ? all.find(({ notes }) => notes === archive.seriesOf(file)?.folder) : undefined;
  return described ?? ofNote ?? around.sort((a, b) => b.notes.length - a.notes.length)[0];
}

/** The series in the folders of a folder that is in none and has no template. */
function seriesBelow(target: string, all: readonly Meeting[], { templates }: Archive): readonly Meeting[] {
  if (templates.of(`${target}/x.md`) !== undefined) return [];
  if (all.some(({ notes }) => isBelow(target, notes))) return [];
  return all.filter(({ notes, id }) => !isTemplateUri(id) && isBelow(notes, target));
}
