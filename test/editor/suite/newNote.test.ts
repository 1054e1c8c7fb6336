import * as vscode from 'vscode';
import { becomes, matches, ok, same } from './support/expect.ts';
import { codeOf, replace, settled, startedWithoutGitHub } from './support/note.ts';
import { answering } from './support/prompts.ts';
import {
  activeEditor,
  list,
  notes,
  open,
  place,
  read,
  tidyUp,
  willCreate,
  write,
} from './support/workspace.ts';

/** The last of the samples' notes; they lie a fortnight apart. */
const last = '2026-08-04';
const fortnight = 14 * 24 * 60 * 60 * 1_000;

/** The first day of the rhythm that is not past and has no note. */
function nextMeeting(): string {
  // As a day of the calendar, wherever the clock stands.
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  let next = Date.parse(last) + fortnight;
  while (next < today) next += fortnight;
  return new Date(next).toISOString().slice(0, 10);
}

const newNote = (answer: string, folder?: vscode.Uri) => answering('officeHours.newNote', answer, folder);

/** Takes the first date. The list closes when the focus moves, as it may while editors close; then it is asked for again. */
async function takeFirst(folder?: vscode.Uri): Promise<void> {
  const isThere = () => vscode.window.activeTextEditor?.document.uri.path.endsWith('_meeting_notes.md');
  for (let tries = 0; tries < 10 && !isThere(); tries++) {
    await newNote('workbench.action.acceptSelectedQuickOpenItem', folder);
  }
}

/** The files in the notes' folder that were not there before. */
async function added(before: readonly string[]): Promise<string[]> {
  return (await list(notes)).filter((name) => !before.includes(name));
}

/** The text of the cursor's line before the cursor. */
function upToCursor({ document, selection: { active } }: vscode.TextEditor): string {
  return document.getText(new vscode.Range(active.with({ character: 0 }), active));
}

describe('the command for a new note', () => {
  startedWithoutGitHub();
  afterEach(tidyUp);

  // First, as the server takes a while to notice that a note was deleted, and then proposes the meeting after it.
  it('opens what is there under the name of the note, and leaves it as it was', async () => {
    const path = `${notes}/${nextMeeting().replaceAll('-', '')}_meeting_notes.md`;
    // By its title no note, or another meeting would be proposed.
    await write(path, '# Changelog\n\nprecious\n');
    const before = await list(notes);
    for (let times = 0; times < 2; times++) {
      await takeFirst();
      same(await list(notes), before);
      same(await read(path), '# Changelog\n\nprecious\n');
      const { document } = await activeEditor(path);
      same(document.isDirty, false);
      await open('README.md');
    }
  });

  it('begins the note where another was deleted a moment ago', async () => {
    const path = `again/${nextMeeting().replaceAll('-', '')}_meeting_notes.md`;
    willCreate('again');
    await write(path, '# Changelog\n');
    await open(path);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(place(path));
    await takeFirst(place('again'));
    const editor = await activeEditor(path);
    await becomes('What stands before the cursor', () => upToCursor(editor), 'YouTube Link: ');
  });

  it('creates the note of the next meeting, with the cursor in the first tab stop', async () => {
    const before = await list(notes);
    await takeFirst();
    const [name = '', ...others] = await added(before);
    willCreate(`${notes}/${name}`);
    same(others, []);
    matches(name, /^\d{8}_meeting_notes\.md$/);
    const date = `${name.slice(0, 4)}-${name.slice(4, 6)}-${name.slice(6, 8)}`;
    const distance = Date.parse(date) - Date.parse(last);
    ok(distance > 0 && distance % fortnight === 0, `${date} is not a multiple of two weeks after ${last}`);

    const editor = await activeEditor(`${notes}/${name}`);
    const text = await read(`${notes}/${name}`);
    matches(text, new RegExp(`^# lantern office hours ${date}\\n\\nYouTube Link: \\n\\n## Highlights since`));
    same(editor.document.getText(), text, 'What the editor shows');
    await becomes('What stands before the cursor', () => upToCursor(editor), 'YouTube Link: ');
    await vscode.commands.executeCommand('type', { text: 'https://youtu.be/new' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    // The samples' notes have nothing else in common that is filled in.
    const end = () => editor.document.validatePosition(new vscode.Position(1_000, 0));
    await becomes(
      'The last stop',
      () => editor.selection.isEmpty && editor.selection.active.isEqual(end()),
      true,
    );
  });

  it('creates it in the folder it was called from', async () => {
    const folder = place('elsewhere');
    willCreate('elsewhere');
    await vscode.workspace.fs.createDirectory(folder);
    await takeFirst(folder);
    const [name, ...others] = await list('elsewhere');
    same(others, []);
    matches(name ?? '', /^\d{8}_meeting_notes\.md$/);
  });

  it('puts the next meeting into the file of the others, as one edit that can be undone', async () => {
    const folder = 'sync';
    const path = `${folder}/meetings.md`;
    const meeting = (day: string, who: string) =>
      `## ${day}\n\n### Attendees\n\n* ${who}\n\n### Topics\n\n* ${who} spoke\n`;
    const days = [meeting('2026-08-18', 'Tove'), meeting('2026-08-11', 'Ada'), meeting('2026-08-04', 'Okan')];
    const text = `# Meetings\n\n${days.join('\n')}`;
    willCreate(folder);
    await write(path, text);
    // The server knows what is open, whatever it has heard of the files.
    await open(path);
    const isDone = () => vscode.window.activeTextEditor?.document.isDirty === true;
    for (let tries = 0; tries < 10 && !isDone(); tries++)
      await newNote('workbench.action.acceptSelectedQuickOpenItem', place(folder));
    const { document } = await activeEditor(path);
    matches(
      document.getText(),
      /^# Meetings\n\n## 20\d\d-\d\d-\d\d\n\n### Attendees\n\n### Topics\n\n## 2026-08-18\n/,
    );
    ok(
      document.getText().endsWith(text.slice('# Meetings\n\n'.length)),
      'The other meetings are as they were',
    );
    same(await read(path), text, 'The file');
    await vscode.commands.executeCommand('undo');
    await becomes('The text after one undo', () => document.getText(), text);
    same(await list(folder), ['meetings.md']);
  });

  it('leaves nothing behind after Escape', async () => {
    const before = await list(notes);
    await newNote('workbench.action.closeQuickOpen');
    same(await added(before), []);
    same(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0);
  });

  it('begins a note without problems, whose placeholders are highlighted', async () => {
    const before = await list(notes);
    await takeFirst();
    const [name = ''] = await added(before);
    willCreate(`${notes}/${name}`);
    const { document } = await open(`${notes}/${name}`);
    same((await settled(document)).map(codeOf), []);
    await replace(document, '## Misc', '* what changed (PR #number)\n\n## Misc');
    same((await settled(document)).map(codeOf), []);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    // Five numbers a token: what changed, number.
    same(tokens.data.length / 5, 2);
  });
});
