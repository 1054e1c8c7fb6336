/** Text that a command is given: a file, or standard input. */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesByNode } from '../host/byNode.ts';
import { reasonOf } from './readFile.ts';

export type GivenText =
  | { readonly kind: 'text'; readonly text: string }
  /** Names the file and the remedy. */
  | { readonly kind: 'failed'; readonly message: string };

/** `file`: a path that may be relative; undefined: standard input. Without a byte order mark. Never rejects. */
export async function readText(
  file: string | undefined,
  { cwd, stdin }: { cwd(): string; stdin?(): Promise<Uint8Array> },
): Promise<GivenText> {
  if (file !== undefined) {
    const [result] = await filesByNode.read([pathToFileURL(resolve(cwd(), file)).href]);
    if (result?.kind === 'text') return result;
    return result?.kind === 'missing'
      ? failed(`no file "${file}" in ${cwd()}. Check the spelling.`)
      : failed(`"${file}" ${reasonOf(result)}`);
  }
  try {
    const bytes = (await stdin?.()) ?? new Uint8Array();
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return failed('standard input cannot be read as UTF-8 text.');
  }
}

function failed(message: string): GivenText {
  return { kind: 'failed', message };
}
