/** Reads long documents in slices, so that the others are answered meanwhile; each once, however many wait for it. */

import type { Clock, Timers } from '../ports.ts';
import { inSlices } from '../slices.ts';
import type { OpenDocument } from './openDocument.ts';

export interface DocumentReaderHost {
  readonly clock: Pick<Clock, 'now'>;
  readonly timers: Timers;
  /** Nobody waits for a document that was closed. */
  isOpen(document: OpenDocument): boolean;
}

export class DocumentReader {
  readonly #host: DocumentReaderHost;
  readonly #running = new Map<OpenDocument, Promise<void>>();

  constructor(host: DocumentReaderHost) {
    this.#host = host;
  }

  /** Settled when the document's note costs nothing to ask for, or when it was closed. */
  async read(document: OpenDocument): Promise<void> {
    if (document.isRead) return;
    let running = this.#running.get(document);
    if (running === undefined) {
      running = this.#read(document).finally(() => this.#running.delete(document));
      this.#running.set(document, running);
    }
    await running;
  }

  /** What was typed meanwhile is read after it: each round costs what changed since the one before. */
  async #read(document: OpenDocument): Promise<void> {
    const isOpen = () => this.#host.isOpen(document);
    while (!document.isRead && isOpen()) await inSlices(document.readSteps(), this.#host, isOpen);
  }
}
