import { doesNotMatch, equal } from 'node:assert/strict';
import { issueReport, issuesPage } from '../../../../client/commands/issueReport.ts';
import { recentLog } from '../../../../client/host/recentLog.ts';
import { redact } from '../../../../client/host/redact.ts';

const token = `gh${'p'}_${'a1B2'.repeat(9)}`;
const folders = ['/home/ada/My Notes', 'file:///home/ada/My%20Notes', 'C:\\Users\\ada\\notes'];

describe('a line of the log in public', () => {
  for (const [line, shown] of [
    [
      'GET github.com/repos/octo/secret/issues/1: 200 in 5 ms',
      'GET github.com/repos/(repository)/issues/1: 200 in 5 ms',
    ],
    [
      'GET ghe.acme.dev/repos/octo/secret/issues: timeout: no answer in 9 ms',
      'GET (host)/repos/(repository)/issues: timeout: no answer in 9 ms',
    ],
    ['GitHub (ghe.acme.dev): the server is not allowed.', 'GitHub ((host)): the server is not allowed.'],
    ['POST github.com/graphql: 401 in 12 ms', 'POST github.com/graphql: 401 in 12 ms'],
    [`Authorization: Bearer ${token}`, '(secret) (secret)'],
    [`failed with ${token} in it`, 'failed with (secret) in it'],
    [`github_pat_${'x'.repeat(30)}`, '(secret)'],
    [`token=${'0123456789abcdef'.repeat(3)}`, '(secret)'],
    [
      'Read 12 of 30 Markdown files below file:///home/ada/work in 5 ms.',
      'Read 12 of 30 Markdown files below (path) in 5 ms.',
    ],
    ['Read 3 files below /home/ada/My Notes/2026 in 5 ms', 'Read 3 files below (path) in 5 ms'],
    ['file:///home/ada/My%20Notes/a.md: line 3 is too long', '(path): line 3 is too long'],
    ['C:\\Users\\ada\\notes\\a.md is too large', '(path) is too large'],
    ['D:\\other\\b.md is too large', '(path) is too large'],
    ['\\\\server\\share\\c.md is too large', '(path) is too large'],
    ['~/notes/a.md and ./b/c.md and ../d.md', '(path) and (path) and (path)'],
    ['vscode-vfs://github/octo/secret/a.md is too large', '(path) is too large'],
    ['see https://ghe.acme.dev/octo/secret?x=1', 'see (url)'],
    ['ada@acme.dev wrote', '(address) wrote'],
    ['The template ".office-hours/secret.md" has errors', 'The template "…" has errors'],
    ['two\r\nlines\n', 'two  lines '],
    [
      'The language server stopped five times within three minutes.',
      'The language server stopped five times within three minutes.',
    ],
  ] as const) {
    it(JSON.stringify(line).slice(0, 60), () => equal(redact(line, folders), shown));
  }

  it('is bounded', () => equal(redact('x'.repeat(100_000)).length, 2_000));
});

describe('the text of an issue', () => {
  const log = [
    ...Array.from({ length: 80 }, (_, at) => `[info] line ${at}`),
    `[error] /home/ada/My Notes/a.md ${token} \`\`\` ${'x'.repeat(500)}`,
  ];
  const text = issueReport({ versions: ['Office Hours Notes 1.2.3', 'Code 1.99'], log, folders });

  it('has the versions and the latest lines, and says that nothing was sent', () => {
    for (const part of [
      '- Office Hours Notes 1.2.3',
      '- Code 1.99',
      '[info] line 79',
      'Nothing has been sent',
      issuesPage,
    ])
      equal(text.includes(part), true, part);
    doesNotMatch(text, /line 30\n/);
  });

  it('has no secret, no place, and one block for the log', () => {
    doesNotMatch(text, /ada|My Notes|gh._/);
    equal(text.match(/```/g)?.length, 2);
    for (const line of text.split('\n')) equal(line.length <= 320, true);
  });
});

describe('the latest lines of the log', () => {
  it('are those that were written, which still go to the log', () => {
    const written: unknown[][] = [];
    const channel = Object.freeze({
      name: 'Office Hours',
      info: (...said: unknown[]) => written.push(['info', ...said]),
      error: (...said: unknown[]) => written.push(['error', ...said]),
      trace: (...said: unknown[]) => written.push(['trace', ...said]),
    });
    const { channel: log, lines } = recentLog(channel as never);
    log.info('one', 2);
    log.trace('not kept');
    log.error('three');
    equal(log.name, 'Office Hours');
    equal(lines.join('|'), '[info] one 2|[error] three');
    equal(written.length, 3);
    for (let at = 0; at < 500; at++) log.info(String(at));
    equal(lines.length, 200);
    equal(lines.at(-1), '[info] 499');
  });
});
