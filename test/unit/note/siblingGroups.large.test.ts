import { deepEqual, ok } from 'node:assert/strict';
import { IterMode, Tree } from '@lezer/common';
import { parser, Table, TaskList } from '@lezer/markdown';
import { parseMarkdown } from '../../../server/core/note/markdown.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { parserWork } from '../../helpers/parserWork.ts';

const many = (line: (index: number) => string) => Array.from({ length: 3_000 }, (_, at) => line(at)).join('');

const texts: readonly (readonly [name: string, text: string])[] = [
  ['sections', `# T\n\n${many((at) => `## Topic ${at}\n\nwords #${at}\n\n`)}`],
  ['a list', `# T\n\n${many((at) => `* words #${at}\n`)}`],
  ['lists in a list', `# T\n\n${many((at) => (at % 50 === 0 ? `* A #${at}\n` : `  * B #${at}\n`))}`],
  ['a quote', many((at) => `> words #${at}\n>\n`)],
];

describe('the children of a block in groups', () => {
  for (const [name, text] of texts) {
    it(`are those that Lezer finds: ${name}`, () => {
      const plain = parser.configure([Table, TaskList, { remove: ['Emphasis', 'HardBreak', 'Entity'] }]);
      const [found, wanted]: [string[], string[]] = [[], []];
      parseMarkdown(text).tree.iterate({ enter: (node) => void found.push(`${node.name} ${node.from}`) });
      plain.parse(text).iterate({ enter: (node) => void wanted.push(`${node.name} ${node.from}`) });
      ok(found.length > 6_000);
      deepEqual(found, wanted);
    });

    it(`are few for the block that has them: ${name}`, () => {
      let most = 0;
      parseMarkdown(text).tree.iterate({
        mode: IterMode.IncludeAnonymous,
        enter: ({ tree }) => {
          most = Math.max(most, tree?.children.length ?? 0);
        },
      });
      ok(most < 100);
    });

    it(`are taken from the note before an edit: ${name}`, async () => {
      let note = parseNote(text);
      for (const part of [0.9, 0.5, 0.1]) {
        const at = text.indexOf('#', Math.floor(part * text.length)) + 1;
        const changes = [{ fromA: at, toA: at, fromB: at, toB: at + 1 }];
        const edited = `${note.text.slice(0, at)}1${note.text.slice(at)}`;
        const before = note;
        const { parsed } = await parserWork(async () => {
          note = parseNote(edited, { note: before, changes });
        });
        // A quote of the whole text is a single block.
        if (!text.startsWith('>')) ok(parsed < text.length / 4);
        deepEqual(note, parseNote(edited));
      }
    });
  }

  it('of the document are not balanced anew with each key', () => {
    const text = `# T\n\n${many((at) => `words #${at}\n\n`)}`;
    const note = parseNote(text);
    const { balance } = Tree.prototype;
    let balanced = 0;
    Tree.prototype.balance = function (...config) {
      balanced += this.children.length;
      return balance.apply(this, config);
    };
    try {
      const at = text.indexOf('words #1500');
      const changes = [{ fromA: at, toA: at, fromB: at, toB: at + 1 }];
      parseNote(`${text.slice(0, at)}x${text.slice(at)}`, { note, changes });
    } finally {
      Tree.prototype.balance = balance;
    }
    ok(balanced < 50, `${balanced} of 3,000`);
  });
});
