import { deepEqual, equal, ok } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { seriesOf } from '../../../server/core/archive/series.ts';
import { summarize } from '../../../server/core/archive/summary.ts';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { complete } from '../../../server/core/features/completion/completion.ts';
import type { Note } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { PiecedText } from '../../../server/core/note/text.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';
import { OpenDocument } from '../../../server/core/workspace/openDocument.ts';
import { makeNote } from '../../bench/notes.ts';
import { parserWork } from '../../helpers/parserWork.ts';

function check(note: Note): void {
  findProblems({ note, template: builtinTemplate, today: '2026-02-01' }, defaultSeverities);
}

const own = { host: 'github.com', owner: 'lantern-project', name: 'lantern' };
const series = seriesOf('file:///w', [
  summarize('file:///w/20251223_notes.md', parseNote(makeNote(80, 2, '2025-12-23'))),
]);
/** Nothing is known of GitHub. */
const store = { peek: () => undefined, search: () => [], people: () => [] };

describe('a keystroke', () => {
  it('in a note of 5,000 lines parses and walks less than 1 % of it', async () => {
    let text = makeNote(5_000, 1);
    let note = parseNote(text);
    check(note);
    const whole = await parserWork(() => check(parseNote(text)));
    ok(whole.parsed > text.length / 2 && whole.steps > 5_000);
    const keys = 20;
    let [parsed, steps] = [0, 0];
    for (let key = 0; key < keys; key++) {
      // In a sentence: a heading means something for what follows.
      const at = text.indexOf('\n\nThe ', Math.floor((text.length * key) / keys)) + '\n\nThe'.length;
      text = `${text.slice(0, at)}x${text.slice(at)}`;
      const change = { fromA: at, toA: at, fromB: at, toB: at + 1 };
      const work = await parserWork(() => {
        note = parseNote(text, { note, changes: [change] });
        check(note);
      });
      parsed += work.parsed;
      steps += work.steps;
      // The longest section has 150 lines.
      ok(work.steps < 0.02 * whole.steps, `key ${key} takes ${work.steps} of ${whole.steps} steps`);
    }
    ok(parsed > 0 && parsed / keys < 0.01 * whole.parsed, `${parsed / keys} of ${whole.parsed}`);
    ok(steps > 0 && steps / keys < 0.01 * whole.steps, `${steps / keys} of ${whole.steps}`);
  });

  it('in a long note puts its text together for nobody', () => {
    const uri = 'file:///w/20260106_notes.md';
    const document = new OpenDocument(
      TextDocument.create(uri, 'markdown', 1, `---\na: b\n---\n${makeNote(5_000, 1)}`),
    );
    check(document.note);
    let wholes = 0;
    const original = PiecedText.prototype.toString;
    PiecedText.prototype.toString = function () {
      wholes++;
      return original.call(this);
    };
    try {
      for (const [line, text] of [
        [2_000, 'x'],
        [3_000, '\n'],
        [4_000, '* A change (PR #'],
        [4_500, '* TODO(T'],
      ] as const) {
        const at = { line, character: 0 };
        document.update([{ range: { start: at, end: at }, text }], line);
        check(document.note);
        if (text.length === 1) continue;
        for (const style of ['typed', 'link'] as const) {
          const inputs = { note: document.note, uri, series, own, store, style, template: builtinTemplate };
          const offset = document.document.offsetAt({ line, character: text.length });
          ok(complete(document.document, inputs, offset)!.items.length > 0);
        }
      }
      equal(wholes, 0);
      equal(document.note.text.length, document.document.getText().length);
      ok(wholes > 0);
    } finally {
      PiecedText.prototype.toString = original;
    }
  });

  it('is read once, whoever asks', async () => {
    const note = parseNote(makeNote(80, 1));
    check(note);
    deepEqual(await parserWork(() => check(note)), { parsed: 0, steps: 0 });
  });
});
