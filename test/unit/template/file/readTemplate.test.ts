import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { formatDay } from '../../../../shared/dates/format.ts';
import { dollars, problemTable } from '../../../helpers/templateProblems.ts';

const whole = dollars(`---
project: lantern
notes:
  - docs/office-hours/**          # every year's folder
  - '*_notes.md'
file: '{YYYYMMDD}_meeting_notes.md'
title: '{project} office hours {YYYY-MM-DD}'
date:
  in: [line, file]
  label: 'Date:'
  format: dddd Do MMMM YYYY
every: 2 weeks on Tuesday
repository: lantern-org/lantern
repositories: {TSC: lantern-org/TSC, docs: https://git.example.org/lantern/docs.git}
references: {'EIP-': 'https://eips.ethereum.org/EIPS/eip-{id}'}
repositoryFromHeading: true
people: [Ada, {name: Grace Hopper, login: ghopper, initials: GH, aliases: [grace]}, '@alan']
todo: {markers: [AP, 'Next step:'], sections: [Promises], owners: ['{owner} to {task}', '{task} [{owner}]']}
checks: {section-empty: information, owner-unknown: off}
recording: 'Stream:'
---
# §{1:project} office hours §{2:§CURRENT_YEAR-§CURRENT_MONTH-§CURRENT_DATE}
<!-- in order -->

Stream: §{3:link}

## Announcements and highlights
<!-- also: Highlights since the last meeting -->
<!-- also: Highlights -->

* §{4:what changed}

## Old pull requests

<!-- optional -->

<!-- Oldest first. -->

## §{5:Topic}

## Promises
<!-- many -->
<!-- in order -->

### A
* TODO(grace): ask @alan
### B
`);

describe('readTemplate', () => {
  const { definition, problems, broken } = readTemplate(whole);

  it('has nothing to say about a good template', () => {
    assert.deepEqual(problems, []);
    assert.ok(!broken);
  });

  it('reads every key', () => {
    const { template, conventions, notes, file, title, rhythm, ...rest } = definition;
    assert.deepEqual(rest, {
      project: 'lantern',
      repository: { host: 'github.com', owner: 'lantern-org', name: 'lantern' },
      severity: { 'section-empty': 'information', 'owner-unknown': 'off' },
    });
    assert.deepEqual(
      notes.map((glob) => glob.source),
      ['docs/office-hours/**', '*_notes.md'],
    );
    assert.equal(file?.source, '{YYYYMMDD}_meeting_notes.md');
    assert.equal(title?.source, '{project} office hours {YYYY-MM-DD}');
    assert.equal(rhythm?.words, 'every 2 weeks on Tuesday');
    assert.ok(template.recordingRequired);
    const { repositories, date, ...others } = conventions;
    assert.deepEqual(
      [...repositories],
      [
        ['tsc', { host: 'github.com', owner: 'lantern-org', name: 'TSC' }],
        ['docs', { host: 'git.example.org', owner: 'lantern', name: 'docs' }],
      ],
    );
    assert.deepEqual(date?.places, ['line', 'file']);
    assert.equal(date.label, 'Date');
    assert.equal(date.format && formatDay(date.format, '2026-03-05'), 'Thursday 5th March 2026');
    assert.deepEqual(others, {
      people: [
        { name: 'Ada', aliases: [] },
        { name: 'Grace Hopper', login: 'ghopper', initials: 'GH', aliases: ['grace'] },
        { name: 'alan', login: 'alan', aliases: [] },
      ],
      markers: ['AP', 'Next step'],
      actionSections: ['Promises'],
      ownerPatterns: [
        { before: '', after: ' to ', ownerFirst: true },
        { before: ' [', after: ']', ownerFirst: false },
      ],
      prefixes: [{ prefix: 'EIP-', url: 'https://eips.ethereum.org/EIPS/eip-{id}' }],
      repositoryFromHeading: true,
      recordingLabel: 'Stream:',
    });
  });

  it('reads the markers and leaves them out of the body', () => {
    const { template } = definition;
    assert.ok(template.inOrder);
    assert.deepEqual(
      template.sections.map(({ heading, level, required, aliases, many, inOrder }) =>
        [level, heading, required && 'required', many && 'many', inOrder && 'in order', ...aliases]
          .filter((word) => word !== false)
          .join('; '),
      ),
      [
        '2; Announcements and highlights; required; Highlights since the last meeting; Highlights',
        '2; Old pull requests',
        '2; ; many',
        '2; Promises; required; many; in order',
        '3; A; required',
        '3; B; required',
      ],
    );
    assert.equal(
      template.body,
      dollars(`# §{1:project} office hours §{2:§CURRENT_YEAR-§CURRENT_MONTH-§CURRENT_DATE}

Stream: §{3:link}

## Announcements and highlights

* §{4:what changed}

## Old pull requests

<!-- Oldest first. -->

## §{5:Topic}

## Promises

### A
* TODO(grace): ask @alan
### B
`),
    );
    assert.equal(template.sections[1]?.snippet, '## Old pull requests\n\n<!-- Oldest first. -->');
  });

  it('takes any line ends and a byte order mark', () => {
    for (const lineEnd of ['\r\n', '\r']) {
      const text = `\uFEFF${whole.replaceAll('\n', lineEnd)}`;
      const read = readTemplate(text);
      assert.deepEqual(read.problems, [], JSON.stringify(lineEnd));
      assert.deepEqual(read.definition.template, definition.template);
      assert.deepEqual(read.definition.conventions, definition.conventions);
    }
  });
});

describe('a key of the front matter', () => {
  const withBody = (text: string): string => `---\n${text}\n---\n# T\n`;
  problemTable(
    [
      ['‹notse›: a/**', 'template-key', 'Unknown key "notse". Did you mean "notes"?'],
      ['‹reference›:', 'template-key', 'Did you mean "references"?'],
      ['‹colour›: red', 'template-key', 'Valid keys: project, notes,'],
      ['project: a\n‹project›: b', 'template-key', '"project" appears twice.'],
      ['‹project›:', 'template-value', 'Missing value. Write the name of the project, or remove the key.'],
      ["project: ‹''›", 'template-value', 'Empty text.'],
      ['project: ‹[a, b]›', 'template-value', 'Write the name of the project here.'],
      ['project: ‹|\n  a\n  b\n›', 'template-value', 'one line, 300 characters at most'],
      ['notes: a/‹..›/b', 'template-glob', 'Remove "..".'],
      ['notes: [a/‹..›/b, b/**, ‹/›c]', 'template-glob', 'Remove "..".'],
      [
        'notes: ‹docs/office-hours›',
        'template-glob',
        'For all notes in a folder, write "docs/office-hours/**"',
      ],
      ['notes: docs/office-hours‹/›', 'template-glob', 'Write "docs/office-hours/**"'],
      ['notes: ‹*.md›', 'template-value', `A value that begins with "*" must be in quotes: '*.md'`],
      ['notes: ‹**/*.md›', 'template-value', `A value that begins with "*" must be in quotes: '**/*.md'`],
      ['notes:\n  - ‹*›', 'template-syntax', `must be in quotes: '*'`],
      ['file: ‹{YYYY}.md›', 'template-syntax', `A value that begins with "{" must be in quotes: '{YYYY}.md'`],
      ['title: ‹{project}›', 'template-value', 'A value that begins with "{" must be in quotes.'],
      ['title: ‹{project} notes›', 'template-syntax', `in quotes: '{project} notes'`],
      ["title: ‹{project}'s notes›", 'template-syntax', `in quotes: '{project}''s notes'`],
      ['title: ‹Notes: {YYYY}: x›', 'template-syntax', `A value must be in quotes: 'Notes: {YYYY}: x'`],
      ["title: 'Notes {‹projekt›}'", 'template-pattern', 'Did you mean "project"?'],
      ['title: Notes‹ #{›number}', 'template-pattern', 'The text from "#" on is a YAML comment.'],
      ["title: '{project} ‹{›'", 'template-pattern', 'This "{" is not closed.'],
      ['title: ‹"a\\t{projekt}"›', 'template-pattern', 'Did you mean "project"?'],
      ["file: '{‹yyyy-mm-dd›}.md'", 'template-pattern', 'Did you mean "YYYY-MM-DD"?'],
      ["file: '{‹Date›}.md'", 'template-pattern', 'is not a valid part of a pattern'],
      ['date: {format: ‹dd.mm.yyyy›}', 'template-pattern', 'Did you mean "DD.MM.YYYY"?'],
      ["project: a/b\nfile: ‹'{project} {YYYY-MM-DD}.md'›", 'template-pattern', 'contains a path separator'],
      ["file: ‹'notes.md'›", 'template-pattern', 'All notes would have the same file name.'],
      ["file: ‹'{YYYY-MM-DD}'›", 'template-pattern', 'must end in ".md"'],
      [
        "file: ‹'../{YYYY-MM-DD}.md'›",
        'template-pattern',
        'is relative to the notes folder. Remove the first "../"',
      ],
      ["file: ‹'{YYYY}/../{MM-DD}.md'›", 'template-pattern', 'is outside the workspace folder'],
      [
        "file: ‹'/{YYYY-MM-DD}.md'›",
        'template-pattern',
        'is relative to the notes folder. Remove the first "/"',
      ],
      ["file: ‹'{MM-DD}.md'›", 'template-pattern', 'Without the year, file names would repeat.'],
      ["file: ‹'{YYYY}/{DD}.md'›", 'template-pattern', 'Without the month, file names would repeat.'],
      [
        "notes: docs/notes/**\nfile: '‹docs/notes/›{YYYY-MM-DD}.md'",
        'template-pattern',
        'The path is relative to the notes folder and would create another "docs/notes/".',
      ],
      ['notes: ‹https://github.com/a/b/notes›', 'template-glob', 'This is a URL.'],
      ["title: '‹# ›{project} {YYYY}'", 'template-pattern', 'Remove "#".'],
      ["title: '‹§›{project} {YYYY}'", 'template-pattern', 'A pattern is not a snippet. Remove "$"'],
      ["title: '§{‹1:project›} {YYYY}'", 'template-pattern', 'A pattern is not a snippet: "1:project"'],
      ["date: {in: line, format: ‹'{D MMMM YYYY}'›}", 'template-pattern', "Write 'D MMMM YYYY'."],
      ['date: ‹D MMMM YYYY›', 'template-value', "Add a place: {in: title, format: 'D MMMM YYYY'}"],
      ["file: ‹'{YYYY/MM/DD}: x.md'›", 'template-pattern', 'Windows does not allow'],
      ['date: ‹titel›', 'template-value', 'Did you mean "title"?'],
      ['date: [file, ‹folder›]', 'template-value', 'Write one of title, file, path, line, heading.'],
      ['date: {in: line, ‹fromat›: YYYY}', 'template-key', 'Did you mean "format"?'],
      ['date: {in: line, format: ‹YYYY›}', 'template-pattern', 'A date needs a year'],
      ['date: {in: line, format: YYYY‹MD›}', 'template-pattern', 'M followed by D is ambiguous'],
      ['date: {in: title, label: ‹Date›}', 'template-value', 'Only a date line has a label.'],
      ['every: ‹often›', 'template-value', '"often" is not a valid schedule.'],
      ['every: ‹second Tuesday›', 'template-value', '"second Tuesday" means every 2 weeks on Tuesday.'],
      ['repository: ‹lantern›', 'template-value', 'Write owner/name.'],
      ['repository: ‹http://github.com/a/b›', 'template-value', 'Write owner/name.'],
      ['repository: ‹a/..›', 'template-value', 'Write owner/name.'],
      ['repositories: {T: ‹x›}', 'template-value', 'Write owner/name.'],
      ['repositories: {‹T C›: a/b}', 'template-key', 'is not a valid short name'],
      ['repositories: {TSC: a/b, ‹tsc›: a/c}', 'template-key', 'Names are not case-sensitive.'],
      ['repositories: ‹a/b›', 'template-value', 'Write lines such as "TSC: lantern-org/TSC"'],
      ["references: {EIP-: ‹'http://example.org/{id}'›}", 'template-value', 'must begin with https://'],
      ["references: {EIP-: ‹'javascript:alert(1)'›}", 'template-value', 'must begin with https://'],
      ["references: {EIP-: ‹'https://{id}.example.org/'›}", 'template-value', 'is not a valid host name'],
      ["references: {EIP-: ‹'https://example.org/'›}", 'template-value', 'The URL must contain {id}'],
      [
        "references: {EIP-: ‹'https://example.org/{id} x'›}",
        'template-value',
        'must not contain spaces, quotes',
      ],
      [
        "references: {EIP-: ‹'https://user:secret@example.org/{id}'›}",
        'template-value',
        'is not a valid host name',
      ],
      [
        "references: {EIP-: ‹'https://example.org\\@evil.example/{id}'›}",
        'template-value',
        'is not a valid host name',
      ],
      ["references: {EIP-: ‹'https://localhost/{id}'›}", 'template-value', 'is not a valid host name'],
      ["references: {EIP-: ‹'https://exämple.org/{id}'›}", 'template-value', 'is not a valid host name'],
      ["references: {EIP-: ‹'https://example.org:port/{id}'›}", 'template-value', 'is not a valid host name'],
      ["references: {EIP-: ‹'https://example.org?x=/{id}'›}", 'template-value', 'is not a valid host name'],
      [
        "references: {EIP-: ‹'https://example.org/[x](command:y)/{id}'›}",
        'template-value',
        'must not contain spaces, quotes',
      ],
      [
        "references: {EIP-: ‹'https://example.org/%0a%3Ccommand:y%3e/{id}'›}",
        'template-value',
        'must not contain spaces, quotes',
      ],
      [
        "references: {EIP-: ‹'https://example.org/%5bx%5D{id}'›}",
        'template-value',
        'must not contain spaces, quotes',
      ],
      [
        'references: {EIP-: ‹"https://example.org/\\u202e{id}"›}',
        'template-value',
        'change the text direction',
      ],
      ['project: ‹"a\\u202Eb"›', 'template-value', 'change the text direction'],
      ['project: ‹"a\\eb"›', 'template-value', 'without invisible characters'],
      ['people: [‹"a\\0"›]', 'template-value', 'without invisible characters'],
      ['‹"a\\n\\e[31m\\u202E"›: x', 'template-key', 'Unknown key "a<U+000A><U+001B>[31m<U+202E>"'],
      ["references: {‹EIP-1›: 'https://example.org/{id}'}", 'template-key', 'is not a valid prefix'],
      [
        "references: {‹GH-›: 'https://example.org/{id}'}",
        'template-key',
        'already refers to issues and pull requests on GitHub',
      ],
      ['repositoryFromHeading: ‹yes›', 'template-value', 'Write true or false.'],
      ['people: ‹{name: Ada}›', 'template-value', 'Write a list'],
      ['people: [Ada, ‹ada›]', 'template-person', '"ada" is already used for Ada.'],
      ['people: [Ada, {name: Al, aliases: [‹ADA›]}]', 'template-person', '"ADA" is already used for Ada.'],
      [
        'people: [{name: A, initials: GH}, {name: B, initials: ‹GH›}]',
        'template-person',
        '"GH" is already used for A.',
      ],
      [
        'people: [{name: A, login: x}, {name: B, login: ‹X›}]',
        'template-person',
        '"X" is already used for A.',
      ],
      ['people: [{name: A, login: ‹-x›}]', 'template-person', 'is not a valid GitHub login'],
      ["people: [{name: A, login: ‹'@x'›}]", 'template-person', 'Write the login without "@".'],
      ['people: [{name: A, initials: ‹A.B.›}]', 'template-person', 'Initials have one to five letters'],
      ['people: [‹{initials: AB}›]', 'template-person', 'Missing name.'],
      ['people: [{name: A, ‹nick›: x}]', 'template-key', 'Unknown key "nick". Did you mean "aliases"?'],
      ['people: [{name: A, ‹email›: x}]', 'template-key', 'Valid keys: name, login, initials, aliases.'],
      ['people: [{name: A, ‹github›: x}]', 'template-key', 'Did you mean "login"?'],
      ['people: [{name: A, initials: ‹[AB]›}]', 'template-value', 'Write initials such as GH here.'],
      ['people: [‹Ada Lovelace (@ada)›]', 'template-person', '{name: Ada Lovelace, login: ada}'],
      ["people: [‹'Q: A @ada'›]", 'template-person', "{name: 'Q: A', login: ada}"],
      ['people: [‹@›ada]', 'template-syntax', 'A value that begins with "@" must be in quotes.'],
      [
        'people: [{name: Ash Ito, initials: AI}]\ntodo: {markers: [AP, ‹AI›]}',
        'template-value',
        '"AI" is also the initials of Ash Ito',
      ],
      ['‹repo›: a/b', 'template-key', 'Did you mean "repository"?'],
      ['repositories: {‹PR›: a/b}', 'template-key', '"PR#1" already refers to'],
      ['repositories: {‹bugs›: a/b}', 'template-key', '"bugs#1" already refers to'],
      [
        'references: {EIP-: https://example.org/‹{›id}}',
        'template-syntax',
        'Within brackets or braces, a value',
      ],
      ['people: [‹*a›]', 'template-value', `A value that begins with "*" must be in quotes: '*a'`],
      ['todo: {‹marker›: [AP]}', 'template-key', 'Did you mean "markers"?'],
      ["todo: {markers: [‹'(x)'›]}", 'template-value', 'is not a valid marker'],
      ["todo: {owners: ['‹{owner} x›']}", 'template-pattern', 'must contain {task}'],
      ["todo: {owners: ['‹{task}›']}", 'template-pattern', 'must contain {owner}'],
      ["todo: {owners: ['{owner}: {task}‹!›']}", 'template-pattern', 'Remove the text after {task}.'],
      ["todo: {owners: ['‹do ›{task} by {owner}']}", 'template-pattern', 'When {task} comes before {owner}'],
      ["todo: {owners: ['‹{owner}{task}›']}", 'template-pattern', 'Put text between {owner} and {task}'],
      ["todo: {owners: ['{owner} to {task} ‹{owner}›']}", 'template-pattern', 'Duplicate {owner}.'],
      ['todo: ‹AP›', 'template-value', 'owners below it, such as "todo: {markers: [AP]}".'],
      [
        'checks: {‹section-emty›: hint}',
        'template-key',
        'Unknown rule "section-emty". Did you mean "section-empty"?',
      ],
      [
        'checks: {section-empty: ‹info›}',
        'template-value',
        'Write one of off, hint, information, warning, error.',
      ],
      ['checks: {section-empty: ‹warnign›}', 'template-value', 'Did you mean "warning"?'],
      ['checks: {section-empty: ‹false›}', 'template-value', 'Write one of off'],
      ['recording: ‹no›', 'template-value', 'Write true or false.'],
      ['recording: ‹[a]›', 'template-value', 'true, false, or the label'],
      ["recording: ‹'YouTube: {url}'›", 'template-value', 'without the link.'],
      ['recording: ‹https://example.org/live›', 'template-value', 'without the link.'],
      ["recording: ‹': x'›", 'template-value', 'true, false, or the label'],
    ],
    withBody,
  );

  for (const text of [
    'project: 2026',
    "file: 'weekly-{number}.md'",
    "file: '{YYYY}/{MM}/{DD}.md'",
    "file: '{YYYY}.md'",
    "notes: docs/**\nfile: 'notes/{YYYY-MM-DD}.md'",
    'people: [{name: Ash Ito, initials: AI}]\ntodo: {markers: [AP]}',
    'project: true',
    'title: Minutes',
    'recording: false',
    'date: [title, line]',
    '',
    '# nothing',
    'every: Tuesday # and so on',
  ]) {
    it(`${JSON.stringify(text)} is good`, () => assert.deepEqual(readTemplate(withBody(text)).problems, []));
  }
});
