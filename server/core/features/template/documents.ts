/** Template files that are open in the editor, and what their features go by beside their text. */

import { noteDate } from '../../archive/summary.ts';
import type { Clock } from '../../ports.ts';
import type { ReadTemplate } from '../../template/definition.ts';
import { readTemplate } from '../../template/file/readTemplate.ts';
import { nextNumber } from '../../template/meetingNumber.ts';
import { componentsBelow, parentUri } from '../../uri.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { isTemplateUri } from '../../workspace/templates.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { TemplateInputs } from './inputs.ts';

export class TemplateDocuments {
  readonly #workspace: Pick<Workspace, 'archive' | 'filesBelow'>;
  readonly #clock: Pick<Clock, 'today'>;
  readonly #read = new WeakMap<OpenDocument, { readonly version: number; readonly read: ReadTemplate }>();

  constructor(workspace: Pick<Workspace, 'archive' | 'filesBelow'>, clock: Pick<Clock, 'today'>) {
    this.#workspace = workspace;
    this.#clock = clock;
  }

  /** Undefined: the document is no template file. */
  inputsFor(document: OpenDocument): TemplateInputs | undefined {
    const { canonicalUri: uri } = document;
    if (!isTemplateUri(uri)) return undefined;
    const { archive } = this.#workspace;
    const template = archive.templates.all().find((each) => each.uri === uri);
    const root = parentUri(parentUri(uri));
    const series = (template && archive.seriesBy(template)) ?? archive.mainSeries(root);
    const read = this.#readingOf(document);
    const notes = series?.notes ?? [];
    const number = nextNumber(read.definition, notes);
    const files = this.#workspace.filesBelow(root);
    return {
      read,
      today: this.#clock.today(),
      dates: notes.map(noteDate).filter((date) => date !== undefined),
      names: series?.people ?? [],
      ...(number === undefined ? {} : { number }),
      ...(files === undefined ? {} : { files }),
      get listed() {
        return archive.filesBelow(root).map((each) => componentsBelow(each, root));
      },
    };
  }

  #readingOf(document: OpenDocument): ReadTemplate {
    const { version } = document;
    const known = this.#read.get(document);
    if (known?.version === version) return known.read;
    const read = readTemplate(document.document.getText());
    this.#read.set(document, { version, read });
    return read;
  }
}
