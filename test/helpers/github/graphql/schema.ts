/** GitHub's published GraphQL schema, read and built once, when the first query comes: it takes about 100 ms. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

const file = join('node_modules', '@octokit', 'graphql-schema', 'schema.graphql');

let schema: GraphQLSchema | undefined;

export function githubSchema(): GraphQLSchema {
  if (schema) return schema;
  // Two thirds of the file are descriptions, which nobody asks for here.
  const bare = readFileSync(locate(), 'utf8').replaceAll(/"""[\s\S]*?"""/g, '');
  schema = buildSchema(bare, { assumeValidSDL: true, noLocation: true });
  return schema;
}

/** From the bundle that holds this, or from where the process was started, upwards: both are inside the repository. */
function locate(): string {
  for (const start of [__dirname, process.cwd()]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const path = join(folder, file);
      if (existsSync(path)) return path;
      if (dirname(folder) === folder) break;
    }
  }
  throw new Error(`${file} was not found above ${__dirname} or ${process.cwd()}`);
}
