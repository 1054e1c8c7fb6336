/** The pull requests that were merged since the note before, as lines for the highlights of a note. */

import { addDays } from '../../../../shared/calendar.ts';
import { spokenDay } from '../../../../shared/dates/spokenNames.ts';
import { t } from '../../../../shared/l10n.ts';
import type { ReferenceMention } from '../../archive/noteSummary.ts';
import { noteDate, repositoryKey } from '../../archive/summary.ts';
import type { WaitOptions } from '../../github/api/timeout.ts';
import type { IsoDate, Note, Repository } from '../../note/note.ts';
import type { Issue, IssueKind } from '../../references/issue.ts';
import { isSameRepository, repositoryText } from '../../references/issueKey.ts';
import {
  type HighlightForm,
  highlightsSection,
  learnHighlightForm,
  writeHighlight,
} from '../highlightForm.ts';
import { type Drafter, type DraftSource, type DraftStore, none, noRepository, notFound } from './drafted.ts';
import { type Grouping, groupedSteps, groupingOf } from './repositoryGroups.ts';

/** Each takes a request. */
const mostRepositories = 10;

export const draftHighlights: Drafter = async (note, source, wait) => {
  const part = 'highlights';
  if (highlightsSection(note) === undefined)
    return none(part, 'noSection', t('The note has no section for highlights. Insert one first.'));
  const previous = previousDay(source);
  if (previous === undefined) return none(part, 'nothing', t('There is no earlier note with a date.'));
  const { own, store, examples } = source;
  if (own === undefined) return noRepository(part);
  if (store === undefined)
    return none(part, 'notConfigured', t('Looking up pull requests on GitHub is off.'));
  const grouping = groupingOf(source, highlightsSection);
  const found: { readonly repository: Repository; readonly issues: readonly Issue[] }[] = [];
  for (const repository of repositoriesOf(source, grouping)) {
    const merged = await mergedSince(repository, previous, source.day, store, wait);
    if (merged.kind === 'unavailable') return none(part, 'unavailable', merged.message);
    // Of the others one may be gone by now.
    if (merged.kind === 'found')
      found.push({ repository, issues: newOnes(merged.items, repository, source) });
    else if (repository === own) return notFound(part, own);
  }
  const count = found.reduce((sum, { issues }) => sum + issues.length, 0);
  if (count === 0)
    return none(
      part,
      'nothing',
      t('No pull requests since {0} that the notes do not mention already.', spokenDay(previous)),
    );
  const form = learnHighlightForm(examples);
  const groups = found.map(({ repository, issues }) => ({
    repository,
    lines: linesOf(issues, form, meaningOf(repository, form, grouping, note, own)),
  }));
  return {
    kind: 'draft',
    part,
    count,
    brings: count === 1 ? t('1 merged pull request') : t('{0} merged pull requests', count),
    steps: groupedSteps(groups, highlightsSection, grouping, form.bullet !== '', source),
  };
};

/** The day of the note before. */
export function previousDay({ earlier }: Pick<DraftSource, 'earlier'>): IsoDate | undefined {
  return earlier.map(noteDate).find((day) => day !== undefined);
}

export function linesOf(
  issues: readonly (Pick<Issue, 'repository' | 'number' | 'title'> & { readonly kind: IssueKind })[],
  form: HighlightForm,
  own: Repository | undefined,
): string[] {
  return issues.map(({ repository, number, title, kind }) =>
    writeHighlight(form, { repository, number }, title, own, kind),
  );
}

/** What a bare number means to the reader of a line: below a heading of a repository, that one. */
export function meaningOf(
  repository: Repository,
  { style }: HighlightForm,
  grouping: Grouping | undefined,
  { conventions }: Pick<Note, 'conventions'>,
  own: Repository | undefined,
): Repository | undefined {
  const isLink = style === 'numberLink' || style === 'kindLink';
  return grouping && (isLink || conventions.repositoryFromHeading) ? repository : own;
}

/** The notes' own, those that they group by, and those whose pull requests several of their highlights had. */
function repositoriesOf(source: DraftSource, grouping: Grouping | undefined): Repository[] {
  const { own, examples } = source;
  const inNotes = new Map<string, { readonly repository: Repository; notes: number }>();
  for (const note of examples) {
    const section = highlightsSection(note);
    const here = new Map<string, Repository>();
    for (const { repository, kind, range } of note.references)
      if (
        section &&
        repository &&
        kind === 'pull' &&
        section.range.from <= range.from &&
        range.from < section.range.to
      )
        here.set(repositoryText(repository), repository);
    for (const [key, repository] of here)
      inNotes.set(key, { repository, notes: (inNotes.get(key)?.notes ?? 0) + 1 });
  }
  const often = [...inNotes.values()].flatMap(({ repository, notes }) => (notes > 1 ? [repository] : []));
  return distinct([...(own ? [own] : []), ...(grouping?.repositories ?? []), ...often]).slice(
    0,
    mostRepositories,
  );
}

export function distinct(repositories: readonly Repository[]): Repository[] {
  return repositories.filter(
    (one, index) => repositories.findIndex((other) => isSameRepository(one, other)) === index,
  );
}

/** `day` absent: until now. */
async function mergedSince(
  repository: Repository,
  previous: IsoDate,
  day: IsoDate | undefined,
  store: Pick<DraftStore, 'merged'>,
  wait: WaitOptions,
) {
  const to = day === undefined || day < previous ? addDays(previous, 3_650) : day;
  const answer = await store.merged(repository, previous, to, wait);
  if (answer.kind !== 'unavailable') return answer;
  const { owner, name } = repository;
  return {
    ...answer,
    message: t('The pull requests of {0} could not be looked up. {1}', `${owner}/${name}`, answer.message),
  };
}

/** Those that no note mentions, the first merged first. */
function newOnes(
  issues: readonly Issue[],
  repository: Repository,
  { notes, own, withBots }: Pick<DraftSource, 'notes' | 'own' | 'withBots'>,
): Issue[] {
  const mentioned = mentionedNumbers(notes, repository, own);
  return issues
    .filter(({ kind, mergedAt }) => kind === 'pull' && mergedAt !== undefined)
    .filter((issue) => !mentioned.has(issue.number) && (withBots || !isByBot(issue)))
    .sort((a, b) => a.mergedAt! - b.mergedAt!);
}

/** Of one repository; `own` is what a bare number means. */
export function mentionedNumbers(
  notes: readonly { readonly references: readonly Pick<ReferenceMention, 'number' | 'repository'>[] }[],
  repository: Repository,
  own: Repository | undefined,
): ReadonlySet<number> {
  const key = repositoryKey(repository);
  const isOwn = own !== undefined && isSameRepository(own, repository);
  return new Set(
    notes.flatMap(({ references }) =>
      references
        .filter((each) => (each.repository ? repositoryKey(each.repository) === key : isOwn))
        .map(({ number }) => number),
    ),
  );
}

const bots = new Set(['dependabot', 'dependabot-preview', 'renovate', 'renovate-bot', 'github-actions']);

/** A bot's, or an update of a dependency. */
function isByBot({ author = '', title }: Pick<Issue, 'author' | 'title'>): boolean {
  const login = author.toLowerCase();
  if (login.endsWith('[bot]') || bots.has(login)) return true;
  const lower = title.toLowerCase();
  return /^[a-z]+\(deps(?:-[a-z]+)?\)!?:/.test(lower) || /^(?:bump|update dependency) \S+ /.test(lower);
}
