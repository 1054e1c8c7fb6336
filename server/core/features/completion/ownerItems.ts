/** People as a list shows them. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import { nameKey } from '../../note/names.ts';
import { type CandidateSource, type OwnerCandidate, ownerCandidates } from '../../people/candidates.ts';
import type { ReferencesSource } from './candidates.ts';
import type { OwnerContext } from './context.ts';
import type { Draft } from './referenceItem.ts';

export type OwnerInputs = Omit<CandidateSource, 'accounts'> & Pick<ReferencesSource, 'own' | 'store'>;

/** A longer list is not read; what is typed narrows it. */
const mostOwners = 100;

/** `more`: there are others, which what is typed has to narrow to. */
export function ownerItems(
  context: OwnerContext,
  inputs: OwnerInputs,
): { readonly items: readonly Draft[]; readonly more: boolean } {
  const { before, after, form } = context;
  const typed = nameKey(context.typed);
  const { own, store } = inputs;
  const login = form === 'login';
  const accounts = login && own ? store?.people(own) : undefined;
  const candidates = ownerCandidates({ ...inputs, accounts }, context.range, context.named)
    .map(({ known, ...names }) => ({ known, names: login ? loginFirst(names) : nameFirst(names) }))
    .filter(({ names: [first, other = first] }) => {
      // A login is one word.
      if (login && first.includes(' ')) return false;
      return nameKey(first).startsWith(typed) || nameKey(other).startsWith(typed);
    });
  const items = candidates.slice(0, mostOwners).map(({ known, names }): Draft => {
    const [name] = names;
    const bare = name.startsWith('@') ? name.slice(1) : name;
    const filterText = [bare, names[1] ?? '']
      .filter((each) => each !== '')
      .map(filterTextOf)
      .join(' ');
    return {
      label: login ? `@${bare}` : name,
      labelDetails: { description: known },
      kind: CompletionItemKind.Value,
      detail: known,
      filterText: login ? `@${filterText}` : filterText,
      newText: `${before}${login ? bare : name}${after}`,
    };
  });
  return { items, more: candidates.length > items.length };
}

type Names = Pick<OwnerCandidate, 'name' | 'login'>;

/** What is written, then what finds it as well. */
function nameFirst({ name, login }: Names): readonly [string, string?] {
  return login === undefined ? [name] : [name, login];
}

function loginFirst({ name, login }: Names): readonly [string, string?] {
  return login === undefined ? [name] : [login, name];
}

/** In lower case first: who types so is not to be given another name because this one is written with a capital. */
function filterTextOf(name: string): string {
  const lower = name.toLowerCase();
  return lower === name ? name : `${lower} ${name}`;
}
