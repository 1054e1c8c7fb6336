import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { linkedReferences } from '../../../server/core/note/linkedReferences.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

const web = 'https://github.com/octo/lantern/pull';

describe('references in links', () => {
  for (const marked of [
    'PR #1 and #2',
    `[‹PR #1›](‹${web}/1›) and #1`,
    `[‹#1›](https://example.org) ${web}/1 <${web}/2>`,
    '[#1] and [#2][3]',
    '- [ ] #1\n- [x] #2 [brackets]',
    `[‹#1›], [‹#2›][], [see ‹#3› here][The  Label], [#4][other]\n\n[#1]: /a\n[#2]: /b\n[the label]: ‹${web}/9›\n`,
    `> [a]: <‹${web}/1›>\n\n#1`,
    `[a]:\n‹${web}/1›`,
    '<a href="/x">‹#1›</a> #2 <abbr>#3</abbr>',
    'a ]: b #1 [#2]',
    `Links: ${web}/1`,
    '[#1\n\n#2] x\n\n[#1 #2]: /x',
  ]) {
    it(JSON.stringify(marked), () => {
      const { text } = parseMarked(marked);
      const linked = [...linkedReferences(parseNote(text))];
      assert.equal(
        markRanges(
          text,
          linked.map(({ range }) => range),
        ),
        marked,
      );
    });
  }

  it('is linear in hostile lines', () => {
    growsLinearlyIn([']:', '[#1', '#1]', '[a]: /x\n'], 80_000, (text) =>
      linkedReferences(parseNote(`[a]: /x\n\n${text} #1`)),
    );
  });
});
