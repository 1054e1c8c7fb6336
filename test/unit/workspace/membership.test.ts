import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarizeName } from '../../../server/core/archive/summary.ts';
import {
  evidenceOf,
  isDocumentName,
  isLeftOut,
  isMeetingsName,
  isNoteAmong,
  isNoteName,
  isNotesFolderName,
  isNoteTitle,
  titleKey,
} from '../../../server/core/workspace/membership.ts';
import { findDate } from '../../../shared/dates/findDate.ts';

const evidence = (path: string, titleText?: string): string => {
  const uri = `file:///w/${path}`;
  const titleDate = titleText === undefined ? undefined : findDate(titleText)?.value;
  return evidenceOf({
    ...summarizeName(uri),
    ...(titleText === undefined ? {} : { titleText }),
    ...(titleDate === undefined ? {} : { titleDate }),
  });
};

describe('evidenceOf', () => {
  for (const [fileName, title, expected] of [
    ['20260106_meeting_notes.md', 'lantern office hours 2026-01-06', 'note'],
    ['20260106_meeting_notes.md', undefined, 'note'],
    ['20260106_meeting_notes.md', 'Anything', 'note'],
    ['2026-01-06.md', undefined, 'note'],
    ['2026-01-06.md', 'lantern 2026-01-06', 'maybe'],
    ['2026-01-06.md', 'Shopping', 'maybe'],
    ['january.md', 'lantern office hours 2026-01-06', 'note'],
    ['january.md', 'Office-hours of lantern, 2026-01-06', 'note'],
    ['tsc.md', 'Lantern Steering Committee Meeting 2026-01-06', 'note'],
    ['x.md', '2026-01-06 Lantern community call', 'note'],
    ['x.md', 'Release Working Group Meeting 2026-01-06', 'note'],
    ['next.md', 'lantern office hours', 'maybe'],
    ['2026-01-06.md', 'Releases WG', 'maybe'],
    ['2026-01-06.md', 'Release notes', 'other'],
    ['2026-01-06.md', 'Release team 2026-01-06', 'maybe'],
    ['2026-01-06.md', 'Releases council – 6 January 2026', 'maybe'],
    ['2026-01-06.md', 'Release of the team 1.0', 'other'],
    ['2026-01-06.md', 'The team released 1.0', 'other'],
    ['2026-01-06.md', 'Announcing the new board', 'other'],
    ['2026-01-06.md', 'News of the call', 'other'],
    ['2026-01-06-budget.md', 'The budget', 'maybe'],
    ['ata-04-02-2026.md', 'Ata da reunião de 4 de fevereiro de 2026', 'maybe'],
    ['release-04-02-2026.md', 'lantern 4 February 2026', 'other'],
    // Dates alone make no note.
    ['CHANGELOG.md', 'Changelog 2026-01-06', 'never'],
    ['changes.markdown', '2026-01-06', 'never'],
    ['2026-01-06.md', 'Changelog 2026-01-06', 'other'],
    ['history-of-lantern.md', 'Changelog of the meeting tool 2026-01-06', 'other'],
    ['2026-01-06-release-notes.md', undefined, 'other'],
    ['2026-01-06-hello.md', 'Announcing lantern 1.0, 2026-01-06', 'other'],
    ['hello.md', 'Hello 2026-01-06', 'other'],
    ['hello.md', undefined, 'untitled'],
    ['README.md', 'lantern office hours 2026-01-06', 'never'],
    ['readme.markdown', undefined, 'never'],
    ['index.md', undefined, 'never'],
    ['note-template.md', 'project office hours 2026-01-06', 'never'],
    ['CONTRIBUTING.md', undefined, 'never'],
    // A folder for each meeting.
    ['2026-01-06/notes.md', 'Lantern sync 2026-01-06', 'note'],
    ['2026-01-06/notes.md', undefined, 'note'],
    ['2026-01-06/README.md', 'Weekly meeting', 'note'],
    ['2026-01-06/README.md', 'The budget', 'maybe'],
    ['2026/01-06/minutes.md', undefined, 'note'],
    ['2026-01-06/slides.md', 'Slides of the budget', 'other'],
    ['2026-01-06/CONTRIBUTING.md', undefined, 'never'],
  ] as const) {
    it(`${fileName}: ${title ?? '(no title)'} → ${expected}`, () =>
      assert.equal(evidence(fileName, title), expected));
  }
});

describe('isNoteAmong', () => {
  const nowhere = { configured: false, notes: 0, maybes: 0 };
  for (const [name, kind, surroundings, folder, expected] of [
    ['a note anywhere', 'note', {}, ['docs'], true],
    ['a note in the root', 'note', {}, [], true],
    ['a note among blog posts', 'note', {}, ['_posts'], false],
    ['a note among blog posts, by setting', 'note', { configured: true }, ['_posts'], true],
    ['a change log by day', 'note', {}, ['docs', 'changelogs'], false],
    ['a dated slug in a folder of meetings', 'maybe', {}, ['docs', 'meetings'], true],
    ['a dated slug in a folder of meetings by year', 'maybe', {}, ['meetings', '2026'], true],
    ['a dated slug among notes', 'maybe', { notes: 3, maybes: 1 }, ['docs', 'tsc'], true],
    ['a dated slug among many', 'maybe', { notes: 1, maybes: 9 }, ['docs', 'diary'], false],
    ['a dated slug alone', 'maybe', {}, ['docs', 'diary'], false],
    ['no title in a folder of office hours', 'untitled', {}, ['docs', 'office-hours'], true],
    ['no title among notes elsewhere', 'untitled', { notes: 9 }, [], false],
    ['another text in a folder of office hours', 'other', { notes: 9 }, ['docs', 'office-hours'], false],
    ['another text in the folder of the setting', 'other', { configured: true }, ['docs', 'x'], true],
    ['a README in the folder of the setting', 'never', { configured: true }, ['docs', 'x'], false],
  ] as const) {
    it(`${name}: ${expected}`, () =>
      assert.equal(isNoteAmong(kind, { ...nowhere, ...surroundings }, folder), expected));
  }
});

describe('names', () => {
  for (const name of ['20191015_meeting_notes.md', '2019-10-15.markdown', 'a 2019.10.15 b.MD']) {
    it(`${name} is worth reading`, () => assert.ok(isNoteName(name)));
  }
  for (const name of ['README.md', '2019-10-15.txt', '2019-10-15', 'release-notes-2019-10-15.md']) {
    it(`${name} is not`, () => assert.ok(!isNoteName(name)));
  }

  for (const name of [
    'meetings.md',
    'minutes-2026.md',
    'community-call.md',
    'weekly_sync.md',
    'TSC-notes.md',
  ])
    it(`${name} may hold all meetings of a series`, () => assert.ok(isMeetingsName(name)));
  for (const name of [
    'weekly.md',
    'call-graph.md',
    'release-notes.md',
    'notes.txt',
    '2026.md',
    'community.md',
  ])
    it(`${name} holds no meetings`, () => assert.ok(!isMeetingsName(name)));

  it('knows documents beside notes', () => {
    for (const name of ['README.md', 'CODE_OF_CONDUCT.md', 'TEMPLATE.md', 'meeting_template.md']) {
      assert.ok(isDocumentName(name), name);
    }
    for (const name of ['2026-01-06-readme.md', 'notes.md', 'templated.md'])
      assert.ok(!isDocumentName(name), name);
  });

  it('knows notes folders', () => {
    for (const path of [
      'office-hours',
      'docs/office_hours',
      'officehours',
      'Meeting Notes',
      'meetings/2026/01',
    ]) {
      assert.ok(isNotesFolderName(path.split('/')), path);
    }
    for (const path of ['', 'office', 'docs', 'notes', 'release-notes', 'blog/meetings-posts', '2026']) {
      assert.ok(!isNotesFolderName(path.split('/')), path);
    }
  });

  it('leaves out hidden folders and installed packages', () => {
    for (const path of [
      '.git/a.md',
      'a/.cache/b.md',
      'node_modules/a/2026-01-06.md',
      'a/node_modules/b.md',
    ]) {
      assert.ok(isLeftOut(path.split('/')), path);
    }
    assert.ok(!isLeftOut(['docs', 'node_modules.md']));
  });

  it('compares titles but for their dates', () => {
    assert.equal(titleKey('lantern gathering 2026-01-06'), titleKey('Lantern  gathering 2026/02-03'));
    assert.notEqual(titleKey('lantern gathering 2026-01-06'), titleKey('lantern party 2026-01-06'));
  });

  it('knows a title that names a meeting', () => {
    for (const title of ['Office hour', 'Team meeting', 'Minutes', 'SIG call', 'Standup'])
      assert.ok(isNoteTitle(title), title);
    for (const title of ['Call', 'Office', 'Hours', 'Announcing our meeting', 'Meetingpoint']) {
      assert.ok(!isNoteTitle(title), title);
    }
  });
});
