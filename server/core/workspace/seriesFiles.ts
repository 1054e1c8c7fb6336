/** The files of one folder that may be a series, and the series they make. */

import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { seriesOf, withMeetings } from '../archive/series.ts';
import { isSameSummary, takeFacts } from '../archive/summary.ts';
import { componentsBelow } from '../uri.ts';
import { countAlike, fewestAlike, isSerialFolder } from './likeness.ts';
import { type Evidence, evidenceOf, isNoteAmong, isOtherFolderName, titleKey } from './membership.ts';

interface Entry {
  readonly summary: NoteSummary;
  readonly evidence: Evidence;
}

export class SeriesFiles {
  /** A canonical URI. */
  readonly folder: string;
  readonly configured: boolean;
  readonly #components: readonly string[];
  readonly #entries = new Map<string, Entry>();
  readonly #counts: Record<Evidence, number> = { note: 0, maybe: 0, untitled: 0, other: 0, never: 0 };
  #series: Series | undefined;
  #titles: ReadonlySet<string> | undefined;
  #isArchive: boolean | undefined;

  constructor(folder: string, configured: boolean) {
    this.folder = folder;
    this.configured = configured;
    this.#components = componentsBelow(folder, '');
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The canonical URIs of all its files, notes or not. */
  uris(): Iterable<string> {
    return this.#entries.keys();
  }

  summaries(): Iterable<NoteSummary> {
    return [...this.#entries.values()].map(({ summary }) => summary);
  }

  /** What changed; `facts`: nothing that the series learns from. `uri` is canonical. */
  set(uri: string, summary: NoteSummary): 'nothing' | 'facts' | 'summary' {
    const known = this.#entries.get(uri);
    // Lines that moved are no news to the series, but the next to ask should be told the right ones.
    if (known !== undefined && isSameSummary(known.summary, summary))
      return takeFacts(known.summary, summary) ? 'facts' : 'nothing';
    const evidence = evidenceOf(summary);
    if (known !== undefined) this.#counts[known.evidence]--;
    this.#counts[evidence]++;
    this.#entries.set(uri, { summary, evidence });
    this.#forget();
    return 'summary';
  }

  /** True when it was there. */
  delete(uri: string): boolean {
    const known = this.#entries.get(uri);
    if (known === undefined) return false;
    this.#counts[known.evidence]--;
    this.#entries.delete(uri);
    this.#forget();
    return true;
  }

  /** Whether a file that says this of itself is a note here; `uri` is left out of what surrounds it. */
  accepts(uri: string, evidence: Evidence): boolean {
    const own = this.#entries.get(uri)?.evidence;
    const others = (kind: Evidence): number => this.#counts[kind] - (own === kind ? 1 : 0);
    const surroundings = {
      configured: this.configured,
      notes: others('note'),
      maybes: others('maybe'),
    };
    if (isNoteAmong(evidence, surroundings, this.#components)) return true;
    return evidence === 'maybe' && this.#looksLikeArchive();
  }

  /** Half of what may be notes here, and at least three files, look like one another. */
  #looksLikeArchive(): boolean {
    this.#isArchive ??= this.#compare();
    return this.#isArchive;
  }

  #compare(): boolean {
    const { note, maybe } = this.#counts;
    if (maybe < fewestAlike || isOtherFolderName(this.#components) || isSerialFolder(this.#components)) {
      return false;
    }
    const maybes = [...this.#entries.values()].filter(({ evidence }) => evidence === 'maybe');
    const alike = countAlike(maybes.map(({ summary }) => summary));
    return alike >= fewestAlike && 2 * (note + alike) >= note + maybe;
  }

  series(): Series {
    this.#series ??= seriesOf(this.folder, this.#notes());
    return this.#series;
  }

  /** Whether a title is one of the series' titles but for its date. */
  hasTitleLike(titleText: string): boolean {
    this.#titles ??= new Set(this.series().notes.map((note) => titleKey(note.titleText ?? '')));
    const key = titleKey(titleText);
    return key !== '' && this.#titles.has(key);
  }

  #notes(): NoteSummary[] {
    const notes: NoteSummary[] = [];
    for (const [uri, { summary, evidence }] of this.#entries) {
      if (this.accepts(uri, evidence)) notes.push(summary);
    }
    return withMeetings(notes);
  }

  #forget(): void {
    this.#series = undefined;
    this.#titles = undefined;
    this.#isArchive = undefined;
  }
}
