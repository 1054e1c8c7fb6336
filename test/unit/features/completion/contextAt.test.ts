import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionContext } from '../../../../server/core/features/completion/context.ts';
import { contextAt } from '../../../../server/core/features/completion/contextAt.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import { markRanges, parseMarked } from '../../../helpers/markedText.ts';

/** In one line: what is completed, how it goes on, and `quiet` where only Ctrl+Space may ask. */
function inWords(context: CompletionContext): string {
  switch (context.kind) {
    case 'section':
      return `section ${context.level} ${JSON.stringify(context.typed)}`;
    case 'owner': {
      const { form, before, after, named, quiet } = context;
      const names = named.length > 0 ? ` beside ${named.join(',')}` : '';
      return `${form} ${JSON.stringify(`${before}NAME${after}`)}${names}${quiet ? ' quiet' : ''}`;
    }
    case 'reference': {
      const { wanted, prefix, repository, quiet } = context;
      const where = repository ? ` of ${repository.owner}/${repository.name}` : '';
      return `${wanted} ${JSON.stringify(`${prefix}N`)}${where}${quiet ? ' quiet' : ''}`;
    }
  }
}

/** The marks: `<|>` is the cursor, `‹›` what an edit replaces. */
function expectContext(marked: string, expected: string): void {
  it(JSON.stringify(marked), () => {
    const { text, cursor, ranges } = parseMarked(marked);
    const context = contextAt(parseNote(text), cursor!);
    assert.equal(context && inWords(context), expected);
    assert.equal(markRanges(text, [context!.range]), markRanges(text, ranges));
  });
}

function expectNothing(marked: string): void {
  it(JSON.stringify(marked), () => {
    const { text, cursor } = parseMarked(marked);
    assert.equal(contextAt(parseNote(text), cursor!), undefined);
  });
}

describe('contextAt', () => {
  describe('references', () => {
    for (const [marked, expected] of [
      ['see ‹#›<|>', 'unknown "#N"'],
      ['see ‹#58<|>›', 'unknown "#N"'],
      ['see ‹#58<|>51›, too', 'unknown "#N"'],
      ['‹#58<|>›', 'unknown "#N"'],
      ['PR ‹#›<|>', 'pull "#N"'],
      ['PR ‹#5<|>›', 'pull "#N"'],
      ['PR‹#›<|>', 'pull "#N"'],
      ['pr ‹#›<|>', 'pull "#N"'],
      ['Pull request ‹#›<|>', 'pull "#N"'],
      ['pull requests ‹#›<|>', 'pull "#N"'],
      ['issue ‹#›<|>', 'issue "#N"'],
      ['Issues ‹#›<|>', 'issue "#N"'],
      ['bug ‹#›<|>', 'issue "#N"'],
      ['discussion ‹#›<|>', 'discussion "#N"'],
      ['fixed (‹#›<|>', 'unknown "#N"'],
      ['fixed (‹#›<|>)', 'unknown "#N"'],
      ['fixed (PR ‹#›<|>)', 'pull "#N"'],
      ['see [‹#›<|>', 'unknown "#N"'],
      ['see [PR ‹#›<|>](https://github.com/a/b/pull/5)', 'pull "#N"'],
      ['PRs #1, ‹#›<|>', 'pull "#N"'],
      ['PRs #1, #2 and ‹#›<|>', 'pull "#N"'],
      ['issues #1 & ‹#2<|>›', 'issue "#N"'],
      ['PR #1 and ‹#›<|>', 'unknown "#N"'],
      ['octo/lantern‹#›<|>', 'unknown "#N" of octo/lantern'],
      ['PR octo/lantern‹#2<|>›', 'pull "#N" of octo/lantern'],
      ['(octo/lantern.js‹#›<|>)', 'unknown "#N" of octo/lantern.js'],
      ['‹GH-›<|>', 'unknown "GH-N"'],
      ['see ‹gh-5<|>8›', 'unknown "gh-N"'],
      ['PR ‹58<|>›', 'pull "N" quiet'],
      ['pr‹58<|>›', 'pull "N" quiet'],
      ['the PR ‹›<|>', 'pull "N" quiet'],
      ['* ‹#›<|>', 'unknown "#N"'],
      ['- ‹#5<|>›', 'unknown "#N"'],
      ['1. ‹#›<|>', 'unknown "#N"'],
      ['- [ ] ‹#›<|>', 'unknown "#N"'],
      ['> see ‹#›<|>', 'unknown "#N"'],
      ['## The release (PR ‹#›<|>', 'pull "#N"'],
      ['### ‹#›<|>', 'unknown "#N"'],
      ['| PR ‹#›<|> |\n| --- |\n', 'pull "#N"'],
      ['**PR ‹#›<|>**', 'pull "#N"'],
      ['a `b` and PR ‹#›<|>', 'pull "#N"'],
      ['[a](https://example.com/b) ‹#›<|>', 'unknown "#N"'],
      ['<b>bold</b> PR ‹#›<|>', 'pull "#N"'],
      ['one <!-- two --> PR ‹#›<|>', 'pull "#N"'],
      ['TODO(wren): close PR ‹#›<|>', 'pull "#N"'],
      ['line\r\nPR ‹#›<|>\r\nline', 'pull "#N"'],
      ['line\rPR ‹#›<|>\rline', 'pull "#N"'],
      ['🦉 PR ‹#›<|>', 'pull "#N"'],
    ] as const) {
      expectContext(marked, expected);
    }
  });

  describe('owners', () => {
    for (const [marked, expected] of [
      ['TODO: ‹›<|>', 'marker "NAME: "'],
      ['TODO:‹›<|>', 'marker " NAME: "'],
      ['* TODO: ‹se<|>›', 'marker "NAME: "'],
      ['* TODO: ‹se<|>ph› close it', 'marker "NAME:"'],
      ['TODO: ‹›<|>write it down', 'marker "NAME: "'],
      ['TODO:‹›<|> write it down', 'marker " NAME:"'],
      ['TODO: ‹se<|>›: write', 'marker "NAME"'],
      ['- [ ] TODO: ‹›<|>', 'marker "NAME: "'],
      ['todo: ‹›<|>', 'marker "NAME: "'],
      ['FIXME: ‹›<|>', 'marker "NAME: "'],
      ['ACTION: ‹›<|>', 'marker "NAME: "'],
      ['ACTION ITEM: ‹›<|>', 'marker "NAME: "'],
      ['* AI: ‹›<|>', 'marker "NAME: "'],
      ['Sync the rules (TODO: ‹›<|>)', 'marker "NAME"'],
      ['It broke. TODO: ‹›<|>', 'marker "NAME: "'],
      ['TODO: wren and ‹›<|>', 'marker "NAME: " beside wren quiet'],
      ['TODO ‹›<|>', 'marker "NAME: " quiet'],
      ['TODO(‹›<|>', 'parenthesis "NAME): "'],
      ['TODO(‹<|>)›', 'parenthesis "NAME): "'],
      ['TODO(‹<|>)›\nmore', 'parenthesis "NAME): "'],
      ['TODO(‹<|>) ›', 'parenthesis "NAME): "'],
      ['TODO(‹›<|>): write', 'parenthesis "NAME"'],
      ['TODO(‹›<|>) write', 'parenthesis "NAME"'],
      ['TODO(‹wr<|>en›): write', 'parenthesis "NAME"'],
      ['TODO(‹<|>wren›): write', 'parenthesis "NAME"'],
      ['TODO(wren, ‹›<|>): write', 'parenthesis "NAME" beside wren'],
      ['* FIXME(‹j<|>)›', 'parenthesis "NAME): "'],
      ['ACTION ITEM (‹<|>)›', 'parenthesis "NAME): "'],
      ['TODO(‹@›<|>', 'login "@NAME"'],
      ['TODO ‹@›<|>', 'login "@NAME"'],
      ['thanks to ‹@›<|>', 'login "@NAME"'],
      ['‹@wr<|>en› said', 'login "@NAME"'],
      ['(‹@›<|>)', 'login "@NAME"'],
      ['## With ‹@›<|>', 'login "@NAME"'],
      ['## Action items\n\n- ‹›<|>', 'item "NAME: " quiet'],
      ['## Action items\n\n* ‹wr<|>›\n\n## Misc\n', 'item "NAME: " quiet'],
      ['## Action items\n\n* [ ] ‹›<|>', 'item "NAME: " quiet'],
      ['## TODO\n\n### Website\n\n1. ‹›<|>', 'item "NAME: " quiet'],
      ['## Topic\n\nNext steps:\n\n* one\n  more\n* ‹›<|>', 'item "NAME: " quiet'],
      ['## Topic\n\nNext steps:\n* ‹›<|>', 'item "NAME: " quiet'],
      ['## Topic\n\nNext steps:\n\n* one\nlazy\n* ‹›<|>', 'item "NAME: " quiet'],
      ['## Topic\n\nNext steps:\n\n* one\n  * ‹›<|>', 'item "NAME: " quiet'],
    ] as const) {
      expectContext(marked, expected);
    }
  });

  describe('sections', () => {
    for (const [marked, expected] of [
      ['## ‹›<|>', 'section 2 ""'],
      ['# T\n\n## ‹High<|>›\n\ntext', 'section 2 "High"'],
      ['## ‹High<|>lights›', 'section 2 "High"'],
      ['## ‹Action <|>›', 'section 2 "Action "'],
      ['### ‹›<|>', 'section 3 ""'],
      ['   ##   ‹a<|>›  ', 'section 2 "a"'],
      ['## ‹›<|>\r\ntext', 'section 2 ""'],
    ] as const) {
      expectContext(marked, expected);
    }
  });

  describe('nothing', () => {
    for (const marked of [
      // Ordinary text.
      '',
      '<|>text',
      'text <|>',
      'text<|>',
      // Headings' own marks.
      '#<|>',
      '##<|>',
      '###<|>',
      'text\n#<|>\ntext',
      '  ##<|>',
      '> #<|>',
      '# <|>',
      '# T<|>',
      '> ## <|>',
      '* ## <|>',
      '####### <|>',
      '##<|>text',
      // Code.
      '```\nPR #<|>\n```',
      '```\nPR #<|>',
      '~~~\nTODO: <|>\n~~~',
      '```\n## <|>\n```',
      'text\n\n    PR #<|>',
      '`PR #<|>`',
      '`PR #<|>',
      '``a ` PR #<|>``',
      '> ```\n> PR #<|>\n> ```',
      // URLs and link targets.
      'https://github.com/octo/lantern/issues/#<|>',
      'https://example.com/#<|>',
      '<https://example.com/#<|>>',
      'www.example.com/a#<|>',
      '[a](#<|>)',
      '[a](#<|>',
      '[a](b/c#<|>)',
      '[a](docs/c.md#<|>',
      '[a]: https://example.com/#<|>',
      '![a](b#<|>)',
      '<a href="#<|>">',
      '<a href="#<|>',
      // Comments and front matter.
      '<!-- PR #<|> -->',
      '<!-- PR #<|>',
      'text <!-- TODO: <|> -->',
      '---\ntitle: PR #<|>\n---\n',
      '---\n## <|>\n---\n',
      // A `#` of another kind.
      '\\#<|>',
      'C#<|>',
      '&#<|>',
      'a/#<|>',
      'PR ##<|>',
      'PR #0<|>',
      'PR #1234567890<|>',
      'PR #<|>abc',
      'see #58a<|>',
      // Numbers that count something.
      'issues 5<|>',
      'in 2026<|>',
      'COVID-<|>',
      '-<|>',
      // An `@` of another kind.
      'mail@<|>',
      'a/@<|>',
      '@@<|>',
      '\\@<|>',
      '`@<|>`',
      '@<|>abc',
      '@-<|>',
      // Markers that are none, and places where no owner stands.
      'Likely TODOs: <|>',
      'the TODO list: <|>',
      'TODO: write it down for <|>',
      'TODO(wren): <|>',
      'TODO(wren)<|>',
      'Background: <|>',
      'note (<|>',
      'f(<|>)',
      '## Topic\n\n- <|>',
      '## Action items\n\n<|>',
      '## Action items\n\n- wren will <|>',
      '## Action items\n\n> - <|>',
      '## Action items\n\n- one\n\n## Misc\n\n- <|>',
      '## Topic\n\nPros:\n\n- <|>',
    ]) {
      expectNothing(marked.includes('<|>') ? marked : `<|>${marked}`);
    }

    it('outside the note', () => {
      const note = parseNote('PR #');
      assert.equal(contextAt(note, -1), undefined);
      assert.equal(contextAt(note, 5), undefined);
    });

    it('past what was read of a note that is too large', () => {
      const text = `PR #\n${`${'x'.repeat(199)}\n`.repeat(10_500)}\nPR #`;
      const note = parseNote(text);
      assert.equal(contextAt(note, 4)?.kind, 'reference');
      assert.equal(contextAt(note, text.length), undefined);
    });
  });
});
