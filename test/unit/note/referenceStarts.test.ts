import { describe } from 'mocha';
import { testReferences } from '../../helpers/referenceTable.ts';

const hash = (...numbers: readonly number[]): string[] => numbers.map((number) => `#${number} unknown hash`);

describe('references in lists without blanks', () => {
  testReferences([
    ['‹#5›/‹#6›', ...hash(5, 6)],
    ['‹#5›/‹#6›/‹#7› are in', ...hash(5, 6, 7)],
    ['(‹#5›/‹#6›)', ...hash(5, 6)],
    ['‹PR #5›/‹#6›', '#5 pull keyword', '#6 unknown hash'],
    ['‹PRs #5›/‹#6›', '#5 pull keyword', '#6 pull hash'],
    ['‹PR5›/‹PR6›', '#5 pull keyword', '#6 pull keyword'],
    ['‹PR #5›/‹PR #6›', '#5 pull keyword', '#6 pull keyword'],
    ['‹#5›/‹issue #6›', '#5 unknown hash', '#6 issue keyword'],
    ['‹GH-5›/‹GH-6›', '#5 unknown gh', '#6 unknown gh'],
    ['‹o/r#5›/‹#6›', 'o/r#5 unknown qualified', 'o/r#6 unknown hash'],
    ['‹#5›&‹#6›', ...hash(5, 6)],
    ['‹#5›&#38;', ...hash(5)],
    ['‹#5›,‹#6›;‹#7›', ...hash(5, 6, 7)],
    ['‹#5›+‹#6›', ...hash(5, 6)],
    ['‹#5›|‹#6›', ...hash(5, 6)],
    ['‹#5› / ‹#6›', ...hash(5, 6)],
    ['‹PRs #5›; ‹#6› und ‹#7›', '#5 pull keyword', '#6 pull hash', '#7 pull hash'],
    ['‹PRs #5› et ‹#6›', '#5 pull keyword', '#6 pull hash'],
    ['‹PRs #5›、‹#6›と‹#7›', '#5 pull keyword', '#6 pull hash', '#7 pull hash'],
    // No lists
    ['#5/6 and #5/files and foo/#6'],
    ['x/#6/#7'],
    ['‹PR #5›, 2 reviews', '#5 pull keyword'],
    ['‹#5›, o/#6', ...hash(5)],
  ]);
});

describe('references that are the ends of a range', () => {
  testReferences([
    ['‹#12›-‹#15›', ...hash(12, 15)],
    ['‹#12›–‹#15›', ...hash(12, 15)],
    ['‹#12›—‹#15›', ...hash(12, 15)],
    ['‹#12›~‹#15›', ...hash(12, 15)],
    ['‹#12›..‹#15›', ...hash(12, 15)],
    ['‹#12›...‹#15›', ...hash(12, 15)],
    ['‹#12›…‹#15›', ...hash(12, 15)],
    ['‹#12› - ‹#15›', ...hash(12, 15)],
    ['‹#12› to ‹#15›', ...hash(12, 15)],
    ['‹PRs #12›-‹#15›', '#12 pull keyword', '#15 pull hash'],
    ['‹PRs #12› through ‹#15›', '#12 pull keyword', '#15 pull hash'],
    ['‹PRs #12›-‹15›', '#12 pull keyword', '#15 pull keyword'],
    ['‹PRs #12›–‹15›', '#12 pull keyword', '#15 pull keyword'],
    ['‹PRs 1201›-‹1204› are in', '#1201 pull keyword', '#1204 pull keyword'],
    ['‹issues 101› to ‹120›', '#101 issue keyword', '#120 issue keyword'],
    ['‹PR #12›-‹#15›', '#12 pull keyword', '#15 unknown hash'],
    ['‹o/r#12›-‹#15›', 'o/r#12 unknown qualified', 'o/r#15 unknown hash'],
    // No ranges
    ['PRs 2026-01-06, #12-15, #12-fix, ‹#12›- and ‹#13›-', ...hash(12, 13)],
    ['‹PRs 101› to 20 people, ‹PRs 101›–99', '#101 pull keyword', '#101 pull keyword'],
    ['PRs 101-120x, PRs 101-1.5'],
  ]);
});

describe('references beside text without blanks', () => {
  testReferences([
    ['‹#5›、‹#6›', ...hash(5, 6)],
    ['‹#5›，‹#6›；‹#7›。', ...hash(5, 6, 7)],
    ['修复‹#5›的问题', ...hash(5)],
    ['修复‹PR #5›的问题', '#5 pull keyword'],
    ['合并了‹PR#5›和‹#6›', '#5 pull keyword', '#6 unknown hash'],
    ['请看‹octo/lantern#5›吧', 'octo/lantern#5 unknown qualified'],
    ['见‹GH-5›，好', '#5 unknown gh'],
    ['問題：‹#5›；（‹#6›）「‹#7›」', ...hash(5, 6, 7)],
    ['これは‹#5›です', ...hash(5)],
    ['カタカナ‹PR5›を', '#5 pull keyword'],
    ['ﾊﾝｶｸ‹#5›ﾃﾞｽ', ...hash(5)],
    ['이슈‹#5›를 봐', ...hash(5)],
    ['‹PR #5›에서', '#5 pull keyword'],
    ['แก้‹#5›แล้ว', ...hash(5)],
    ['‹#5›％と全角', ...hash(5)],
    ['𠮷‹#5›𠮷', ...hash(5)],
    ['🎉‹#5›🎉 ⚠️‹#6› ✅‹#7›', ...hash(5, 6, 7)],
    ['👩‍💻‹PR #5›', '#5 pull keyword'],
    ['见https://example.org/修复#5'],
    // Scripts with blanks between words
    ['ошибка#5, σφάλμα#5, naïveté#5, é#5, #5й'],
    ['о ‹#5›, и ‹#6›', ...hash(5, 6)],
  ]);
});

describe('references with underscores', () => {
  testReferences([
    ['GH-14_foo, #14_foo, PR14_foo, PR #14_a, o/r#14_x'],
    [
      '_‹GH-14›_ _‹#15›_, __‹PR #16›__ ‹#17›_',
      '#14 unknown gh',
      '#15 unknown hash',
      '#16 pull keyword',
      '#17 unknown hash',
    ],
    ['xGH-14, GH-14a, GH-14.5, GH-, GH-0, GH14'],
    ['‹GH-14›. ‹GH-15›: ‹gh-16›)', '#14 unknown gh', '#15 unknown gh', '#16 unknown gh'],
  ]);
});
