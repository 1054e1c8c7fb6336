import * as vscode from 'vscode';
import { becomes, ok, same } from './support/expect.ts';
import { insert, startedWithoutGitHub } from './support/note.ts';
import { answering } from './support/prompts.ts';
import {
  activeEditor,
  list,
  notes,
  open,
  openUntitled,
  read,
  tidyUp,
  willCreate,
} from './support/workspace.ts';

const pasted =
  '# Lantern syncs\n\n## 2027-01-05\n\n### Highlights\n\n• It works\n\n## 2027-01-19\n\nAda said it.\n\n## 2026-08-04\n\n* not this\n';
/** The server takes a while to notice that a note was deleted: each test has its own. */
const [first, second, third] = [
  '20270105_meeting_notes.md',
  '20270119_meeting_notes.md',
  '20270202_meeting_notes.md',
] as const;

const readme = `${notes}/README.md`;

/** The last file: the editor keeps closed documents for some minutes, and what is learned of the notes counts them. */
describe('the command for pasted notes', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);

  // The list closes when the focus moves, as it may while editors close; then it is asked for again.
  async function imported(name: string): Promise<void> {
    const isThere = async () => (await list(notes)).includes(name);
    for (let tries = 0; tries < 10 && !(await isThere()); tries++)
      await answering('officeHours.importNotes', 'workbench.action.acceptSelectedQuickOpenItem');
  }

  it('makes a note of each meeting in the selected text, and writes over none', async () => {
    for (const name of [first, second]) willCreate(`${notes}/${name}`);
    const [before, there] = [await list(notes), await read(`${notes}/20260804_meeting_notes.md`)];
    // Of the series beside it: others of former tests may still be in the editor's memory.
    const { document } = await open(readme);
    await insert(document, new vscode.Position(0, 0), pasted);
    const editor = await activeEditor(readme);
    editor.selection = new vscode.Selection(new vscode.Position(0, 0), document.positionAt(pasted.length));
    await imported(first);
    same(await list(notes), [...before, first, second].sort());
    same(
      await read(`${notes}/${first}`).then((text) => text.replaceAll('\r\n', '\n')),
      '# lantern office hours 2027-01-05\n\n## Highlights\n\n* It works\n',
    );
    ok((await read(`${notes}/${second}`)).endsWith('Ada said it.\n'), 'the second note has other text');
    same(await read(`${notes}/20260804_meeting_notes.md`), there);
    await activeEditor(`${notes}/${first}`);
  });

  it('makes one of the text of the clipboard', async () => {
    willCreate(`${notes}/${third}`);
    await open(readme);
    await vscode.env.clipboard.writeText('Lantern office hours, February 2, 2027\r\n\r\n\t• It works');
    await becomes(
      'the clipboard',
      () => vscode.env.clipboard.readText().then((text) => text.slice(0, 7)),
      'Lantern',
    );
    await imported(third);
    same(
      await read(`${notes}/${third}`).then((text) => text.replaceAll('\r\n', '\n')),
      '# lantern office hours 2027-02-02\n\n* It works\n',
    );
  });

  it('makes nothing where the writer leaves', async () => {
    const before = await list(notes);
    await openUntitled(pasted);
    await answering('officeHours.importNotes', 'workbench.action.closeQuickOpen');
    same(await list(notes), before);
  });
});
