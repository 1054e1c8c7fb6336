/** What the rules say of one note, by its series' template and by the notes around it. */

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../../shared/settings.ts';
import { noteOf } from '../core/archive/noteOf.ts';
import { ownRepository } from '../core/archive/ownRepository.ts';
import { summarize } from '../core/archive/summary.ts';
import { findProblems } from '../core/checks/findProblems.ts';
import type { CheckContext, FoundProblem, IssueMemory } from '../core/checks/problem.ts';
import { effectiveSeverity } from '../core/checks/severity.ts';
import type { Note, Repository } from '../core/note/note.ts';
import { parseNote } from '../core/note/parse.ts';
import type { Clock } from '../core/ports.ts';
import { repositoryOfRemotes } from '../core/references/remote.ts';
import { canonicalUri, componentsBelow } from '../core/uri.ts';
import { contextOf } from '../core/workspace/documentContext.ts';
import type { Archive } from '../core/workspace/noteIndex.ts';
import { isTemplateUri } from '../core/workspace/templates.ts';
import { filesByNode } from '../host/byNode.ts';
import { gitRemotes } from '../host/gitRemotes.ts';
import { mostFiles } from './selection.ts';

export class Judge {
  readonly archive: Archive;
  readonly #clock: Clock;
  readonly #remotes = new Map<string, Repository | undefined>();
  readonly #files = new Map<string, Promise<readonly (readonly string[])[]>>();

  constructor(archive: Archive, clock: Clock) {
    this.archive = archive;
    this.#clock = clock;
  }

  parse(uri: string, text: string): Note {
    return parseNote(text, undefined, this.archive.templates.conventionsOf(uri));
  }

  /** Without what GitHub knows. */
  contextOf(uri: string, note: Note): CheckContext {
    const series = this.archive.seriesOf(uri);
    const definition = this.archive.templates.of(uri)?.definition;
    const named = definition?.repository ?? defaultSettings.repository;
    const own = ownRepository(named, series, note, this.#remoteOf(fileURLToPath(uri)));
    const context = contextOf(uri, note, series, this.#clock.today(), definition);
    return { ...context, ...(own && { own }) };
  }

  /** The template file (a canonical URI) of a note, where it has errors: its series is what could be understood of it. */
  brokenTemplateOf(uri: string): string | undefined {
    const template = this.archive.templates.of(uri);
    return template?.latest.broken ? template.uri : undefined;
  }

  /** In the order of their places. */
  problemsOf(context: CheckContext, issues: IssueMemory | undefined): readonly FoundProblem[] {
    const severity = effectiveSeverity(defaultSettings.chosenSeverity, context.definition);
    return findProblems({ ...context, ...(issues && { issues }) }, severity);
  }

  /** The Markdown files below a folder, a canonical URI, as components; templates left out. Listed once. */
  filesBelow(root: string): Promise<readonly (readonly string[])[]> {
    const listing = this.#files.get(root) ?? list(root);
    this.#files.set(root, listing);
    return listing;
  }

  /** A note was changed: the others learn from it as it is now. */
  changed(uri: string, note: Note): void {
    const series = this.archive.seriesOf(uri);
    if (series === undefined || noteOf(series, uri) === undefined) return;
    this.archive.update(summarize(uri, note, this.archive.templates.dateOf(uri)));
  }

  #remoteOf(path: string): Repository | undefined {
    const folder = dirname(path);
    if (!this.#remotes.has(folder)) this.#remotes.set(folder, repositoryOfRemotes(gitRemotes(folder)));
    return this.#remotes.get(folder);
  }
}

async function list(root: string): Promise<string[][]> {
  const listed = await filesByNode.listMarkdown(root, mostFiles);
  return listed
    .map(canonicalUri)
    .filter((uri) => !isTemplateUri(uri))
    .map((uri) => componentsBelow(uri, root));
}
