import { parseNote } from '../../../server/core/note/parse.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';

const section = '## Action items\n\n';

describe('the cost of an action section', () => {
  it('is linear', () => {
    const pieces = [
      '* Tove: write it\n',
      '* a\n  * @b c\n',
      '### Tove\n',
      '(???',
      "Tove's ",
      'It is ',
      'Next steps:\n\n',
      '| TODO: x | Tove ',
    ];
    growsLinearlyIn(pieces, 40_000, (text) => parseNote(`${section}${text}`));
    growsLinearlyIn(['| write it | Tove |\n', '| TODO: x | Tove |\n'], 40_000, (text) =>
      parseNote(`${section}| Task | Owner |\n|--|--|\n${text}`),
    );
  });
});
