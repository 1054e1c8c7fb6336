/** Needs Node: it plays GitHub itself, in this very extension host. */

import * as vscode from 'vscode';
import { createGitHub, type GitHub } from '../../helpers/github/github.ts';
import { lanternRepositories } from '../../helpers/github/lantern.ts';
import { eventually, matches, ok, same } from './support/expect.ts';
import { hoverAt, rangeOf, started } from './support/note.ts';
import { notes, open, tidyUp, write } from './support/workspace.ts';

const path = `${notes}/20260818_meeting_notes.md`;
const top = '# lantern office hours 2026-08-18\n\nYouTube Link: https://youtu.be/x\n\n## Topic\n\n';

interface Exported {
  githubStatus(): { readonly text: string; readonly detail: string; readonly command?: string } | undefined;
}

describe('GitHub', () => {
  let github: GitHub;
  let exported: Exported;
  const settings = () => vscode.workspace.getConfiguration('officeHours');
  const setForUser = (name: string, value: unknown) =>
    settings().update(name, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    exported = (await started()).exports as Exported;
    github = await createGitHub({
      repositories: lanternRepositories,
      accounts: [{ token: 'canary-3e', login: 'one' }],
    });
    await setForUser('github.apiUrl', github.url);
  });
  after(async () => {
    await setForUser('github.apiUrl', undefined);
    await setForUser('github.enabled', undefined);
    await github.stop();
  });
  afterEach(tidyUp);

  async function openNote(body: string): Promise<vscode.TextDocument> {
    await write(path, top + body);
    const { document } = await open(path);
    return document;
  }

  const title = (number: number): string => {
    const item = github.item('lantern-project/lantern', number);
    ok(item, `there is no #${number}`);
    return item.title;
  };

  it('is not asked at a new address before the user says so', async () => {
    await openNote('* PR #272\n');
    await eventually('the status to say so', exported.githubStatus, (status) =>
      status?.detail.includes(github.url),
    );
    same(github.requests.length, 0, 'The number of requests');
    await eventually(
      'the answer to the question',
      async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        return github.requests.length;
      },
      (count) => count > 0,
    );
  });

  it('says what goes on, for notes alone', async () => {
    await openNote('* PR #272\n');
    const status = await eventually('the status', exported.githubStatus, (now) =>
      now?.text.includes('signed out'),
    );
    same(status?.command, 'officeHours.signIn');
    const other = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'x' });
    await vscode.window.showTextDocument(other);
    await eventually('nothing', exported.githubStatus, (now) => now === undefined);
  });

  it('gives titles to hovers', async () => {
    const document = await openNote('* PR #272 and more\n');
    const at = rangeOf(document, '#272').start;
    const words = title(272).split(':')[0] ?? '';
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

  it('links every spelling in the preview, with the title', async () => {
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

  it('is not asked when it is switched off', async () => {
    await setForUser('github.enabled', false);
    await openNote('* PR #272\n');
    await eventually('the status to say so', exported.githubStatus, (status) =>
      status?.detail.includes('officeHours.github.enabled'),
    );
    github.requests.splice(0);
    await vscode.commands.executeCommand('officeHours.refreshTitles').then(undefined, () => {});
    same(github.requests.length, 0, 'The number of requests');
  });
});
