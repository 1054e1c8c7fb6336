/** What a key behind `#` costs with 100,000 issues in memory: the context, the search, the notes, every item of the list. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../server/core/features/completion/completion.ts';
import type { Found } from '../../server/core/github/answer.ts';
import { RepositoryCache } from '../../server/core/github/cache/repositoryCache.ts';
import { parseNote } from '../../server/core/note/parse.ts';
import type { IssueState } from '../../server/core/references/issue.ts';
import { builtinTemplate } from '../../server/core/template/file/builtin.ts';
import type { Archive } from '../../server/core/workspace/noteIndex.ts';
import { compare, print } from './measure.ts';
import { makeNote } from './notes.ts';

const own = { host: 'github.com', owner: 'octo', name: 'lantern' };
const now = Date.parse('2026-01-20T12:00:00Z');
const hour = 3_600_000;

const words =
  'parser limit journal rename buffer rotate windows service crash memory flush config rule file index watch counter docs build package'.split(
    ' ',
  );
const states: readonly IssueState[] = ['merged', 'open', 'closed', 'draft', 'merged', 'completed'];

/** One each hour, up to now; every one with five words of twenty. */
function issues(count: number): Found[] {
  return Array.from({ length: count }, (_, index): Found => {
    const number = index + 1;
    const at = now - (count - number) * hour;
    const state = states[number % states.length]!;
    const title = [1, 7, 31, 127, 511]
      .map((factor) => words[Math.floor((((number * factor) % 9973) / 9973) * words.length)])
      .join(' ');
    return {
      kind: 'found',
      fetchedAt: now,
      issue: {
        repository: own,
        number,
        kind: state === 'completed' ? 'issue' : 'pull',
        title: `${title} ${number % 1000}`,
        state,
        author: `author${number % 300}`,
        createdAt: at - 100 * hour,
        updatedAt: at,
        ...(state === 'merged' && { mergedAt: at }),
      },
    };
  });
}

/** What is typed behind `PR `, a key at a time. */
const typed = ['#99', '#pars lim', '#zebra', '#limit crash 1', '#5', '#xq', '#memory flush buffer', '#12345'];

/** `uri` is a note's; `archive` knows those before it. */
export async function completionOfIssues(archive: Archive, uri: string): Promise<void> {
  const cache = new RepositoryCache(own);
  cache.put(issues(100_000));
  const store = {
    peek: ({ number }: { readonly number: number }) => cache.peek(number, now),
    search: (_: unknown, query: Parameters<RepositoryCache['search']>[0]) => cache.search(query),
    people: () => [],
  };
  const series = archive.seriesOf(uri);
  const head = `${makeNote(80, 7)}\n\n## Highlights since the last meeting\n\n* A change (PR `;
  const keys = typed
    .flatMap((text) => Array.from(text, (_, index) => text.slice(0, index + 1)))
    .map((text) => {
      const document = TextDocument.create(uri, 'markdown', 1, head + text);
      const note = parseNote(document.getText());
      const inputs = { note, uri, template: builtinTemplate, own, now, store };
      return { document, inputs: { ...inputs, ...(series && { series }) } };
    });
  const run = (sample: number): undefined => {
    const { document, inputs } = keys[sample % keys.length]!;
    complete(document, inputs, document.getText().length);
    return undefined;
  };
  const start = performance.now();
  run(0);
  const first = performance.now() - start;
  const figures = await compare([{ name: 'a key, the whole answer', run }], keys.length * 4, keys.length);
  print(
    `Completion of references, 100,000 issues in memory, 1,000 earlier notes (the very first list: ${first.toFixed(1)} ms)`,
    figures,
  );
}
