/** Headings that say which repository is spoken of below them: `### owner/repo`, `### TSC`. */

import { headingKey } from './headingKey.ts';
import { parseRepositoryUrl } from './issueUrl.ts';
import type { Note, Repository, Section } from './note.ts';
import type { Reading } from './reading.ts';
import { isName, isOwner } from './repositoryNames.ts';
import { allSections } from './sections.ts';

/**
 * The repository a heading names: by a link to it, by its name alone, by the series' name for it. `text` is the heading
 * without its marks, `targets` are its links'. Undefined where headings do not count, and for any other heading.
 */
export function repositoryOfHeading(
  text: string,
  targets: readonly string[],
  { repositoryFromHeading, repositories, enterpriseHost }: Reading,
): Repository | undefined {
  if (!repositoryFromHeading) return undefined;
  for (const target of targets) {
    const linked = parseRepositoryUrl(target, enterpriseHost);
    if (linked) return linked;
  }
  const plain = withoutMarks(text);
  return repositories?.get(headingKey(text)) ?? parseRepositoryUrl(plain, enterpriseHost) ?? readName(plain);
}

/** What a bare number means at `offset` by the headings above it; undefined: what it means in the series. */
export function repositoryByHeading({ sections, text }: Note, offset: number): Repository | undefined {
  let found: Repository | undefined;
  for (let list = sections; ; ) {
    const around = list.find(
      ({ range }) => range.from <= offset && offset < range.to + (range.to === text.length ? 1 : 0),
    );
    if (around === undefined) return found;
    found = around.repository ?? found;
    list = around.children;
  }
}

/**
 * As `repositoryByHeading`, by the headings that begin before `lineStart` alone: a `#` that is typed at a list item's start is a
 * heading until a digit follows.
 */
export function repositoryAbove({ sections }: Note, lineStart: number): Repository | undefined {
  let around: Section[] = [];
  for (const section of allSections(sections)) {
    if (section.headingRange.from >= lineStart) break;
    around = [...around.filter(({ level }) => level < section.level), section];
  }
  return around.filter(({ repository }) => repository !== undefined).at(-1)?.repository;
}

/** Whether the note's headings name repositories at all, so that a bare number means this here and that there. */
export function hasRepositoryHeadings({ conventions, references, sections }: Note): boolean {
  if (!conventions.repositoryFromHeading) return false;
  const named = (list: Note['sections']): boolean =>
    list.some(({ repository, children }) => repository !== undefined || named(children));
  return references.some(({ repositoryFrom }) => repositoryFrom === 'heading') || named(sections);
}

/** The repository that a heading says alone, `owner/repo`, whether the series goes by headings or not. */
export function repositoryNamed(heading: string): Repository | undefined {
  return readName(withoutMarks(heading));
}

function readName(text: string): Repository | undefined {
  const slash = text.indexOf('/');
  if (slash <= 0 || slash > 39 || text.length - slash > 101) return undefined;
  const owner = text.slice(0, slash);
  const name = text.slice(slash + 1);
  // `CI/CD` and `I/O` are no repositories.
  if (owner === owner.toUpperCase() && name === name.toUpperCase()) return undefined;
  return isOwner(owner) && isName(name) ? { host: 'github.com', owner, name } : undefined;
}

/** Without emphasis, code marks and brackets around it, and without a colon behind it. */
function withoutMarks(text: string): string {
  let from = 0;
  let to = text.length;
  while (to > from && '*`]:> '.includes(text[to - 1]!)) to--;
  while (from < to && '*`[< '.includes(text[from]!)) from++;
  return text.slice(from, to);
}
