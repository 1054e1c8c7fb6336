import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { filesByNode } from '../../server/host/byNode.ts';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { type EditItemResult, editActionItem } from '../../shared/actionItems.ts';
import { type FinishNoteResult, finishNote } from '../../shared/drafts.ts';
import { faults } from '../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { lanternRepositories } from '../helpers/github/lantern.ts';
import { plainClient, type Session, startSession } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const clock = { now: () => Date.parse('2026-08-04T12:00:00Z'), today: () => '2026-08-04' };

describe('finishing a note over the wire', () => {
  let root: string;
  let github: GitHub;
  let session: Session;
  const uriOf = (day: string) => pathToFileURL(join(root, 'docs', `${day}.md`)).href;

  before(async () => {
    github = await createGitHub({ repositories: lanternRepositories });
  });
  after(() => github.stop());
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-finish-')));
    mkdirSync(join(root, 'docs'));
    for (const [day, items] of [
      ['2026-07-07', '* TODO(ada): write it (https://github.com/lantern-project/lantern/issues/188)'],
      ['2026-07-21', '* TODO(ben): test it (https://github.com/lantern-project/lantern/issues/203)'],
    ] as const)
      writeFileSync(
        join(root, 'docs', `${day}.md`),
        `# lantern office hours ${day}\n\n## Highlights\n\n## Action items\n\n${items}\n`,
      );
  });
  afterEach(async () => {
    await session.close();
    await github.setFault(undefined);
    rmSync(root, { recursive: true });
  });

  async function finish(text: string): Promise<FinishNoteResult> {
    const node = githubByNode({ GITHUB_API_URL: github.url });
    ok(node.kind === 'ready');
    const uri = pathToFileURL(root).href;
    session = await startSession(plainClient, {
      host: {
        clock,
        files: filesByNode,
        github: { transport: node.github.transport, storage: new MemoryStorage() },
      },
      params: { workspaceFolders: [{ uri, name: 'w' }], rootUri: uri },
    });
    await session.open(uriOf('2026-08-04'), text);
    return session.client.sendRequest<FinishNoteResult>(finishNote, { uri: uriOf('2026-08-04'), line: 0 });
  }

  const note =
    '# lantern office hours 2026-08-04\n\nYouTube Link:\n\n## Highlights\n\n* In (PR #270)\n* Not yet (PR #272)\n* Long ago (PR #201)\n\n## Action items\n\n* TODO: say so\n';

  it('lists what is left to do, each with its fix, and changes nothing', async () => {
    const result = await finish(note);
    ok(result.kind === 'items', JSON.stringify(result));
    equal(result.remark, undefined);
    const lines = result.items.map(
      ({ message, line, fix }) => `${line + 1} ${message} → ${fix?.title ?? ''}`,
    );
    for (const expected of [
      /^7 3 references are not links → Convert All References to Links$/,
      /^8 PR #272 is still open → Remove the Line$/,
      /^9 PR #201 was merged on 2025-12-30, before the last meeting \(2026-07-21\) → Remove the Line$/,
      /^13 .*owner.* → $/i,
      /^7 Action item of 2026-07-07 may be done \(#188 is closed\): write it .*→ Mark as Done$/,
    ])
      ok(
        lines.some((line) => expected.test(line)),
        `${expected} in\n${lines.join('\n')}`,
      );
    equal(
      lines.some((line) => line.includes('test it')),
      false,
    );
    const done = result.items.find(({ fix }) => fix?.kind === 'done');
    ok(done?.fix?.kind === 'done');
    equal(done.uri, uriOf('2026-07-07'));
    const { character, key } = done.fix;
    const edit = await session.client.sendRequest<EditItemResult>(editActionItem, {
      uri: done.uri,
      line: done.line,
      character,
      key,
      action: { kind: 'done' },
    });
    ok(edit.kind === 'edit', JSON.stringify(edit));
    deepEqual(
      edit.edits.map(({ newText }) => newText),
      [' (done)'],
    );
  });

  it('says that GitHub did not answer', async () => {
    await github.setFault(faults.offline);
    const result = await finish(note);
    ok(result.kind === 'items', JSON.stringify(result));
    match(result.remark ?? '', /^Not all issues .* could be looked up/);
    equal(
      result.items.some(({ message }) => /merged|still open|may be done/.test(message)),
      false,
    );
  });

  it('is not for a document that is no note', async () => {
    await finish(note);
    const uri = pathToFileURL(join(root, 'README.md')).href;
    await session.open(uri, '# Words\n');
    equal((await session.client.sendRequest<FinishNoteResult>(finishNote, { uri, line: 0 })).kind, 'refused');
  });
});
