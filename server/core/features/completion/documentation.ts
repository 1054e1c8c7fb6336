/** What an item's documentation says of an issue once the writer looks at it. */

import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import type { Say } from '../../../../shared/l10n.ts';
import type { Found } from '../../github/answer.ts';
import { type IssueKey, isValidNumber, isValidRepository, qualifiedText } from '../../references/issueKey.ts';
import { printParagraphs } from '../hoverText.ts';
import { issueParagraphs } from '../issueText.ts';

/** All that an item carries to be found again: `github.com/octo/lantern#51`. */
export function issueData({ repository, number }: IssueKey): string {
  return `${repository.host}/${qualifiedText({ repository, number })}`;
}

/** The other way round; undefined for what is none of ours. */
export function readIssueData(data: unknown): IssueKey | undefined {
  if (typeof data !== 'string' || data.length > 500) return undefined;
  const hash = data.lastIndexOf('#');
  const [host, owner, name, ...rest] = data.slice(0, Math.max(hash, 0)).split('/');
  const digits = data.slice(hash + 1);
  if (!host || !owner || !name || rest.length > 0 || !/^[1-9]\d{0,8}$/.test(digits)) return undefined;
  const repository = { host, owner, name };
  const number = Number(digits);
  return isValidRepository(repository) && isValidNumber(number) ? { repository, number } : undefined;
}

/** The same as in a hover, and as inert. `key` is what was asked for; `now` in milliseconds since 1970. */
export function describeIssue(
  found: Found,
  key: IssueKey,
  now: number,
  { markdown, icons, say }: { readonly markdown: boolean; readonly icons: boolean; readonly say?: Say },
): MarkupContent {
  return {
    kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
    value: printParagraphs(issueParagraphs(found, key, now, icons), markdown, say),
  };
}
