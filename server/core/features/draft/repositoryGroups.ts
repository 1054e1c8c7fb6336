/** Lists grouped by repository, as series do that look after several: `### owner/repo`, and below it what is of that one. */

import type { Edit } from '../../checks/problem.ts';
import { repositoryNamed } from '../../note/headingRepository.ts';
import type { Note, Repository, Section } from '../../note/note.ts';
import { allSections } from '../../note/sections.ts';
import { isSameRepository, repositoryText } from '../../references/issueKey.ts';
import type { DraftSource, DraftStep } from './drafted.ts';
import { insertLines, insertSubsection } from './sectionText.ts';

export interface Grouping {
  /** Of the headings. */
  readonly level: number;
  /** By `repositoryText`, the heading's text as the newest note has it. */
  readonly headings: ReadonlyMap<string, string>;
  readonly repositories: readonly Repository[];
}

type SectionOf = (note: Note) => Section | undefined;

function repositoryOf({ repository, heading }: Section): Repository | undefined {
  return repository ?? repositoryNamed(heading);
}

/** How earlier notes group what is in a section; undefined: they do not. */
export function groupingOf(
  { examples }: Pick<DraftSource, 'examples'>,
  sectionOf: SectionOf,
): Grouping | undefined {
  const filled = examples.flatMap((note) => {
    const section = sectionOf(note);
    return section && (!section.empty || section.children.length > 0) ? [section] : [];
  });
  const grouped = filled.map(({ children }) => allSections(children).filter((child) => repositoryOf(child)));
  const withGroups = grouped.filter((groups) => groups.length > 0);
  if (withGroups.length === 0 || 2 * withGroups.length < filled.length) return undefined;
  const headings = new Map<string, string>();
  const repositories: Repository[] = [];
  for (const section of withGroups.flat()) {
    const repository = repositoryOf(section)!;
    const key = repositoryText(repository);
    if (headings.has(key)) continue;
    headings.set(key, section.heading);
    repositories.push(repository);
  }
  return { level: withGroups[0]![0]!.level, headings, repositories };
}

export interface RepositoryLines {
  readonly repository: Repository;
  readonly lines: readonly string[];
}

/** Grouped as the earlier notes do, or where the note has the headings already; else one list. */
export function groupedSteps(
  groups: readonly RepositoryLines[],
  sectionOf: SectionOf,
  grouping: Grouping | undefined,
  isList: boolean,
  { template }: Pick<DraftSource, 'template'>,
): DraftStep[] {
  const filled = groups.filter(({ lines }) => lines.length > 0);
  if (grouping === undefined)
    return [
      intoOne(
        filled.flatMap(({ lines }) => lines),
        sectionOf,
        isList,
        template,
      ),
    ];
  return filled.map(({ repository, lines }) => (note: Note): Edit | undefined => {
    const section = sectionOf(note);
    if (section === undefined) return undefined;
    const own = allSections(section.children).find((child) => {
      const named = repositoryOf(child);
      return named !== undefined && isSameRepository(named, repository);
    });
    if (own) return insertLines(note, own, lines, isList, template);
    const text =
      grouping.headings.get(repositoryText(repository)) ?? `${repository.owner}/${repository.name}`;
    return insertSubsection(note, section, `${'#'.repeat(grouping.level)} ${text}`, lines, template);
  });
}

export function intoOne(
  lines: readonly string[],
  sectionOf: SectionOf,
  isList: boolean,
  template: DraftSource['template'],
): DraftStep {
  return (note) => {
    const section = sectionOf(note);
    return section && insertLines(note, section, lines, isList, template);
  };
}
