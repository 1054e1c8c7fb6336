import * as vscode from 'vscode';
import { becomes, eventually, matches, ok, same } from './support/expect.ts';
import {
  actionsAt,
  codeOf,
  codesOf,
  completionsAt,
  diagnosticsOf,
  hoverAt,
  insert,
  replace,
  settled,
  startedWithoutGitHub,
} from './support/note.ts';
import { list, notes, open, place, read, tidyUp, write } from './support/workspace.ts';

/** `… (title-missing). -->` as a sample's last line admits it; see test/unit/samples.test.ts. */
const confession = /<!-- Wrong on purpose: [^\n]{1,200} \(([a-z-]{1,40})\)\. -->\n$/;

/** Per mistake: the text under the squiggle, how severe it is, and the text that explains it. */
const mistakes: Record<string, { at: string; severity?: string; related?: string }> = {
  'title-missing': {
    at: 'YouTube Link: https://youtu.be/EXAMPLE-0721',
    related: '## Highlights since the last meeting',
  },
  'title-date-mismatch': { at: '2025-02-03' },
  'recording-missing': {
    at: '# lantern office hours 2026-03-03',
    severity: 'Information',
    related: '# lantern office hours 2026-02-17',
  },
  'section-missing': { at: '## Parser', related: '## Highlights since the last meeting' },
  'section-duplicate': {
    at: '## Highlights since the last meeting',
    related: '## Highlights since the last meeting',
  },
  'todo-owner-missing': { at: 'TODO' },
  'reference-label': { at: 'PR #259', related: 'https://github.com/lantern-project/lantern/pull/260' },
  'placeholder-left': { at: 'what changed', severity: 'Information' },
};

describe('diagnostics', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);

  it('are those that each sample admits, where they belong, and no others', async () => {
    const names = (await list(notes)).filter((name) => /^\d{8}_/.test(name));
    ok(names.length > 10, names.join());
    const seen = new Set<string>();
    for (const name of names) {
      const wrong = confession.exec(await read(`${notes}/${name}`))?.[1];
      const { document } = await open(`${notes}/${name}`);
      const found = await settled(document);
      same([...new Set(found.map(codeOf))], wrong === undefined ? [] : [wrong], name);
      const [first] = found;
      if (first === undefined || wrong === undefined) continue;
      seen.add(wrong);
      const expected = mistakes[wrong];
      ok(expected, `${wrong} is not in the table`);
      const [related] = first.relatedInformation ?? [];
      same(
        {
          at: document.getText(first.range),
          severity: vscode.DiagnosticSeverity[first.severity],
          related: related && (await textAt(related.location)),
        },
        { at: expected.at, severity: expected.severity ?? 'Warning', related: expected.related },
        wrong,
      );
    }
    same([...seen].sort(), Object.keys(mistakes).sort(), 'The list of mistakes in the samples');
  });

  it('lead to the page of their rule', async () => {
    const { document } = await open(`${notes}/20260512_meeting_notes.md`);
    const [found] = await eventually(
      'a diagnostic',
      () => diagnosticsOf(document),
      ({ length }) => length,
    );
    const { code } = found ?? {};
    ok(typeof code === 'object', 'the code is no link');
    matches(code.target.toString(true), /^https:\/\/.*\/docs\/rules\/todo-owner-missing\.md$/);
  });

  it('come and go while a note is written', async () => {
    const { document } = await open(`${notes}/20260804_meeting_notes.md`);
    same(await settled(document), []);
    await replace(document, 'TODO(wren): draft', 'TODO: draft');
    await becomes('the diagnostics of a TODO without an owner', () => codesOf(document), [
      'todo-owner-missing',
    ]);
    await replace(document, 'TODO: draft', 'TODO(wren): draft');
    await becomes('the diagnostics of a TODO with an owner', () => codesOf(document), []);
  });

  it('follow the severity in the settings at once', async () => {
    const settings = () => vscode.workspace.getConfiguration('officeHours', place(notes));
    const set = (value: unknown) =>
      settings().update('checks.severity', value, vscode.ConfigurationTarget.Workspace);
    const { document } = await open(`${notes}/20260512_meeting_notes.md`);
    const severities = () =>
      diagnosticsOf(document).map((each) => [codeOf(each), vscode.DiagnosticSeverity[each.severity]]);
    await becomes('the default', severities, [['todo-owner-missing', 'Warning']]);
    try {
      for (const [setting, severity] of Object.entries({ error: 'Error', hint: 'Hint' })) {
        await set({ 'todo-owner-missing': setting });
        await becomes(setting, severities, [['todo-owner-missing', severity]]);
      }
      await set({ 'todo-owner-missing': 'off', 'section-empty': 'information' });
      await becomes('one off, another on', severities, [['section-empty', 'Information']]);
    } finally {
      await set(undefined);
    }
    await becomes('the default again', severities, [['todo-owner-missing', 'Warning']]);
  });

  it('go when the note is closed', async () => {
    const { document } = await open(`${notes}/20260512_meeting_notes.md`);
    await eventually(
      'a diagnostic',
      () => codesOf(document),
      ({ length }) => length,
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await becomes('the diagnostics of a closed note', () => codesOf(document), []);
  });
});

describe('a Markdown document that is no note', () => {
  const wrong =
    '\n\n## Same\n\n## Same\n\n* TODO: nobody does it\n* [PR #1](https://github.com/o/r/pull/2)\n\nPR #';

  startedWithoutGitHub();
  afterEach(tidyUp);

  for (const path of [`${notes}/README.md`, 'README.md', 'shopping.md', `${notes}/note-template.md`]) {
    it(`gets nothing: ${path}`, async () => {
      if (!(await exists(path))) await write(path, '# Shopping list\n');
      const { document } = await open(path);
      const end = document.positionAt(document.getText().length);
      await insert(document, end, wrong);
      // The server answers in turn, so what it says of a note comes after what it says of this.
      const note = await open(`${notes}/20260512_meeting_notes.md`);
      await settled(note.document);
      await vscode.window.showTextDocument(document);
      const whole = document.validateRange(new vscode.Range(0, 0, 1_000, 0));
      same(await actionsAt(document, whole), []);
      same(await actionsAt(document, whole, 'source.fixAll'), []);
      same(await completionsAt(document, whole.end, '#'), []);
      same(await completionsAt(document, whole.end), []);
      const reference = document.getText().indexOf('PR #1]');
      same(await hoverAt(document, document.positionAt(reference + 4)), '');
      same(diagnosticsOf(document), []);
    });
  }

  it('is a note once its title is a note’s, and none after undo', async () => {
    await write('groceries.md', '# Shopping list\n\n* TODO: buy some milk\n');
    const { document } = await open('groceries.md');
    await replace(document, 'Shopping list', 'lantern office hours 2026-09-01');
    await becomes('the diagnostics', () => codesOf(document).sort(), [
      'recording-missing',
      // What all notes of the workspace have.
      'section-missing',
      'section-missing',
      'section-missing',
      'todo-owner-missing',
    ]);
    await vscode.commands.executeCommand('undo');
    await becomes('the diagnostics', () => codesOf(document), []);
  });
});

/** A place in another note is a whole line. */
async function textAt({ uri, range }: vscode.Location): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  return range.isEmpty ? document.lineAt(range.start).text : document.getText(range);
}

async function exists(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(place(path)).then(
    () => true,
    () => false,
  );
}
