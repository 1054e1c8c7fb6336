/** What the files of titles are called: neither an account nor a repository can be read from a name. */

import { checksum } from '../../checksum.ts';
import type { Repository } from '../../note/note.ts';
import { repositoryText } from '../../references/issueKey.ts';

/** What a file is of. */
export interface FileOf {
  readonly accountId: string;
  readonly repository: Repository;
}

/** Names every file. */
export const anyPrefix = 'issues-';

/** Names every file about a host, and no other. */
export function hostPrefix(host: string): string {
  return `${anyPrefix}${checksum(host.toLowerCase())}-`;
}

/** Names every file of an account at a host, and no other. */
export function accountPrefix(host: string, accountId: string): string {
  return `${hostPrefix(host)}${accountHash(host, accountId)}-`;
}

/** The name of a repository's file: letters, digits and hyphens only, whatever the repository is called. */
export function fileName({ accountId, repository }: FileOf): string {
  return `${accountPrefix(repository.host, accountId)}${checksum(repositoryText(repository))}`;
}

/** Stands for an account in files. */
export function accountHash(host: string, accountId: string): string {
  return checksum(`${host.toLowerCase()}\n${accountId}`);
}
