import * as vscode from 'vscode';
import { becomes, eventually, matches, ok, same } from './support/expect.ts';
import {
  actionsAt,
  apply,
  change,
  codeOf,
  codesOf,
  completionsAt,
  diagnosticsOf,
  hoverAt,
  labelOf,
  started,
  startedWithoutGitHub,
} from './support/note.ts';
import { open, tidyUp, willCreate, write } from './support/workspace.ts';

const file = '.office-hours/calls.md';
const note = 'calls/2026-01-06.md';

const template = (heading: string, ...frontMatter: string[]): string =>
  ['---', 'notes: calls/**', ...frontMatter, '---', '# Call ${1:date}', '', `## ${heading}`, ''].join('\n');

/** Puts text in place of all there is. */
async function retype({ document }: vscode.TextEditor, text: string): Promise<void> {
  await change((edit) => {
    const end = document.positionAt(document.getText().length);
    edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  });
}

interface Exported {
  templateStatus(): { readonly text: string; readonly detail: string } | undefined;
}

describe('a template file', () => {
  startedWithoutGitHub();
  let exported: Exported;
  before(async () => {
    exported = (await started()).exports as Exported;
  });
  beforeEach(async () => {
    willCreate('.office-hours');
    willCreate('calls');
    await write(note, '# Call 2026-01-06\n\n## Updates\n\n* Nothing new\n');
    await write(file, template('Agenda'));
    // What is open is known at once; the editor may be slow to notice a file in a new folder.
    await open(file);
  });
  afterEach(tidyUp);

  it('is what its notes are checked by, and they follow as it is typed', async () => {
    const { document } = await open(note);
    await eventually(
      'the section missed',
      () => codesOf(document),
      (found) => found.includes('section-missing'),
    );
    const editor = await open(file);
    await retype(editor, template('Updates'));
    await eventually(
      'nothing missed any more',
      () => codesOf(document),
      (found) => !found.includes('section-missing'),
    );
  });

  it('sets the severity of a rule where the user has not set it', async () => {
    const settings = vscode.workspace.getConfiguration('officeHours', (await open(file)).document.uri);
    const set = (value: unknown) =>
      settings.update('checks.severity', value, vscode.ConfigurationTarget.Workspace);
    await retype(await open(file), template('Agenda', 'checks: {section-missing: hint}'));
    const { document } = await open(note);
    const severity = () =>
      diagnosticsOf(document)
        .filter((each) => codeOf(each) === 'section-missing')
        .map((each) => vscode.DiagnosticSeverity[each.severity]);
    await becomes('that of the template', severity, ['Hint']);
    try {
      await set({ 'section-missing': 'warning' });
      await becomes('that of the user, though it is the default', severity, ['Warning']);
    } finally {
      await set(undefined);
    }
    await becomes('that of the template again', severity, ['Hint']);
  });

  it('is checked itself, and mended by a quick fix', async () => {
    const editor = await open(file);
    await retype(editor, template('Agenda', 'peple: [Ada]'));
    const { document } = editor;
    const [problem] = await eventually(
      'the unknown key told of',
      () => diagnosticsOf(document).filter((each) => codeOf(each) === 'template-key'),
      ({ length }) => length === 1,
    );
    ok(problem, 'there is no problem');
    same(document.getText(problem.range), 'peple');
    const [fix] = await actionsAt(document, problem.range);
    ok(await apply(fix), 'the fix was not applied');
    matches(document.getText(), /^people: \[Ada\]$/m);
    await eventually(
      'nothing wrong any more',
      () => codesOf(document),
      ({ length }) => length === 0,
    );
  });

  it('offers its keys, and says what they mean', async () => {
    const { document } = await open(file);
    const items = await eventually(
      'the keys',
      () => completionsAt(document, new vscode.Position(1, 0)),
      (offered) => offered.some((item) => labelOf(item) === 'every'),
    );
    ok(items.map(labelOf).includes('people'), 'people are not offered');
    await eventually(
      'a hover over a key',
      () => hoverAt(document, new vscode.Position(1, 2)),
      (text) => text.includes('notes'),
    );
  });

  it('that is broken leaves its notes alone, and the status says where', async () => {
    const { document } = await open(note);
    await eventually(
      'the section missed',
      () => codesOf(document),
      (found) => found.includes('section-missing'),
    );
    const editor = await open(file);
    await retype(editor, template('Updates', 'every: [').replace('calls/**', '[calls'));
    const shown = await eventually(
      'the status of a broken template',
      () => exported.templateStatus(),
      (status) => status !== undefined,
    );
    same(shown?.text, 'Using the last valid template');
    ok(codesOf(document).includes('section-missing'), 'the last good template does not go any more');
    await retype(editor, template('Updates'));
    await eventually(
      'no such status',
      () => exported.templateStatus(),
      (status) => status === undefined,
    );
  });
});
