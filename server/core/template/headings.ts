/** When a heading in a note is the one a template means. */

import { headingKey } from '../note/headingKey.ts';
import type { TemplateSection } from './template.ts';

/** The keys of the section's heading and its aliases; computed once a section. */
export function headingKeys(section: TemplateSection): readonly string[] {
  const kept = known.get(section);
  if (kept) return kept;
  const keys = [section.heading, ...section.aliases].map(headingKey).filter((key) => key !== '');
  known.set(section, keys);
  return keys;
}

const known = new WeakMap<TemplateSection, readonly string[]>();
