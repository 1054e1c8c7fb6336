import { deepEqual, equal } from 'node:assert/strict';
import type { NoteSummary } from '../../../server/core/archive/noteSummary.ts';
import { summarize } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { packSummaries, unpackSummaries } from '../../../server/core/workspace/packedSummaries.ts';
import { archives } from '../../helpers/archives.ts';

/** By way of the text that is kept. */
function keptAndRead(summaries: readonly NoteSummary[]): NoteSummary[] {
  return unpackSummaries(JSON.parse(JSON.stringify(packSummaries(summaries))));
}

const text = `# lantern office hours 2026-01-06

Present: Okan (@okan), Tove

Recording: https://youtu.be/EXAMPLE

## Open items

- [ ] @okan to look at lantern-project/lantern#5, #5 and issue #6
- [x] Tove: done with it
- nobody's words
- Wren reads it
AI: wren to read https://github.com/other/place/pull/7

| Who | What | By | Priority |
| --- | --- | --- | --- |
| Tove | cut it | Friday | high |
`;

describe('packed summaries', () => {
  it('say the same when they are read again', () => {
    const summaries = [
      ...archives(11).flatMap(({ name, files }) =>
        files.map((file) => summarize(`file:///w/${name}/${file.path}`, parseNote(file.text))),
      ),
      ...[
        'file:///w/2026-01-06.md',
        'file:///w/2026-02.md',
        'file:///w/a%20b%C3%A4.md',
        'untitled:Untitled-1',
      ].map((uri) => summarize(uri, parseNote(text))),
      summarize('file:///w/x.md', parseNote('')),
      summarize(
        'file:///w/minutes-2026.md',
        parseNote('# Minutes\n\n## 2026-01-06\n\n#1\n\n## 2026-01-13\n\n#2\n'),
      ),
    ];
    deepEqual(keptAndRead(summaries), summaries);
  });

  it('have each text, and each repository, once', () => {
    const summaries = ['a', 'b'].map((name) => summarize(`file:///w/${name}.md`, parseNote(text)));
    const { texts } = packSummaries(summaries);
    equal(new Set(texts).size, texts.length);
    const [one, other] = keptAndRead(summaries);
    const repositories = [one!, other!].flatMap(({ references }) =>
      references.flatMap(({ repository }) => repository ?? []),
    );
    equal(repositories.length, 4);
    equal(new Set(repositories).size, 2);
  });

  it('share the lists of a file and of the meeting that is alone in it', () => {
    const alone = '# 2026-01-06\n\n## Topics\n\n* Okan: see #1\n';
    const before = summarize('file:///w/minutes.md', parseNote(alone));
    for (const { meetings, people, references } of [before, ...keptAndRead([before])]) {
      equal(meetings?.length, 1);
      equal(meetings![0]!.people, people);
      equal(meetings![0]!.references, references);
    }
  });
});
