/** Random incremental edits, with a model of the text that shares no code with the server's. */

import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import type { Random } from './random.ts';

export class EditedText {
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Applies a change as the specification words it: line ends are `\n`, `\r\n` and `\r`, what lies beyond is clamped. */
  apply(change: TextDocumentContentChangeEvent): void {
    if (!('range' in change)) {
      this.text = change.text;
      return;
    }
    const offsets = [this.#offset(change.range.start), this.#offset(change.range.end)].sort((a, b) => a - b);
    this.text = this.text.slice(0, offsets[0]) + change.text + this.text.slice(offsets[1]);
  }

  /** The line's text by its number; the pieces are lines and line ends in turn. */
  #offset({ line, character }: Position): number {
    const pieces = this.text.split(/(\r\n|\r|\n)/);
    if (line * 2 >= pieces.length) return this.text.length;
    const before = pieces.slice(0, line * 2).join('').length;
    return before + Math.min(character, pieces[line * 2]!.length);
  }
}

const snippets = [
  ...[
    '',
    'x',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    ' ',
    '  ',
    '\t',
    '#',
    '# ',
    '## ',
    '* ',
    '- [ ] ',
    '> ',
    '`',
    '```\n',
  ],
  ...[
    '😀',
    '\ud83d',
    '\ude00',
    'é',
    '日本',
    '\u0000',
    '\ufeff',
    '|',
    '--|--\n',
    '---\n',
    '<!-- ',
    ' -->',
    '[',
    '](',
    ')',
  ],
  ...[
    'TODO: ',
    'TODO(seph): ',
    'PR #12',
    '#7',
    'https://github.com/o/r/pull/3',
    '2026-01-20',
    'YouTube: ',
    '@ada ',
  ],
  ...[
    '## Highlights since the last meeting\n',
    '# widget office hours 2026-01-06\n',
    '## Action items\n\n* do it\n',
  ],
  '<!-- office-hours-disable-next-line todo-owner-missing -->\n',
  'one\ntwo\r\nthree\rfour\n',
];

/** An edit somewhere in or a little beyond the text; sometimes reversed, sometimes the whole text. */
export function randomChange(random: Random, { text }: EditedText): TextDocumentContentChangeEvent {
  const inserted = random.pick(snippets) + (random.below(4) === 0 ? random.pick(snippets) : '');
  // Now and then from scratch, so that it neither dies out nor grows for ever.
  if (random.below(500) === 0 || text.length > 3_000) return { text: startText };
  const start = randomPosition(random, text);
  const range = random.below(3) === 0 ? { start, end: randomPosition(random, text) } : { start, end: start };
  if (random.below(3) > 0) {
    range.end = { line: start.line + random.below(2), character: start.character + random.below(4) };
  }
  return { range, text: inserted };
}

function randomPosition(random: Random, text: string): Position {
  const lines = text.split('\n').length;
  const beyond = random.below(20) === 0;
  return {
    line: beyond ? lines + random.below(1_000) : random.below(lines + 1),
    character: beyond ? random.below(100_000) : random.below(30),
  };
}

export const startText = `# widget office hours 2026-01-06

YouTube: https://www.youtube.com/watch?v=abc

## Highlights since the last meeting

* PR #12 makes 😀 faster, see [#13](https://github.com/acme/widget/pull/14)
* TODO: write the docs

## Widgets

ada will look at \`PR #15\`.\r
> TODO(seph): quoted

\`\`\`
TODO: in code
\`\`\`

## Action items

* bring cake
* @ada to close #16
`;
