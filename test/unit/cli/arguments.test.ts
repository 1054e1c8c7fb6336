import { deepEqual, equal, match } from 'node:assert/strict';
import { readArguments } from '../../../server/cli/arguments.ts';

describe('arguments', () => {
  for (const [line, expected] of [
    ['lsp --stdio', { kind: 'lsp' }],
    ['lsp --stdio --clientProcessId=12', { kind: 'lsp' }],
    ['check a b', { kind: 'check', format: 'text', offline: false, paths: ['a', 'b'] }],
    ['check --format json --offline .', { kind: 'check', format: 'json', offline: true, paths: ['.'] }],
    ['check . --format=github', { kind: 'check', format: 'github', offline: false, paths: ['.'] }],
    ['check -- -x.md', { kind: 'check', format: 'text', offline: false, paths: ['-x.md'] }],
    ['new', { kind: 'new', stdout: false }],
    ['new --date 2024-02-29 --stdout', { kind: 'new', date: '2024-02-29', stdout: true }],
    ['--version', { kind: 'version' }],
  ] as const) {
    it(line, () => deepEqual(readArguments(line.split(' ')), expected));
  }

  for (const line of ['--help', '-h', 'help', 'check --help', 'new -h', 'lsp --help']) {
    it(line, () => equal(readArguments(line.split(' ')).kind, 'help'));
  }

  for (const [line, says] of [
    ['', /no command/],
    ['chekc .', /"chekc".*check, new, lsp/],
    ['check', /no path/],
    ['check --format xml .', /"xml".*text, json, github/],
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
