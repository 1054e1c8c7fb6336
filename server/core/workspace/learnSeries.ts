/** Whose notes a template is learned from. */

import { spokenDay } from '../../../shared/dates/spokenNames.ts';
import { templatesFolder } from '../../../shared/folders.ts';
import { type Message, t, type Unsaid } from '../../../shared/l10n.ts';
import type { LearnTemplateParams, LearnTemplateResult } from '../../../shared/protocol.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { noteDate, summarizeName } from '../archive/summary.ts';
import type { Files } from '../ports.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow } from '../uri.ts';
import { isDocumentName, isLeftOut, isMarkdownName } from './membership.ts';
import type { Archive } from './noteIndex.ts';

/** `officeHours/template/learn`'s answer, before it is said. */
export type LearnedStep = Unsaid<LearnTemplateResult, 'message' | 'description' | 'remark'>;

type Choice = Extract<LearnedStep, { kind: 'choose' }>['series'][number];

const mostFiles = 5_000;

/**
 * The series that may be meant, the likeliest first; one when it is clear, none when there are no notes. A folder that the
 * writer points at need not hold what passes for notes without a template: then its Markdown files are the series.
 */
export async function seriesToLearnFrom(
  { target, document, series: chosen }: LearnTemplateParams,
  root: string | undefined,
  { archive, files }: { readonly archive: Archive; readonly files: Pick<Files, 'listMarkdown'> },
): Promise<readonly Series[]> {
  const isPlace =
    target !== null && canonicalUri(target) !== root && fileNameOf(canonicalUri(target)) !== templatesFolder;
  const pointed = chosen ?? (isPlace ? target : null);
  if (pointed !== null) {
    const exact = archive.seriesIn(pointed);
    if (exact) return [exact];
    const below = archive.allSeries(pointed);
    return below.length > 0 ? below : filesIn(canonicalUri(pointed), files);
  }
  const all = archive.allSeries(root).filter(({ notes }) => notes.some(isSaved));
  // A single dated file somewhere is no series beside one that is.
  const regular = all.some(({ notes }) => notes.length > 1)
    ? all.filter(({ notes }) => notes.length > 1)
    : all;
  const active = document === null ? undefined : canonicalUri(document);
  const own = regular.find(({ notes }) => notes.some(({ uri }) => canonicalUri(uri) === active));
  return own === undefined ? regular : [own, ...regular.filter((series) => series !== own)];
}

export function isSaved({ uri }: Pick<NoteSummary, 'uri'>): boolean {
  return !uri.startsWith('untitled:');
}

/** Those with dates in their names, if there are any; README and its like are left out. */
async function filesIn(folder: string, files: Pick<Files, 'listMarkdown'>): Promise<readonly Series[]> {
  const listed = (await files.listMarkdown(folder, mostFiles)).filter((uri) => {
    const canonical = canonicalUri(uri);
    const name = fileNameOf(canonical);
    return (
      isMarkdownName(name) &&
      !isDocumentName(canonical) &&
      isBelow(canonical, folder) &&
      !isLeftOut(componentsBelow(canonical, folder))
    );
  });
  const all = listed.map((uri) => summarizeName(uri));
  const dated = all.filter(({ fileDate }) => fileDate !== undefined);
  const notes = dated.length > 0 ? dated : all;
  const keyOf = ({ fileDate, fileName }: NoteSummary): string => fileDate ?? fileName;
  notes.sort((a, b) => keyOf(b).localeCompare(keyOf(a), 'en', { numeric: true }));
  return notes.length === 0 ? [] : [{ folder, notes, people: [] }];
}

export function whyNothing({ target, folder }: LearnTemplateParams): Message {
  if (target === null || folder === null) {
    return t(
      'No notes found. Run the command from the context menu of their folder in the Explorer, or create one or two notes with "New office hours note" first.',
    );
  }
  return t(
    'No notes found in {0}. Run the command from the folder that contains them.',
    fileNameOf(canonicalUri(target)),
  );
}

export function describeSeries({ folder, notes }: Series, root: string | undefined): Choice {
  const path = componentsBelow(folder, root ?? '').join('/');
  const latest = notes[0] && noteDate(notes[0]);
  const count = notes.length;
  return {
    folder,
    name: path === '' ? fileNameOf(folder) : path,
    description: describe(count, latest),
  };
}

function describe(count: number, latest: string | undefined): Message {
  if (latest === undefined) return count === 1 ? t('one note') : t('{0} notes', count);
  return count === 1
    ? t('one note, the latest of {0}', spokenDay(latest))
    : t('{0} notes, the latest of {1}', count, spokenDay(latest));
}
