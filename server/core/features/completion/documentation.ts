/** What an item's documentation tells of an issue once the writer looks at it. */

import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import type { Issue } from '../../references/issue.ts';
import {
  type IssueKey,
  issueUrl,
  isValidNumber,
  isValidRepository,
  qualifiedText,
} from '../../references/issueKey.ts';
import { ageWords, kindWords, stateTime, stateWords } from '../../references/stateWords.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';

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

/** `now` in milliseconds since 1970. With `markdown`, nothing in a stranger's text is markup; else it is plain text. */
export function describeIssue(issue: Issue, now: number, markdown: boolean): MarkupContent {
  const text = markdown ? escapeMarkdown : (plain: string) => plain;
  const { title, author, createdAt, details } = issue;
  const name = issueData(issue);
  const shortName = issue.repository.host === 'github.com' ? qualifiedText(issue) : name;
  const url = issueUrl(issue, issue.kind);
  const at = stateTime(issue);
  const by = author === undefined ? '' : ` by ${text(author)}`;
  const facts = [
    `${kindWords(issue)}${by}`,
    `${stateWords(issue)} on ${isoDay(at)}, ${ageWords(now - at)}`,
    `opened on ${isoDay(createdAt)}`,
  ];
  const more: string[] = [];
  if (details && details.labels.length > 0) more.push(`Labels: ${details.labels.map(text).join(', ')}`);
  if (details?.milestone !== undefined) more.push(`Milestone: ${text(details.milestone)}`);
  const paragraphs = [
    markdown ? `**${text(title)}**` : title,
    `${markdown ? `[${text(shortName)}](<${url}>)` : shortName}: ${facts.join('; ')}`,
    more.join(markdown ? '  \n' : '\n'),
    (details?.excerpt ?? []).map(text).join(markdown ? '  \n' : '\n'),
  ];
  return {
    kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
    value: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
  };
}

/** In UTC, as the core knows no other zone. */
function isoDay(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? 'an unknown day' : date.toISOString().slice(0, 10);
}
