/** The globs of a template file and where they stand. */

import { verbatim } from '../../../../shared/l10n.ts';
import type { Span } from '../../note/note.ts';
import { type Glob, parseGlob } from '../patterns/glob.ts';
import { findFrontMatter } from './frontMatter.ts';
import { readTree } from './frontMatterTree.ts';
import { readTexts } from './frontMatterValues.ts';
import { Report } from './report.ts';

export interface PlacedGlob {
  readonly glob: Glob;
  /** Offsets into the file. */
  readonly range: Span;
}

/** Those of `notes` that are globs; never throws. */
export function placedGlobs(text: string): PlacedGlob[] {
  const { yaml } = findFrontMatter(text);
  // What is wrong with them has been said when the file was read.
  const report = new Report(text);
  const entry = (yaml && readTree(yaml, report))?.entries.find(({ key }) => key.text === 'notes');
  if (entry === undefined) return [];
  return readTexts(entry.value, verbatim(''), report).flatMap((value) => {
    const result = parseGlob(value.text);
    return result.kind === 'glob' ? [{ glob: result.glob, range: value.range }] : [];
  });
}
