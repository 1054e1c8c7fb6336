/** What the notes of a series look like: the one answer for checks, fixes, completion, new notes and the command line. */

import { type ComparedNotes, comparedNotes, fewestNotes } from '../archive/comparedNotes.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { learnSchema } from '../learn/learnedSchema.ts';
import type { IsoDate } from '../note/note.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { builtinTemplate } from '../template/file/builtin.ts';
import type { Template } from '../template/template.ts';
import { templateStart } from './templateStart.ts';

export interface Schema {
  readonly template: Template;
  /** What a template file says, or what the notes teach; absent: the built-in template applies. */
  readonly definition?: TemplateDefinition;
  /** The notes it was learned from; absent: a template file says it, or the built-in template. */
  readonly learnedFrom?: ComparedNotes;
  /** The first day of the template file, where it does not apply to all notes. */
  readonly since?: IsoDate;
}

const builtin: Schema = { template: builtinTemplate };

/** What a note is checked by. */
export type SchemaSource =
  | { readonly kind: 'template'; readonly name: string; readonly since?: IsoDate }
  /** `count`: how many; 0: there are too few to compare with, and nothing is asked of the note. */
  | { readonly kind: 'notes'; readonly count: number }
  | { readonly kind: 'built-in' };

/** `templateName`: that of the note's template file, without its extension. */
export function sourceOf(
  { definition, learnedFrom, since }: Omit<Schema, 'template'>,
  templateName: string | undefined,
): SchemaSource {
  if (learnedFrom !== undefined) return { kind: 'notes', count: learnedFrom.notes.length };
  if (definition === undefined || templateName === undefined) return { kind: 'built-in' };
  return { kind: 'template', name: `${templateName}.md`, ...(since !== undefined && { since }) };
}

/**
 * The schema for a note: what its template file defines from its first day on, else what the notes of its time teach, else
 * the built-in template. `uri` is canonical, absent for a note that is not there yet; `date` is its day, absent where none
 * is known; `today` is the writer's local day. `self`: as in `comparedNotes`. Never throws.
 */
export function schemaOf(
  uri: string | undefined,
  date: IsoDate | undefined,
  series: Series | undefined,
  fromFile: TemplateDefinition | undefined,
  today: IsoDate,
  self?: NoteSummary,
): Schema {
  if (fromFile === undefined) {
    const compared = series && comparedNotes(series.notes, uri, date, undefined, self);
    if (compared !== undefined) return learnedFrom(compared);
    // Notes whose days nobody can read have habits as well: not those of the built-in template.
    const some = series?.notes.slice(0, fewestNotes + 1).filter((note) => note.uri !== uri) ?? [];
    return some.length < fewestNotes ? builtin : nothingLearned;
  }
  const start = templateStart(fromFile, series);
  if (start === undefined || date === undefined || date >= (start === 'next' ? today : start)) {
    const since = start === 'next' ? undefined : start;
    return { template: fromFile.template, definition: fromFile, ...(since !== undefined && { since }) };
  }
  const until = start === 'next' ? undefined : start;
  const compared = series && comparedNotes(series.notes, uri, date, until, self);
  return beforeTemplate(fromFile, compared === undefined ? nothingLearned : learnedFrom(compared));
}

/** For notes that no other is like: the few before a template's first day, and files of many days. Nothing is asked of them. */
export const nothingLearned = asSchema({ notes: [], side: 'around', next: [] });

/** By what was learned: the template file it was put together with last. */
const olderSchemas = new WeakMap<
  Schema,
  { readonly fromFile: TemplateDefinition; readonly schema: Schema }
>();

/**
 * For a note before the template's first day: its form is learned. The repository and the severities are those of the file,
 * and, without `since`, the conventions, which do not depend on what the notes look like.
 */
function beforeTemplate(fromFile: TemplateDefinition, learned: Schema): Schema {
  const kept = olderSchemas.get(learned);
  if (kept?.fromFile === fromFile) return kept.schema;
  const { severity, conventions, since, project, repository } = fromFile;
  const definition = {
    ...learned.definition!,
    severity,
    ...(since === undefined && { conventions }),
    ...(project !== undefined && { project }),
    ...(repository && { repository }),
  };
  const schema = { ...learned, definition };
  olderSchemas.set(learned, { fromFile, schema });
  return schema;
}

/** What was learned, by the nearest of the notes it was learned from: a changed note is another object. */
const learned = new WeakMap<NoteSummary, Schema[]>();

function learnedFrom(compared: ComparedNotes): Schema {
  const [nearest] = compared.notes;
  const kept = learned.get(nearest!) ?? [];
  const same = kept.find((schema) => isSame(schema.learnedFrom!, compared));
  if (same !== undefined) return same;
  const schema = asSchema(compared);
  learned.set(nearest!, [schema, ...kept].slice(0, mostKept));
  return schema;
}

function asSchema(compared: ComparedNotes): Schema {
  const { definition } = learnSchema(compared);
  return { template: definition.template, definition, learnedFrom: compared };
}

/** A note is the nearest of the one after it and, when it is among the first, of the one before. */
const mostKept = 3;

function isSame(one: ComparedNotes, other: ComparedNotes): boolean {
  const same = (a: readonly NoteSummary[], b: readonly NoteSummary[]): boolean =>
    a.length === b.length && a.every((note, index) => note === b[index]);
  return same(one.notes, other.notes) && same(one.next, other.next);
}
