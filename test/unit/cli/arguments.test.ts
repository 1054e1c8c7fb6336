import { deepEqual, equal, match } from 'node:assert/strict';
import { readArguments } from '../../../server/cli/arguments.ts';

const plain = { kind: 'check', format: 'text', offline: false, fix: false, notesOnly: false } as const;

describe('arguments', () => {
  for (const [line, expected] of [
    ['lsp --stdio', { kind: 'lsp' }],
    ['lsp --stdio --clientProcessId=12', { kind: 'lsp' }],
    ['check a b', { ...plain, paths: ['a', 'b'] }],
    ['check --format json --offline .', { ...plain, format: 'json', offline: true, paths: ['.'] }],
    ['check . --format=github', { ...plain, format: 'github', paths: ['.'] }],
    ['check --format sarif .', { ...plain, format: 'sarif', paths: ['.'] }],
    ['check --fix --notes-only .', { ...plain, fix: true, notesOnly: true, paths: ['.'] }],
    ['check --since origin/main .', { ...plain, since: 'origin/main', paths: ['.'] }],
    ['check --since HEAD~1 .', { ...plain, since: 'HEAD~1', paths: ['.'] }],
    ['check -- -x.md', { ...plain, paths: ['-x.md'] }],
    ['check --fix -- -h --since=x.md', { ...plain, fix: true, paths: ['-h', '--since=x.md'] }],
    ['new', { kind: 'new', stdout: false, with: [] }],
    ['new --series tsc', { kind: 'new', series: 'tsc', stdout: false, with: [] }],
    ['new --date 2024-02-29 --stdout', { kind: 'new', date: '2024-02-29', stdout: true, with: [] }],
    ['new --with todos', { kind: 'new', stdout: false, with: ['todos'] }],
    ['new --with agenda,highlights', { kind: 'new', stdout: false, with: ['highlights', 'agenda'] }],
    ['import', { kind: 'import', stdout: false }],
    ['import -', { kind: 'import', stdout: false }],
    [
      'import pad.md --date 2024-02-29 --series tsc --stdout',
      { kind: 'import', file: 'pad.md', date: '2024-02-29', series: 'tsc', stdout: true },
    ],
    ['highlights', { kind: 'highlights' }],
    ['highlights --since 2026-01-20', { kind: 'highlights', since: '2026-01-20' }],
    ['agenda', { kind: 'agenda' }],
    ['mcp', { kind: 'mcp' }],
    ['mcp docs', { kind: 'mcp', folder: 'docs' }],
    ['--version', { kind: 'version' }],
  ] as const) {
    it(line, () => deepEqual(readArguments(line.split(' ')), expected));
  }

  for (const line of ['--help', '-h', 'help', 'check --help', 'new -h', 'lsp --help']) {
    it(line, () => equal(readArguments(line.split(' ')).kind, 'help'));
  }

  for (const [line, says] of [
    ['', /no command/],
    ['chekc .', /"chekc".*check, new, import, todos, references, highlights, agenda, mcp or lsp/],
    ['check', /no path/],
    ['mcp a b', /mcp: name one folder, or none/],
    ['check --fix ', /no path/],
    ['check --format xml .', /"xml".*text, json, github, sarif/],
    ['check --since', /--since/],
    [
      'check --since -x .',
      /^office-hours: check: Option '--since' argument is ambiguous\. See office-hours --help\.$/,
    ],
    ['check --since= .', /"" is not a revision.*--since/],
    ['check --since=--output=x .', /"--output=x" is not a revision/],
    ['check --since=a..b .', /"a\.\.b" is not a revision/],
    ['check --colour .', /--colour/],
    ['check . --format', /--format/],
    ['new --date 2023-02-29', /"2023-02-29".*YYYY-MM-DD/],
    ['new --date tomorrow', /"tomorrow"/],
    ['new here', /here/],
    ['lsp', /--stdio/],
  ] as const) {
    it(`refuses "${line}"`, () => {
      const request = readArguments(line === '' ? [] : line.split(' '));
      equal(request.kind, 'wrong');
      if (request.kind === 'wrong') match(request.message, says);
    });
  }
});
