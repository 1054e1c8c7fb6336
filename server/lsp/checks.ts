/** The problems of the open documents, found once per version and state of the world. */

import type { Settings } from '../../shared/settings.ts';
import type { CheckContext, FoundProblem } from '../core/checks/problem.ts';
import { effectiveSeverity } from '../core/checks/severity.ts';
import type { OpenDocument } from './documents.ts';

export interface CheckInputs {
  /** Undefined: the document is no note. */
  contextOf(document: OpenDocument): CheckContext | undefined;
  settingsFor(uri: string): Settings;
  find(context: CheckContext, severity: Settings['severity']): readonly FoundProblem[];
  /** What else a document's problems depend on: the archive's state, the day. */
  generation(uri: string): string;
}

interface Found {
  readonly version: number;
  readonly generation: string;
  readonly problems: readonly FoundProblem[];
}

export class Checks {
  readonly #inputs: CheckInputs;
  /** Settled once the settings are known. */
  readonly ready: Promise<void>;
  #changes = 0;
  #found = new WeakMap<OpenDocument, Found>();

  constructor(inputs: CheckInputs, ready: Promise<void>) {
    this.#inputs = inputs;
    this.ready = ready;
  }

  /** Changes whenever the document's problems may have, though the document has not. */
  generationFor(uri: string): string {
    return `${this.#changes}.${this.#inputs.generation(uri)}`;
  }

  /** The settings changed. */
  changed(): void {
    this.#changes++;
  }

  /** In the order of their places; none when the document is no note. */
  problemsOf(document: OpenDocument): readonly FoundProblem[] {
    const { version } = document;
    const generation = this.generationFor(document.uri);
    const known = this.#found.get(document);
    if (known !== undefined && known.version === version && known.generation === generation)
      return known.problems;
    const context = this.#inputs.contextOf(document);
    const { chosenSeverity } = this.#inputs.settingsFor(document.uri);
    const problems =
      context === undefined
        ? []
        : this.#inputs.find(context, effectiveSeverity(chosenSeverity, context.definition));
    this.#found.set(document, { version, generation, problems });
    return problems;
  }
}
