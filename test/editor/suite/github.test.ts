/** GitHub in the real editor, played by a stand-in beside it. */

import * as vscode from 'vscode';
import { becomes, eventually, matches, ok, same } from './support/expect.ts';
import { forgetRequests, github, hadNothingToComplainOf, requests, titles } from './support/github.ts';
import { leaveOut } from './support/leaveOut.ts';
import { hoverAt, rangeOf, started, startedAsByDefault } from './support/note.ts';
import { newUntitled, notes, open, tidyUp, willCreate, write } from './support/workspace.ts';

const path = `${notes}/20260818_meeting_notes.md`;
const top = '# lantern office hours 2026-08-18\n\nYouTube Link: https://youtu.be/x\n\n## Topic\n\n';

interface Exported {
  githubStatus(): { readonly text: string; readonly detail: string; readonly command?: string } | undefined;
  readonly githubStorage: vscode.Uri;
}

describe('GitHub', () => {
  let exported: Exported;
  let known: Readonly<Record<string, string>>;
  startedAsByDefault();
  const settings = () => vscode.workspace.getConfiguration('officeHours');
  const setForUser = (name: string, value: unknown) =>
    settings().update(name, value, vscode.ConfigurationTarget.Global);

  before(async function () {
    if (github === undefined) leaveOut(this, 'nobody has started the stand-in for GitHub');
    exported = (await started()).exports as Exported;
    known = await titles();
    await forgetRequests();
    await setForUser('github.apiUrl', github.url);
  });
  after(async () => {
    await setForUser('github.apiUrl', undefined);
    await setForUser('github.enabled', undefined);
    if (github) await hadNothingToComplainOf();
  });
  afterEach(tidyUp);

  async function openNote(body: string): Promise<vscode.TextDocument> {
    await write(path, top + body);
    const { document } = await open(path);
    return document;
  }

  it('is not asked at a new address before the user says so', async () => {
    await openNote('* PR #272\n');
    await eventually('the status to say so', exported.githubStatus, (status) =>
      status?.detail.includes('127.0.0.1'),
    );
    same(exported.githubStatus()?.command, 'officeHours.allowApi');
    same(await requests(), [], 'The requests');
    // A test cannot answer a modal dialog; so another window has allowed the address meanwhile.
    const file = vscode.Uri.joinPath(exported.githubStorage, '..', 'api-origins.json');
    const answers = { [new URL(github?.url ?? '').origin]: 'allowed' };
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(answers)));
    await vscode.commands.executeCommand('officeHours.allowApi');
    await eventually(
      'a request',
      async () => (await requests()).length,
      (count) => count > 0,
    );
  });

  it('says what goes on, for notes alone', async () => {
    await openNote('* PR #272\n');
    const status = await eventually('the status', exported.githubStatus, (now) =>
      now?.text.includes('signed out'),
    );
    same(status?.command, 'officeHours.signIn');
    await vscode.window.showTextDocument(await newUntitled('x', 'plaintext'));
    await eventually('nothing', exported.githubStatus, (now) => now === undefined);
  });

  it('gives titles to hovers', async () => {
    const document = await openNote('* PR #272 and more\n');
    const at = rangeOf(document, '#272').start;
    const words = known[272]?.split(':')[0] ?? '';
    ok(words, 'there is no #272');
    await eventually(
      'the title',
      () => hoverAt(document, at),
      (text) => text.includes(words),
    );
  });

  it('links every spelling in the editor', async () => {
    const document = await openNote('* PR #272, issue 273 and lantern-project/lantern#209\n');
    const home = 'https://github.com/lantern-project/lantern';
    const ours = async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return links
        .map(({ range, target }) => [document.getText(range), target?.toString()])
        .filter(([, target]) => target?.startsWith(home));
    };
    // What is a pull request is known once GitHub has told.
    const found = await eventually('the links', ours, (all) => all[2]?.[1]?.includes('/pull/') === true);
    same(found, [
      ['PR #272', `${home}/pull/272`],
      ['issue 273', `${home}/issues/273`],
      ['lantern-project/lantern#209', `${home}/pull/209`],
    ]);
  });

  it('links every spelling in the preview, with the title', async function () {
    if (vscode.extensions.getExtension('vscode.markdown-language-features') === undefined) {
      leaveOut(
        this,
        'the editor’s Markdown extension runs in another extension host, beyond the reach of plugins',
      );
    }
    const document = await openNote(
      '* PR #272, `PR #271` and lantern-project/lantern#270\n\n| a | b |\n| - | - |\n| GH-269 | #268 [#267](x) |\n',
    );
    const html = await eventually(
      'the links',
      () => vscode.commands.executeCommand<string>('markdown.api.render', document),
      (text) => text.includes('title="') && text.includes('>GH-269</a>'),
    );
    const page = 'https://github.com/lantern-project/lantern';
    for (const [number, words] of [
      [272, 'PR #272'],
      [270, 'lantern-project/lantern#270'],
      [269, 'GH-269'],
      [268, '#268'],
    ] as const) {
      matches(html, new RegExp(`<a href="${page}/(?:pull|issues)/${number}"[^>]*>${words}</a>`));
    }
    ok(!html.includes('>PR #271</a>') && !html.includes(`${page}/issues/267`), html);
  });

  it('copies the reference at the cursor as a link', async () => {
    await openNote('* see PR #272 there\n');
    const editor = vscode.window.activeTextEditor;
    ok(editor, 'no editor');
    const at = rangeOf(editor.document, '#272').start;
    editor.selection = new vscode.Selection(at, at);
    const copy = async () => {
      await vscode.commands.executeCommand('officeHours.copyLink');
      return vscode.env.clipboard.readText();
    };
    await eventually('the link', copy, (text) =>
      text.endsWith('(#272)](https://github.com/lantern-project/lantern/pull/272)'),
    );
  });

  it('gives the oldest pull requests to a note whose template asks for them, once', async () => {
    const folder = 'oldest';
    willCreate(folder);
    const text = (day: string) => `# Sync ${day}\n\n## Old pull requests\n\n## Topics\n`;
    for (const day of ['2026-07-07', '2026-07-14']) await write(`${folder}/${day}.md`, text(day));
    await write(
      `${folder}/.office-hours/sync.md`,
      '---\nnotes: "*.md"\nrepository: lantern-project/lantern\noldestPulls: 2\n---\n# Sync {date}\n\n## Old pull requests\n\n## Topics\n',
    );
    const path = `${folder}/2026-07-21.md`;
    await write(path, text('2026-07-21'));
    const { document } = await open(path);
    // The server hears of the template file after a while.
    const filled = await eventually(
      'the pull requests',
      () => vscode.commands.executeCommand('officeHours.addOldestPulls').then(() => document.getText()),
      (now) => now !== text('2026-07-21'),
    );
    const [, section = ''] = filled.split(/^## .*$/m);
    const numbers = section
      .trim()
      .split('\n')
      .map((line) => Number(/\b(\d+)\)?$/.exec(line)?.[1]));
    same(numbers, [2, 3]);
    await vscode.commands.executeCommand('officeHours.addOldestPulls');
    same(document.getText(), filled);
    await vscode.commands.executeCommand('undo');
    await becomes('the text', () => document.getText(), text('2026-07-21'));
  });

  it('is remembered in the storage that the editor gives', async () => {
    await openNote('* PR #272\n');
    await eventually('the status', exported.githubStatus, (now) => now?.text.includes('signed out'));
    // A server that ends writes what it has not written yet.
    await vscode.commands.executeCommand('officeHours.restartServer');
    const kept = await eventually(
      'a file of the repository',
      async () => (await vscode.workspace.fs.readDirectory(exported.githubStorage)).map(([name]) => name),
      (names) => names.some((name) => name.startsWith('issues-')),
    );
    ok(!kept.some((name) => name.endsWith('.tmp')), kept.join());
  });

  it('is cleared with what a killed window has left, which goes at the next start, too', async () => {
    const draft = vscode.Uri.joinPath(exported.githubStorage, 'issues-0.0-0.tmp');
    const names = async () => {
      const entries = await vscode.workspace.fs.readDirectory(exported.githubStorage);
      return entries.map(([name]) => name);
    };
    for (const command of ['officeHours.clearCache', 'officeHours.restartServer']) {
      await vscode.workspace.fs.writeFile(draft, new Uint8Array([123]));
      await vscode.commands.executeCommand(command);
      await eventually(`no draft after ${command}`, names, (now) => !now.includes('issues-0.0-0.tmp'));
    }
  });

  it('is not asked when it is switched off', async () => {
    await setForUser('github.enabled', false);
    await openNote('* PR #272\n');
    await eventually('the status to say so', exported.githubStatus, (status) =>
      status?.detail.includes('officeHours.github.enabled'),
    );
    await forgetRequests();
    await vscode.commands.executeCommand('officeHours.refreshTitles');
    same(await requests(), [], 'The requests');
  });
});
