/** People as a list shows them. */

import { CompletionItemKind } from 'vscode-languageserver-types';
import { inEnglish, type Say } from '../../../../shared/l10n.ts';
import { nameKey } from '../../note/names.ts';
import { type CandidateSource, type OwnerCandidate, ownerCandidates } from '../../people/candidates.ts';
import type { ReferencesSource } from './candidates.ts';
import type { OwnerContext } from './context.ts';
import type { Draft } from './referenceItem.ts';

export type OwnerInputs = Omit<CandidateSource, 'accounts' | 'uri'> &
  Pick<ReferencesSource, 'own' | 'store' | 'uri'> & {
    /** Absent: English. */
    readonly say?: Say | undefined;
  };

/** A longer list is not read; what is typed narrows it. */
const mostOwners = 100;

/** `more`: there are others, which what is typed has to narrow to. */
export function ownerItems(
  context: OwnerContext,
  inputs: OwnerInputs,
): { readonly items: readonly Draft[]; readonly more: boolean } {
  const { before, after, form } = context;
  const typed = nameKey(context.typed);
  const { own, store, say = inEnglish } = inputs;
  const login = form === 'login';
  const accounts = login && own ? store?.people(own) : undefined;
  const logins = new Set(accounts?.map((account) => nameKey(account.login)));
  const candidates = ownerCandidates({ ...inputs, accounts }, context.range, context.named)
    .filter(({ uncertain }) => !uncertain || typed !== '')
    .map(({ known, isLogin, ...names }) => ({
      known,
      isLogin,
      names: login ? loginFirst(names) : nameFirst(names),
    }))
    .filter(
      ({ names: [first, other = first] }) =>
        nameKey(first).startsWith(typed) || nameKey(other).startsWith(typed),
    );
  const items = candidates.slice(0, mostOwners).map(({ known, isLogin, names }): Draft => {
    const [name, other] = names;
    const bare = name.startsWith('@') ? name.slice(1) : name;
    // Behind `@` a name stays a name where no login is known: `@Tove` may be somebody else.
    const isAccount = name.startsWith('@') || other !== undefined || isLogin || logins.has(nameKey(name));
    const asLogin = login && isAccount;
    const filterText = [bare, other ?? '']
      .filter((each) => each !== '')
      .map(filterTextOf)
      .join(' ');
    return {
      label: asLogin ? `@${bare}` : name,
      labelDetails: { description: say(known) },
      kind: CompletionItemKind.Value,
      detail: say(known),
      filterText: login ? `@${filterText}` : filterText,
      newText: login ? `${asLogin ? before : ''}${bare}${after}` : `${before}${name}${after}`,
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
