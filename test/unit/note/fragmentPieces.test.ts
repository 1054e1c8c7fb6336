import { equal, ok } from 'node:assert/strict';
import { type Tree, TreeFragment } from '@lezer/common';
import fc from 'fast-check';
import { inPieces } from '../../../server/core/note/fragmentPieces.ts';
import { markdownSteps, parseMarkdown } from '../../../server/core/note/markdown.ts';
import '../../helpers/seed.ts';

const runs = Number(process.env.OFFICE_HOURS_RUNS ?? 8);

const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

const texts: readonly (readonly [name: string, text: string])[] = [
  ['topics', `# T\n\n${many(12_000, (at) => `## Topic ${at}\n\n* ada: PR #${at}\n\n`)}`],
  ['a list', `# T\n\n${many(20_000, (at) => `* words #${at}\n`)}`],
  [
    'lists in a list',
    `# T\n\n${many(20_000, (at) => (at % 5_000 === 0 ? `* A #${at}\n` : `  * B #${at}\n`))}`,
  ],
  ['quotes', many(12_000, (at) => `> words #${at}\n\ntext\n\n`)],
  ['code', many(6_000, (at) => `    code ${at}\n\n\n    more\n\nwords\n\n`)],
];

/** The first place where trees have other nodes; empty where they are alike. */
function difference(one: Tree, other: Tree): string {
  const [a, b] = [one.cursor(), other.cursor()];
  for (let goesOn = true; goesOn; ) {
    if (a.name !== b.name || a.from !== b.from || a.to !== b.to)
      return `${a.name} ${a.from} ${a.to}, not ${b.name} ${b.from} ${b.to}`;
    goesOn = a.next();
    if (goesOn !== b.next()) return `an end behind ${b.from}`;
  }
  return '';
}

describe('what an edit leaves alone, in pieces', () => {
  it('is one where it is short', () => {
    const fragments = TreeFragment.addTree(parseMarkdown('# T\n\nwords\n').tree);
    equal(inPieces(fragments), fragments);
  });

  for (const [name, text] of texts) {
    it(`is all of it: ${name}`, () => {
      const fragments = TreeFragment.addTree(parseMarkdown(text).tree);
      const pieces = inPieces(fragments);
      ok(pieces.length > 2);
      equal(pieces[0]!.from, 0);
      equal(pieces.at(-1)!.to, text.length);
      for (const [index, { from }] of pieces.slice(1).entries()) equal(from, pieces[index]!.to - 1);
    });

    it(`is taken in several steps: ${name}`, () => {
      const markdown = parseMarkdown(text);
      let steps = 0;
      const changes = [{ fromA: 0, toA: 0, fromB: 0, toB: 3 }];
      const taken = markdownSteps(`x\n\n${text}`, { markdown, changes });
      while (!taken.next().done) steps++;
      ok(steps >= inPieces(markdown.fragments).length);
    });

    it(`random inputs: gives what a fresh parse does: ${name}`, () => {
      const markdown = parseMarkdown(text);
      const edit = fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(40),
        inserted: fc.constantFrom(
          '',
          'x',
          '\n',
          '\n\n',
          '    ',
          '* ',
          '> ',
          '# ',
          '```\n',
          '<div>\n',
          '[a]: b',
        ),
      });
      fc.assert(
        fc.property(edit, ({ at, length, inserted }) => {
          const from = Math.floor(at * text.length);
          const to = Math.min(text.length, from + length);
          const edited = text.slice(0, from) + inserted + text.slice(to);
          const changes = [{ fromA: from, toA: to, fromB: from, toB: from + inserted.length }];
          equal(
            difference(parseMarkdown(edited, { markdown, changes }).tree, parseMarkdown(edited).tree),
            '',
          );
        }),
        { numRuns: runs },
      );
    });
  }
});
