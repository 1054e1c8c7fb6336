/** A reference as it is written into a note, with nothing in a stranger's title but words. */

import type { ReferenceStyle } from '../../../shared/settings.ts';
import type { ReferenceKind, Repository } from '../note/note.ts';
import { type IssueKey, isSameRepository, issueUrl, qualifiedText } from './issueKey.ts';

export interface Written {
  readonly key: IssueKey;
  readonly kind: ReferenceKind;
  /** One line; absent when it is not known. */
  readonly title?: string | undefined;
}

/**
 * The text for a place where nothing of the reference stands yet, so that `typed` is as `kind`. `own` is what `#1` means
 * there. What a style cannot say (another host, a title that is not known) is said by the next fuller one.
 */
export function referenceText(
  { key, kind, title }: Written,
  style: ReferenceStyle,
  own: Repository | undefined,
): string {
  const url = issueUrl(key, kind);
  // Short spellings mean github.com, unless all of the series is elsewhere.
  const number = numberText(key, own);
  const name = number && `${number.startsWith('#') ? kindWords[kind] : ''}${number}`;
  switch (style) {
    case 'typed':
    case 'kind':
      return name ?? url;
    case 'number':
      return number ?? url;
    case 'link':
      return `[${name ?? qualifiedText(key)}](${url})`;
    case 'titled-link':
      if (title === undefined || title === '') return `[${name ?? qualifiedText(key)}](${url})`;
      return `[${escapeLinkText(title)} (${number ?? qualifiedText(key)})](${url})`;
    case 'url':
      return url;
  }
}

const kindWords: Readonly<Record<ReferenceKind, string>> = {
  pull: 'PR ',
  issue: 'issue ',
  discussion: 'discussion ',
  unknown: '',
};

/** `#1`, or `owner/name#1` for another repository than `own`; undefined where neither can say it. */
function numberText(key: IssueKey, own: Repository | undefined): string | undefined {
  if (own && isSameRepository(key.repository, own)) return `#${key.number}`;
  return key.repository.host === 'github.com' ? qualifiedText(key) : undefined;
}

/** Whatever could be markup, an entity, a reference of its own, a cell's border or a formula on GitHub. */
const meaningful = '\\`*_[]<>&|~$#!';

/** One line of a stranger's as the text of a Markdown link: with a backslash (CommonMark 0.31, 2.4) it reads as it is. */
export function escapeLinkText(text: string): string {
  let result = '';
  for (const char of text) result += meaningful.includes(char) ? `\\${char}` : char;
  return result;
}
