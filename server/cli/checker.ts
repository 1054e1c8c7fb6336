/** What the rules say of one note, by its series' template and by the notes around it. */

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../../shared/settings.ts';
import type { CheckContext, FoundProblem, IssueMemory } from '../core/checks/problem.ts';
import type { Note, Repository } from '../core/note/note.ts';
import { parseNote } from '../core/note/parse.ts';
import type { Clock } from '../core/ports.ts';
import { repositoryOfRemotes } from '../core/references/remote.ts';
import { canonicalUri, componentsBelow } from '../core/uri.ts';
import { DocumentContexts } from '../core/workspace/documentContext.ts';
import type { Archive } from '../core/workspace/noteIndex.ts';
import { type SchemaSource, sourceOf } from '../core/workspace/schema.ts';
import { isTemplateUri } from '../core/workspace/templates.ts';
import { filesByNode } from '../host/byNode.ts';
import { gitRemotes } from '../host/gitRemotes.ts';
import { mostFiles } from './selection.ts';

export class Checker {
  readonly archive: Archive;
  readonly #contexts: DocumentContexts;
  readonly #remotes = new Map<string, Repository | undefined>();
  readonly #files = new Map<string, Promise<readonly (readonly string[])[]>>();

  constructor(archive: Archive, clock: Clock) {
    this.archive = archive;
    this.#contexts = new DocumentContexts({
      templates: archive.templates,
      clock,
      seriesOf: (uri) => archive.seriesOf(uri),
      settingsFor: () => defaultSettings,
      remoteOf: (uri) => this.#remoteOf(fileURLToPath(uri)),
    });
  }

  parse(uri: string, text: string): Note {
    return parseNote(text, undefined, this.archive.templates.conventionsOf(uri));
  }

  /** Without what GitHub knows. */
  contextOf(uri: string, note: Note): CheckContext {
    return this.#contexts.contextOf(uri, note);
  }

  /** The template file (a canonical URI) of a note, where it has errors: its series is what could be understood of it. */
  brokenTemplateOf(uri: string): string | undefined {
    const template = this.archive.templates.of(uri);
    return template?.latest.broken ? template.uri : undefined;
  }

  /** What a note is checked by. */
  sourceOf(uri: string, context: CheckContext): SchemaSource {
    return sourceOf(context, this.archive.templates.of(uri)?.name);
  }

  /** In the order of their places. */
  problemsOf(uri: string, context: CheckContext, issues: IssueMemory | undefined): readonly FoundProblem[] {
    return this.#contexts.problemsOf(uri, { ...context, ...(issues && { issues }) });
  }

  /** The Markdown files below a folder, a canonical URI, as components; templates left out. Listed once. */
  filesBelow(root: string): Promise<readonly (readonly string[])[]> {
    const listing = this.#files.get(root) ?? list(root);
    this.#files.set(root, listing);
    return listing;
  }

  #remoteOf(path: string): Repository | undefined {
    const folder = dirname(path);
    if (!this.#remotes.has(folder)) {
      const { enterpriseHost } = this.archive.templates;
      this.#remotes.set(folder, repositoryOfRemotes(gitRemotes(folder), enterpriseHost));
    }
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
