/** The address of GitHub's form for a new issue, filled in for an action item. Nothing is sent: the writer looks at it first. */

import type { NoteInClone } from '../../../shared/actionItems.ts';
import { unpackPlace } from '../archive/place.ts';
import { noteDate } from '../archive/summary.ts';
import type { IssueStore } from '../github/sync/issueStore.ts';
import type { Repository } from '../note/note.ts';
import type { OpenItem } from '../recall/openItems.ts';
import { plainText } from '../recall/plainText.ts';
import type { Issue } from '../references/issue.ts';
import { repositoryUrl } from '../references/issueKey.ts';
import { escapeLinkText } from '../references/referenceText.ts';
import { parseRemoteUrl } from '../references/remote.ts';

/** In code points. GitHub takes 256 of a title, and addresses of some thousand characters. */
const longestTitle = 200;
const longestText = 1_000;

/** `clone`: what the clone knows of the note's file; null: nothing, so that the issue names the note's day alone. */
export function issueForm(
  { item, note }: Pick<OpenItem, 'item' | 'note'>,
  repository: Repository,
  clone: NoteInClone | null,
): string {
  const day = noteDate(note) ?? note.fileName;
  const source = clone ? linkTo(clone, unpackPlace(item.place).line, repository) : undefined;
  const from = source === undefined ? escapeLinkText(day) : `[${escapeLinkText(day)}](${source})`;
  const query = new Map([
    ['title', issueTitle(item.text)],
    ['body', `${escapeLinkText(first(plainText(item.text), longestText))}\n\nFrom the notes of ${from}.\n`],
  ]);
  const fields = [...query].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${repositoryUrl(repository)}/issues/new?${fields}`;
}

/** What the form proposes as the title for an item's text, in Markdown. */
function issueTitle(text: string): string {
  return first(plainText(text), longestTitle);
}

/** The clocks of a computer and of GitHub differ by less, in milliseconds; what is older was not created with the form. */
const clocksDiffer = 5 * 60_000;
const mostAlike = 20;

/**
 * The issue that was created with the form for an item of this text, as far as it is known: that of its title. `since`: when the form was
 * opened, in milliseconds since 1970.
 */
export function createdIssue(
  text: string,
  since: number,
  repository: Repository,
  store: Pick<IssueStore, 'search'>,
): Issue | undefined {
  const title = issueTitle(text).trim();
  return store
    .search(repository, { text: title, kind: 'issue', limit: mostAlike })
    .map(({ found: { issue } }) => issue)
    .find((issue) => issue.title.trim() === title && issue.createdAt >= since - clocksDiffer);
}

/** The line at the commit, which stays what it is; without a line where the file has changed since. */
function linkTo(
  { remote, commit, path, isChanged }: NoteInClone,
  line: number,
  { host }: Repository,
): string | undefined {
  const notes = parseRemoteUrl(remote, host);
  if (notes === undefined || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
  const file = path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('(', '%28').replaceAll(')', '%29'))
    .join('/');
  // Markdown is shown as a page, which has no lines.
  return `${repositoryUrl(notes)}/blob/${commit}/${file}${isChanged ? '' : `?plain=1#L${line + 1}`}`;
}

/** Whole code points: half of one cannot be encoded. */
function first(text: string, most: number): string {
  const characters = [...text.replace(/\p{Cs}/gu, '\uFFFD')];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
