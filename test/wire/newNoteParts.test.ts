import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { filesByNode } from '../../server/host/byNode.ts';
import { githubByNode } from '../../server/host/githubByNode.ts';
import type { DraftPart } from '../../shared/drafts.ts';
import { type NewNoteParams, type NewNoteStep, newNote } from '../../shared/protocol.ts';
import { faults } from '../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { lanternRepositories } from '../helpers/github/lantern.ts';
import { plainClient, type Session, startSession } from '../helpers/session.ts';
import { MemoryStorage } from '../unit/github/fakes.ts';

const clock = { now: () => Date.parse('2026-08-11T12:00:00Z'), today: () => '2026-08-11' };
const [lantern, ...others] = lanternRepositories;

describe('what a new note begins with, over the wire', () => {
  let root: string;
  let github: GitHub;
  let session: Session;

  before(async () => {
    const releases = [
      { tag: '0.12.1', author: 'mirela', at: '2026-07-30T12:00:00Z' },
      { tag: '0.12', author: 'mirela', at: '2026-06-22T12:00:00Z' },
    ];
    github = await createGitHub({ repositories: [{ ...lantern!, releases }, ...others] });
  });
  after(() => github.stop());
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'office-hours-parts-')));
  });
  afterEach(async () => {
    await session.close();
    await github.setFault(undefined);
    rmSync(root, { recursive: true });
  });

  function write(path: string, text: string): void {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  const items = {
    '2026-07-07': '* TODO(ada): write it (issue #188)',
    '2026-07-14': '* TODO(ben): test it',
    '2026-07-21': '* ~~TODO(okan): ask~~',
  };

  function lanternNotes(template = true): void {
    for (const day of ['2026-07-07', '2026-07-14', '2026-07-21'] as const)
      write(
        `docs/${day}.md`,
        `# lantern office hours ${day}\n\n## Highlights\n\n* It works (PR #1)\n\n## Agenda\n\n* Topic (issue #273)\n\n## Action items\n\n${items[day]}\n\n## Attendees\n\n* Ada King (@adaking)\n* Ben Lutz (@benl)\n`,
      );
    if (!template) return;
    write(
      '.office-hours/lantern.md',
      "---\nnotes: docs/*.md\nfile: '{YYYY-MM-DD}.md'\nrepository: lantern-project/lantern\nagenda: [help wanted]\noldestPulls: 2\n---\n# lantern office hours ${1:date}\n\n## Highlights\n\n* ${2:what changed} (PR #${3:number})\n\n## Agenda\n\n* ${4:topic}\n\n## Look at old pull requests\n\n## Action items\n\n* TODO(${5:owner}): ${6:what is to be done}\n\n## Attendees\n\n* ${7:name}\n",
    );
  }

  async function start(withGitHub = true): Promise<void> {
    const node = githubByNode({ GITHUB_API_URL: github.url });
    ok(node.kind === 'ready');
    const uri = pathToFileURL(root).href;
    session = await startSession(plainClient, {
      host: {
        clock,
        files: filesByNode,
        ...(withGitHub && { github: { transport: node.github.transport, storage: new MemoryStorage() } }),
      },
      params: { workspaceFolders: [{ uri, name: 'w' }], rootUri: uri },
    });
  }

  function ask(more: Partial<NewNoteParams>): Promise<NewNoteStep> {
    const params: NewNoteParams = {
      folder: pathToFileURL(root).href,
      target: null,
      date: '2026-08-11',
      ...more,
    };
    return session.client.sendRequest<NewNoteStep>(newNote, params);
  }

  const everything: readonly DraftPart[] = [
    'releases',
    'highlights',
    'todos',
    'done',
    'agenda',
    'recurring',
    'oldestPulls',
    'attendance',
  ];

  it('is offered with what each brings', async () => {
    lanternNotes();
    await start();
    const step = await ask({ offerParts: true });
    ok(step.kind === 'parts', JSON.stringify(step));
    deepEqual(
      step.parts.map(({ part, brings }) => `${part}: ${brings}`),
      [
        'releases: 1 release',
        'highlights: 2 merged pull requests',
        'todos: 2 open action items',
        'done: 1 action item, all of its issues closed',
        'agenda: 8 issues and pull requests with the label "help wanted"',
        'recurring: 1 reference of 3 or more notes, still open',
        'oldestPulls: 2 pull requests that were opened first',
        'attendance: 2 people of the latest notes',
      ],
    );
    deepEqual(step.undrafted, []);
  });

  it('is put into the note as chosen', async () => {
    lanternNotes();
    await start();
    const all = await ask({ offerParts: true, parts: everything });
    ok(all.kind === 'ready', JSON.stringify(all));
    match(
      all.text,
      /\n\n## Highlights\n\n\* \[0\.12\.1\]\(https:\/\/github\.com\/lantern-project\/lantern\/releases\/tag\/0\.12\.1\)\n\* .+ \(PR #271\)\n\* .+ \(PR #270\)\n\n## Agenda\n/,
    );
    match(all.text, /\n\* What must not change after 1\\?\.0 \(issue #273\)\n/);
    match(
      all.text,
      /\n## Look at old pull requests\n\n\* .+ \(PR #2\)\n\* .+ \(PR #3\)\n\n## Action items\n\n\* .*test it.*\n\* .*write it \(issue #188\).* \(done\)\n/,
    );
    match(all.text, /\n## Attendees\n\n\* Ada King \(@adaking\)\n\* Ben Lutz \(@benl\)\n$/);
    equal(/what changed|topic|what is to be done/.test(all.text), false);
    match(all.template ?? '', /what changed \(PR #number\)/);

    const one = await ask({ offerParts: true, parts: ['attendance'] });
    ok(one.kind === 'ready');
    match(one.snippet, /\$\{\d:what changed\}[\s\S]*\* Ada King \(@adaking\)\n\* Ben Lutz/);
    const none = await ask({ offerParts: true, parts: [] });
    ok(none.kind === 'ready');
    match(none.text, /what changed \(PR #number\)/);
  });

  it('is not offered where nothing asks for it', async () => {
    lanternNotes();
    await start();
    equal((await ask({})).kind, 'ready');
  });

  it('is what the notes say without GitHub', async () => {
    lanternNotes(false);
    await start(false);
    const step = await ask({ offerParts: true });
    ok(step.kind === 'parts', JSON.stringify(step));
    deepEqual(
      step.parts.map(({ part }) => part),
      ['todos', 'attendance'],
    );
    deepEqual(step.undrafted, []);
  });

  it('is nothing, without a question, where there is nothing', async () => {
    for (const day of ['2026-07-07', '2026-07-14', '2026-07-21'])
      write(`docs/${day}.md`, `# Council ${day}\n\n## Topics\n\n* We spoke\n`);
    await start();
    const step = await ask({ offerParts: true });
    ok(step.kind === 'ready');
    deepEqual(step.undrafted, []);
    match(step.text, /^# Council 2026-08-11\n\n## Topics\n/);
  });

  for (const fault of ['offline', 'limitReached', 'serverError'] as const)
    it(`is nothing of GitHub, and says so: ${fault}`, async () => {
      lanternNotes();
      await github.setFault(faults[fault]);
      await start();
      const step = await ask({ offerParts: true });
      ok(step.kind === 'parts', JSON.stringify(step));
      deepEqual(
        step.parts.map(({ part }) => part),
        ['todos', 'attendance'],
      );
      match(
        step.undrafted.find(({ part }) => part === 'highlights')?.message ?? '',
        /could not be looked up/,
      );
      const note = await ask({ offerParts: true, parts: ['highlights', 'todos'] });
      ok(note.kind === 'ready');
      match(note.text, /what changed \(PR #number\)[\s\S]*test it/);
      deepEqual(
        note.undrafted?.map(({ part }) => part),
        ['highlights'],
      );
    });

  it('is put into the file of all meetings', async () => {
    const meeting = (day: string) =>
      `## ${day}\n\n### Attendees\n\n* Ada King\n\n### Action items\n\n* @ada: write it\n`;
    write(
      'docs/meetings.md',
      `# Meetings\n\n${['2026-08-04', '2026-07-28', '2026-07-21'].map(meeting).join('\n')}`,
    );
    await start();
    const step = await ask({ offerParts: true });
    ok(step.kind === 'parts', JSON.stringify(step));
    const note = await ask({ offerParts: true, parts: ['todos'] });
    ok(note.kind === 'insert', JSON.stringify(note));
    match(note.text, /## 2026-08-11\n\n### Attendees\n[\s\S]*### Action items\n\n.*@ada: write it/);
    equal(note.snippet.includes('@ada: write it'), true);
  });
});
