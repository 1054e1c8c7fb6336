/** "Create Template from Notes": reads the latest notes of a series and proposes its template file. Writes nothing. */

import { templatesFolder } from '../../../shared/folders.ts';
import { type Message, t } from '../../../shared/l10n.ts';
import type { LearnTemplateParams } from '../../../shared/protocol.ts';
import type { Series } from '../archive/noteSummary.ts';
import { learnTemplate } from '../learn/template/learnTemplate.ts';
import type { Note, Repository } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import { allSections } from '../note/sections.ts';
import type { Cancellation, Files, Timers } from '../ports.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow, joinUri, parentUri } from '../uri.ts';
import { type ReadNote, readLatest } from './latestNotes.ts';
import { describeSeries, type LearnedStep, seriesToLearnFrom, whyNothing } from './learnSeries.ts';
import type { Archive } from './noteIndex.ts';

export interface LearnState {
  readonly archive: Archive;
  readonly files: Files;
  readonly timers: Timers;
  /** The note of a document that is open; any spelling of its URI. */
  openNote(uri: string): Note | undefined;
  /** What `#1` means in a file's folder, by the settings or its clone; undefined: the notes themselves are to say. */
  repositoryFor(uri: string, note: Note): Promise<Repository | undefined>;
}

type Refused = Extract<LearnedStep, { kind: 'refused' }>;

const usualMost = 20;
const mostNotes = 200;
/** A limit that no repository reaches. */
const mostNames = 100;

/** Answers `officeHours/template/learn`. The archive should have been read before. */
export async function learnedTemplate(
  params: LearnTemplateParams,
  state: LearnState,
  token: Pick<Cancellation, 'isCancellationRequested'>,
): Promise<LearnedStep> {
  const { archive } = state;
  const root = params.folder === null ? undefined : canonicalUri(params.folder);
  const found = await seriesToLearnFrom(params, root, state);
  if (found.length === 0) return refused(whyNothing(params));
  if (found.length > 1)
    return { kind: 'choose', series: found.map((series) => describeSeries(series, root)) };
  const series = found[0]!;
  const most = Math.min(mostNotes, Math.max(1, Math.trunc(params.most ?? usualMost)));
  const notes = (await readLatest(series, most, state, token)).map(asOwnFile);
  if (token.isCancellationRequested) return refused(t('Cancelled.'));
  const [first] = notes;
  if (first === undefined) return refused(t('None of the notes could be read.'));

  const repository = await state.repositoryFor(first.uri, first.note);
  const learned = learnTemplate(notes, {
    ...(root === undefined ? {} : { folder: componentsBelow(series.folder, root) }),
    nested: archive.allSeries().some((other) => isBelow(parentUri(other.folder), series.folder)),
    ...(repository && { repository }),
  });
  const { text } = learned;
  if (root === undefined) return { kind: 'learned', uri: null, text, notes: learned.notes };
  const name = await freeName(learned.name, root, params.taken, state);
  if (name === undefined) return refused(t('Too many templates are named {0}.', learned.name));
  const remark = remarkOn(series, learned.name, name, archive);
  const uri = joinUri(root, templatesFolder, `${name}.md`);
  return { kind: 'learned', uri, text, notes: learned.notes, ...(remark === undefined ? {} : { remark }) };
}

/** A template describes a meeting as if it had a file of its own: its heading is the title. */
function asOwnFile(read: ReadNote): ReadNote {
  const { note, file } = read;
  const deeper = file === undefined ? 0 : (/^#+/.exec(note.text)?.[0].length ?? 1) - 1;
  if (deeper === 0) return read;
  const marks = '#'.repeat(deeper + 1);
  let text = '';
  let at = 0;
  for (const from of [0, ...allSections(note.sections).map(({ headingRange }) => headingRange.from)]) {
    if (!note.text.startsWith(marks, from)) continue;
    text += note.text.slice(at, from);
    at = from + deeper;
  }
  return { ...read, note: parseNote(text + note.text.slice(at), undefined, note.conventions) };
}

/** `name`, else `name-2` and so on: the first that neither a file nor a document has. */
async function freeName(
  name: string,
  root: string,
  taken: readonly string[],
  { files, archive }: LearnState,
): Promise<string | undefined> {
  const used = new Set(
    [...taken, ...archive.templates.in(root).map(({ uri }) => fileNameOf(uri))].map((each) =>
      each.toLowerCase(),
    ),
  );
  for (let count = 1; count <= mostNames; count++) {
    const candidate = count === 1 ? name : `${name}-${count}`;
    if (used.has(`${candidate}.md`.toLowerCase())) continue;
    const [result] = await files.read([joinUri(root, templatesFolder, `${candidate}.md`)]);
    if (result === undefined || result.kind === 'missing' || result.kind === 'failed') return candidate;
  }
  return undefined;
}

function remarkOn({ notes }: Series, wanted: string, name: string, archive: Archive): Message | undefined {
  const [newest] = notes;
  const there = newest && archive.templates.of(newest.uri);
  if (there !== undefined) {
    return t(
      '{0} already describes these notes and is not changed. The proposal is named {1}: compare both and keep one.',
      `${templatesFolder}/${there.name}.md`,
      `${name}.md`,
    );
  }
  if (name === wanted) return undefined;
  return t(
    '{0} already exists and is not changed. The proposal is named {1}.',
    `${templatesFolder}/${wanted}.md`,
    `${name}.md`,
  );
}

function refused(message: Message): Refused {
  return { kind: 'refused', message };
}
