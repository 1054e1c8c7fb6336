import assert from 'node:assert/strict';
import { parser, Table, TaskList } from '@lezer/markdown';
import fc from 'fast-check';
import { parseMarkdown } from '../../../server/core/note/markdown.ts';

/** What inline markup is made of, and what stands around it. */
const pieces = [
  '[',
  ']',
  '](x)',
  '](<x y> "t")',
  '![',
  '!',
  '\\',
  '\\[',
  '`',
  '``',
  '<b>',
  '</b>',
  '<https://x.org>',
  '<!-- ',
  ' -->',
  '<?',
  '?>',
  '<',
  '>',
  '[x]: y\n',
  '[x]',
  '*',
  '_',
  '&amp;',
  'word',
  ' ',
  '\n',
  '\n\n',
  '- ',
  '- [ ] ',
  '> ',
  '# ',
  '| a | b |\n|---|---|\n',
  '🎉',
];

describe('the Markdown parser', () => {
  const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20260101);
  const runs = Number(process.env.OFFICE_HOURS_RUNS ?? 2000);

  it(`goes past words to what Lezer finds character by character (${runs} texts, seed ${seed})`, () => {
    const plain = parser.configure([Table, TaskList, { remove: ['Emphasis', 'HardBreak', 'Entity'] }]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const tree = plain.parse(text);
        const spans: string[] = [];
        const found: string[] = [];
        tree.iterate({ enter: ({ name, from, to }) => void spans.push(`${name} ${from} ${to}`) });
        parseMarkdown(text).tree.iterate({
          enter: ({ name, from, to }) => void found.push(`${name} ${from} ${to}`),
        });
        assert.deepEqual(found, spans);
      }),
      { numRuns: runs, seed },
    );
  });
});
