/** The stand-in for GitHub, which runs beside the editor, and what it was asked. */

import { same } from './expect.ts';

/** Its addresses, told by the runner; undefined when somebody started the suite from a debugger. */
const [url, page] = (process.env.OFFICE_HOURS_GITHUB ?? '').split(' ');

export const github = url && page ? { url, page } : undefined;

async function ask<T>(what: string): Promise<T> {
  const response = await fetch(`${page}/${what}`);
  return (await response.json()) as T;
}

/** The paths of what it was asked since `forgetRequests`. */
export function requests(): Promise<readonly string[]> {
  return ask('requests');
}

export async function forgetRequests(): Promise<void> {
  await ask('forget');
}

/** The titles of `lantern-project/lantern` by number. */
export function titles(): Promise<Readonly<Record<string, string>>> {
  return ask('titles');
}

export async function hadNothingToComplainOf(): Promise<void> {
  same(await ask('violations'), [], 'What GitHub would not have understood');
}
