import type { SectionContext } from './context.ts';
import type { LineBefore } from './line.ts';

/** Behind the marks of a section's heading; the title, a heading in a quote or in a list is none. */
export function sectionContext({
  from,
  text,
  content,
  start,
  after,
}: LineBefore): SectionContext | undefined {
  const hash = text.indexOf('#');
  // CommonMark 0.31, 4.2: up to three blanks before, up to six marks.
  if (start !== 'heading' || hash > 3 || text.slice(0, hash).trim() !== '') return undefined;
  let level = 0;
  while (text[hash + level] === '#') level++;
  if (level < 2) return undefined;
  return {
    kind: 'section',
    level,
    typed: text.slice(content),
    range: { from: from + content, to: from + text.length + after.trimEnd().length },
  };
}
