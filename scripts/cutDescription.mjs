/**
 * Cuts the routes that the stand-in for GitHub plays out of GitHub's own description of its REST API:
 * `node scripts/cutDescription.mjs FOLDER`, then `npx biome check --write test/helpers/github/description.json`.
 *
 * FOLDER holds the unpacked npm package `@octokit/openapi`, which at 404 MB is no dependency of this project; get it
 * with `npm pack @octokit/openapi@23` and `tar xzf` somewhere else. Of the description only what can be tested is
 * kept: parameters, statuses, schemas and what changes between API versions; no prose, no examples.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cache.mjs';

const routes = [
  '/rate_limit',
  '/repos/{owner}/{repo}',
  '/repos/{owner}/{repo}/assignees',
  '/repos/{owner}/{repo}/commits/{ref}',
  '/repos/{owner}/{repo}/contributors',
  '/repos/{owner}/{repo}/issues',
  '/repos/{owner}/{repo}/issues/comments/{comment_id}',
  '/repos/{owner}/{repo}/issues/{issue_number}',
  '/repos/{owner}/{repo}/pulls/{pull_number}',
  '/repos/{owner}/{repo}/releases',
  '/repos/{owner}/{repo}/releases/tags/{tag}',
  '/search/issues',
  '/user',
];

/** Says something to people only, and is no part of a schema's meaning. */
const prose = new Set([
  'description',
  'example',
  'examples',
  'externalDocs',
  'operationId',
  'summary',
  'tags',
  'title',
  'x-github',
  'x-multi-segment',
]);

const folder = process.argv[2];
if (!folder) throw new Error('cutDescription.mjs: the folder of the unpacked package is missing');

const packageJson = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const whole = JSON.parse(readFileSync(join(folder, 'generated', 'api.github.com.json'), 'utf8'));

/** What the routes refer to, by pointer: `#/components/schemas/issue`. @type {Map<string, unknown>} */
const referred = new Map();

/**
 * @param {unknown} value
 * @param {boolean} names whether the keys are names of GitHub's (properties) and no keywords
 * @returns {unknown} the value without prose
 */
function keep(value, names = false) {
  if (Array.isArray(value)) return value.map((item) => keep(item));
  if (typeof value !== 'object' || value === null) return value;
  /** @type {Record<string, unknown>} */
  const kept = {};
  for (const [key, part] of Object.entries(value)) {
    if (!names && prose.has(key)) continue;
    kept[key] = keep(part, !names && key === 'properties');
    if (!names && key === '$ref') refer(part);
  }
  return kept;
}

/** @param {string} pointer */
function refer(pointer) {
  if (referred.has(pointer)) return;
  referred.set(pointer, undefined);
  let target = whole;
  for (const name of pointer.slice(2).split('/')) target = target[name];
  referred.set(pointer, keep(target));
}

const paths = Object.fromEntries(routes.map((route) => [route, { get: keep(whole.paths[route].get) }]));

/** @type {Record<string, Record<string, unknown>>} */
const components = {};
for (const pointer of [...referred.keys()].sort()) {
  const [, , group = '', name = ''] = pointer.split('/');
  components[group] ??= {};
  components[group][name] = referred.get(pointer);
}

const description = {
  source: `Cut by scripts/cutDescription.mjs out of ${packageJson.name} ${packageJson.version}, generated/api.github.com.json: GitHub's own description of its REST API (MIT). Do not edit.`,
  paths,
  components,
};
const file = join(root, 'test', 'helpers', 'github', 'description.json');
writeFileSync(file, `${JSON.stringify(description, null, 2)}\n`);
