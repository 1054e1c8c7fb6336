import { deepEqual, equal, ok } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ActionItemsResult,
  type EditItemParams,
  type EditItemResult,
  editActionItem,
  type IssueFormParams,
  type IssueFormResult,
  issueFormOfItem,
  listActionItems,
} from '../../shared/actionItems.ts';
import { draftNote } from '../../shared/drafts.ts';
import { lanternArchive } from '../helpers/lanternArchive.ts';
import type { Session } from '../helpers/session.ts';
import { sessionWithNotes } from '../helpers/sessionWithNotes.ts';

describe('the view of action items over the wire', () => {
  let root: string;
  let session: Session;
  const uriOf = (name: string) => pathToFileURL(join(root, 'docs', `${name}_meeting_notes.md`)).href;
  const textOf = (name: string) => lanternArchive[`${name}_meeting_notes.md`]!;

  beforeEach(() => start(lanternArchive));
  const start = async (files: Readonly<Record<string, string>>) => {
    ({ root, session } = await sessionWithNotes(files));
  };
  const end = async () => {
    await session.close();
    rmSync(root, { recursive: true });
  };
  afterEach(end);

  const list = (login: string | null = null) =>
    session.client.sendRequest<ActionItemsResult>(listActionItems, { login, isShown: true });
  const edit = async (text: string, action: EditItemParams['action']) => {
    const item = (await list()).items.find((each) => each.text === text)!;
    const { uri, line, character, key } = item;
    return session.client.sendRequest<EditItemResult>(editActionItem, { uri, line, character, key, action });
  };
  const applied = (text: string, result: EditItemResult): string => {
    ok(result.kind === 'edit', JSON.stringify(result));
    return TextDocument.applyEdits(TextDocument.create('', 'markdown', 1, text), [...result.edits]);
  };

  const carryOver = (uri: string, line = 0) =>
    session.client.sendRequest<EditItemResult>(draftNote, { uri, line, parts: ['todos'] });

  it('tells a view that is not seen only how many are mine', async () => {
    const params = { login: 'ada', isShown: false };
    deepEqual(await session.client.sendRequest(listActionItems, params), {
      hasNotes: true,
      mine: 1,
      items: [],
    });
  });

  it('lists what is open, and whose it is', async () => {
    const { hasNotes, items } = await list('ada');
    ok(hasNotes);
    deepEqual(
      items.map(({ text, owners, note, age, mine, references, older }) => [
        ...[text, owners.join(), note, age, mine, references.join(), older],
      ]),
      [
        ['find a machine for octo/other#12', '', '2026-02-03', 'new', false, 'octo/other#12', false],
        ['Ada: review PR #12', 'Ada', '2026-01-06', 'open for 2 meetings', true, '#12', false],
      ],
    );
  });

  it('follows what is typed', async () => {
    await session.open(
      uriOf('20260203'),
      textOf('20260203').replace('* find a machine', '* [x] find a machine'),
    );
    deepEqual(
      (await list()).items.map(({ text }) => text),
      ['Ada: review PR #12'],
    );
  });

  it('forgets what was typed and not saved, once it is closed', async () => {
    const isListed = async () => (await list()).items.some(({ text }) => text === 'sing');
    const uri = 'untitled:Untitled-1';
    const text = '# lantern office hours 2026-02-17\n\n## Action items\n\n* TODO: sing\n';
    for (const each of [uri, uriOf('20260203')]) {
      await session.open(each, text);
      equal(await isListed(), true, each);
      await session.client.sendNotification('textDocument/didClose', { textDocument: { uri: each } });
      equal(await isListed(), false, each);
    }
  });

  it('marks an item of a file, and of what is open', async () => {
    const done = await edit('Ada: review PR #12', { kind: 'done' });
    ok(done.kind === 'edit' && done.version === null);
    ok(applied(textOf('20260106'), done).includes('* Ada: review PR #12 (done)\n'));
    const typed = `Above.\n\n${textOf('20260106')}`;
    await session.open(uriOf('20260106'), typed);
    const again = await edit('Ada: review PR #12', { kind: 'done' });
    ok(again.kind === 'edit' && again.version === 1);
    ok(applied(typed, again).includes('* Ada: review PR #12 (done)\n'));
  });

  it('assigns an item, and says where a name would be none', async () => {
    const text = 'find a machine for octo/other#12';
    const assigned = await edit(text, { kind: 'assign', owner: 'Bo' });
    ok(applied(textOf('20260203'), assigned).includes('* Bo: find a machine for octo/other#12\n'));
    const refused = await edit(text, { kind: 'assign', owner: 'see [x](y), and' });
    equal(refused.kind, 'refused');
  });

  it('refuses an item that is another now', async () => {
    const refused = await session.client.sendRequest<EditItemResult>(editActionItem, {
      uri: uriOf('20260106'),
      line: 8,
      character: 2,
      key: 'dance',
      action: { kind: 'done' },
    });
    deepEqual(refused, { kind: 'refused', message: 'The action item has changed. Open its note.' });
  });

  it('copies an item, and carries over all, once', async () => {
    const uri = uriOf('20260217');
    const text = '# lantern office hours 2026-02-17\r\n\r\n## Action items\r\n';
    await session.open(uri, text);
    const copied = await edit('Ada: review PR #12', { kind: 'copy', target: uri, targetLine: 0 });
    const since = '(since [2026-01-06](20260106_meeting_notes.md))';
    equal(applied(text, copied), `${text}\r\n* [ ] Ada: review PR #12 ${since}\r\n`.replace(/\r\n$/, '\r\n'));
    const carried = await carryOver(uri);
    ok(carried.kind === 'edit' && carried.count === 2);
    const after = applied(text, carried);
    ok(
      after.includes(
        '* [ ] find a machine for octo/other#12 (since [2026-02-03](20260203_meeting_notes.md))',
      ),
      after,
    );
    await session.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: after }],
    });
    deepEqual(await carryOver(uri), {
      kind: 'refused',
      message: 'The note has these action items already.',
    });
  });

  it('gives the form for an issue of the series’ repository', async () => {
    const form = async (key: string) => {
      const params: IssueFormParams = { uri: uriOf('20260106'), key, clone: null };
      return session.client.sendRequest<IssueFormResult>(issueFormOfItem, params);
    };
    const { key } = (await list()).items.find(({ text }) => text === 'Ada: review PR #12')!;
    const result = await form(key);
    ok(result.kind === 'form', JSON.stringify(result));
    const url = new URL(result.url);
    equal(`${url.origin}${url.pathname}`, 'https://github.com/octo/lantern/issues/new');
    equal(url.searchParams.get('title'), 'Ada: review PR #12');
    equal((await form('dance')).kind, 'refused');
  });

  it('carries nothing into what is no note', async () => {
    const uri = pathToFileURL(join(root, 'README.md')).href;
    await session.open(uri, '# Lantern\n\n## Action items\n');
    deepEqual(await carryOver(uri), {
      kind: 'refused',
      message: 'This document is not a note of a series.',
    });
  });

  describe('in a file with several meetings', () => {
    const uri = () => pathToFileURL(join(root, 'docs', 'meetings.md')).href;
    const text = [
      ...['# Syncs', '', '## 2026-02-03', '', '### Action items', '', '* Ada: ship it', ''],
      ...['## 2026-01-20', '', '### Action items', '', '* Bo: write it', '* Bo: (done) plan it', ''],
      ...['## 2026-01-06', '', '### Action items', '', '* Bo: write it', '* Cy: read it', ''],
    ];
    const lineOf = (day: string) => text.indexOf(`## ${day}`);
    beforeEach(async () => {
      await end();
      await start({ 'meetings.md': text.join('\n') });
    });

    it('are carried over into the meeting at the cursor, from those before it alone', async () => {
      await session.open(uri(), text.join('\n'));
      const newest = applied(text.join('\n'), await carryOver(uri(), lineOf('2026-02-03') + 2));
      deepEqual(newest.split('\n').slice(6, 10), [
        '* Ada: ship it',
        '* Bo: write it (since [2026-01-06](#2026-01-06))',
        '* Cy: read it (since [2026-01-06](#2026-01-06))',
        '',
      ]);
      const second = applied(text.join('\n'), await carryOver(uri(), lineOf('2026-01-20')));
      deepEqual(
        second.split('\n').filter((line) => !text.includes(line)),
        ['* Cy: read it (since [2026-01-06](#2026-01-06))'],
      );
      deepEqual(await carryOver(uri(), lineOf('2026-01-06')), {
        kind: 'refused',
        message: 'The earlier notes have no open action items.',
      });
    });

    it('are marked, and copied into the meeting at the cursor', async () => {
      const done = applied(text.join('\n'), await edit('Cy: read it', { kind: 'done' }));
      deepEqual(
        done.split('\n').filter((line) => !text.includes(line)),
        ['* Cy: read it (done)'],
      );
      await session.open(uri(), text.join('\n'));
      const target = { kind: 'copy', target: uri(), targetLine: lineOf('2026-02-03') } as const;
      const copied = applied(text.join('\n'), await edit('Cy: read it', target));
      equal(copied.split('\n')[7], '* Cy: read it (since [2026-01-06](#2026-01-06))');
    });
  });
});
