/** The number of an issue that was created with GitHub's form goes into the action item that it was created for. */

import { equal, ok } from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { filesByNode } from '../../server/host/byNode.ts';
import { githubByNode } from '../../server/host/githubByNode.ts';
import {
  type ActionItemsResult,
  type EditItemResult,
  editActionItem,
  listActionItems,
} from '../../shared/actionItems.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { lanternRepositories } from '../helpers/github/lantern.ts';
import { plainClient, type Session, startSession } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

describe('an issue that was created for an action item, over the wire', () => {
  const text = '# lantern office hours 2026-07-07\n\n## Action items\n\n* [ ] Okan: ask *them*\n';
  let root: string;
  let github: GitHub;
  let session: Session;

  before(async () => {
    github = await createGitHub({ repositories: lanternRepositories });
  });
  after(() => github.stop());
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true });
  });
  beforeEach(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-created-')));
    writeFileSync(join(root, '20260707_meeting_notes.md'), text);
    const node = githubByNode({ GITHUB_API_URL: github.url });
    ok(node.kind === 'ready');
    const uri = pathToFileURL(root).href;
    session = await startSession(plainClient, {
      host: {
        files: filesByNode,
        github: { transport: node.github.transport, storage: new MemoryStorage() },
      },
      params: {
        workspaceFolders: [{ uri, name: 'w' }],
        rootUri: uri,
        initializationOptions: { settings: { repository: 'lantern-project/lantern' } },
      },
    });
  });

  async function refer(since: number): Promise<EditItemResult> {
    const request = { login: null, isShown: true };
    const { items } = await session.client.sendRequest<ActionItemsResult>(listActionItems, request);
    const { uri, line, character, key } = items[0]!;
    const params = { uri, line, character, key, action: { kind: 'refer', since } };
    return session.client.sendRequest<EditItemResult>(editActionItem, params);
  }

  it('is referred to once it is there, and no older one of the same title', async () => {
    const since = Date.now();
    github.edit('lantern-project/lantern', 206, { title: 'Okan: ask them' });
    equal((await refer(since)).kind, 'refused');
    const number = github.add('lantern-project/lantern', { title: 'Okan: ask them' });
    const result = await refer(since);
    ok(result.kind === 'edit', JSON.stringify(result));
    const document = TextDocument.create('', 'markdown', 1, text);
    equal(
      TextDocument.applyEdits(document, [...result.edits]),
      text.replace('*them*', `*them* (#${number})`),
    );
  });
});
