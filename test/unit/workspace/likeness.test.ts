import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize, summarizeName } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { joinUri } from '../../../server/core/uri.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { worthReading } from '../../../server/core/workspace/scan.ts';

type Files = Readonly<Record<string, string>>;

const root = 'file:///w';

/** How many of the files the archive takes for notes, read as a scan reads them. */
function notesAmong(files: Files): number {
  const paths = new Map(Object.keys(files).map((path) => [joinUri(root, ...path.split('/')), files[path]!]));
  const archive = new Archive();
  archive.setFolders([{ uri: root }]);
  for (const uri of worthReading([...paths.keys()], root, undefined)) {
    archive.update(summarize(uri, parseNote(paths.get(uri)!)));
  }
  return archive.allSeries(root).reduce((sum, { notes }) => sum + notes.length, 0);
}

/** Files with the same text but for `@`, which is the name of each, and `$`, which counts. */
const each = (folder: string, names: readonly string[], text: string): Files =>
  Object.fromEntries(
    names.map((name, index) => [
      [folder, `${name}.md`].filter((part) => part !== '').join('/'),
      text.replaceAll('@', name).replaceAll('$', String(index + 1)),
    ]),
  );

const named = (folder: string, texts: Files): Files =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}.md`, text]));

const days = ['2026-01-06', '2026-01-13', '2026-01-20', '2026-01-27'];
const agenda = '## Attendees\n\n- Tove\n\n## Agenda\n\n* $\n';

describe('archives', () => {
  for (const [name, files] of [
    [
      'a meeting of a team, by month',
      each('docs/meetings/community', days, '# Lantern Team Meeting - June\n'),
    ],
    ['those of a team for releases', each('sig/release-team', days, `# Release team @\n\n${agenda}`)],
    ['those of a board for advisories', each('security', days, `# Advisory board - @\n\n${agenda}`)],
    [
      'numbered calls',
      each(
        'calls',
        days.map((day, at) => `004${at}-${day}`),
        '# Core developers call #4$\n',
      ),
    ],
    ['a club', each('protokolle', ['2026-01-06', '2026-02-03', '2026-03-03'], '# Treffen 0$.01.2026\n')],
    [
      'month and day below a year',
      each(
        'docs/minutes/2026',
        ['01-06-minutes', '01-13-minutes', '01-20-minutes'],
        '## Minutes for January $, 2026\n',
      ),
    ],
    ['days below years and months', each('jour-fixe/2026/01', ['06', '13', '20'], '# Jour fixe $\n')],
    ['months', each('tsc', ['2026-01', '2026-02', '2026-03'], '# TSC, 2026\n')],
    [
      'days inside numbered minutes',
      each('meetings', ['12', '13', '14'], '# Steering group\n\nDate: 2026-01-1$\n'),
    ],
    ['sprints', each('sprints', ['sprint-8', 'sprint-9', 'sprint-10'], '# Sprint $\n\nDate: 2026-01-1$\n')],
    [
      'sprints with the day in the title',
      each('docs/sprints', ['sprint-08', 'sprint-09', 'sprint-10'], '# Sprint $ – 2026-01-1$\n'),
    ],
    [
      'numbers in a folder of iterations',
      each('iterations', ['8', '9', '10'], '---\ndate: 2026-01-1$\n---\n\n# Iteration $\n'),
    ],
    ['retrospectives', each('team', ['retro-1', 'retro-2', 'retro-3'], '# Retro $\n\nDate: 2026-01-1$\n')],
    ['calls by number', each('calls', ['call-8', 'call-9', 'call-10'], '# Call $\n\n**Date:** 2026-01-1$\n')],
    ['a quarter in short', each('sync/4Q25', days, '# Sync @\n')],
    ['months with a letter', each('sync/2026/m01', days, '# Sync @\n')],
    ['a round', each('runde', days, '# Runde vom @\n')],
    ['a retrospective', each('docs/retro', days, '# Retro @\n')],
    [
      'only headings in common',
      named(
        'plenary',
        Object.fromEntries(
          days.map((day, at) => [day, `# ${['Budget', 'Moving', 'Mentors', 'Names'][at]}\n\n${agenda}`]),
        ),
      ),
    ],
    [
      'no titles, names with a word',
      each(
        'plenary',
        days.map((day) => `${day}-plenary`),
        agenda,
      ),
    ],
    ['titles of the day alone', each('plenary', days, `# @\n\n${agenda}`)],
    [
      'quarters',
      each(
        'sync/2026/Q1',
        days.map((day) => `${day}-sync`),
        '# @ Weekly sync\n',
      ),
    ],
    ['hangouts', each('hangouts', ['20260106', '20260113', '20260120'], '# Contributor hangout $\n')],
    ['a French committee', each('comite', days, '# Réunion du comité du @\n')],
    ['a working group of releases', each('wg-release', days, '# Team of the tools, @\n')],
    [
      'a folder for each meeting',
      each(
        'meetings',
        days.map((day) => `${day}/notes`),
        '# Weekly sync $\n',
      ),
    ],
    [
      'a folder for each meeting, called by its topic, with a README',
      each(
        'plenaries',
        days.map((day, at) => `${day}-${['budget', 'moving', 'mentors', 'names'][at]}/README`),
        `# Plenary\n\n${agenda}`,
      ),
    ],
    ['weekly reports of a meeting', each('weekly', days, `# Weekly sync @\n\n${agenda}`)],
    ['a daily standup', each('standups', days, '# Standup @\n')],
    ['a stand-up in a folder of any name', each('team/log', days, '# Daily standup @\n')],
    [
      'weeks of the year',
      each(
        'meetings/2026',
        ['W02', 'W03', 'W04'].map((week) => `2026-${week}`),
        '# Team meeting @\n\nDate: 2026-01-1$\n',
      ),
    ],
    ['an assembly', each('asamblea', days, '# Asamblea del @\n\n## Asistentes\n\n## Acuerdos\n')],
    ['an RFC committee', each('rfc-meetings', days, '# RFC committee meeting @\n')],
    ['documents of meetings in a folder of docs', each('docs', days, '# Board meeting @\n')],
    ['in the root of the repository', each('', days, '# Lantern plenary @\n')],
  ] as const) {
    it(name, () => assert.equal(notesAmong(files), Object.keys(files).length));
  }

  it('knows an open document of such a folder, and one that does not look like a note', () => {
    const archive = new Archive();
    archive.setFolders([{ uri: root }]);
    const files = each('runde', days, '# Runde vom @\n');
    for (const [path, text] of Object.entries(files)) {
      archive.update(summarize(`${root}/${path}`, parseNote(text)));
    }
    assert.ok(archive.isNote(`${root}/runde/2026-02-03.md`, parseNote('# Runde vom 2026-02-03\n')));
    assert.ok(!archive.isNote(`${root}/runde/ideen.md`, parseNote('# Ideen\n')));
    for (const path of Object.keys(files).slice(1)) archive.remove(`${root}/${path}`);
    assert.equal(archive.seriesIn(`${root}/runde`), undefined);
  });

  it('gives notes below years their day, and those of a month their order', () => {
    assert.equal(summarizeName('file:///w/minutes/2026/01-06-minutes.md').fileDate, '2026-01-06');
    assert.equal(summarizeName('file:///w/2026/10/13.md').fileDate, '2026-10-13');
    assert.equal(summarizeName('file:///w/2026/10-October/13-sync.md').fileDate, '2026-10-13');
    assert.equal(summarizeName('file:///w/2026/Q4/10-13.md').fileDate, '2026-10-13');
    assert.equal(summarizeName('file:///w/2026-10/13.md').fileDate, '2026-10-13');
    assert.equal(summarizeName('file:///w/x/10-13.md').fileDate, undefined);
    assert.equal(summarizeName('file:///w/2026/13-40.md').fileDate, undefined);
    assert.equal(summarizeName('file:///w/2026-02.md').fileDate, undefined);
    assert.equal(summarizeName('file:///w/2026-02.md').fileMonth, '2026-02-01');
    assert.equal(summarizeName('file:///w/2026-02-03.md').fileMonth, undefined);
    assert.equal(summarizeName('file:///w/2026-13.md').fileMonth, undefined);
  });
});

describe('folders that are no archives', () => {
  const story = ['A walk', 'On bees', 'The old mill', 'Bread'];
  const stories = (folder: string, body = ''): Files =>
    named(
      folder,
      Object.fromEntries(
        days.map((day, at) => [`${day}-${story[at]!.replaceAll(' ', '-')}`, `# ${story[at]}\n\n${body}`]),
      ),
    );
  const sections = (...headings: string[]): string =>
    headings.map((heading) => `## ${heading}\n\nText.\n\n`).join('');

  for (const [name, files] of [
    ['posts', stories('_posts')],
    ['essays in a folder of any name', stories('content')],
    [
      'essays with an introduction and a conclusion',
      stories('texts', sections('Introduction', 'Conclusion')),
    ],
    [
      'essays by day alone',
      named('texts', Object.fromEntries(days.map((day, at) => [day, `# ${story[at]}\n`]))),
    ],
    ['a blog in another language', stories('website/blog/de/2026')],
    ['a change log by day', each('changes', days, '# Lantern 1.$\n')],
    ['release notes', each('docs/release-notes', days, '# Lantern 1.$\n')],
    ['releases', each('releases', days, '# Lantern $.0\n')],
    ['versions', each('docs/lantern', days, '# Version 1.$\n')],
    [
      'changes by day in a folder of any name',
      each('docs/log', days, `# 1.$\n\n${sections('Added', 'Changed', 'Fixed')}`),
    ],
    [
      'decision records with numbers',
      each(
        'doc/adr',
        ['0001-use-x', '0002-use-y', '0003-use-z'],
        `# $. Use it\n\nDate: 2026-01-0$\n\n${sections('Status', 'Context', 'Decision')}`,
      ),
    ],
    [
      'dated decision records',
      stories('doc/records', sections('Status', 'Context', 'Decision', 'Consequences')),
    ],
    [
      'documents',
      each('docs', ['install', 'usage', 'api'], `# Lantern: @\n\n${sections('Usage', 'Options')}`),
    ],
    ['versions of an interface', each('docs/api', days, '# API reference, @\n')],
    ['newsletters', each('letters', days, '# Lantern newsletter $\n')],
    ['this week in lantern', each('weekly', days, '# This week in Lantern $\n')],
    ['a journal', each('journal', days, `# @\n\n${sections('Tasks', 'Gratitude')}`)],
    ['security advisories', each('security', days, '# Advisory $\n')],
    ['incidents', each('ops/incidents', days, `# Outage $\n\n${sections('Impact', 'Timeline')}`)],
    ['two files alike', each('runde', days.slice(0, 2), '# Runde vom @\n')],
    [
      'three alike among many',
      {
        ...stories('mixed'),
        ...stories('mixed/2025'),
        ...named('mixed', {
          '2026-02-01-x': '# One\n',
          '2026-02-02-y': '# Two\n',
          '2026-02-03-z': '# Three\n',
          '2026-02-04-w': '# Four\n',
        }),
        ...each('mixed', ['2026-03-01', '2026-03-02', '2026-03-03'], '# Runde vom @\n'),
      },
    ],
    ['a hidden folder', each('.notes', days, '# Runde vom @\n')],
    ['lectures', each('lectures', days, '# Lecture $\n')],
    [
      'a folder for each post',
      each(
        'content/posts',
        days.map((day, at) => `${day}-${story[at]!.replaceAll(' ', '-')}/index`),
        '# $ A story\n',
      ),
    ],
    [
      'a folder for each release',
      each(
        'releases',
        days.map((day) => `${day}/README`),
        '# Lantern $.0\n',
      ),
    ],
    [
      'experiments in dated folders',
      named(
        'experiments',
        Object.fromEntries(days.map((day, at) => [`${day}-${at}/README`, `# ${story[at]}\n`])),
      ),
    ],
    ['a change log by month', each('CHANGELOG', ['2026-01', '2026-02', '2026-03'], '# @\n\n## Added\n')],
    ['change logs by month below a year', each('changelog/2026', ['01', '02', '03'], '# Changes $\n')],
    ['sprints without days', each('sprints', ['sprint-1', 'sprint-2', 'sprint-3'], '# Sprint $\n\nGoals.\n')],
    ['two sprints', each('sprints', ['sprint-1', 'sprint-2'], '# Sprint $\n\nDate: 2026-01-1$\n')],
    ['chapters', each('book', ['chapter-1', 'chapter-2', 'chapter-3'], '# Chapter $\n\nDate: 2026-01-1$\n')],
    ['numbered records', each('adr', ['adr-1', 'adr-2', 'adr-3'], '# ADR $\n\nDate: 2026-01-1$\n')],
    ['numbered proposals', each('eips', ['eip-1', 'eip-2', 'eip-3'], '# EIP $\n\nDate: 2026-01-1$\n')],
    ['weeks of a course', each('course', ['week-1', 'week-2', 'week-3'], '# Week $\n\nDate: 2026-01-1$\n')],
    ['Jekyll posts', each('_posts', ['2026-01-06-a', '2026-01-13-b', '2026-01-20-c'], '# @\n\nHello.\n')],
    [
      'Jekyll posts of meetings in a folder of notes',
      each('meetings/_posts', ['2026-01-06-a', '2026-01-13-b', '2026-01-20-c'], '# @\n\nHello.\n'),
    ],
    ['RFCs with dates', stories('rfcs', sections('Summary', 'Motivation', 'Alternatives'))],
    ['RFCs by day in a folder of any name', each('text', days, '# RFC $: Use it\n')],
    ['proposals', each('enhancements', days, '# Proposal $\n')],
    ['a daily log', each('daily', days, `# @\n\n${sections('Done', 'Next')}`)],
    ['an engineering log', each('devlog', days, '# Dev log @\n')],
    ['a diary of a person', each('diary/2026/01', ['06', '13', '20'], '# Tuesday\n\nDear diary\n')],
    ['weekly status reports', each('reports', days, `# Weekly report @\n\n${sections('Progress', 'Plans')}`)],
    ['status reports by month', each('status', ['2026-01', '2026-02', '2026-03'], '# Status report @\n')],
    ['documents with dated names', stories('docs', sections('Overview', 'Usage'))],
    ['audits', each('audits', days, '# Security audit @\n')],
    ['Jekyll posts about meetings', stories('docs/_posts', sections('What we did', 'Thanks'))],
    ['talks', each('talks', days, '# Talk $\n')],
    ['dated migrations', each('db/migrations', ['20260106', '20260113', '20260120'], '# Migration $\n')],
    ['dependency updates', each('updates', days, '# Update $\n')],
    ['podcast episodes', each('episodes', days, '# Episode $\n')],
    ['events', each('events', days, '# Event $\n')],
  ] as const) {
    it(name, () => assert.equal(notesAmong(files), 0));
  }
});

describe('what is read to find archives', () => {
  it('stays what is dated by name or lies in a folder of notes', () => {
    const files = [
      'docs/guide.md',
      'docs/12.md',
      'src/0041.md',
      'docs/2026-1.md',
      'a/03-05.md',
      '.x/2026-01-06.md',
    ];
    assert.deepEqual(
      worthReading(
        files.map((path) => `${root}/${path}`),
        root,
        undefined,
      ),
      [],
    );
    const read = ['m/2026/03-05.md', 'meetings/12.md', 'm/2026-02.md', 'a/2026-01-06.md'];
    assert.equal(
      worthReading(
        read.map((path) => `${root}/${path}`),
        root,
        undefined,
      ).length,
      read.length,
    );
  });
});
