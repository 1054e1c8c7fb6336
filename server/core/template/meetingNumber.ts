import type { TemplateDefinition } from './definition.ts';
import { matchPattern } from './patterns/matchPattern.ts';

/**
 * The number of the next meeting of a series that numbers them in its titles or file names: one more than the highest
 * of its notes, 1 without notes. Undefined when the series does not number its meetings.
 */
export function nextNumber(
  { title, file }: TemplateDefinition,
  notes: readonly { readonly titleText?: string; readonly fileName: string }[],
): number | undefined {
  const isNumbered = [title, file].some((pattern) => pattern?.parts.some(({ kind }) => kind === 'number'));
  if (!isNumbered) return undefined;
  let highest = 0;
  for (const { titleText, fileName } of notes) {
    const inTitle = title && titleText !== undefined ? matchPattern(title, titleText) : undefined;
    const depth = file?.source.split('/').length ?? 0;
    const inName = file && depth === 1 ? matchPattern(file, fileName) : undefined;
    highest = Math.max(highest, inTitle?.number?.value ?? 0, inName?.number?.value ?? 0);
  }
  return highest + 1;
}
