/** How a reference is written into a note: by the writer's style, and with nothing in a stranger's title but words. */

import type { ReferenceStyle } from '../../../shared/settings.ts';
import type { ReferenceKind, Repository } from '../note/note.ts';
import { isSameRepository, issueUrl, isValidRepository, qualifiedText } from './issueKey.ts';

export interface WrittenReference {
  readonly number: number;
  readonly kind: ReferenceKind;
  /** Where it is; absent: nobody knows. */
  readonly repository?: Repository | undefined;
  /** One line. */
  readonly title?: string | undefined;
}

const kindWords: Readonly<Record<ReferenceKind, string>> = {
  pull: 'PR ',
  issue: 'issue ',
  discussion: 'discussion ',
  unknown: '',
};

/**
 * The reference as Markdown in a given style; `own` is what a bare `#1` means in that note. What a style cannot say of
 * another host is said by the URL; without a title, `titled-link` is `link`. Undefined when it takes a URL and where that
 * would lead is not known.
 */
export function referenceText(
  style: Exclude<ReferenceStyle, 'typed'>,
  reference: WrittenReference,
  own: Repository | undefined,
): string | undefined {
  const { number, kind, repository, title } = reference;
  const name = shortName(number, repository, own);
  const url =
    repository && isValidRepository(repository) ? issueUrl({ repository, number }, kind) : undefined;
  switch (style) {
    case 'number':
      return name ?? url;
    case 'kind':
      return name === undefined ? url : `${kindWords[kind]}${name}`;
    case 'url':
      return url;
    case 'link':
      return url && `[${kindWords[kind]}${name ?? `#${number}`}](${url})`;
    case 'titled-link':
      if (!title) return referenceText('link', reference, own);
      return url && `[${escapeLinkText(title)} (${name ?? `#${number}`})](${url})`;
  }
}

/** `#1`, or `owner/repo#1`; undefined where neither can say it, as the host is another one. */
function shortName(
  number: number,
  repository: Repository | undefined,
  own: Repository | undefined,
): string | undefined {
  if (repository === undefined || (own && isSameRepository(repository, own))) return `#${number}`;
  return repository.host === 'github.com' ? qualifiedText({ repository, number }) : undefined;
}

/** Whatever could be markup, an entity, a reference of its own, a cell's border or a formula on GitHub. */
const meaningful = '\\`*_[]<>&|~$#';

/** One line of a stranger's as the text of a Markdown link: with a backslash (CommonMark 0.31, 2.4) it reads as it is. */
export function escapeLinkText(text: string): string {
  let result = '';
  for (const char of text) result += meaningful.includes(char) ? `\\${char}` : char;
  return result;
}
