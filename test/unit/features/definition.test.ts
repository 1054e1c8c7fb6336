import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { headingOffset, linkedPlace } from '../../../server/core/features/definition.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { parseMarked } from '../../helpers/markedText.ts';

const uri = 'file:///w/docs/20260106_meeting_notes.md';

describe('a link to another file', () => {
  for (const [marked, expected] of [
    ['[last time](2025<|>1209.md)', 'file:///w/docs/20251209.md'],
    ['[la<|>st time](20251209.md)', 'file:///w/docs/20251209.md'],
    ['<|>[last **time**](20251209.md "words (more)")', 'file:///w/docs/20251209.md'],
    ['[last time](20251209.md)<|>', 'file:///w/docs/20251209.md'],
    ['see ![a [picture]](x.png) [there<|>](../README.md)', 'file:///w/README.md'],
    ['[a `[nested]` te<|>xt](x.md)', 'file:///w/docs/x.md'],
    ['[blanks](<a b.m<|>d>)', 'file:///w/docs/a%20b.md'],
    ['[encoded](./a%20b.m<|>d)', 'file:///w/docs/a%20b.md'],
    ['[Windows](..\\other\\x.m<|>d)', 'file:///w/other/x.md'],
    ['[too far](../../../../x.m<|>d)', 'file:///x.md'],
    ['[part](x.md#what-n<|>ext)', 'file:///w/docs/x.md what-next'],
    ['[here](#what%20<|>next)', `${uri} what next`],
    ['[label]\n\n[label]: ../x.m<|>d', 'file:///w/x.md'],
    ['![pic<|>ture](../x.png)', 'file:///w/x.png'],
    ['[lab<|>el]: ../x.md', 'file:///w/x.md'],
    ['| a |\n| - |\n| [t<|>](t.md) |', 'file:///w/docs/t.md'],
    ['<|>no [link](x.md)', undefined],
    ['[link](x.md) no<|>ne', undefined],
    ['[web](https://example.org/<|>x.md)', undefined],
    ['[mail](mailto:<|>x)', undefined],
    ['[root](/x<|>.md)', undefined],
    ['[host](//x/<|>y.md)', undefined],
    ['[nothing](<|>)', undefined],
    ['`[code](x<|>.md)`', undefined],
    ['https://example.org/<|>x.md', undefined],
  ] as const) {
    it(`${marked.replaceAll('\n', '⏎')} → ${expected ?? 'nowhere'}`, () => {
      const { text, cursor } = parseMarked(`# lantern office hours 2026-01-06\n\n${marked}\n`);
      const found = linkedPlace(parseNote(text), uri, cursor!);
      equal(found && [found.uri, found.heading].join(' ').trim(), expected);
    });
  }

  it('of a note that has never been saved leads nowhere else', () => {
    const note = parseNote('[a](b.md)');
    deepEqual(linkedPlace(note, 'untitled:Untitled-1', 5), { uri: 'untitled:b.md', heading: '' });
  });

  it('is found at once among thousands', () => {
    const note = parseNote('[a](b.md)\n\n'.repeat(5_000));
    equal(linkedPlace(note, uri, note.text.length - 5)?.uri, 'file:///w/docs/b.md');
  });
});

describe('the heading of an anchor', () => {
  const text = '# Lantern 2026\n\n## What’s next? (soon)\n\n### Übersicht — *all* of it\n\n## C++ & you\n';
  const note = parseNote(text);
  for (const [anchor, heading] of [
    ['lantern-2026', '# Lantern'],
    ['whats-next-soon', '## What'],
    ['Whats-Next-Soon', '## What'],
    ['übersicht--all-of-it', '### Über'],
    ['c--you', '## C++'],
    ['gone', undefined],
  ] as const) {
    it(`#${anchor} → ${heading ?? 'none'}`, () => {
      equal(headingOffset(note, anchor), heading && text.indexOf(heading));
    });
  }
});
