import { deepEqual, equal } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import type { Fix, FoundProblem } from '../../../server/core/checks/problem.ts';
import { fixAllKind } from '../../../server/core/features/announced.ts';
import { codeActions, safeEdits } from '../../../server/core/features/codeActions.ts';
import { toDiagnostics } from '../../../server/core/features/diagnostics.ts';
import type { EditSupport } from '../../../server/core/features/workspaceEdit.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { inEnglish, t } from '../../../shared/l10n.ts';
import { atOnce } from '../../../shared/steps.ts';

const everything: EditSupport = { documentChanges: true, rename: true };
const uri = 'file:///notes/20260106_meeting_notes.md';

function problem(from: number, to: number, fixes: readonly Fix[]): FoundProblem {
  return { code: 'title-date-mismatch', range: { from, to }, message: t('m'), severity: 'warning', fixes };
}

function replace(title: string, from: number, to: number, text: string, safe = true): Fix {
  return { title: t(title), edits: [{ range: { from, to }, text }], safe };
}

const rename: Fix = { title: t('Rename'), edits: [], renameTo: 'b ü.md', safe: false };

function actions(
  text: string,
  problems: readonly FoundProblem[],
  options: {
    only?: string[];
    support?: EditSupport;
    range?: { from: number; to: number };
    uri?: string;
  } = {},
): CodeAction[] {
  const document = TextDocument.create(options.uri ?? uri, 'markdown', 7, text);
  const range = options.range ?? { from: 0, to: text.length };
  const request = { range, diagnostics: [], ...(options.only ? { only: options.only } : {}) };
  return atOnce(
    codeActions(document, parseNote(text), problems, request, options.support ?? everything, inEnglish),
  );
}

/** Applies the action's edits of the document, whichever way they are given. */
function apply(text: string, action: CodeAction): string {
  const document = TextDocument.create(uri, 'markdown', 7, text);
  const { documentChanges, changes } = action.edit ?? {};
  const edits =
    documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) ?? changes?.[uri] ?? [];
  return TextDocument.applyEdits(document, edits as TextEdit[]);
}

describe('code actions', () => {
  it('offers the fixes and the suppressing comment where the cursor is', () => {
    const text = '# T 1\n\ntext\n';
    const one = problem(4, 5, [replace('No', 4, 5, '2', false), replace('Yes', 4, 5, '3')]);
    const all = actions(text, [one], { range: { from: 5, to: 5 } });
    deepEqual(
      all.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]),
      [
        ['No', 'quickfix', undefined],
        ['Yes', 'quickfix', true],
        ['Ignore title-date-mismatch in This Note', 'quickfix', undefined],
      ],
    );
    equal(apply(text, all[1]!), '# T 3\n\ntext\n');
    deepEqual(actions(text, [one], { range: { from: 7, to: 9 } }), []);
  });

  it('prefers a safe fix of a rule that makes its fixes when they are asked for', () => {
    const rule = problem(4, 5, []);
    const lazy: FoundProblem = Object.defineProperty({ ...rule }, 'fixes', {
      get: () => [replace('Yes', 4, 5, '3')],
    });
    deepEqual(
      actions('# T 1\n', [lazy]).map(({ isPreferred }) => isPreferred),
      [true, undefined],
    );
  });

  it('names the version it is meant for', () => {
    const [action] = actions('# T\n', [problem(2, 3, [replace('Yes', 2, 3, 'U')])]);
    const change = action?.edit?.documentChanges?.[0];
    deepEqual(change && 'textDocument' in change ? change.textDocument : undefined, { uri, version: 7 });
  });

  it('serves a client without document changes', () => {
    const [action] = actions('# T\n', [problem(2, 3, [replace('Yes', 2, 3, 'U'), rename])], {
      support: { documentChanges: false, rename: true },
    });
    equal(apply('# T\n', action!), '# U\n');
  });

  it('renames without overwriting, where the client can', () => {
    const found = [problem(2, 3, [rename])];
    deepEqual(actions('# T\n', found)[0]?.edit?.documentChanges, [
      {
        kind: 'rename',
        oldUri: uri,
        newUri: 'file:///notes/b%20%C3%BC.md',
        options: { overwrite: false },
      },
    ]);
    const titles = (support: EditSupport, where = uri) =>
      actions('# T\n', found, { support, uri: where }).map(({ title }) => title.split(' ')[0]);
    deepEqual(titles({ documentChanges: true, rename: false }), ['Ignore']);
    deepEqual(titles({ documentChanges: false, rename: true }), ['Ignore']);
    deepEqual(titles(everything, 'untitled:Untitled-1'), ['Ignore']);
  });

  it('renames within the folder only', () => {
    for (const renameTo of ['../x.md', 'a/b.md', 'a\\b.md', '..', '', 'a\0.md']) {
      const all = actions('# T\n', [problem(2, 3, [{ ...rename, renameTo }])]);
      equal(all.length, 1, renameTo);
    }
  });

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`keeps ${name}`, () => {
      const text = ['# T', '', 'end', ''].join(eol);
      const at = text.indexOf('end');
      const [action] = actions(text, [problem(at, at + 3, [replace('Add', at, at, 'a\nb\n')])]);
      equal(apply(text, action!), ['# T', '', 'a', 'b', 'end', ''].join(eol));
    });
  }

  it('takes the line end in use around, where they are mixed', () => {
    const text = 'a\r\nb\nc\r\n';
    const add = (at: number) =>
      apply(text, actions(text, [problem(at, at, [replace('Add', at, at, 'x\n')])])[0]!);
    equal(add(0), 'x\r\na\r\nb\nc\r\n');
    equal(add(3), 'a\r\nx\r\nb\nc\r\n');
    equal(add(5), 'a\r\nb\nx\nc\r\n');
  });

  it('gives each of several problems at one place its own fixes, and one suppression that they share', () => {
    const text = '# T\n\n## A\n';
    const missing = ['B', 'C', 'D'].map((name): FoundProblem => {
      const fixes = [replace(`Insert ${name}`, 10, 10, name)];
      const range = { from: 5, to: 9 };
      return {
        code: 'section-missing',
        range,
        message: t('{0} is missing', name),
        severity: 'warning',
        fixes,
      };
    });
    const document = TextDocument.create(uri, 'markdown', 7, text);
    const diagnostics = atOnce(
      toDiagnostics(missing, document, { relatedInformation: true, codeDescription: true }, inEnglish),
    );
    const request = { range: { from: 5, to: 5 }, diagnostics };
    deepEqual(
      atOnce(codeActions(document, parseNote(text), missing, request, everything, inEnglish)).map(
        (action) => [action.title, action.diagnostics?.map(({ message }) => message)],
      ),
      [
        ['Insert B', ['B is missing']],
        ['Insert C', ['C is missing']],
        ['Insert D', ['D is missing']],
        ['Ignore section-missing in This Note', ['B is missing', 'C is missing', 'D is missing']],
      ],
    );
  });

  it('computes only the kinds asked for', () => {
    const found = [problem(2, 3, [replace('Yes', 2, 3, 'U')])];
    const kinds = (only?: string[]) => [
      ...new Set(actions('# T\n', found, only ? { only } : {}).map(({ kind }) => kind)),
    ];
    deepEqual(kinds(), ['quickfix']);
    deepEqual(kinds(['quickfix']), ['quickfix']);
    deepEqual(kinds(['source']), [fixAllKind]);
    deepEqual(kinds(['source.fixAll']), [fixAllKind]);
    deepEqual(kinds([fixAllKind]), [fixAllKind]);
    deepEqual(kinds(['source.fixAll.other']), []);
    deepEqual(kinds(['refactor']), []);
    deepEqual(kinds(['']), ['quickfix', fixAllKind]);
  });

  it('applies all safe fixes at once, each whole, none over another', () => {
    const whole: Fix = {
      title: t('two places'),
      safe: true,
      edits: [
        { range: { from: 0, to: 1 }, text: 'A' },
        { range: { from: 4, to: 6 }, text: 'EF' },
      ],
    };
    const found = [
      problem(5, 6, [replace('first', 5, 6, 'x')]),
      problem(0, 1, [whole]),
      problem(2, 3, [replace('unsafe', 2, 3, 'y', false)]),
      problem(3, 3, [replace('insert', 3, 3, '1')]),
      problem(3, 3, [rename, replace('insert', 3, 3, '2')]),
    ];
    const text = 'abcdef';
    const [action] = actions(text, found, { only: ['source.fixAll'] });
    equal(apply(text, action!), 'abc12dex');
    deepEqual(safeEdits([problem(0, 1, [rename])]), []);
  });
});
