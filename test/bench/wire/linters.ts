/** Linters from npm that have no server: each as a function from text to diagnostics. */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';

type Linter = (text: string) => Diagnostic[] | Promise<Diagnostic[]>;

interface RemarkMessage {
  readonly reason: string;
  readonly place?: { readonly start?: { line: number; column: number }; readonly line?: number };
}

/** The one that `OFFICE_HOURS_LINTER` names, from the folder of `OFFICE_HOURS_PEERS`. */
export function loadLinter(): Promise<Linter> | undefined {
  const { OFFICE_HOURS_LINTER: name, OFFICE_HOURS_PEERS: folder } = process.env;
  if (!name || !folder) return undefined;
  const require = createRequire(join(folder, 'package.json'));
  const load = async (module: string) => import(pathToFileURL(require.resolve(module)).href);
  return name === 'remark' ? remark(load) : markdownlint(load);
}

async function remark(load: (module: string) => Promise<Record<string, unknown>>): Promise<Linter> {
  const { remark: create } = await load('remark');
  const { default: gfm } = await load('remark-gfm');
  const { default: preset } = await load('remark-preset-lint-recommended');
  interface Processor {
    use(plugin: unknown): Processor;
    process(text: string): Promise<{ messages: readonly RemarkMessage[] }>;
  }
  const processor = (create as () => Processor)().use(gfm).use(preset);
  return async (text) =>
    (await processor.process(text)).messages.map(({ reason, place }) =>
      diagnostic((place?.start?.line ?? place?.line ?? 1) - 1, reason, 'remark'),
    );
}

async function markdownlint(load: (module: string) => Promise<Record<string, unknown>>): Promise<Linter> {
  const { lint } = (await load('markdownlint/sync')) as unknown as {
    lint(options: object): { text: readonly { lineNumber: number; ruleDescription: string }[] };
  };
  return (text) =>
    lint({ strings: { text } }).text.map(({ lineNumber, ruleDescription }) =>
      diagnostic(lineNumber - 1, ruleDescription, 'markdownlint'),
    );
}

function diagnostic(line: number, message: string, source: string): Diagnostic {
  return {
    range: { start: { line, character: 0 }, end: { line, character: 1 } },
    message,
    source,
    severity: 2,
  };
}
