import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { filesByNode } from '../../server/host/byNode.ts';
import { githubByNode } from '../../server/host/githubByNode.ts';
import type { EditItemResult } from '../../shared/actionItems.ts';
import { draftNote } from '../../shared/drafts.ts';
import { faults } from '../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { lanternRepositories } from '../helpers/github/lantern.ts';
import { plainClient, type Session, startSession } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const clock = { now: () => Date.parse('2026-08-11T12:00:00Z'), today: () => '2026-08-11' };
const repository = 'lantern-project/lantern';

describe('drafted highlights over the wire', () => {
  let root: string;
  let github: GitHub;
  let session: Session;
  const uriOf = (name: string) => pathToFileURL(join(root, 'docs', `${name}_meeting_notes.md`)).href;

  before(async () => {
    github = await createGitHub({
      repositories: [...lanternRepositories, { owner: 'octo', name: 'large', size: 2_000, hostile: false }],
    });
  });
  after(() => github.stop());
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-highlights-')));
    mkdirSync(join(root, 'docs'));
    for (const [day, number] of [
      ['2026-07-14', 1],
      ['2026-07-21', 2],
    ] as const)
      writeFileSync(
        join(root, 'docs', `${day.replaceAll('-', '')}_meeting_notes.md`),
        `# lantern office hours ${day}\n\n## Highlights\n\n- It works, [#${number}](https://github.com/${repository}/pull/${number})\n`,
      );
  });
  afterEach(async () => {
    await session.close();
    await github.setFault(undefined);
    rmSync(root, { recursive: true });
  });

  async function draft(text: string, settings: object = {}): Promise<EditItemResult> {
    const node = githubByNode({ GITHUB_API_URL: github.url });
    ok(node.kind === 'ready');
    const uri = pathToFileURL(root).href;
    session = await startSession(plainClient, {
      host: {
        clock,
        files: filesByNode,
        github: { transport: node.github.transport, storage: new MemoryStorage() },
      },
      settings: new Map([['', settings]]),
      params: {
        workspaceFolders: [{ uri, name: 'w' }],
        rootUri: uri,
        initializationOptions: { officeHours: settings },
      },
    });
    await session.open(uriOf('20260811'), text);
    return session.client.sendRequest<EditItemResult>(draftNote, {
      uri: uriOf('20260811'),
      line: 0,
      parts: ['highlights'],
    });
  }

  const note = '# lantern office hours 2026-08-11\n\n## Highlights\n\n## Misc\n';

  it('are what was merged since, in the form of the earlier notes', async () => {
    const result = await draft(note);
    ok(result.kind === 'edit', JSON.stringify(result));
    ok(result.count > 0);
    equal(result.edits.length, 1);
    const lines = result.edits[0]!.newText.split('\n').filter((line) => line.startsWith('- '));
    equal(lines.length, result.count);
    for (const line of lines)
      match(line, /^- .+, \[#(\d+)\]\(https:\/\/github\.com\/lantern-project\/lantern\/pull\/\1\)$/);
    // In front of the heading that follows.
    deepEqual(result.edits[0]!.range.start, { line: 4, character: 0 });
  });

  it('are not those of them that happen to be known', async () => {
    for (const day of ['20260714', '20260721']) rmSync(join(root, 'docs', `${day}_meeting_notes.md`));
    writeFileSync(
      join(root, 'docs', '20180703_meeting_notes.md'),
      '# lantern office hours 2018-07-03\n\n## Highlights\n',
    );
    const result = await draft(note, { repository: 'octo/large' });
    ok(result.kind === 'refused', JSON.stringify(result));
    match(result.message, /^The pull requests of octo\/large could not be looked up\. There are more/);
  });

  for (const fault of ['offline', 'limitReached', 'serverError'] as const) {
    it(`are not half of it: ${fault}`, async () => {
      await github.setFault(faults[fault]);
      const result = await draft(note);
      ok(result.kind === 'refused', JSON.stringify(result));
      match(result.message, /could not be looked up/);
    });
  }
});
