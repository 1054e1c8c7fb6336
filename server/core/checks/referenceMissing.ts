import { type Message, t } from '../../../shared/l10n.ts';
import type { MissingReason } from '../github/answer.ts';
import { type IssueKey, keyText, qualifiedText, repositoryText } from '../references/issueKey.ts';
import { contradictedReferences } from './contradictedReferences.ts';
import type { Problem, Rule } from './problem.ts';

export const referenceMissing: Rule = {
  code: 'reference-missing',
  summary: 'An issue or pull request that the note refers to was not found on GitHub.',
  severity: 'warning',
  isAboutReferences: true,
  *find(context) {
    const problems: Problem[] = [];
    // The two halves of a link are one reference; a repository that cannot be seen is one mistake, not twenty.
    const reported = new Set<string>();
    for (const { reference, key, answer } of yield* contradictedReferences(context)) {
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
function messageFor(key: IssueKey, reason: Exclude<MissingReason, 'unconfirmed'>): Message {
  const { owner, name } = key.repository;
  switch (reason) {
    case 'gone':
      return t('{0} was deleted on GitHub', qualifiedText(key));
    case 'hidden':
      return t(
        'Repository {0} of {1} not found on GitHub; it may be private',
        `${owner}/${name}`,
        `#${key.number}`,
      );
    case 'not-found':
      return t(
        'Issue or pull request {0} not found in {1}; the number may be wrong or the repository private',
        `#${key.number}`,
        `${owner}/${name}`,
      );
  }
}
