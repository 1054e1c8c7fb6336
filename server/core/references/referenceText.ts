/** The text of a reference in a note, for every list, fix, command and paste. A stranger's title stays plain words. */

import type { ReferenceStyle } from '../../../shared/settings.ts';
import type { ReferenceKind, Repository } from '../note/note.ts';
import { type IssueKey, isSameRepository, issueUrl, qualifiedText } from './issueKey.ts';

export interface WrittenReference {
  readonly key: IssueKey;
  readonly kind: ReferenceKind;
  /** One line; absent when it is not known. */
  readonly title?: string | undefined;
}

/**
 * The reference as Markdown in a given style. `seriesRepository` is what a bare `#1` means at that place. `typed` keeps what
 * the writer typed; where there is none, it is `kind`. What a style cannot say is said by the next longer one: by a URL
 * for another host, by `link` for an issue without a title.
 */
export function referenceText(
  { key, kind, title }: WrittenReference,
  style: ReferenceStyle,
  seriesRepository: Repository | undefined,
): string {
  const url = issueUrl(key, kind);
  const name = shortName(key, seriesRepository);
  const label = `${kindPrefixes[kind]}${name ?? qualifiedText(key)}`;
  switch (style) {
    case 'typed':
    case 'kind':
      return name === undefined ? url : label;
    case 'number':
      return name ?? url;
    case 'link':
      return `[${label}](${url})`;
    case 'titled-link':
      return title
        ? `[${escapeLinkText(title)} (${name ?? qualifiedText(key)})](${url})`
        : `[${label}](${url})`;
    case 'url':
      return url;
  }
}

const kindPrefixes: Readonly<Record<ReferenceKind, string>> = {
  pull: 'PR ',
  issue: 'issue ',
  discussion: 'discussion ',
  unknown: '',
};

/** `#1`, or `owner/name#1` for another repository. Undefined for another host: GitHub reads a short name as its own. */
function shortName(key: IssueKey, seriesRepository: Repository | undefined): string | undefined {
  if (seriesRepository && isSameRepository(key.repository, seriesRepository)) return `#${key.number}`;
  return key.repository.host === 'github.com' ? qualifiedText(key) : undefined;
}

/** Whatever could be markup, an image, an entity, a reference of its own, a cell's border or a formula on GitHub. */
const escaped = '\\`*_[]<>&|~$#!';

/** One line of a stranger's as the text of a Markdown link: with a backslash (CommonMark 0.31, 2.4) it reads as it is. */
export function escapeLinkText(text: string): string {
  let result = '';
  for (const char of text) result += escaped.includes(char) ? `\\${char}` : char;
  return result;
}
