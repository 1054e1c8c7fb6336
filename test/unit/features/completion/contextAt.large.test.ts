import { contextAt } from '../../../../server/core/features/completion/contextAt.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import { growsLinearly } from '../../../helpers/growth.ts';

describe('contextAt', () => {
  it('costs what the line costs, whatever it holds', () => {
    for (const part of ['#', 'PR #', '(', 'TODO(', '- ', '> ', 'a/', '@', '](', '<', 'GH-1 ', '# ']) {
      const prepare = (size: number) => {
        const note = parseNote(part.repeat(Math.floor(size / part.length)));
        const step = Math.ceil(note.text.length / 100);
        return () => {
          for (let offset = 0; offset < note.text.length; offset += step) contextAt(note, offset);
          contextAt(note, note.text.length);
        };
      };
      growsLinearly(prepare, 50_000, JSON.stringify(part));
    }
  });
});
