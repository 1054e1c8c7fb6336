/** One reference as a list shows it. */

import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { type Message, type Say, t } from '../../../../shared/l10n.ts';
import { cutGraphemes } from '../../github/text.ts';
import type { ReferenceKind } from '../../note/note.ts';
import { briefWords, fullWords, stateSign } from '../../references/stateWords.ts';
import { rememberedOf } from '../../remembered.ts';
import type { ReferenceContext } from './context.ts';
import { issueData } from './documentation.ts';
import type { ReferenceCandidate } from './references.ts';

export type Draft = Pick<
  CompletionItem,
  'label' | 'labelDetails' | 'kind' | 'detail' | 'filterText' | 'data'
> & {
  readonly newText: string;
};

export interface ItemOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The client shows `labelDetails`; else the title stands in the label, where an editor may cut it. */
  readonly labelDetails: boolean;
  readonly say: Say;
}

/** In graphemes; the documentation has the whole title, and the author, for whom there is no room here. */
const longestShown = 120;

const kindNames: Readonly<Record<ReferenceKind, Message | undefined>> = {
  pull: t('pull request'),
  issue: t('issue'),
  discussion: t('discussion'),
  unknown: undefined,
};

/** Says a message that stays the same object once: most of a list is as it was in the list before. */
const said = rememberedOf((say: Say) => rememberedOf((message: Message) => say(message)));

/**
 * `typed` is what stands in the note where the item's edit begins, up to the cursor. A title is never in the label of an
 * editor that has another place for it: VS Code makes icons of `$(zap)` in labels, and in labels only (suggestWidgetRenderer.ts).
 */
export function referenceItem(
  candidate: ReferenceCandidate,
  { prefix, wanted }: ReferenceContext,
  newText: string,
  typed: string,
  { now, labelDetails, say }: ItemOptions,
): Draft {
  const { number, kind, title, mention, issue } = candidate;
  const name = `${prefix}${number}`;
  const shown = title === undefined ? '' : ` ${cutGraphemes(title, longestShown)}`;
  // Where only one kind is listed, it goes without saying.
  const named = kindNames[kind];
  const known = said(say);
  const kindWords = named && known(named);
  const kindName = wanted === 'unknown' && kindWords ? ` ${kindWords}` : '';
  const besides = shown === '' ? kindName : issue ? ` ${stateSign(issue)}${shown}` : shown;
  const description = issue ? say(briefWords(issue, now)) : mention && known(mention.brief);
  const words = issue ? say(fullWords(issue, now)) : kindWords;
  const where = mention && known(mention.where);
  const detail = words && where ? `${words}, ${where}` : (words ?? where ?? '');
  const item: Draft = {
    label: labelDetails ? name : `${name}${shown}`,
    kind: CompletionItemKind.Reference,
    filterText: filterText(typed, name, title),
    newText,
  };
  if (labelDetails) {
    item.labelDetails = {};
    if (besides !== '') item.labelDetails.detail = besides;
    if (description !== undefined) item.labelDetails.description = description;
  }
  if (detail !== '') item.detail = detail;
  if (issue) item.data = issueData(issue);
  return item;
}

/**
 * Begins with what is typed, as the list was made for that: the words may stand in the title in another order, and no
 * editor's own idea of a match is to throw them out or to sort them anew.
 */
function filterText(typed: string, name: string, title: string | undefined): string {
  const all = title === undefined ? name : `${name} ${title}`;
  return all.startsWith(typed) ? all : `${typed} ${all}`;
}
