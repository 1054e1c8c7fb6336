/** What `new --with` puts into a new note. */

import type { DraftPart } from '../../shared/drafts.ts';
import { inEnglish } from '../../shared/l10n.ts';
import type { NotDrafted } from '../core/features/draft/drafted.ts';
import type { IsoDate } from '../core/note/note.ts';
import { CurrentNotes } from '../core/workspace/currentNotes.ts';
import type { Beginning } from './arguments.ts';
import { type DraftHost, draftInto } from './drafting.ts';

export type FilledText =
  /** `remark`: what could not be put in, and why. */
  | { readonly kind: 'filled'; readonly text: string; readonly remark?: string }
  | { readonly kind: 'failed'; readonly message: string };

const partsOf: Readonly<Record<Beginning, readonly DraftPart[]>> = {
  highlights: ['releases', 'highlights'],
  todos: ['todos'],
  agenda: ['agenda', 'oldestPulls'],
};

export interface NewText {
  readonly text: string;
  /** Of the new note, a file URI. */
  readonly uri: string;
  readonly day: IsoDate;
  readonly parts: readonly Beginning[];
}

/** Where GitHub does not answer, nothing is filled. */
export async function fillNew({ text, uri, day, parts }: NewText, host: DraftHost): Promise<FilledText> {
  const { archive } = host;
  const folder = archive.seriesOf(uri)?.folder;
  const lists = new CurrentNotes({ archive, openDocuments: () => [], isNote: () => false }).all();
  const list = lists.find(({ series }) => series.folder === folder);
  if (list === undefined || parts.length === 0) return { kind: 'filled', text };
  const wanted = { text, uri, day, list, parts: parts.flatMap((each) => partsOf[each]) };
  const drafted = await draftInto(wanted, host);
  if (drafted.kind === 'failed') return drafted;
  const remarks = drafted.left.flatMap(remarkOn);
  return {
    kind: 'filled',
    text: drafted.text,
    ...(remarks.length > 0 && { remark: [...new Set(remarks)].join(' ') }),
  };
}

/** That there is nothing new needs no remark; nor do the parts that come along with one that was asked for. */
function remarkOn({ part, reason, message }: NotDrafted): string[] {
  const isAsked = part === 'highlights' || part === 'todos' || part === 'agenda';
  return isAsked && reason !== 'nothing' ? [inEnglish(message)] : [];
}
