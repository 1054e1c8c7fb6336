/** The problems of the open documents, found once per version and state of the world. */

import { atOnce, type Steps } from '../../../shared/steps.ts';
import type { CheckContext, FoundProblem } from '../checks/problem.ts';
import type { DocumentContexts } from './documentContext.ts';
import type { OpenDocument } from './openDocument.ts';

export interface ProblemCacheHost {
  readonly contexts: Pick<DocumentContexts, 'problemSteps'>;
  /** Undefined: the document is no note. */
  contextOf(document: OpenDocument): CheckContext | undefined;
  /** What else a document's problems depend on: the archive's state, the day. */
  generation(uri: string): string;
}

interface Entry {
  readonly version: number;
  readonly generation: string;
  readonly problems: readonly FoundProblem[];
}

export class ProblemCache {
  readonly #host: ProblemCacheHost;
  #changes = 0;
  readonly #entries = new WeakMap<OpenDocument, Entry>();

  constructor(host: ProblemCacheHost) {
    this.#host = host;
  }

  /** Changes whenever the document's problems may have, though the document has not. */
  generationFor(uri: string): string {
    return `${this.#changes}.${this.#host.generation(uri)}`;
  }

  /** The settings changed. */
  changed(): void {
    this.#changes++;
  }

  /** In the order of their places; none when the document is no note. */
  problemsOf(document: OpenDocument): readonly FoundProblem[] {
    return atOnce(this.problemSteps(document));
  }

  /** The same in steps, of the text as it is when they begin. */
  *problemSteps(document: OpenDocument): Steps<readonly FoundProblem[]> {
    const { uri, version } = document;
    const generation = this.generationFor(uri);
    const cached = this.#entries.get(document);
    if (cached?.version === version && cached.generation === generation) return cached.problems;
    const context = this.#host.contextOf(document);
    yield;
    const problems = context === undefined ? [] : yield* this.#host.contexts.problemSteps(uri, context);
    this.#entries.set(document, { version, generation, problems });
    return problems;
  }
}
