/** Which series `new` begins a note of. */

import { canonicalUri, isBelow } from '../core/uri.ts';
import type { PlacedTemplate, Templates } from '../core/workspace/templates.ts';

export type ChosenTemplate =
  /** Absent: no template file says anything of notes here. */
  | { readonly kind: 'chosen'; readonly template?: PlacedTemplate }
  /** In words that name the remedy. */
  | { readonly kind: 'unclear'; readonly message: string };

/**
 * The series called `name`, a template file's name without its extension; without one the series whose notes are kept
 * around the current folder (a URI), else the only one that the folder belongs to. What lies further in goes first, as it
 * does for a note there.
 */
export function chooseTemplate(name: string | undefined, cwd: string, templates: Templates): ChosenTemplate {
  const here = canonicalUri(cwd);
  const folderOf = (each: PlacedTemplate): string => templates.folderOf(each) ?? each.root;
  const around = templates.all().filter(({ root }) => isBelow(here, root));
  if (name !== undefined) {
    const named = templates.all().filter((each) => each.name === name);
    const nearest = innermost(
      named.filter((each) => around.includes(each)),
      ({ root }) => root,
    );
    const [only, other] = nearest.length > 0 ? nearest : named;
    if (only === undefined)
      return unclear(`template file .office-hours/${name}.md not found.`, templates.all());
    if (other === undefined) return { kind: 'chosen', template: only };
    return unclear(`"${name}" matches several series. Run the command in the folder of one of them.`, []);
  }
  const nearest = innermost(around, ({ root }) => root);
  const keeping = around.filter(
    (each) => isBelow(here, folderOf(each)) && isBelow(folderOf(each), nearest[0]?.root ?? ''),
  );
  for (const choice of [innermost(keeping, folderOf), nearest]) {
    const [only, other] = choice;
    if (only !== undefined && other === undefined) return { kind: 'chosen', template: only };
  }
  return around.length === 0 ? { kind: 'chosen' } : unclear('there are several series.', around);
}

/** Those with the longest folder, which all lie around one another. */
function innermost(
  templates: readonly PlacedTemplate[],
  folderOf: (each: PlacedTemplate) => string,
): PlacedTemplate[] {
  const longest = Math.max(...templates.map((each) => folderOf(each).length));
  return templates.filter((each) => folderOf(each).length === longest);
}

function unclear(what: string, templates: readonly PlacedTemplate[]): ChosenTemplate {
  const names = [...new Set(templates.map(({ name }) => name))].join(', ');
  return { kind: 'unclear', message: names === '' ? what : `${what} Choose one with --series: ${names}.` };
}
