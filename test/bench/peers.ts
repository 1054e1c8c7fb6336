/** The tools people would use for a part of this, installed beside the bench, never shipped. */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Peers {
  /** Parses to tokens; no positions inside a line. */
  markdownIt(text: string): void;
  /** Parses to a syntax tree with positions, GitHub's dialect. */
  mdast(text: string): void;
}

/** Undefined where they could not be installed. */
export async function loadPeers(): Promise<Peers | undefined> {
  const folder = process.env.OFFICE_HOURS_PEERS;
  if (!folder) return undefined;
  const require = createRequire(join(folder, 'package.json'));
  const load = async (name: string): Promise<Record<string, never>> =>
    import(pathToFileURL(require.resolve(name)).href);
  const MarkdownIt = require('markdown-it') as {
    default?: new () => { parse(text: string, env: object): unknown };
  } as unknown as new () => {
    parse(text: string, env: object): unknown;
  };
  const { fromMarkdown } = (await load('mdast-util-from-markdown')) as unknown as {
    fromMarkdown(text: string, options: object): unknown;
  };
  const { gfmFromMarkdown } = (await load('mdast-util-gfm')) as unknown as { gfmFromMarkdown(): object };
  const { gfm } = (await load('micromark-extension-gfm')) as unknown as { gfm(): object };
  const markdownIt = new MarkdownIt();
  return {
    markdownIt: (text) => void markdownIt.parse(text, {}),
    mdast: (text) => void fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  };
}
