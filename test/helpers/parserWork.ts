/** What the Markdown parser and the walk over its tree do, counted in the library they use. */

import { TreeCursor } from '@lezer/common';
import { MarkdownParser } from '@lezer/markdown';

export interface ParserWork {
  /** Characters of the blocks whose inline syntax was parsed. */
  readonly parsed: number;
  /** Steps of all cursors over trees, but for those of the parser itself. */
  readonly steps: number;
}

type Method = (this: object, ...args: never[]) => unknown;

/** Counts what `run` causes until it has ended. */
export async function parserWork(run: () => unknown): Promise<ParserWork> {
  let parsed = 0;
  let steps = 0;
  let parsing = 0;
  const parser = MarkdownParser.prototype;
  const { startParse } = parser;
  const inParser = <Result>(work: () => Result): Result => {
    parsing++;
    try {
      return work();
    } finally {
      parsing--;
    }
  };
  parser.startParse = function (...args) {
    const partial = inParser(() => startParse.apply(this, args));
    const { advance } = partial;
    partial.advance = () => inParser(() => advance.call(partial));
    return partial;
  };
  const undo = [
    () => {
      parser.startParse = startParse;
    },
    wrap(parser, 'parseInline', (text: string) => {
      parsed += text.length;
    }),
    ...(['firstChild', 'nextSibling', 'parent', 'next', 'childAfter', 'enter'] as const).map((name) =>
      wrap(TreeCursor.prototype, name, () => {
        if (parsing === 0) steps++;
      }),
    ),
  ];
  try {
    await run();
  } finally {
    for (const each of undo) each();
  }
  return { parsed, steps };
}

function wrap(prototype: object, name: string, count: (first: never) => void): () => void {
  const methods = prototype as Record<string, Method>;
  const method = methods[name]!;
  methods[name] = function (...args) {
    count(args[0] as never);
    return method.apply(this, args);
  };
  return () => {
    methods[name] = method;
  };
}
