/** What a test says is remembered of GitHub. */

import type { IssueMemory } from '../../server/core/checks/problem.ts';
import type { CachedAnswer, Found, MissingReason } from '../../server/core/github/answer.ts';
import type { Repository } from '../../server/core/note/note.ts';
import type { Issue } from '../../server/core/references/issue.ts';
import { type IssueKey, keyText } from '../../server/core/references/issueKey.ts';

export const lantern: Repository = { host: 'github.com', owner: 'octo', name: 'lantern' };

/** A day on which nothing depends. */
const then = Date.UTC(2026, 0, 5, 12);

export function found(key: IssueKey, change: Partial<Issue> = {}, fetchedAt = then): Found {
  const { repository, number } = key;
  return {
    kind: 'found',
    fetchedAt,
    issue: {
      repository,
      number,
      kind: 'pull',
      title: `Title of ${number}`,
      state: 'open',
      author: 'wren',
      createdAt: then,
      updatedAt: then,
      ...change,
    },
  };
}

/** By number in octo/lantern, or by `host/owner/name#1`: the kind of what is found, or why it is missing. */
export function memoryOf(
  known: Readonly<Record<string, Partial<Issue> | Issue['kind'] | MissingReason>>,
): IssueMemory {
  const answers = new Map(
    Object.entries(known).map(([name, value]) => [
      name.includes('#') ? name : keyText({ repository: lantern, number: Number(name) }),
      value,
    ]),
  );
  return {
    peek(key): CachedAnswer | undefined {
      const value = answers.get(keyText(key));
      if (value === undefined) return undefined;
      if (value === 'pull' || value === 'issue') return found(key, { kind: value });
      if (typeof value === 'string') return { kind: 'missing', reason: value, fetchedAt: then, since: then };
      return found(key, value);
    },
  };
}
