/** What is to be talked about: issues and pull requests with a label, and the pull requests that have been open for longest. */

import { type Argument, t } from '../../../../shared/l10n.ts';
import type { Note } from '../../note/note.ts';
import type { Issue } from '../../references/issue.ts';
import { type Drafter, none, noRepository, notFound } from './drafted.ts';
import { agendaSection, oldPullsSection } from './draftPlaces.ts';
import { distinct } from './highlights.ts';
import { type IssuesOf, listed, withoutThoseOf } from './listedIssues.ts';
import { type Grouping, groupingOf } from './repositoryGroups.ts';

/** Each takes a request for each label. */
const mostRepositories = 10;

export const draftAgenda: Drafter = async (note, source, wait) => {
  const part = 'agenda';
  const { own, store, agenda } = source;
  if (agenda.length === 0)
    return none(
      part,
      'notConfigured',
      t('No label is on the agenda. Write "agenda: [label]" in the template file.'),
    );
  if (agendaSection(note) === undefined)
    return none(part, 'noSection', t('The note has no section for the agenda. Insert one first.'));
  if (store === undefined) return none(part, 'notConfigured', t('Looking up issues on GitHub is off.'));
  const grouping = groupingOf(source, agendaSection) ?? groupedByHeadings(note);
  const repositories = distinct([
    ...(own ? [own] : []),
    ...(grouping?.repositories ?? []),
    ...note.conventions.repositories.values(),
  ]).slice(0, mostRepositories);
  if (repositories.length === 0) return noRepository(part);
  const found: IssuesOf[] = [];
  for (const repository of repositories) {
    const issues = new Map<number, Issue>();
    for (const label of agenda) {
      const answer = await store.labelled(repository, label, wait);
      const name = `${repository.owner}/${repository.name}`;
      if (answer.kind === 'unavailable')
        return none(
          part,
          'unavailable',
          t('The agenda of {0} could not be looked up. {1}', name, answer.message),
        );
      if (answer.kind === 'missing' && repository === own) return notFound(part, repository);
      if (answer.kind === 'found') for (const issue of answer.items) issues.set(issue.number, issue);
    }
    found.push({ repository, issues: [...issues.values()].sort((a, b) => a.createdAt - b.createdAt) });
  }
  const groups = found.map((each) => withoutThoseOf(note, each, own));
  const count = groups.reduce((sum, { issues }) => sum + issues.length, 0);
  const labels = agenda
    .map((label): Argument => `"${label}"`)
    .reduce((all, label) => t('{0} or {1}', all, label));
  if (count === 0)
    return none(
      part,
      'nothing',
      t('No open issue or pull request has the label {0} and is not in the note.', labels),
    );
  return listed(note, source, groups, {
    part,
    brings:
      count === 1
        ? t('1 issue or pull request with the label {0}', labels)
        : t('{0} issues and pull requests with the label {1}', count, labels),
    count,
    grouping,
    sectionOf: agendaSection,
  });
};

export const draftOldestPulls: Drafter = async (note, source, wait) => {
  const part = 'oldestPulls';
  const { own, store, oldestPulls } = source;
  if (oldestPulls === 0)
    return none(
      part,
      'notConfigured',
      t('The template file does not ask for old pull requests ("oldestPulls: 5").'),
    );
  const sectionOf = (each: Note) => oldPullsSection(each) ?? agendaSection(each);
  if (sectionOf(note) === undefined)
    return none(part, 'noSection', t('The note has no section for old pull requests. Insert one first.'));
  if (own === undefined) return noRepository(part);
  if (store === undefined)
    return none(part, 'notConfigured', t('Looking up pull requests on GitHub is off.'));
  const answer = await store.oldestPulls(own, oldestPulls, wait);
  const name = `${own.owner}/${own.name}`;
  if (answer.kind === 'missing') return notFound(part, own);
  if (answer.kind === 'unavailable')
    return none(
      part,
      'unavailable',
      t('The pull requests of {0} could not be looked up. {1}', name, answer.message),
    );
  const group = withoutThoseOf(note, { repository: own, issues: answer.items }, own);
  const count = group.issues.length;
  if (count === 0) return none(part, 'nothing', t('No open pull request that is not in the note.'));
  return listed(note, source, [group], {
    part,
    brings:
      count === 1
        ? t('1 pull request that was opened first')
        : t('{0} pull requests that were opened first', count),
    count,
    grouping: undefined,
    sectionOf,
  });
};

/** Where the series goes by headings, also its first note does. */
function groupedByHeadings({ conventions, sections }: Note): Grouping | undefined {
  if (!conventions.repositoryFromHeading) return undefined;
  const section = agendaSection({ sections } as Note);
  return { level: (section?.level ?? 2) + 1, headings: new Map(), repositories: [] };
}
