/** What V8 compiled of the server, kept between its starts where Node does not do that itself: before Node 22.1. */

import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** By then the first answers have been given, and what they ran is compiled. */
const settledMs = 10_000;

/**
 * Loads the bundle at `file`, when it is required, from what an earlier start left in `folder`, and leaves there what this one compiled:
 * after a while, or at the end. Half of a start is compiling otherwise.
 */
export function keepCompiled(file: string, folder: string): void {
  const { extensions } = createRequire(file);
  const usual = extensions['.js'];
  extensions['.js'] = (module, path) => {
    if (path !== file) return usual?.(module, path);
    extensions['.js'] = usual;
    const kept = join(folder, keptName(file));
    const { script, isKept } = compile(file, kept);
    (script.runInThisContext() as (within: NodeModule) => void)(module);
    if (isKept) return undefined;
    const write = () => {
      clearTimeout(timer);
      process.off('exit', write);
      writeWhole(kept, script.createCachedData());
    };
    const timer = setTimeout(write, settledMs).unref();
    process.once('exit', write);
  };
}

/** V8 compares no more than the length of the text. */
function keptName(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `server-${size}-${mtimeMs}.compiled`;
}

function compile(file: string, kept: string): { readonly script: Script; readonly isKept: boolean } {
  const cachedData = contentOf(kept);
  const script = new Script(`(module) => {${readFileSync(file, 'utf8')}\n}`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  // Another version of V8 takes none of it.
  return { script, isKept: cachedData !== undefined && script.cachedDataRejected === false };
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, as another server may be reading it. */
function writeWhole(path: string, content: Buffer): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(draft, content, { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}
