import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asNote, pastedMeetings } from '../../../server/core/features/pastedNotes.ts';
import { pastedText, wordsOf } from '../../../server/core/features/pastedText.ts';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import '../../helpers/seed.ts';

describe('no line of pasted text is lost', () => {
  const line = fc.oneof(
    fc.constantFrom(
      ...[
        '',
        '',
        '',
        '# Lantern syncs',
        '# Kick-off 2026-03-03',
        '## Topics',
        '### Late',
        '###### tags: a',
        'Sync\n===',
        'More\n---',
      ],
      ...[
        '• one',
        '\t* two',
        '- [ ] three',
        '1. four',
        '> ## five',
        '```',
        '~~~~',
        '---',
        'tags: six',
        '<!-- seven -->',
      ],
      ...[
        'see PR \\#12',
        '| a | b |\n| - | - |\n| c | d |',
        '{%youtube dQw4w9WgXcQ %}',
        'Date: 2026-03-03',
        '<h1>eight</h1>',
      ],
    ),
    fc.constantFrom(
      '## 2026-03-17',
      '## 2026-03-03',
      '## 2026-02-17',
      'March 3, 2026',
      '## 2026',
      '### March',
    ),
    fc.string({ maxLength: 12 }),
  );
  for (const like of [
    '# lantern office hours 2026-03-03\n\nYouTube Link: \n\n## Highlights\n\n* \n',
    '---\ntags: x\n---\n\n# lantern\n\n###### tags: y\n',
    '## Who\n',
    '---\ntitle: T\n---\n',
  ])
    it(`in a series that begins its notes with ${JSON.stringify(like.slice(0, 20))}`, () =>
      fc.assert(
        fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
          const text = lines.join('\n');
          const result = pastedMeetings(text, usualConventions).map((each) =>
            asNote(each, like, usualConventions),
          );
          // What a title or the heading of a year and a month says, the new title says.
          const said = new Set(wordsOf(`${like} 2026 03 17 02 march 3 lantern syncs sync`));
          const wordsIn = (each: string) => wordsOf(each).filter((word) => !said.has(word));
          const all = wordsIn(result.join('\n'));
          let at = 0;
          for (const word of wordsIn(pastedText(text))) {
            at = all.indexOf(word, at) + 1;
            assert.ok(at > 0, `${word} of ${JSON.stringify(text)}: ${JSON.stringify(result)}`);
          }
        }),
        { numRuns: 500 },
      ));
});
