/**
 * The compiled code of the server, kept between its starts. Node writes and checks it (`NODE_COMPILE_CACHE`, from Node 22.1 on; an older
 * one does not know the variable).
 */

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the server's environment gets: a folder below `parent` for this version of the code. Nothing where the user has decided already.
 */
export function compileCache(
  parent: string,
  version: string,
  environment: Environment,
): Record<string, string> {
  if (environment.NODE_COMPILE_CACHE || environment.NODE_DISABLE_COMPILE_CACHE) return {};
  return { NODE_COMPILE_CACHE: join(parent, version) };
}

/** Removes what other versions left in `parent`. Never rejects. */
export async function removeOtherCaches(parent: string, version: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  const others = names.filter((name) => name !== version);
  await Promise.all(
    others.map((name) => rm(join(parent, name), { recursive: true, force: true }).catch(() => {})),
  );
}
