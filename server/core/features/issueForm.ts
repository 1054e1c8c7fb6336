/** The address of GitHub's form for a new issue, filled in for an action item. Nothing is sent: the writer looks at it first. */

import type { NoteInClone } from '../../../shared/actionItems.ts';
import { unpackPlace } from '../archive/place.ts';
import { noteDate } from '../archive/summary.ts';
import type { Repository } from '../note/note.ts';
import type { OpenItem } from '../recall/openItems.ts';
import { plainText } from '../recall/plainText.ts';
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
  const text = plainText(item.text);
  const day = noteDate(note) ?? note.fileName;
  const source = clone ? linkTo(clone, unpackPlace(item.place).line, repository) : undefined;
  const from = source === undefined ? escapeLinkText(day) : `[${escapeLinkText(day)}](${source})`;
  const query = new Map([
    ['title', first(text, longestTitle)],
    ['body', `${escapeLinkText(first(text, longestText))}\n\nFrom the notes of ${from}.\n`],
  ]);
  const fields = [...query].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${repositoryUrl(repository)}/issues/new?${fields}`;
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
