import { deepEqual, equal } from 'node:assert/strict';
import { type CheckedFile, report } from '../../../server/cli/report.ts';

const files: readonly CheckedFile[] = [
  {
    file: 'notes/a,b.md',
    text: '# T\r\n\r\n* TODO: x\r\n',
    problems: [
      {
        code: 'todo-owner-missing',
        range: { from: 9, to: 13 },
        message: 'Nobody: 100%\nreally',
        severity: 'warning',
        fixes: [],
      },
      {
        code: 'section-missing',
        range: { from: 0, to: 8 },
        message: 'Add it.',
        severity: 'information',
        fixes: [],
      },
    ],
  },
  { file: 'notes/c.md', text: '', problems: [] },
];

describe('report', () => {
  it('text', () => {
    equal(
      report(files, 'text', false),
      [
        'notes/a,b.md:3:3: warning Nobody: 100%␊really [todo-owner-missing]',
        '* TODO: x',
        '  ^^^^',
        'notes/a,b.md:1:1: information Add it. [section-missing]',
        '# T',
        '^^^',
        '2 problems (1 warning, 1 information) in 2 notes.',
        '',
      ].join('\n'),
    );
    equal(report([files[1]!], 'text', false), 'No problems in 1 note.\n');
  });

  it('text in colours', () => {
    const lines = report(files, 'text', true).split('\n');
    equal(
      lines[0],
      '\u001b[1mnotes/a,b.md:3:3:\u001b[0m \u001b[33mwarning\u001b[0m Nobody: 100%␊really [todo-owner-missing]',
    );
  });

  it('json', () => {
    deepEqual(JSON.parse(report(files, 'json', true)), [
      {
        file: 'notes/a,b.md',
        line: 3,
        column: 3,
        endLine: 3,
        endColumn: 7,
        code: 'todo-owner-missing',
        severity: 'warning',
        message: 'Nobody: 100%\nreally',
      },
      {
        file: 'notes/a,b.md',
        line: 1,
        column: 1,
        endLine: 3,
        endColumn: 2,
        code: 'section-missing',
        severity: 'information',
        message: 'Add it.',
      },
    ]);
    equal(report([files[1]!], 'json', false), '[]\n');
  });

  it('github', () => {
    deepEqual(report(files, 'github', false).split('\n'), [
      '::warning file=notes/a%2Cb.md,line=3,endLine=3,col=3,endColumn=7,title=todo-owner-missing::Nobody: 100%25%0Areally',
      '::notice file=notes/a%2Cb.md,line=1,endLine=3,title=section-missing::Add it.',
      '',
    ]);
  });
});
