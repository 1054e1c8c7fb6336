/** What the notes of a series look like: the one answer for checks, fixes, completion, new notes and the command line. */

import { type ComparedNotes, comparedNotes } from '../archive/comparedNotes.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { learnSchema } from '../learn/learnedSchema.ts';
import type { IsoDate } from '../note/note.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { builtinTemplate } from '../template/file/builtin.ts';
import type { Template } from '../template/template.ts';

export interface Schema {
  readonly template: Template;
  /** What a template file says, or what the notes teach; absent: the built-in template applies. */
  readonly definition?: TemplateDefinition;
  /** The notes it was learned from; absent: a template file says it, or the built-in template. */
  readonly learnedFrom?: ComparedNotes;
}

const builtin: Schema = { template: builtinTemplate };

/**
 * The schema for a note: what its template file defines, else what the notes of its time teach, else the built-in template.
 * `uri` is canonical, absent for a note that is not there yet; `date` is its day, absent where none is known. Never throws.
 */
export function schemaOf(
  uri: string | undefined,
  date: IsoDate | undefined,
  series: Series | undefined,
  fromFile: TemplateDefinition | undefined,
): Schema {
  if (fromFile !== undefined) return { template: fromFile.template, definition: fromFile };
  const compared = series && comparedNotes(series.notes, uri, date);
  if (compared === undefined) return builtin;
  return learnedFrom(compared);
}

/** What was learned, by the nearest of the notes it was learned from: a changed note is another object. */
const learned = new WeakMap<NoteSummary, Schema[]>();

function learnedFrom(compared: ComparedNotes): Schema {
  const [nearest] = compared.notes;
  const kept = learned.get(nearest!) ?? [];
  const same = kept.find((schema) => isSame(schema.learnedFrom!, compared));
  if (same !== undefined) return same;
  const { definition } = learnSchema(compared);
  const schema = { template: definition.template, definition, learnedFrom: compared };
  learned.set(nearest!, [schema, ...kept].slice(0, mostKept));
  return schema;
}

/** A note is the nearest of the one after it and, when it is among the first, of the one before. */
const mostKept = 3;

function isSame(one: ComparedNotes, other: ComparedNotes): boolean {
  const same = (a: readonly NoteSummary[], b: readonly NoteSummary[]): boolean =>
    a.length === b.length && a.every((note, index) => note === b[index]);
  return same(one.notes, other.notes) && same(one.next, other.next);
}
