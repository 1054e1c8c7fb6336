/** A template file's definition for the tables of the rules, from data: reading the file is tested elsewhere. */

import { usualConventions } from '../../../server/core/note/conventions.ts';
import type { TemplateDefinition } from '../../../server/core/template/definition.ts';
import { parseTemplate } from '../../../server/core/template/file/parseTemplate.ts';
import { type Pattern, parsePattern } from '../../../server/core/template/patterns/pattern.ts';
import type { Template, TemplateSection } from '../../../server/core/template/template.ts';
import { inEnglish } from '../../../shared/l10n.ts';

/** `marks`: by heading, what differs from a required section. */
export function templateOf(
  body: string,
  marks: Readonly<Record<string, Partial<TemplateSection>>> = {},
  inOrder = false,
): Template {
  const template = parseTemplate(body, { required: () => true });
  const sections = template.sections.map((section) => ({ ...section, ...marks[section.heading] }));
  return { ...template, sections, inOrder };
}

function patternOf(source: string): Pattern {
  const result = parsePattern(source);
  if (result.kind === 'wrong') throw new Error(inEnglish(result.message));
  return result.pattern;
}

export interface Said extends Partial<Omit<TemplateDefinition, 'title' | 'file'>> {
  readonly title?: string;
  readonly file?: string;
}

/** To be handed to `check`: the template and what its file says beside. */
export function definedBy(template: Template, { title, file, ...said }: Said = {}) {
  const definition: TemplateDefinition = {
    template,
    notes: [],
    severity: {},
    conventions: usualConventions,
    ...(title !== undefined && { title: patternOf(title) }),
    ...(file !== undefined && { file: patternOf(file) }),
    ...said,
  };
  return { template, definition };
}
