import type { MissingReason } from '../github/answer.ts';
import { type IssueKey, keyText, qualifiedText, repositoryText } from '../references/issueKey.ts';
import { knownReferences } from './knownReferences.ts';
import type { Problem, Rule } from './problem.ts';

export const referenceMissing: Rule = {
  code: 'reference-missing',
  summary: 'GitHub does not know an issue or a pull request that the note names.',
  find(context) {
    const problems: Problem[] = [];
    // The two halves of a link are one reference; a repository that cannot be seen is one mistake, not twenty.
    const told = new Set<string>();
    for (const { reference, key, known } of knownReferences(context)) {
      // Not yet sure: it is asked about in another way soon.
      if (known.kind !== 'missing' || known.reason === 'unconfirmed') continue;
      const link = reference.link && `${reference.link.range.from} ${keyText(key)}`;
      const subject = known.reason === 'hidden' ? repositoryText(key.repository) : link;
      if (subject !== undefined && told.has(subject)) continue;
      if (subject !== undefined) told.add(subject);
      problems.push({
        code: 'reference-missing',
        range: reference.range,
        message: messageFor(key, known.reason),
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
      return `${qualifiedText(key)} was deleted on GitHub.`;
    case 'hidden':
      return `GitHub shows no repository ${owner}/${name}, asked for #${key.number}. It may be private, or spelled differently.`;
    case 'not-found':
      return `GitHub knows no issue or pull request #${key.number} in ${owner}/${name}. It may be private, or the number may be another.`;
  }
}
