import * as vscode from 'vscode';
import { eventually, matches, ok, same } from './support/expect.ts';
import { diagnosticsOf, started, startedWithoutGitHub } from './support/note.ts';
import { list, notes, open, place, tidyUp, willCreate, write } from './support/workspace.ts';

const command = 'officeHours.createTemplate';

interface Exported {
  noteStatus(): Pick<vscode.LanguageStatusItem, 'text' | 'command'> | undefined;
}

/** Runs the command and gives the document it shows. */
async function proposal(folder?: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand(command, folder);
  const editor = vscode.window.activeTextEditor;
  ok(editor?.document.isUntitled, 'no document that was never saved is shown');
  return editor.document;
}

describe('the command for a template', () => {
  startedWithoutGitHub();
  let exported: Exported;
  before(async () => {
    exported = (await started()).exports as Exported;
  });
  afterEach(tidyUp);

  it('shows a proposal that Save puts beside the notes, and writes nothing', async () => {
    const before = await list('.');
    const document = await proposal();
    same(document.uri.scheme, 'untitled');
    same(document.uri.path, place('.office-hours/office-hours.md').path);
    same(document.languageId, 'markdown');
    const text = document.getText();
    matches(text, /^---\n# Learned from 16 notes, 2026-01-06 to 2026-08-04\./);
    matches(text, /^project: lantern {2}# in 15 of 15 titles$/m);
    matches(text, /^notes: docs\/office-hours\/\*\* {2}#/m);
    matches(text, /^file: '\{YYYYMMDD\}_meeting_notes\.md' {2}# in 16 of 16 file names$/m);
    matches(text, /^every: 2 weeks on Tuesday {2}#/m);
    const headings = text.split('\n').filter((line) => line.startsWith('## '));
    same(headings, ['## Highlights since the last meeting', '## Action items', '## Misc']);
    same(await list('.'), before);
  });

  it('finds nothing wrong in it, neither as a template nor as a note', async () => {
    const document = await proposal();
    const { document: note } = await open(`${notes}/20260203_meeting_notes.md`);
    await eventually(
      'something in a note that was opened later',
      () => diagnosticsOf(note),
      ({ length }) => length > 0,
    );
    same(
      diagnosticsOf(document).map(({ message }) => message),
      [],
    );
  });

  it('shows the same proposal again instead of a second one', async () => {
    const first = await proposal();
    const again = await proposal();
    same(again.uri.toString(), first.uri.toString());
    same(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it('takes another name beside a template that is there', async () => {
    willCreate('.office-hours');
    await write('.office-hours/office-hours.md', '---\nproject: lantern\n---\n# lantern\n\n## Highlights\n');
    const document = await eventually(
      'a proposal of another name',
      () => proposal(),
      ({ uri }) => uri.path.endsWith('/office-hours-2.md'),
    );
    same(document.uri.path, place('.office-hours/office-hours-2.md').path);
    same(await list('.office-hours'), ['office-hours.md']);
  });

  it('is in the language status of a note, which says what the note is checked by', async () => {
    await open(`${notes}/20260203_meeting_notes.md`);
    const status = await eventually(
      'what the note is checked by',
      () => exported.noteStatus(),
      // Until a template file of the test before is known to be gone, it is offered.
      (shown) => shown?.text.startsWith('Learned from') && shown.command?.command === command,
    );
    same(status?.text, 'Learned from 8 notes');
    const { command: id = '', arguments: parameters = [] } = status?.command ?? {};
    await vscode.commands.executeCommand(id, ...parameters);
    matches(vscode.window.activeTextEditor?.document.getText() ?? '', /^---\n# Learned from 16 notes/);
    await open('README.md');
    await eventually(
      'no such status beside another document',
      () => exported.noteStatus(),
      (shown) => shown === undefined,
    );
  });

  it('learns from the folder it was called from', async () => {
    willCreate('calls');
    for (const date of ['2026-01-07', '2026-01-14', '2026-01-21']) {
      await write(`calls/${date}.md`, `# Packaging call ${date}\n\n## Builds\n`);
    }
    await open(`${notes}/20260106_meeting_notes.md`);
    const document = await eventually(
      'the notes to be known',
      async () => {
        await vscode.commands.executeCommand(command, place('calls'));
        return vscode.window.activeTextEditor?.document;
      },
      (shown) => shown?.isUntitled,
    );
    const text = document?.getText() ?? '';
    matches(text, /^notes: calls\/\*\* {2}#/m);
    matches(text, /^## Builds$/m);
  });
});
