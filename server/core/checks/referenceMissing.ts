import type { MissingReason } from '../github/answer.ts';
import { type IssueKey, keyText, qualifiedText, repositoryText } from '../references/issueKey.ts';
import { answeredReferences } from './answeredReferences.ts';
import type { Problem, Rule } from './problem.ts';

export const referenceMissing: Rule = {
  code: 'reference-missing',
  summary: 'An issue or pull request that the note refers to was not found on GitHub.',
  severity: 'warning',
  find(context) {
    const problems: Problem[] = [];
    // The two halves of a link are one reference; a repository that cannot be seen is one mistake, not twenty.
    const reported = new Set<string>();
    for (const { reference, key, answer } of answeredReferences(context)) {
      // Not yet sure: it is asked about in another way soon.
      if (answer.kind !== 'missing' || answer.reason === 'unconfirmed') continue;
      const link = reference.link && `${reference.link.range.from} ${keyText(key)}`;
      const subject = answer.reason === 'hidden' ? repositoryText(key.repository) : link;
      if (subject !== undefined && reported.has(subject)) continue;
      if (subject !== undefined) reported.add(subject);
      problems.push({
        range: reference.range,
        message: messageFor(key, answer.reason),
        fixes: [],
      });
    }
    return problems;
  },
};

/** GitHub answers the same for what is not there and for what may not be seen, so neither is claimed. */
function messageFor(key: IssueKey, reason: Exclude<MissingReason, 'unconfirmed'>): string {
  const { owner, name } = key.repository;
  switch (reason) {
    case 'gone':
      return `${qualifiedText(key)} was deleted on GitHub`;
    case 'hidden':
      return `Repository ${owner}/${name} of #${key.number} not found on GitHub; it may be private`;
    case 'not-found':
      return `Issue or pull request #${key.number} not found in ${owner}/${name}; the number may be wrong or the repository private`;
  }
}
