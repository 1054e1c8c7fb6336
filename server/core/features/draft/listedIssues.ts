/** Issues and pull requests that are put into a section of a note: those that it lacks, in the form of the earlier notes. */

import type { Message } from '../../../../shared/l10n.ts';
import type { Note, Repository, Section } from '../../note/note.ts';
import type { Issue } from '../../references/issue.ts';
import { learnHighlightForm } from '../highlightForm.ts';
import type { Drafted, DraftSource } from './drafted.ts';
import { linesOf, meaningOf, mentionedNumbers } from './highlights.ts';
import { type Grouping, groupedSteps } from './repositoryGroups.ts';

export interface IssuesOf {
  readonly repository: Repository;
  readonly issues: readonly Issue[];
}

/** What the note has already is not put there again. */
export function withoutThoseOf(
  note: Note,
  { repository, issues }: IssuesOf,
  own: Repository | undefined,
): IssuesOf {
  const here = mentionedNumbers([note], repository, own);
  return { repository, issues: issues.filter(({ number }) => !here.has(number)) };
}

interface Listing {
  readonly part: Drafted['part'];
  readonly count: number;
  readonly brings: Message;
  readonly grouping: Grouping | undefined;
  readonly sectionOf: (note: Note) => Section | undefined;
}

/** As lines of a section, in the form that the latest notes have there; under headings where these go by repositories. */
export function listed(
  note: Note,
  source: DraftSource,
  groups: readonly IssuesOf[],
  { part, count, brings, grouping, sectionOf }: Listing,
): Drafted {
  const form = learnHighlightForm(source.examples, sectionOf);
  const lines = groups.map(({ repository, issues }) => ({
    repository,
    lines: linesOf(issues, form, meaningOf(repository, form, grouping, note, source.own)),
  }));
  return {
    kind: 'draft',
    part,
    count,
    brings,
    steps: groupedSteps(lines, sectionOf, grouping, form.bullet !== '', source),
  };
}
