import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { blocksAt, linkAt, listItems, textLines } from '../../../server/core/note/structure.ts';
import { growsLinearly } from '../../helpers/growth.ts';
import { parseMarked } from '../../helpers/markedText.ts';

describe('blocksAt', () => {
  for (const [marked, expected] of [
    ['te<|>xt', 'paragraph'],
    ['## he<|>ad', 'heading'],
    ['head<|>\n===', 'heading'],
    ['> * a\n> * b<|>', 'quote list item paragraph'],
    ['* a\n  1. b<|>', 'list item list item paragraph'],
    ['- [ ] a<|>', 'list item paragraph'],
    ['a | b\n--|--\nx | y<|>', 'table'],
    ['```\nco<|>de\n```', 'other'],
    ['a\n<|>\nb', ''],
  ] as const) {
    it(`${JSON.stringify(marked)} is in ${expected || 'nothing'}`, () => {
      const { text, cursor } = parseMarked(marked);
      assert.equal(
        blocksAt(parseNote(text), cursor!)
          .map(({ kind }) => kind)
          .join(' '),
        expected,
      );
    });
  }
});

describe('listItems', () => {
  for (const [text, expected] of [
    ['* a\n* b', ['1 a', '1 b']],
    ['1. a\n   - [x] b', ['1. a', '2 [x] b']],
    ['> - [ ] a', ['1> [ ] a']],
    ['```\n* a\n```\n\n* b', ['1 b']],
    ['text\n\n*\n* b', ['1 ', '1 b']],
    ['| a |\n| --- |\n| * b |', []],
  ] as const) {
    it(JSON.stringify(text), () => {
      const note = parseNote(text);
      const found = listItems(note).map(({ textFrom, depth, ordered, quoted, checked }) => {
        const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
        const line = text.slice(textFrom).split('\n', 1)[0];
        return `${depth}${ordered ? '.' : ''}${quoted ? '>' : ''} ${box}${line}`;
      });
      assert.deepEqual(found, expected);
      assert.equal(listItems(note), listItems(note), 'read once');
    });
  }
});

describe('linkAt', () => {
  for (const [marked, target] of [
    ['[te<|>xt](other.md)', 'other.md'],
    ['[text](oth<|>er.md "title")', 'other.md'],
    ['[text](<oth<|>er file.md>)', 'other file.md'],
    ['![te<|>xt](image.png)', 'image.png'],
    ['[a]: oth<|>er.md', 'other.md'],
    ['> * [text `code`<|>](other.md)', 'other.md'],
    ['te<|>xt [a](b.md)', undefined],
    ['`[a](<|>b.md)`', undefined],
  ] as const) {
    it(`${marked} leads to ${target}`, () => {
      const { text, cursor } = parseMarked(marked);
      assert.equal(linkAt(parseNote(text), cursor!)?.target, target);
    });
  }
});

describe('textLines', () => {
  for (const [text, expected] of [
    ['# T\n\na\nb', ['T', 'a', 'b']],
    ['> * a\n>   b\n> c', ['a', 'b', 'c']],
    ['- [ ] a\n\n```\ncode\n```\n\n<!-- no -->', ['a']],
    ['a\r\n  b\rc', ['a', 'b', 'c']],
  ] as const) {
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        textLines(parseNote(text)).map(({ from, to }) => text.slice(from, to)),
        expected,
      ),
    );
  }
});

describe('the structure of a note', () => {
  it('is read in linear time', () => {
    for (const part of ['* a\n', '> * a\n\n', '# a\n']) {
      growsLinearly((size) => {
        const note = parseNote(part.repeat(size / part.length));
        return () => [listItems(note), textLines(note)];
      }, 20_000);
    }
  });
});
