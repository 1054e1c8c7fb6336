import { deepEqual, equal, match } from 'node:assert/strict';
import type { CheckedFile, Report } from '../../../server/cli/report.ts';
import { GitHubReport } from '../../../server/cli/reportGitHub.ts';
import { JsonReport } from '../../../server/cli/reportJson.ts';
import { TextReport } from '../../../server/cli/reportText.ts';

const plain = { kind: 'note', applied: [] } as const;

const files: readonly CheckedFile[] = [
  {
    ...plain,
    file: 'a,b.md',
    inRepository: 'notes/a,b.md',
    text: '# T\r\n\r\n* TODO: x\r\n',
    problems: [
      {
        code: 'todo-owner-missing',
        range: { from: 9, to: 13 },
        message: 'Nobody: 100%\nreally',
        severity: 'warning',
      },
      { code: 'section-missing', range: { from: 0, to: 8 }, message: 'Add it.', severity: 'information' },
    ],
  },
  { ...plain, file: 'c.md', inRepository: 'notes/c.md', text: '', problems: [] },
];

function printed(report: Report, checked: readonly CheckedFile[] = files): string {
  return checked.map((file) => report.file(file)).join('') + report.end([]);
}

const text = (colours = false, inWorkflow = false) => new TextReport({ colours, inWorkflow });

describe('report', () => {
  it('text', () => {
    equal(
      printed(text()),
      [
        'a,b.md:3:3: warning Nobody: 100%␊really [todo-owner-missing]',
        '* TODO: x',
        '  ^^^^',
        'a,b.md:1:1: information Add it. [section-missing]',
        '# T',
        '^^^',
        '2 problems (1 warning, 1 information) in 2 notes.',
        '',
      ].join('\n'),
    );
    equal(printed(text(), files.slice(1)), 'No problems in 1 note.\n');
    equal(printed(text(), []), '');
  });

  it('text in colours', () => {
    equal(
      printed(text(true)).split('\n')[0],
      '\u001b[1ma,b.md:3:3:\u001b[0m \u001b[33mwarning\u001b[0m Nobody: 100%␊really [todo-owner-missing]',
    );
  });

  it('text of template files, and of what was fixed', () => {
    const fixed: CheckedFile = {
      ...plain,
      file: 'd.md',
      inRepository: 'd.md',
      text: 'a\nb\n',
      problems: [],
      applied: [{ code: 'section-duplicate', title: 'Remove Duplicate Section', at: 2 }],
    };
    const template: CheckedFile = { ...files[1]!, kind: 'template', file: '.office-hours/a.md' };
    equal(
      printed(text(), [fixed, template]),
      'd.md:2: fixed: Remove Duplicate Section [section-duplicate]\n1 problem fixed. No problems in 1 note and 1 template file.\n',
    );
  });

  it('text in a workflow: no line of a note, and no name, is a command to the runner', () => {
    const [file] = files;
    const hostile: CheckedFile = {
      ...file!,
      file: '::add-mask::a.md',
      text: '::set-output name=x::y ##[add-matcher]z\r\n',
      problems: [{ ...file!.problems[0]!, range: { from: 0, to: 2 }, message: '##[error]' }],
    };
    for (const line of printed(text(false, true), [hostile]).split('\n')) {
      equal(/^\s*::|##\[/.test(line), false, line);
    }
  });

  it('json', () => {
    deepEqual(JSON.parse(printed(new JsonReport())), [
      {
        file: 'a,b.md',
        line: 3,
        column: 3,
        endLine: 3,
        endColumn: 7,
        code: 'todo-owner-missing',
        severity: 'warning',
        message: 'Nobody: 100%\nreally',
      },
      {
        file: 'a,b.md',
        line: 1,
        column: 1,
        endLine: 3,
        endColumn: 2,
        code: 'section-missing',
        severity: 'information',
        message: 'Add it.',
      },
    ]);
    equal(printed(new JsonReport(), files.slice(1)), '[]\n');
  });

  it('json is printed as if at once', () => {
    const all = printed(new JsonReport(), [...files, ...files]);
    equal(all, `${JSON.stringify(JSON.parse(all), undefined, 2)}\n`);
  });

  it('github, with paths in the repository', () => {
    deepEqual(printed(new GitHubReport()).split('\n'), [
      '::warning file=notes/a%2Cb.md,line=3,endLine=3,col=3,endColumn=7,title=todo-owner-missing::Nobody: 100%25%0Areally',
      '::notice file=notes/a%2Cb.md,line=1,endLine=3,title=section-missing::Add it.',
      '',
    ]);
  });

  const hostile: CheckedFile = {
    ...files[0]!,
    inRepository: 'a\u001b[31m\n::error::x.md',
    problems: [{ ...files[0]!.problems[0]!, message: '\u001b[2J\u202ex\u009b\r::error::y' }],
  };

  it('github: nothing in a message or a name commands a terminal, or hides', () => {
    equal(
      printed(new GitHubReport(), [hostile]),
      '::warning file=a␛[31m%0A%3A%3Aerror%3A%3Ax.md,line=3,endLine=3,col=3,endColumn=7,title=todo-owner-missing::' +
        '␛[2J<U+202E>x<U+009B>%0D::error::y\n',
    );
  });

  it('json: nor in a text, which stays what it is', () => {
    const json = printed(new JsonReport(), [hostile]);
    equal(/[^\n -~]/.test(json), false, json);
    equal(JSON.parse(json)[0].message, hostile.problems[0]?.message);
    const face = printed(new JsonReport(), [{ ...hostile, file: 'ä😀\u{e0041}.md' }]);
    match(face, /"file": "ä😀\\udb40\\udc41\.md"/);
  });

  it('github: says how many GitHub will not show', () => {
    const [problem] = files[0]!.problems;
    const notice = (count: number) => {
      const report = new GitHubReport();
      printed(report, [{ ...files[0]!, problems: Array(count).fill(problem) }]);
      return report.notice();
    };
    equal(notice(10), undefined);
    match(notice(13) ?? '', /3 annotations are not shown/);
  });

  it('github: a whole line does not reach into the next', () => {
    const whole: CheckedFile = {
      ...files[0]!,
      problems: [{ ...files[0]!.problems[1]!, range: { from: 0, to: 5 } }],
    };
    equal(
      printed(new GitHubReport(), [whole]),
      '::notice file=notes/a%2Cb.md,line=1,endLine=1,title=section-missing::Add it.\n',
    );
  });
});
