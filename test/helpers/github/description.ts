/**
 * GitHub's own description of the REST routes that the stand-in plays, cut down (see description.json). At run time
 * it tells what a request got wrong; the stand-in's tests hold its answers against the schemas.
 */

import type { ApiVersion } from './answer.ts';
import cut from './description.json';

type Json = { readonly [key: string]: unknown };

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly type?: string; readonly enum?: readonly string[]; readonly format?: string };
}

const whole = cut as unknown as {
  readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly Json[] } & Json }>>;
  readonly components: Readonly<Record<string, Json>>;
};

/** The described routes as templates: `/repos/{owner}/{repo}`. */
export const describedRoutes: readonly string[] = Object.keys(whole.paths);

export interface Match {
  readonly template: string;
  /** Decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The described route of a path; undefined when there is none. */
export function matchRoute(path: string): Match | undefined {
  const parts = path.split('/');
  const candidates = describedRoutes.flatMap((template) => {
    const parameters = matchParts(template.split('/'), parts);
    return parameters ? [{ template, parameters }] : [];
  });
  // `/issues/comments/1` is not the issue called `comments`: fewer parameters are closer.
  return candidates.sort((a, b) => Object.keys(a.parameters).length - Object.keys(b.parameters).length)[0];
}

function matchParts(
  template: readonly string[],
  parts: readonly string[],
): Record<string, string> | undefined {
  if (template.length !== parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const given = parts[index]!;
    if (part.startsWith('{')) {
      if (given === '') return undefined;
      parameters[part.slice(1, -1)] = decode(given);
    } else if (part !== given) return undefined;
  }
  return parameters;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What a request's query has that the description does not know, or that the stand-in does not play.
 * `after` is only in the addresses of `Link` headers, which are to be followed as they are; `linked` says that it is
 * one of those.
 */
export function checkQuery(
  template: string,
  query: URLSearchParams,
  plays: readonly string[],
  linked: boolean,
): readonly string[] {
  const described = parametersOf(template).filter((parameter) => parameter.in === 'query');
  const wrong: string[] = [];
  for (const [name, value] of query) {
    const parameter = described.find((each) => each.name === name);
    if (parameter === undefined) {
      if (!(linked && name === 'after')) wrong.push(`GitHub knows no parameter "${name}" of ${template}`);
      continue;
    }
    if (!plays.includes(name))
      wrong.push(`the stand-in does not play the parameter "${name}" of ${template}`);
    const complaint = checkValue(parameter, value);
    if (complaint) wrong.push(`${template}: ${name}=${value}: ${complaint}`);
  }
  for (const { name, required } of described) {
    if (required && !query.has(name)) wrong.push(`${template}: the parameter "${name}" is missing`);
  }
  return wrong;
}

function checkValue({ name, schema }: Parameter, value: string): string | undefined {
  if (schema.enum && !schema.enum.includes(value)) return `not one of ${schema.enum.join(', ')}`;
  if (schema.format === 'date-time' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value))
    return 'no such time';
  if (schema.type !== 'integer') return undefined;
  if (!/^\d{1,9}$/.test(value)) return 'no number';
  if (Number(value) < 1) return 'less than 1';
  return name === 'per_page' && Number(value) > 100 ? 'GitHub gives at most 100' : undefined;
}

function parametersOf(template: string): readonly Parameter[] {
  return (whole.paths[template]?.get.parameters ?? []).map((each) => resolve(each) as unknown as Parameter);
}

/** The part that `{ "$ref": "#/components/…" }` names, or the value itself. */
function resolve(value: Json): Json {
  if (typeof value.$ref !== 'string') return value;
  const [, , group = '', name = ''] = value.$ref.split('/');
  return whole.components[group]?.[name] as Json;
}

/**
 * A JSON schema for the body of an answer, its parts under `components` beside it; undefined where the description
 * has no body for that status, or not that status.
 */
export function answerSchema(template: string, status: number, version: ApiVersion): Json | undefined {
  const responses = whole.paths[template]?.get.responses as Record<string, Json> | undefined;
  const response = responses?.[status];
  const content =
    response && (resolve(response).content as Record<string, { readonly schema: Json }> | undefined);
  const schema = content?.['application/json']?.schema;
  return schema && { ...(asJsonSchema(schema, version) as Json), components: componentsOf(version) };
}

/** The statuses that the description names. */
export function statusesOf(template: string): readonly number[] {
  return Object.keys((whole.paths[template]?.get.responses as Json | undefined) ?? {}).map(Number);
}

const converted = new Map<ApiVersion, unknown>();

function componentsOf(version: ApiVersion): unknown {
  if (!converted.has(version))
    converted.set(version, { schemas: asJsonSchemas(whole.components.schemas!, version) });
  return converted.get(version);
}

function asJsonSchemas(schemas: Json, version: ApiVersion): Json {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, asJsonSchema(schema, version)]),
  );
}

/**
 * OpenAPI 3.0 has `nullable` where JSON Schema has a type of its own, and GitHub keeps beside a schema how newer
 * versions of the API change it (a JSON merge patch: null takes a key away).
 */
function asJsonSchema(value: unknown, version: ApiVersion): unknown {
  if (Array.isArray(value)) return value.map((item) => asJsonSchema(item, version));
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, example: _, ...schema } = patched(value as Json, version);
  const result: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(schema)) {
    if (key === 'enum' || key === 'required') result[key] = part;
    else if (key === 'properties') result[key] = asJsonSchemas(part as Json, version);
    else if (!key.startsWith('x-') && key !== 'deprecated') result[key] = asJsonSchema(part, version);
  }
  return nullable === true ? { anyOf: [{ type: 'null' }, result] } : result;
}

function patched(schema: Json, version: ApiVersion): Json {
  const changes = (schema['x-github-breaking-changes'] ?? []) as readonly { version: string; patch: Json }[];
  const due = changes.filter((change) => change.version <= version);
  return due.reduce<Json>((before, { patch }) => merge(before, patch) as Json, schema);
}

function merge(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result: Record<string, unknown> = { ...(target as Json | undefined) };
  for (const [key, part] of Object.entries(patch)) {
    if (part === null) delete result[key];
    else result[key] = merge(result[key], part);
  }
  return result;
}
