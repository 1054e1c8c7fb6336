/** Folders that only the editor can read: as `vscode-vfs` is, read-only, and one that refuses to be written to. */

import * as vscode from 'vscode';
import { becomes, eventually, matches, ok, same } from '../suite/support/expect.ts';
import { codesOf, hoverAt, rangeOf, startedWithoutGitHub } from '../suite/support/note.ts';
import { tidyUp } from '../suite/support/workspace.ts';
import { addFolder, nameOf, newNote, noteOf, targetOf } from './support/folders.ts';
import { MemoryFiles } from './support/memoryFiles.ts';

const dates = ['2026-06-03', '2026-06-10', '2026-06-17'];

function notesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    dates.map((date) => [`${folder}/notes/${nameOf(date)}`, noteOf('pilot', date, '#5')]),
  );
}

/** For a `describe`: the folder is open, in a file system of its own. */
function inFolder(uri: string, options: { readonly isReadonly?: boolean } = {}): MemoryFiles {
  const folder = vscode.Uri.parse(uri, true);
  const files = new MemoryFiles(notesIn(uri));
  let registered: vscode.Disposable | undefined;
  let close: (() => Promise<void>) | undefined;
  before(async () => {
    registered = vscode.workspace.registerFileSystemProvider(folder.scheme, files, {
      isCaseSensitive: true,
      ...options,
    });
    close = await addFolder(folder);
  });
  afterEach(tidyUp);
  after(async () => {
    await close?.();
    registered?.dispose();
  });
  return files;
}

async function openNote(folder: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.parse(`${folder}/notes/${nameOf('2026-06-17')}`, true);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

async function expectLocalFeatures(folder: string): Promise<void> {
  const document = await openNote(folder);
  await eventually(
    'the other notes',
    () => hoverAt(document, rangeOf(document, '#5').start),
    (text) => text.includes('2026&#45;06&#45;10'),
  );
  same(codesOf(document), []);
}

describe('a repository opened from GitHub', () => {
  startedWithoutGitHub();
  // The authority's second half is a branch, as the editor's own extension writes it.
  const folder =
    'vscode-vfs://github%2B7b2276223a312c22726566223a7b2274797065223a342c226964223a226d61696e227d7d/harbor-team/pilot';
  const files = inFolder(folder);

  it('has its notes read through the file system of the editor', () => expectLocalFeatures(folder));

  it('knows its repository from its address', async () => {
    const document = await openNote(folder);
    matches(await targetOf(document, '#5'), /^https:\/\/github\.com\/harbor-team\/pilot\/(pull|issues)\/5$/);
  });

  it('gets its new notes through that file system', async () => {
    const before = files.files;
    same(await newNote(vscode.Uri.parse(folder, true)), [], 'What was said');
    const [path = '', ...others] = files.files.filter((each) => !before.includes(each));
    same(others, []);
    matches(path, /^\/harbor-team\/pilot\/notes\/\d{8}_meeting_notes\.md$/);
    matches(files.text(path), /^# pilot office hours \d{4}-\d\d-\d\d\n/);
    await eventually(
      'the note in the editor',
      () => vscode.window.activeTextEditor?.document.uri.path,
      (shown) => shown === path,
    );
    files.delete(vscode.Uri.parse(folder, true).with({ path }));
  });

  it('says in words that a note cannot be written, and leaves nothing behind', async () => {
    const before = files.files;
    files.isLocked = true;
    try {
      const [said = '', ...others] = await newNote(vscode.Uri.parse(folder, true));
      same(others, []);
      matches(said, /was not created: no write permission, or the location is read-only\.$/);
      same(files.files, before, 'The files');
    } finally {
      files.isLocked = false;
    }
  });
});

describe('the root of a file system', () => {
  startedWithoutGitHub();
  const folder = 'office-hours-memory:/';
  const files = new MemoryFiles(notesIn('office-hours-memory:'));
  let ends: (() => unknown)[] = [];
  before(async () => {
    const registered = vscode.workspace.registerFileSystemProvider('office-hours-memory', files);
    ends = [await addFolder(vscode.Uri.parse(folder, true)), () => registered.dispose()];
  });
  afterEach(tidyUp);
  after(async () => {
    for (const end of ends) await end();
  });

  it('is read like any other folder', () => expectLocalFeatures('office-hours-memory:'));
});

describe('a read-only folder (acceptance 34)', () => {
  startedWithoutGitHub();
  const folder = 'office-hours-readonly://shelf/team';
  const files = inFolder(folder, { isReadonly: true });

  it('has its notes checked', async () => {
    await expectLocalFeatures(folder);
    const wrong = vscode.Uri.parse(`${folder}/notes/${nameOf('2026-06-24')}`, true);
    files.writeFile(wrong, new TextEncoder().encode(noteOf('pilot', '2026-07-24', '#6')));
    const document = await vscode.workspace.openTextDocument(wrong);
    await vscode.window.showTextDocument(document, { preview: false });
    await becomes('what is wrong', () => codesOf(document), ['title-date-mismatch']);
    files.delete(wrong);
  });

  it('gets no new note, and the reason is said', async () => {
    const before = files.files;
    const [said = '', ...others] = await newNote(vscode.Uri.parse(folder, true));
    same(others, []);
    matches(said, /_meeting_notes\.md was not created: the folder is read-only\.$/);
    same(files.files, before, 'The files');
    ok(!vscode.window.activeTextEditor, 'an editor was opened');
  });
});
