import * as vscode from 'vscode';
import { isAtLeast } from '../../../client/host/editorVersion.ts';
import { becomes, eventually, matches, ok, same } from './support/expect.ts';
import { leaveOut } from './support/leaveOut.ts';
import { started, startedWithoutGitHub } from './support/note.ts';
import { notes, open, tidyUp, willCreate, write } from './support/workspace.ts';

interface View {
  readonly badge: number;
  readonly shown: readonly { readonly label: string; readonly items: readonly string[] }[];
}

/** What newer editors have. */
interface Tools {
  readonly tools: readonly { readonly name: string }[];
  invokeTool(
    name: string,
    options: { readonly input: object; readonly toolInvocationToken: undefined },
  ): Thenable<{ readonly content: readonly { readonly value: string }[] }>;
}

const next = `${notes}/20260818_meeting_notes.md`;

/** The editor keeps a closed document for some minutes: what counts the notes has to come before. */
describe('action items and questions across notes', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);

  const view = async (): Promise<View> => {
    const { exports } = await started();
    return (exports as { actionItems(): View }).actionItems();
  };
  const labels = async () => (await view()).shown.map(({ label }) => label);

  it('are in the view by owner, those without one first, and by note', async () => {
    await open(`${notes}/20260804_meeting_notes.md`);
    // Only what is seen is asked for; the view is there where there are notes.
    await eventually(
      'the view',
      () => vscode.commands.executeCommand('officeHours.showActionItems').then(() => view()),
      ({ shown }) => shown.length > 0,
    );
    await eventually('the owners', labels, (found) => found.includes('Tove'));
    const found = await labels();
    same([found[0], found.at(-1)], ['Without an owner', 'Older']);
    await vscode.commands.executeCommand('officeHours.groupByNote');
    await eventually('the notes', labels, (now) => now[0] === '2026-08-04');
    await vscode.commands.executeCommand('officeHours.groupByOwner');
  });

  it('are counted on the icon where they are the writer’s, also while the view is not seen', async () => {
    const setMe = (name: string | undefined) =>
      vscode.workspace
        .getConfiguration('officeHours')
        .update('actionItems.me', name, vscode.ConfigurationTarget.Global);
    const badge = async () => (await view()).badge;
    same(await badge(), 0);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await setMe('tove');
    const count = await eventually('the number', badge, (found) => found > 0);
    await vscode.commands.executeCommand('officeHours.showActionItems');
    // The view asks for them once it is seen.
    const own = await eventually(
      'the items',
      async () => (await view()).shown.find(({ label }) => label === 'Tove')?.items ?? [],
      (found) => found.length > 0,
    );
    same(count, own.length);
    await setMe(undefined);
    await eventually('no number', badge, (found) => found === 0);
  });

  it('are marked at the row that the keyboard is at', async () => {
    await vscode.commands.executeCommand('officeHours.showActionItems');
    await eventually('the items', view, ({ shown }) => shown.length > 0);
    const item = (await view()).shown[0]?.items[0];
    ok(item !== undefined, 'there is no item');
    const isListed = async () => (await view()).shown.some(({ items }) => items.includes(item));
    // Nothing is selected: arrow keys move the focus alone. The first row is that of the group.
    await vscode.commands.executeCommand('list.focusFirst');
    await vscode.commands.executeCommand('list.focusDown');
    await vscode.commands.executeCommand('officeHours.markItemDone');
    await eventually('the mark', isListed, (found) => !found);
    const changed = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
    same(changed.length, 1);
  });

  it('are gone with a note that was closed without saving', async () => {
    await vscode.commands.executeCommand('officeHours.openSample');
    await vscode.commands.executeCommand('officeHours.showActionItems');
    const isListed = async () =>
      (await view()).shown.some(({ items }) => items.includes('write the release notes'));
    await eventually('the item of the sample', isListed, (found) => found);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('the list without it', isListed, (found) => !found);
  });

  it('are carried over once, by one edit', async () => {
    const text = '# lantern office hours 2026-08-18\n\n## Action items\n\n## Misc\n';
    await write(next, text);
    const { document } = await open(next);
    // The editor may still have the text of a note of this name that was deleted.
    await becomes('The text of the file', () => document.getText(), text);
    await vscode.commands.executeCommand('officeHours.carryOver');
    await eventually(
      'the items',
      () => document.getText(),
      (now) =>
        now.includes(
          '* TODO(Tove): write the message, and test it (since [2026-08-04](20260804_meeting_notes.md))',
        ),
    );
    const carried = document.getText();
    await vscode.commands.executeCommand('officeHours.carryOver');
    same(document.getText(), carried);
    await vscode.commands.executeCommand('undo');
    await becomes('the text', () => document.getText(), text);
  });

  it('do not hinder that attendees are listed once, by one edit', async () => {
    const folder = 'attended';
    willCreate(folder);
    const note = (day: string, who: string) =>
      `# Sync ${day}\n\n## Attendees\n\n${who}\n## Topics\n\n* it works\n`;
    await write(`${folder}/2026-07-07.md`, note('2026-07-07', '* [x] Ada King (@adaking)\n'));
    await write(
      `${folder}/2026-07-14.md`,
      note('2026-07-14', '* [x] Ada King (@adaking)\n* [ ] Ben Lutz (@benl)\n'),
    );
    const path = `${folder}/2026-07-21.md`;
    const text = note('2026-07-21', '');
    await write(path, text);
    const { document } = await open(path);
    await eventually(
      'the attendees',
      () => vscode.commands.executeCommand('officeHours.addAttendees').then(() => document.getText()),
      (now) => now !== text,
    );
    const filled = document.getText();
    same(filled, note('2026-07-21', '* [ ] Ada King (@adaking)\n* [ ] Ben Lutz (@benl)\n\n'));
    await vscode.commands.executeCommand('officeHours.addAttendees');
    same(document.getText(), filled);
    await vscode.commands.executeCommand('undo');
    await becomes('the text', () => document.getText(), text);
  });

  it('are told to an assistant, with what others wrote marked as such', async function () {
    // The interface is newer than the oldest editor.
    const lm = vscode.lm as typeof vscode.lm & Partial<Tools>;
    if (!isAtLeast(vscode.version, [1, 95]) || !lm.invokeTool)
      leaveOut(this, 'the editor has no such interface');
    const ours = () => (lm.tools ?? []).filter(({ name }) => name.startsWith('office_hours_'));
    await eventually('the tools', ours, (found) => found.length === 4);
    const { content } = await lm.invokeTool('office_hours_promises', {
      input: { person: 'tove' },
      toolInvocationToken: undefined,
    });
    const [{ value } = { value: '' }] = content;
    matches(value, /<quoted-notes-1>\n\{"owners":\["Tove"\],"text":"write the message, and test it"/);
  });

  it('find a reference in all notes, each place once', async () => {
    const { document } = await open(`${notes}/20260317_meeting_notes.md`);
    const at = document.positionAt(document.getText().indexOf('PR #236') + 2);
    const found = await eventually(
      'the references',
      () =>
        vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          at,
        ),
      (places) => places.length >= 6,
    );
    const keys = found.map(({ uri, range }) => `${uri.path} ${range.start.line}:${range.start.character}`);
    same(new Set(keys).size, keys.length);
  });

  it('go to the previous and the next note', async () => {
    await open(`${notes}/20260317_meeting_notes.md`);
    const name = () => vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1);
    await vscode.commands.executeCommand('officeHours.previousNote');
    await becomes('The note before', name, '20260303_meeting_notes.md');
    await vscode.commands.executeCommand('officeHours.nextNote');
    await becomes('The note after', name, '20260317_meeting_notes.md');
  });

  it('rename a person in all notes', async () => {
    const { document } = await open(`${notes}/20260317_meeting_notes.md`);
    const at = document.positionAt(document.getText().indexOf('TODO(Mirela') + 6);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'Mira',
    );
    ok(edit.entries().length > 1, `${edit.entries().length} notes`);
    for (const [, edits] of edit.entries()) for (const { newText } of edits) same(newText, 'Mira');
  });

  it('find people and action items by Ctrl+T', async () => {
    await open(`${notes}/20260804_meeting_notes.md`);
    const names = async (query: string) => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      return found.map(({ name }) => name);
    };
    ok((await names('#236')).includes('#236'), '#236 is not there');
    ok((await names('@tove')).includes('@Tove'), '@Tove is not there');
    ok((await names('draft the announcement')).length > 0, 'the item is not there');
  });
});
