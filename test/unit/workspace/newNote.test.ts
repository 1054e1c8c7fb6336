import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import type { ReadResult } from '../../../server/core/ports.ts';
import { type NewNoteState, preparedNote, proposedDates } from '../../../server/core/workspace/newNote.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { inEnglish, sayAll } from '../../../shared/l10n.ts';
import type { DateProposal, NewNoteResult } from '../../../shared/protocol.ts';
import { defaultSettings, type Settings } from '../../../shared/settings.ts';

const root = 'file:///w/lantern';

interface World {
  /** Path below the root, and text. */
  readonly notes?: Readonly<Record<string, string>>;
  /** On disk, but not in the archive yet. */
  readonly unread?: Readonly<Record<string, ReadResult>>;
  readonly settings?: Partial<Settings>;
  readonly today?: string;
  /** By the file's name. */
  readonly templates?: Readonly<Record<string, string>>;
}

const world = ({
  notes = {},
  unread = {},
  settings = {},
  today = '2026-03-04',
  templates = {},
}: World = {}): NewNoteState => {
  const archive = new Archive();
  const { notesFolder } = settings;
  archive.setFolders([
    { uri: root, ...(notesFolder === undefined ? {} : { notesFolder: `${root}/${notesFolder}` }) },
  ]);
  for (const [name, text] of Object.entries(templates)) {
    archive.templates.update(`${root}/.office-hours/${name}.md`, text);
  }
  for (const [path, text] of Object.entries(notes)) {
    const uri = path.startsWith('untitled:') ? path : `${root}/${path}`;
    archive.update(summarize(uri, parseNote(text), archive.templates.dateOf(uri)));
  }
  const onDisk = (path: string): ReadResult => {
    const text = notes[path];
    return unread[path] ?? (text === undefined ? { kind: 'missing' } : { kind: 'text', text });
  };
  return {
    archive,
    clock: { today: () => today },
    files: {
      read: async (uris) => uris.map((uri) => onDisk(uri.slice(root.length + 1))),
    },
    openNote: () => undefined,
    settingsFor: () => ({ ...defaultSettings, ...settings }),
  };
};

const titled = (date: string, project = 'lantern'): string => `# ${project} office hours ${date}\n`;
const biweekly = {
  'docs/office-hours/20260203_meeting_notes.md': titled('2026-02-03'),
  'docs/office-hours/20260217_meeting_notes.md': titled('2026-02-17'),
  'docs/office-hours/20260303_meeting_notes.md': titled('2026-03-03'),
};

/** What the server answers in English. */
const inWords = async (...[wanted, state]: Parameters<typeof preparedNote>) =>
  sayAll<Exclude<NewNoteResult, { kind: 'meeting' | 'date' }>, 'message' | 'reason' | 'description'>(
    await preparedNote(wanted, state),
    inEnglish,
  );

const prepare = (state: NewNoteState, date: string, target: string | null = null) =>
  inWords({ folder: root, date, target: target === null ? null : `${root}/${target}` }, state);

/** Where the note goes, below the root. */
const pathOf = async (state: NewNoteState, date: string, target: string | null = null) => {
  const result = await prepare(state, date, target);
  if (result.kind === 'refused') return result.message;
  if (result.kind === 'name') {
    const paths = result.names.map(({ folder, name }) => `${folder}/${name}`);
    return `${result.reason} ${paths.join(' or ')}`;
  }
  const uri = result.uri?.startsWith(root) ? result.uri.slice(root.length + 1) : result.uri;
  return result.kind === 'exists' ? `exists: ${uri}` : uri;
};

/** A template file with this front matter. */
const template = (...frontMatter: string[]): string =>
  ['---', ...frontMatter, '---', '# ${1:project} call {YYYY}', '', '## Updates', ''].join('\n');

const firstLine = async (state: NewNoteState, folder: string | null = root) => {
  const result = await inWords({ folder, date: '2026-03-17', target: null }, state);
  assert.equal(result.kind, 'ready');
  return result.kind === 'ready' ? result.snippet.split('\n')[0] : '';
};

/** The dates to offer, in English. */
const datesOf = (...asked: Parameters<typeof proposedDates>) =>
  sayAll<readonly DateProposal[], 'reason'>(proposedDates(...asked), inEnglish);

describe('proposedDates', () => {
  it('carries on the rhythm of the notes', () => {
    const proposals = datesOf({ folder: root }, world({ notes: biweekly }));
    assert.deepEqual(proposals, [
      { date: '2026-03-17', reason: 'every 2 weeks on Tuesday', kind: 'next', exists: false },
      { date: '2026-03-04', reason: 'today', kind: 'today', exists: false },
    ]);
  });

  it('knows that today’s note is there', () => {
    const proposals = proposedDates({ folder: root }, world({ notes: biweekly, today: '2026-03-03' }));
    assert.deepEqual(
      proposals.map(({ date, exists }) => [date, exists]),
      [
        ['2026-03-17', false],
        ['2026-03-03', true],
      ],
    );
  });

  it('offers today without notes and without a folder', () => {
    const expected = { date: '2026-03-04', kind: 'today', exists: false } as const;
    const reason = 'today; there are no earlier notes';
    assert.deepEqual(datesOf({ folder: root }, world()), [{ ...expected, reason }]);
    assert.deepEqual(datesOf({ folder: null }, world()), [{ ...expected, reason }]);
  });

  it('has no notes yet in another folder', () => {
    const state = world({ notes: biweekly, today: '2026-03-03' });
    const proposals = proposedDates({ folder: root, target: `${root}/docs/tsc` }, state);
    assert.ok(proposals.length > 0);
    assert.ok(proposals.every(({ exists }) => !exists));
  });
});

describe('preparedNote', () => {
  describe('puts the note where the notes are, named as they are', () => {
    for (const [name, notes, target, expected] of [
      ['no notes', {}, null, 'docs/office-hours/20260317_meeting_notes.md'],
      ['notes', biweekly, null, 'docs/office-hours/20260317_meeting_notes.md'],
      ['notes elsewhere', { 'meetings/2026-03-03.md': titled('2026-03-03') }, null, 'meetings/2026-03-17.md'],
      ['notes in the root', { 'meeting-2026_03_03.md': titled('2026-03-03') }, null, 'meeting-2026_03_17.md'],
      ['by year', { 'meetings/2025/2025-12-30.md': '' }, null, 'meetings/2026/2026-03-17.md'],
      ['by month', { 'meetings/2025/12/2025-12-30.md': '' }, null, 'meetings/2026/03/2026-03-17.md'],
      [
        'by quarter',
        { 'meetings/2025/Q4/2025-12-16-sync.md': '' },
        null,
        'meetings/2026/Q1/2026-03-17-sync.md',
      ],
      [
        'the latest, whose older notes were moved',
        {
          'notes/old/2024-01-09_minutes.md': '',
          'notes/old/2024-02-13_minutes.md': '',
          'notes/old/2024-03-12_minutes.md': '',
          'notes/2026/2026-01-06.md': '',
          'notes/2026/2026-01-13.md': '',
        },
        null,
        'notes/2026/2026-03-17.md',
      ],
      ['by number', { 'calls/0041-2026-03-03.md': '' }, null, 'calls/0042-2026-03-17.md'],
      [
        'by year, from the folder of an older year',
        { 'meetings/2025/2025-12-30.md': '', 'meetings/2026/2026-01-06.md': '' },
        'meetings/2025',
        'meetings/2026/2026-03-17.md',
      ],
      ['a chosen folder', biweekly, 'docs/tsc', 'docs/tsc/20260317_meeting_notes.md'],
      ['the root chosen', biweekly, '', 'docs/office-hours/20260317_meeting_notes.md'],
      [
        'a name to be encoded',
        { 'a (b)/2026-03-03 #1.md': titled('2026-03-03') },
        null,
        'a%20%28b%29/2026-03-17%20%231.md',
      ],
    ] as const) {
      it(name, async () => assert.equal(await pathOf(world({ notes }), '2026-03-17', target), expected));
    }

    it('the folder of the setting', async () => {
      const settings = { notesFolder: 'talk/notes' };
      assert.equal(
        await pathOf(world({ notes: biweekly, settings }), '2026-03-17'),
        'talk/notes/20260317_meeting_notes.md',
      );
    });
  });

  describe('gives the note that is there', () => {
    for (const [name, state, date, expected] of [
      ['by its name', { notes: biweekly }, '2026-03-03', 'docs/office-hours/20260303_meeting_notes.md'],
      [
        'under another name',
        { notes: { ...biweekly, 'docs/office-hours/2026-03-17.md': '' } },
        '2026-03-17',
        'docs/office-hours/2026-03-17.md',
      ],
      [
        'by its title alone',
        { notes: { ...biweekly, 'docs/office-hours/next.md': titled('2026-03-17') } },
        '2026-03-17',
        'docs/office-hours/next.md',
      ],
      [
        'not read yet',
        { unread: { 'docs/office-hours/20260317_meeting_notes.md': { kind: 'text', text: '' } } },
        '2026-03-17',
        'docs/office-hours/20260317_meeting_notes.md',
      ],
      [
        'not to be read',
        { unread: { 'docs/office-hours/20260317_meeting_notes.md': { kind: 'binary' } } },
        '2026-03-17',
        'docs/office-hours/20260317_meeting_notes.md',
      ],
    ] as const) {
      it(name, async () => assert.equal(await pathOf(world(state), date), `exists: ${expected}`));
    }

    it('but not of another series', async () => {
      const state = world({ notes: biweekly });
      assert.equal(await pathOf(state, '2026-03-03', 'docs/tsc'), 'docs/tsc/20260303_meeting_notes.md');
    });

    it('that was never saved, without a folder', async () => {
      const state = world({ notes: { 'untitled:Untitled-1': titled('2026-03-17') } });
      const result = await inWords({ folder: null, date: '2026-03-17', target: null }, state);
      assert.deepEqual(result, { kind: 'exists', uri: 'untitled:Untitled-1' });
    });
  });

  describe('refuses', () => {
    for (const [name, state, date, target, message] of [
      [
        'a day that is none',
        {},
        '2026-02-30',
        null,
        '"2026-02-30" is not a valid date. Write the date as YYYY-MM-DD.',
      ],
      [
        'a path for a date',
        {},
        '../../x',
        null,
        '"../../x" is not a valid date. Write the date as YYYY-MM-DD.',
      ],
      [
        'a folder outside by setting',
        { settings: { notesFolder: '../elsewhere' } },
        '2026-03-17',
        null,
        'The setting officeHours.notes.folder is "../elsewhere", which is outside the workspace folder. Write a folder inside the workspace folder, such as docs/office-hours.',
      ],
      ['a folder outside', {}, '2026-03-17', '../other', '".." is not in the workspace folder "lantern".'],
      [
        'a name Windows cannot have',
        { notes: { 'docs/office-hours/a: 2026-03-03.md': titled('2026-03-03') } },
        '2026-03-17',
        null,
        'The new note would be named "a: 2026-03-17.md", which contains a character that Windows does not allow. The name follows the latest notes: rename "a: 2026-03-03.md".',
      ],
    ] as const) {
      it(name, async () => {
        const uri = target === '../other' ? 'file:///w/..' : null;
        const result = await inWords({ folder: root, date, target: uri }, world(state));
        assert.deepEqual(result, { kind: 'refused', message });
      });
    }
  });

  describe('names the project', () => {
    it('as the notes do', async () =>
      assert.equal(await firstLine(world({ notes: biweekly })), '# lantern office hours 2026-03-17'));

    it('else asks, and offers the repository of the setting', async () => {
      const state = world({ settings: { repository: 'o/lamp' } });
      assert.equal(await firstLine(state), '# $' + '{1:lamp} office hours 2026-03-17');
    });

    it('else that of the references', async () => {
      const text = '# Office hours 2026-03-03\n\nhttps://github.com/o/torch/pull/1\n';
      const state = world({ notes: { 'docs/office-hours/20260303_meeting_notes.md': text } });
      assert.equal(await firstLine(state), '# $' + '{1:torch} office hours 2026-03-17');
    });

    it('else the folder', async () =>
      assert.equal(await firstLine(world()), '# $' + '{1:lantern} office hours 2026-03-17'));

    it('else nothing', async () =>
      assert.equal(await firstLine(world(), null), '# $' + '{1:project} office hours 2026-03-17'));
  });

  describe('without a template file', () => {
    const ours = {
      'm/2026-02-03.md': '# T-parser Meeting Agenda 2026-02-03\n\n## Announcements\n\n## Issues\n',
      'm/2026-02-17.md': '# T-parser Meeting Agenda 2026-02-17\n\n## Announcements\n\n* a\n\n## Issues\n',
      'm/2026-03-03.md': '# T-parser Meeting Agenda 2026-03-03\n\n## Announcements\n\n## Issues\n',
    };
    const expected = '# T-parser Meeting Agenda 2026-03-17\n\n## Announcements\n\n## Issues\n';
    const textOf = async (state: NewNoteState, target: string | null = null) => {
      const result = await prepare(state, '2026-03-17', target);
      return result.kind === 'ready' ? result.text : undefined;
    };

    it('begins as the latest notes do', async () =>
      assert.equal(await textOf(world({ notes: ours })), expected));

    it('also the first note of another folder', async () =>
      assert.equal(await textOf(world({ notes: ours }), 'docs/tsc'), expected));

    it('goes by the text of an open document', async () => {
      const state = world({ notes: ours });
      const open = parseNote(ours['m/2026-03-03.md'].replace('## Issues', '## Bugs'));
      const result = await prepare(
        { ...state, openNote: (uri) => (uri.endsWith('2026-03-03.md') ? open : undefined) },
        '2026-03-17',
      );
      assert.equal(result.kind === 'ready' && result.text, expected.replace('\n## Issues\n', ''));
    });

    it('begins with the built-in template where there are only two notes', async () => {
      const { 'm/2026-02-03.md': _, ...two } = ours;
      assert.match((await textOf(world({ notes: two }))) ?? '', /^## Highlights since the last meeting$/m);
    });

    it('names the candidates where the names do not tell', async () => {
      const notes = {
        'office-hours/plan.md': titled('2026-03-03'),
        'office-hours/start.md': titled('2026-02-03'),
        'office-hours/first.md': titled('2026-01-06'),
      };
      assert.equal(
        await pathOf(world({ notes }), '2026-03-17'),
        'The names of the latest notes, such as "plan.md", do not say what the next one is called. office-hours/2026-03-17.md or office-hours/2026-03-17-meeting.md',
      );
    });
  });

  it('words the note as the latest ones', async () => {
    const alias = 'Announcements and Highlights since the last meeting';
    const notes = {
      'm/2026-02-17.md': `${titled('2026-02-17')}\nYouTube Link: https://youtu.be/a\n\n## Highlights since the last meeting\n`,
      'm/2026-03-03.md': `${titled('2026-03-03')}\nYouTube: https://youtu.be/b\n\n## ${alias}\n`,
    };
    const result = await prepare(world({ notes }), '2026-03-17');
    assert.equal(result.kind, 'ready');
    if (result.kind !== 'ready') return;
    assert.match(result.snippet, /^YouTube: \$1$/m);
    assert.ok(result.text.includes(`\n## ${alias}\n`));
  });

  it('begins an untitled document without a folder', async () => {
    const result = await inWords({ folder: null, date: '2026-03-17', target: null }, world());
    assert.equal(result.kind === 'ready' && result.uri, null);
  });

  describe('goes by a template file', () => {
    const place = (frontMatter: string[], notes: World['notes'] = {}, target: string | null = null) =>
      pathOf(world({ notes, templates: { tsc: template(...frontMatter) } }), '2026-03-17', target);

    for (const [name, frontMatter, notes, target, expected] of [
      ['its pattern', ["file: 'call-{YYYY-MM-DD}.md'"], {}, null, 'docs/office-hours/call-2026-03-17.md'],
      ['its folder', ['notes: calls/**'], {}, null, 'calls/20260317_meeting_notes.md'],
      [
        'both',
        ['notes: calls/**', "file: '{YYYY}/{MM}/{DD}.md'"],
        { 'calls/2026/03/03.md': '' },
        null,
        'calls/2026/03/17.md',
      ],
      [
        'the latest names without a pattern',
        ['notes: calls/*.md'],
        { 'calls/call-2026-03-03.md': '' },
        null,
        'calls/call-2026-03-17.md',
      ],
      [
        'the number that comes next',
        ['notes: calls/*.md', "file: '{number}.md'", "title: 'Call {number}: {YYYY-MM-DD}'"],
        { 'calls/8.md': '# Call 8: 2026-02-17\n', 'calls/9.md': '# Call 9: 2026-03-03\n' },
        null,
        'calls/10.md',
      ],
      [
        'the folder of the latest note, where the glob means none right in its own',
        ["notes: '{calls,old}/*.md'", "file: 'call-{YYYY-MM-DD}.md'"],
        { 'old/call-2025-03-03.md': '', 'calls/call-2026-03-03.md': '' },
        null,
        'calls/call-2026-03-17.md',
      ],
      [
        'the folder pointed at',
        ['notes: calls/**', "file: '{YYYY}/{DD}.md'"],
        {},
        'calls/extra',
        'calls/extra/17.md',
      ],
      [
        'the note that is there',
        ['notes: c/**', "file: '{YYYY}/{MM}-{DD}.md'"],
        { 'c/2026/03-17.md': '' },
        null,
        'exists: c/2026/03-17.md',
      ],
    ] as const) {
      it(name, async () => assert.equal(await place([...frontMatter], notes, target), expected));
    }

    for (const [project, name, reason] of [
      ['a:b', 'a:b-2026-03-17.md', 'contains a character that Windows does not allow'],
      ['../a', '../a-2026-03-17.md', 'contains a path separator'],
    ] as const) {
      it(`refuses a name that a project called ${project} makes, and says where it comes from`, async () => {
        assert.equal(
          await place(["file: '{project}-{YYYY-MM-DD}.md'"], {
            'docs/office-hours/20260303_meeting_notes.md': titled('2026-03-03', project),
          }),
          `The new note would be named "${name}", which ${reason}. Change "file" in .office-hours/tsc.md.`,
        );
      });
    }

    describe('that lies above the workspace folder', () => {
      const above = (frontMatter: string[], notes: World['notes'] = {}) => {
        const state = world({ notes });
        state.archive.templates.update('file:///w/.office-hours/tsc.md', template(...frontMatter));
        for (const [path, text] of Object.entries(notes)) {
          const uri = `${root}/${path}`;
          state.archive.update(summarize(uri, parseNote(text), state.archive.templates.dateOf(uri)));
        }
        return pathOf(state, '2026-03-17');
      };
      const pattern = "file: 'call-{YYYY-MM-DD}.md'";
      for (const [name, frontMatter, notes, expected] of [
        ['in its folder', ['notes: lantern/calls/**', pattern], {}, 'calls/call-2026-03-17.md'],
        ['in the workspace folder', ['notes: lantern/*.md', pattern], {}, 'call-2026-03-17.md'],
        ['below the folder of its notes', ["notes: '*/*.md'", pattern], {}, 'call-2026-03-17.md'],
        [
          'by the year, as the notes are',
          ["notes: '**'"],
          { '2025/call-2025-03-18.md': '', '2026/call-2026-03-03.md': '' },
          '2026/call-2026-03-17.md',
        ],
      ] as const) {
        it(`writes ${name}`, async () => assert.equal(await above([...frontMatter], notes), expected));
      }
      it('is refused where its pattern leads elsewhere, and says what to open', async () => {
        assert.equal(
          await above(["notes: '**'", "file: 'lantern/{YYYY-MM-DD}.md'"]),
          'The notes of "tsc" are in "w", which is not in the workspace folder "lantern". Open the folder "w" to create one.',
        );
      });
    });

    it('that was never without errors begins none, and the last that was goes on', async () => {
      const broken = "---\nfile: ['\n---\n# Call\n";
      const state = world({ templates: { tsc: broken } });
      assert.match(
        (await pathOf(state, '2026-03-17')) ?? '',
        /^The template \.office-hours\/tsc\.md has errors\. Fix it first: .*\.$/,
      );
      state.archive.templates.update(`${root}/.office-hours/tsc.md`, template("file: 'call-{DD}.md'"));
      state.archive.templates.update(`${root}/.office-hours/tsc.md`, broken);
      assert.equal(await pathOf(state, '2026-03-17'), 'docs/office-hours/call-17.md');
    });

    it('begins with its text, whatever the latest notes say', async () => {
      const notes = { 'docs/office-hours/20260303_meeting_notes.md': `${titled('2026-03-03')}\n## News\n` };
      const templates = { tsc: '# Call ${CURRENT_YEAR}\n\n## Updates\n<!-- also: News -->\n' };
      const result = await prepare(world({ notes, templates }), '2026-03-17');
      assert.equal(result.kind === 'ready' && result.text, '# Call 2026\n\n## Updates\n');
    });

    it('chooses the one that was asked for, else that of the folder, else the first', async () => {
      const templates = {
        cpc: template('notes: cpc/**', "file: '{YYYY-MM-DD}.md'"),
        tsc: template('notes: tsc/**', "file: '{YYYY-MM-DD}.md'"),
      };
      const state = world({ templates });
      assert.equal(await pathOf(state, '2026-03-17'), 'cpc/2026-03-17.md');
      assert.equal(await pathOf(state, '2026-03-17', 'tsc'), 'tsc/2026-03-17.md');
      const asked = {
        folder: root,
        date: '2026-03-17',
        target: null,
        template: `${root}/.office-hours/tsc.md`,
      };
      const result = await preparedNote(asked, state);
      assert.equal(result.kind === 'ready' && result.uri, `${root}/tsc/2026-03-17.md`);
    });

    it('proposes dates by its rhythm', () => {
      const state = world({ templates: { tsc: template('every: Thursday') } });
      assert.deepEqual(datesOf({ folder: root }, state)[0], {
        date: '2026-03-05',
        reason: 'every Thursday',
        kind: 'next',
        exists: false,
      });
    });
  });
});
