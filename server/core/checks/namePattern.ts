/** The file pattern of a template, cut into folder and file name. */

import type { Pattern, PatternPart } from '../template/patterns/pattern.ts';

/** The parts for the folders and those for the name in them. */
export function atLastSlash({ source, parts }: Pattern): {
  readonly folder: Pattern;
  readonly name: Pattern;
} {
  let at = parts.length - 1;
  const isSlashed = (part: PatternPart | undefined): boolean =>
    part?.kind === 'literal' && part.text.includes('/');
  while (at >= 0 && !isSlashed(parts[at])) at--;
  const slashed = parts[at];
  if (slashed?.kind !== 'literal') return { folder: { source, parts: [] }, name: { source, parts } };
  const rest = slashed.text.slice(slashed.text.lastIndexOf('/') + 1);
  const begun: PatternPart[] = rest === '' ? [] : [{ kind: 'literal', text: rest }];
  return {
    folder: { source, parts: parts.slice(0, at) },
    name: { source, parts: [...begun, ...parts.slice(at + 1)] },
  };
}
