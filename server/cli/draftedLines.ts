/** `office-hours highlights` and `office-hours agenda`: what the next note would begin with, as Markdown. */

import type { DraftPart } from '../../shared/drafts.ts';
import { inEnglish } from '../../shared/l10n.ts';
import type { Clock } from '../core/ports.ts';
import { joinUri } from '../core/uri.ts';
import type { AgendaRequest, HighlightsRequest } from './arguments.ts';
import { draftInto } from './drafting.ts';
import type { Environment } from './git.ts';
import { recallArchive } from './recallArchive.ts';
import { type Answered, noNotes } from './todos.ts';

interface Kind {
  readonly parts: readonly DraftPart[];
  /** A section to write into. */
  readonly heading: string;
}

const kinds: Readonly<Record<'highlights' | 'agenda', Kind>> = {
  highlights: { parts: ['releases', 'highlights'], heading: '## Highlights' },
  agenda: { parts: ['agenda', 'oldestPulls'], heading: '## Agenda' },
};

/** As a note of today would have them. */
export async function draftedLines(
  request: HighlightsRequest | AgendaRequest,
  cwd: string,
  clock: Clock,
  env: Environment,
): Promise<Answered> {
  const { archive, lists, pathOf } = await recallArchive(cwd, clock);
  const [list, ...others] = lists;
  if (list === undefined) return { kind: 'failed', message: noNotes };
  if (others.length > 0) {
    const folders = lists.map(({ series }) => JSON.stringify(pathOf(series.folder))).join(' or ');
    return { kind: 'failed', message: `there are notes of several meetings. Run this in ${folders}.` };
  }
  const { parts, heading } = kinds[request.kind];
  const start = `${heading}\n`;
  const { folder } = list.series;
  // It is none of the notes: the newest is one of those before it.
  const uri = joinUri(folder, 'draft.md');
  const since = request.kind === 'highlights' ? request.since : undefined;
  const wanted = {
    text: start,
    uri,
    like: list.notes[0]?.uri ?? uri,
    day: clock.today(),
    list,
    parts,
    since,
  };
  const drafted = await draftInto(wanted, { archive, clock, env });
  if (drafted.kind === 'failed') return drafted;
  const text = drafted.text.slice(start.length).trim();
  if (text !== '') return { kind: 'text', text: `${text}\n`, found: true };
  // What is asked for first says why there is none: without labels, the others are not asked for either.
  const { reason, message } = drafted.left.find(({ part }) => part === request.kind)!;
  return reason === 'nothing'
    ? { kind: 'text', text: '', found: false, remark: inEnglish(message) }
    : { kind: 'failed', message: inEnglish(message) };
}
