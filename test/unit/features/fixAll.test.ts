import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { codeActions } from '../../../server/core/features/codeActions.ts';
import { toDiagnostics } from '../../../server/core/features/diagnostics.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import { inEnglish } from '../../../shared/l10n.ts';
import type { RuleCode } from '../../../shared/settings.ts';
import { atOnce } from '../../../shared/steps.ts';

const none = { relatedInformation: false, codeDescription: false };
const folder = join(process.cwd(), 'samples', 'docs', 'office-hours');
const severity = Object.fromEntries(
  Object.keys(defaultSeverities).map((code) => [code, 'warning']),
) as typeof defaultSeverities;

function look(text: string, name: string, only: readonly string[]) {
  const uri = `file:///w/${name}`;
  const note = parseNote(text);
  const problems = findProblems(contextOf(uri, note, undefined, '2026-12-31'), severity);
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const request = {
    range: { from: 0, to: text.length },
    only,
    diagnostics: atOnce(toDiagnostics(problems, document, none, inEnglish)),
  };
  const actions = atOnce(
    codeActions(document, note, problems, request, { documentChanges: true, rename: true }, inEnglish),
  );
  return { document, problems, actions };
}

function apply(document: TextDocument, action: CodeAction): string | undefined {
  const edits = action.edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : []));
  return edits?.length ? TextDocument.applyEdits(document, edits as TextEdit[]) : undefined;
}

function count(codes: readonly { code: RuleCode }[], code: unknown): number {
  return codes.filter((each) => each.code === code).length;
}

const notes = readdirSync(folder).filter((name) => /^\d/.test(name));
const lineEnds = { LF: '\n', CRLF: '\r\n' };

describe('fixing all', () => {
  for (const open of ['```\ncode', '<!-- a comment', '<pre>', '> ```\n> code']) {
    it(`inserts no section where it would not be seen: ${JSON.stringify(open)}`, () => {
      const name = '20260106_meeting_notes.md';
      const text = `# lantern office hours 2026-01-06\n\nYouTube: https://youtu.be/x\n\n${open}\n`;
      const fixed = apply(
        look(text, name, ['source.fixAll']).document,
        look(text, name, ['source.fixAll']).actions[0] ?? { title: '' },
      );
      if (open.startsWith('>')) ok(fixed !== undefined);
      else equal(fixed, undefined);
      const offered = look(text, name, ['quickfix']).actions;
      ok(offered.some(({ title }) => title.startsWith('Insert Section')));
    });
  }
});

describe('fixes on the samples (acceptance 30, 50)', () => {
  for (const [endName, end] of Object.entries(lineEnds)) {
    for (const name of notes) {
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\n', end);

      it(`${name} in ${endName}: fixing all leaves nothing to fix, and the line ends alone`, () => {
        const { document, actions } = look(text, name, ['source.fixAll']);
        if (actions.length === 0) return;
        const fixed = apply(document, actions[0]!);
        ok(fixed !== undefined && fixed !== text);
        deepEqual(look(fixed, name, ['source.fixAll']).actions, []);
        equal(strayEnds(fixed, end), 0);
      });

      it(`${name} in ${endName}: each quick fix mends its problem`, () => {
        const { document, actions, problems } = look(text, name, ['quickfix']);
        for (const action of actions) {
          const fixed = apply(document, action);
          if (fixed === undefined) continue;
          const left = look(fixed, name, []).problems;
          const mended = action.diagnostics?.[0]?.code;
          // An inserted recording line is still without its link.
          const fewer = mended === 'recording-missing' ? 0 : 1;
          ok(count(left, mended) <= count(problems, mended) - fewer, `${action.title}\n${fixed}`);
          for (const { code } of left) {
            // A section is inserted without placeholders; a title needs the project's name, which nothing says here.
            const isExpected =
              (code === 'section-empty' && action.title.startsWith('Insert Section')) ||
              (code === 'placeholder-left' && action.title.startsWith('Insert Title "project '));
            ok(isExpected || count(left, code) <= count(problems, code), `${action.title} brings ${code}`);
          }
          equal(strayEnds(fixed, end), 0, action.title);
        }
      });
    }
  }
});

/** Line ends that are not the note's. */
function strayEnds(text: string, end: string): number {
  return (text.match(/\r\n|\r|\n/g) ?? []).filter((each) => each !== end).length;
}
