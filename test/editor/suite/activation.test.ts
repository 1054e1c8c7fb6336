import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const id = 'office-hours-notes.office-hours-notes';

describe('activation', () => {
  it('is the extension under test', () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not there`);
    const folder = process.env.OFFICE_HOURS_UNDER_TEST === 'folder';
    const kind = extension.extensionPath.endsWith(`${id}-${extension.packageJSON.version}`);
    assert.equal(kind, !folder, `runs from ${extension.extensionPath}`);
  });

  it('happens when a Markdown document opens, and not before', async () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not there`);
    assert.equal(extension.isActive, false);
    await vscode.workspace.openTextDocument({ language: 'markdown', content: '# notes\n' });
    await activated(extension);
  });
});

/** The editor activates in its own time; this asks until it has, and mocha's time limit says when to give up. */
async function activated(extension: vscode.Extension<unknown>): Promise<void> {
  while (!extension.isActive) await new Promise((resolve) => setTimeout(resolve, 20));
}
