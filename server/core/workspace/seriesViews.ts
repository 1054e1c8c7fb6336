/** The series of the open documents, at a cost that no keystroke notices. */

import type { Series } from '../archive/noteSummary.ts';
import type { Clock } from '../ports.ts';
import type { Archive } from './noteIndex.ts';

/**
 * While notes are being read, an older view of them serves for this many times what a new one costs: a key may be
 * pressed at any time, and there may be thousands of notes.
 */
const staleFactor = 20;

interface View {
  readonly series: Series | undefined;
  readonly generation: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export class SeriesViews {
  readonly #archive: Archive;
  readonly #clock: Clock;
  readonly #views = new Map<string, View>();

  constructor(archive: Archive, clock: Clock) {
    this.#archive = archive;
    this.#clock = clock;
  }

  /** `reading`: the archive is about to change again, and all views will be forgotten then. */
  of(uri: string, reading: boolean): Series | undefined {
    const { generation } = this.#archive;
    const known = this.#views.get(uri);
    const started = this.#clock.now();
    const mayBeOld = known !== undefined && reading && started < known.until;
    if (known?.generation === generation || mayBeOld) return known?.series;
    const series = this.#archive.seriesOf(uri);
    const now = this.#clock.now();
    this.#views.set(uri, { series, generation, until: now + staleFactor * (now - started) });
    return series;
  }

  /** The next question is answered afresh: about one document, or about all. */
  forget(uri?: string): void {
    if (uri === undefined) this.#views.clear();
    else this.#views.delete(uri);
  }
}
