/** The template files of the workspace folders, and which of them a note is written by. */

import { templatesFolder } from '../../../shared/folders.ts';
import { type Conventions, usualConventions } from '../note/conventions.ts';
import type { IsoDate } from '../note/note.ts';
import type { ReadTemplate, TemplateDefinition } from '../template/definition.ts';
import { readTemplate } from '../template/file/readTemplate.ts';
import { globFolder } from '../template/patterns/glob.ts';
import { matchesGlob } from '../template/patterns/matchGlob.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow, joinUri, parentUri } from '../uri.ts';
import { isMarkdownName } from './membership.ts';
import { type FileDay, fileDayOf } from './templateStart.ts';

/** A template file and what it defines. */
export interface PlacedTemplate {
  /** Canonical. */
  readonly uri: string;
  /** The folder that holds `.office-hours`: what the file's globs are relative to. Canonical. */
  readonly root: string;
  /** The file's name without its extension. */
  readonly name: string;
  /** The last that was without errors; before there was one, what could be understood. */
  readonly definition: TemplateDefinition;
  /** There was one without errors. */
  readonly wasRead: boolean;
  /** How the file reads now. */
  readonly latest: ReadTemplate;
}

/** True for `…/.office-hours/NAME.md`. `uri` is canonical. */
export function isTemplateUri(uri: string): boolean {
  return isMarkdownName(fileNameOf(uri)) && fileNameOf(parentUri(uri)) === templatesFolder;
}

/** A folder with more of them was made to keep us busy; the first ones by name go. */
export const mostTemplates = 200;

export class Templates {
  /** The user's GitHub Enterprise server: see `Conventions`. */
  readonly enterpriseHost: string | undefined;
  readonly #templates = new Map<string, PlacedTemplate>();
  /** The same object for the same conventions of a template file. */
  readonly #conventions = new WeakMap<Conventions, Conventions>();
  /** By root; in the order of their names. Undefined: to be made anew when it is asked for. */
  #byRoot: ReadonlyMap<string, readonly PlacedTemplate[]> | undefined;
  #found = new Map<string, PlacedTemplate | undefined>();
  #generation = 0;

  constructor(enterpriseHost?: string) {
    this.enterpriseHost = enterpriseHost;
  }

  /** Grows whenever an answer may have changed. */
  get generation(): number {
    return this.#generation;
  }

  /** In the order of their folders and names. */
  all(): readonly PlacedTemplate[] {
    return [...this.#sorted().values()].flat();
  }

  /** Those of exactly this folder, a canonical URI. */
  in(root: string): readonly PlacedTemplate[] {
    return this.#sorted().get(root) ?? [];
  }

  /** True for a template file that was read, a canonical URI. */
  has(uri: string): boolean {
    return this.#templates.has(uri);
  }

  /** Those below a folder, a canonical URI, and those above whose notes may lie in it. */
  goingFor(folder: string): readonly PlacedTemplate[] {
    return this.all().filter((each) => {
      if (isBelow(each.root, folder)) return true;
      const notes = this.folderOf(each) ?? each.root;
      return isBelow(folder, each.root) && (isBelow(notes, folder) || isBelow(folder, notes));
    });
  }

  /** Reads a template file anew. True when what it defines is other than before. */
  update(anyUri: string, text: string): boolean {
    const uri = canonicalUri(anyUri);
    const known = this.#templates.get(uri);
    const latest = readTemplate(text);
    const wasRead = !latest.broken || known?.wasRead === true;
    const definition =
      known?.wasRead && latest.broken ? known.definition : unchanged(known?.definition, latest.definition);
    const root = parentUri(parentUri(uri));
    const name = fileNameOf(uri).replace(/\.[^.]{1,8}$/, '');
    this.#templates.set(uri, { uri, root, name, definition, wasRead, latest });
    this.#changed();
    return definition !== known?.definition;
  }

  /** Takes out a file, or all below a folder. True when there were any. */
  remove(anyUri: string): boolean {
    const gone = canonicalUri(anyUri);
    return this.keep(({ uri }) => !isBelow(uri, gone));
  }

  /** Takes out those for which `isKept` does not hold. True when there were any. */
  keep(isKept: (template: PlacedTemplate) => boolean): boolean {
    const before = this.#templates.size;
    for (const [uri, each] of [...this.#templates]) if (!isKept(each)) this.#templates.delete(uri);
    if (this.#templates.size === before) return false;
    this.#changed();
    return true;
  }

  /**
   * The template of a file, in any spelling: of the innermost folder with templates the first whose globs name it, else
   * the first without globs, which goes for whatever is a note there. An untitled document goes by the only template
   * there is. Undefined: none.
   */
  of(anyUri: string): PlacedTemplate | undefined {
    if (this.#templates.size === 0) return undefined;
    if (this.#found.has(anyUri)) return this.#found.get(anyUri);
    const found = this.#find(canonicalUri(anyUri));
    this.#found.set(anyUri, found);
    return found;
  }

  /** Whether the template's globs name the file. `uri` is canonical. */
  claims({ root, definition }: PlacedTemplate, uri: string): boolean {
    if (!isBelow(uri, root) || definition.notes.length === 0) return false;
    const components = componentsBelow(uri, root);
    return (
      components[0] !== templatesFolder && definition.notes.some((glob) => matchesGlob(glob, components))
    );
  }

  /** How the file is written: as its template says, unless its name says a day before the template's first. */
  conventionsOf(uri: string): Conventions {
    const template = this.of(uri);
    const applies = template !== undefined && !this.#fileDay(uri, template).isOlder;
    const written = applies ? template.definition.conventions : usualConventions;
    const { enterpriseHost } = this;
    if (enterpriseHost === undefined) return written;
    const known = this.#conventions.get(written) ?? { ...written, enterpriseHost };
    this.#conventions.set(written, known);
    return known;
  }

  /** The day that the file's name or path says; undefined: it has no template, or says none. */
  dateOf(uri: string): IsoDate | undefined {
    const template = this.of(uri);
    return template && this.#fileDay(uri, template).date;
  }

  #fileDay(anyUri: string, { root, definition }: PlacedTemplate): FileDay {
    const uri = canonicalUri(anyUri);
    return fileDayOf(uri, componentsBelow(uri, root), definition);
  }

  /** The URI of the folder that a template's notes are kept in; undefined when it names none. */
  folderOf({ root, definition }: PlacedTemplate): string | undefined {
    const [glob] = definition.notes;
    return glob === undefined ? undefined : joinUri(root, ...globFolder(glob));
  }

  #find(uri: string): PlacedTemplate | undefined {
    if (uri.startsWith('untitled:') && !uri.includes('/')) {
      return this.#templates.size === 1 ? this.all()[0] : undefined;
    }
    const roots = [...this.#sorted().keys()].filter((root) => isBelow(uri, root));
    roots.sort((a, b) => b.length - a.length);
    for (const root of roots) {
      const here = this.in(root);
      const found =
        here.find((each) => this.claims(each, uri)) ??
        here.find(({ definition }) => definition.notes.length === 0);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #sorted(): ReadonlyMap<string, readonly PlacedTemplate[]> {
    if (this.#byRoot) return this.#byRoot;
    const sorted = [...this.#templates.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    const byRoot = new Map<string, PlacedTemplate[]>();
    for (const each of sorted) {
      const here = byRoot.get(each.root);
      if (here === undefined) byRoot.set(each.root, [each]);
      else if (here.length < mostTemplates) here.push(each);
    }
    this.#byRoot = byRoot;
    return byRoot;
  }

  #changed(): void {
    this.#byRoot = undefined;
    this.#found.clear();
    this.#generation++;
  }
}

/** The old value where the new one says the same: what was made of it is still good. */
function unchanged(old: TemplateDefinition | undefined, definition: TemplateDefinition): TemplateDefinition {
  if (old === undefined) return definition;
  if (isSame(old, definition)) return old;
  return isSame(old.conventions, definition.conventions)
    ? { ...definition, conventions: old.conventions }
    : definition;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, withMaps) === JSON.stringify(other, withMaps);
}

function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
