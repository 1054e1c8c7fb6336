/** What several notes spoke of and is still open. */

import { t } from '../../../../shared/l10n.ts';
import type { NoteSummary } from '../../archive/noteSummary.ts';
import { repositoryKey } from '../../archive/summary.ts';
import type { Note, Repository } from '../../note/note.ts';
import type { Issue } from '../../references/issue.ts';
import { type IssueKey, keyText, resolveReference } from '../../references/issueKey.ts';
import { type Drafter, none } from './drafted.ts';
import { agendaSection, oldPullsSection } from './draftPlaces.ts';
import { listed, withoutThoseOf } from './listedIssues.ts';

/** In so many notes or more. */
const fewestNotes = 3;
const most = 20;

export const draftRecurring: Drafter = async (note, source, wait) => {
  const part = 'recurring';
  const sectionOf = (each: Note) => agendaSection(each) ?? oldPullsSection(each);
  if (sectionOf(note) === undefined)
    return none(part, 'noSection', t('The note has no section for the agenda. Insert one first.'));
  const { own, store, earlier, meetings } = source;
  if (store === undefined) return none(part, 'notConfigured', t('Looking up issues on GitHub is off.'));
  const keys = recurring(earlier.slice(0, meetings), own);
  if (keys.length === 0)
    return none(
      part,
      'nothing',
      t('No issue or pull request is in {0} or more of the latest notes.', fewestNotes),
    );
  await store.fetchAll(keys, wait);
  const answers = keys.map((key) => store.peek(key));
  if (answers.some((answer) => answer === undefined))
    return none(
      part,
      'unavailable',
      t('The issues and pull requests of earlier notes could not be looked up.'),
    );
  const open = answers.flatMap((answer) =>
    answer?.kind === 'found' && (answer.issue.state === 'open' || answer.issue.state === 'draft')
      ? [answer.issue]
      : [],
  );
  const groups = byRepository(open).map((group) => withoutThoseOf(note, group, own));
  const count = groups.reduce((sum, { issues }) => sum + issues.length, 0);
  if (count === 0)
    return none(part, 'nothing', t('What several notes speak of is closed, or in the note already.'));
  return listed(note, source, groups, {
    part,
    count,
    brings:
      count === 1
        ? t('1 reference of {0} or more notes, still open', fewestNotes)
        : t('{0} references of {1} or more notes, still open', count, fewestNotes),
    grouping: undefined,
    sectionOf,
  });
};

/** Those in most notes first. */
function recurring(notes: readonly NoteSummary[], own: Repository | undefined): IssueKey[] {
  const found = new Map<string, { readonly key: IssueKey; notes: number }>();
  for (const { references } of notes) {
    const here = new Map<string, IssueKey>();
    for (const reference of references) {
      const key = resolveReference(reference, own);
      if (key) here.set(keyText(key), key);
    }
    for (const [text, key] of here) found.set(text, { key, notes: (found.get(text)?.notes ?? 0) + 1 });
  }
  return [...found.values()]
    .filter(({ notes: count }) => count >= fewestNotes)
    .sort((a, b) => b.notes - a.notes)
    .slice(0, most)
    .map(({ key }) => key);
}

function byRepository(issues: readonly Issue[]) {
  const groups = new Map<string, { readonly repository: Repository; readonly issues: Issue[] }>();
  for (const issue of issues) {
    const { repository } = issue;
    const key = repositoryKey(repository);
    const group = groups.get(key) ?? { repository, issues: [] };
    group.issues.push(issue);
    groups.set(key, group);
  }
  return [...groups.values()];
}
