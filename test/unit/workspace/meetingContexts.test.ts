import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import type { FoundProblem } from '../../../server/core/checks/problem.ts';
import { effectiveSeverity } from '../../../server/core/checks/severity.ts';
import { keepMeetings } from '../../../server/core/note/meetings.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { readTemplate } from '../../../server/core/template/file/readTemplate.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { applyFix } from '../../helpers/check.ts';
import { type SaidProblem, said } from '../../helpers/said.ts';

const uri = 'file:///w/docs/meetings.md';
const meeting = (day: string, ...sections: readonly string[]): string =>
  `## ${day}\n\n${sections.map((each) => `### ${each}\n\n* Ada will look at #12.\n`).join('\n')}`;
const usual = ['Attendees', 'Topics'];
const file = (...meetings: readonly string[]): string =>
  `# Meetings\n\nAn introduction.\n\n${meetings.join('\n')}`;
const days = ['2026-03-17', '2026-03-03', '2026-02-17', '2026-02-03', '2026-01-20', '2026-01-06'];
const template = (text: string) => readTemplate(text).definition;

function contextIn(text: string, today = '2026-06-01', from?: string) {
  const archive = new Archive();
  archive.setFolders([{ uri: 'file:///w' }]);
  const note = parseNote(text);
  archive.update(summarize(uri, note));
  assert.ok(archive.isNote(uri, note));
  return contextOf(uri, note, archive.seriesOf(uri), today, from === undefined ? undefined : template(from));
}

function check(text: string, today?: string, from?: string): readonly SaidProblem[] {
  const context = contextIn(text, today, from);
  return findProblems(context, { ...effectiveSeverity({}, context.definition), 'section-empty': 'off' }).map(
    said,
  );
}

/** Code and line (from 1) of each problem. */
const places = (text: string, problems: readonly SaidProblem[]): string[] =>
  problems.map(({ code, range }) => `${code} ${text.slice(0, range.from).split('\n').length}`);

describe('the checks of a file with several meetings', () => {
  it('report nothing of meetings that are alike, whatever repeats in them', () => {
    const text = file(...days.map((day) => meeting(day, ...usual)));
    assert.deepEqual(check(text), []);
  });

  it('report a section that one meeting lacks there, with the meetings that have it', () => {
    const meetings = days.map((day) => meeting(day, ...usual));
    meetings[1] = meeting(days[1]!, 'Topics');
    const text = file(...meetings);
    const problems = check(text);
    assert.deepEqual(places(text, problems), ['section-missing 17']);
    const [problem] = problems;
    assert.equal(problem!.message, 'Section "Attendees" is missing; the 4 notes before this one have it');
    const [related] = problem!.related ?? [];
    assert.ok(related && 'range' in related);
    assert.equal(text.slice(related.range.from, related.range.to), '### Attendees');
    assert.ok(text.slice(0, related.range.from).endsWith('## 2026-02-17\n\n'));
    const fixed = applyFix(text, problem!.fixes[0]);
    assert.deepEqual(check(fixed), []);
    assert.ok(fixed.includes('## 2026-03-03\n\n### Attendees\n\n### Topics'));
  });

  it('ask each meeting for its recording', () => {
    const recorded = days.map((day) =>
      meeting(day, 'Topics').replace(
        '\n\n',
        `\n\nRecording: https://youtu.be/${day.replaceAll('-', '')}\n\n`,
      ),
    );
    const without = [meeting(days[0]!, 'Topics'), ...recorded.slice(1)];
    const text = file(...without);
    assert.deepEqual(places(text, check(text)), ['recording-missing 5']);
    assert.deepEqual(check(text, days[0]), []);
  });

  it('say nothing of a meeting whose day is not over, and of what is between the meetings', () => {
    const past = days.slice(1).map((day) => meeting(day, ...usual));
    const text = file('## Template\n\n### Attendees\n\n### Attendees\n', meeting(days[0]!), ...past);
    assert.deepEqual(check(text, days[0]), []);
    assert.equal(check(text, '2026-03-18').length, 2);
  });

  it('report a section twice in one meeting', () => {
    const text = file(meeting(days[0]!, 'Topics', 'Topics'), meeting(days[1]!, 'Topics'));
    assert.deepEqual(places(text, check(text)), ['section-duplicate 11']);
  });

  const incomplete = (comment: string, intro = ''): string => {
    const meetings = days.map((day) => meeting(day, ...usual));
    meetings[0] = meeting(days[0]!, 'Topics').replace('\n\n', `\n\n${comment}\n\n`);
    meetings[1] = meeting(days[1]!, 'Topics');
    return file(...meetings).replace('An introduction.', `An introduction.\n\n${intro}`);
  };
  const disable = '<!-- office-hours-disable section-missing -->';
  const ignored: readonly (readonly [name: string, text: string, left: number])[] = [
    ['nothing', incomplete('Text.'), 2],
    ['a comment in a meeting, for that meeting', incomplete(disable), 1],
    ['a comment before the meetings, for all', incomplete('Text.', disable), 0],
  ];
  for (const [name, text, left] of ignored) {
    it(`ignore by ${name}`, () => assert.equal(check(text).length, left));
  }

  it('go by a template file, whose sections are one level deeper', () => {
    const from = '---\nnotes: docs/*.md\n---\n# Lantern ${1:date}\n\n## Attendees\n\n## Topics\n\n### Open\n';
    const text = file(
      `## 2026-01-20\n\n### Attendees\n\nAda\n\n### Topics\n\n#### Open\n\nNone\n`,
      `## 2026-01-06\n\n### Attendees\n\nAda\n\n### Topics\n\nText\n`,
    );
    const problems = check(text, undefined, from);
    assert.deepEqual(places(text, problems), ['section-missing 23']);
    assert.match(applyFix(text, problems[0]!.fixes[0]), /#### Open\n*$/);
  });

  it('read one alone as a meeting where the other files have several', () => {
    const archive = new Archive();
    archive.setFolders([{ uri: 'file:///w' }]);
    const text = (month: string, ...meetings: readonly string[]) =>
      `# ${month} 2026\n\n${meetings.join('\n')}`;
    const january = parseNote(text('January', ...days.slice(2).map((day) => meeting(day, ...usual))));
    const march = parseNote(text('March', meeting('2026-03-03', 'Topics')));
    archive.update(summarize('file:///w/meetings/2026-01.md', january));
    archive.update(summarize('file:///w/meetings/2026-03.md', march));
    const series = archive.seriesOf('file:///w/meetings/2026-03.md');
    assert.deepEqual(
      series?.notes.map(({ titleDate }) => titleDate),
      days.slice(1),
    );
    const context = contextOf('file:///w/meetings/2026-03.md', march, series, '2026-06-01');
    const found = findProblems(context, effectiveSeverity({}, context.definition));
    assert.deepEqual(
      found.map((each) => said(each).message),
      ['Section "Attendees" is missing; the 4 notes before this one have it'],
    );
    assert.ok('uri' in found[0]!.related![0]!);
  });

  it('find again only what a key in one meeting touches, and where it is then', () => {
    const meetings = days.map((day) => meeting(day, ...usual));
    meetings[1] = meeting(days[1]!, 'Topics');
    const text = file(...meetings);
    const before = contextIn(text);
    const find = (context: typeof before) => findProblems(context, effectiveSeverity({}, context.definition));
    const [old] = find(before);
    const typed = (at: number, inserted: string): FoundProblem => {
      const change = { fromA: at, toA: at, fromB: at, toB: at + inserted.length };
      const changed = text.slice(0, at) + inserted + text.slice(at);
      const note = parseNote(changed, { note: before.note, changes: [change] });
      keepMeetings(before.note, note);
      const [found, ...others] = find(contextOf(uri, note, before.series, before.today));
      assert.deepEqual(others, []);
      assert.equal(found!.range.from, old!.range.from + (at < old!.range.from ? inserted.length : 0));
      const [related] = found!.related ?? [];
      assert.ok(related && 'range' in related);
      assert.equal(changed.slice(related.range.from, related.range.to), '### Attendees');
      assert.equal(
        changed.slice(0, related.range.from).trimEnd().split('\n').at(-1)?.trim(),
        `## ${days[2]}`,
      );
      return found!;
    };
    // In the meeting above, in the one that has the section, and before all.
    typed(text.indexOf('Ada will'), 'and then\n  ');
    typed(text.indexOf('Ada will', text.indexOf(`## ${days[2]}`)), 'so ');
    typed(text.indexOf('introduction'), 'long\n\n');
  });

  it('keep what a key in one meeting does not touch', () => {
    const before = contextIn(file(...days.map((day) => meeting(day, ...usual))));
    assert.equal(before.meetings?.length, days.length);
    const again = contextOf(uri, before.note, before.series, before.today);
    for (const [index, { context }] of before.meetings!.entries()) {
      assert.equal(again.meetings![index]!.context.template, context.template);
      assert.equal(again.meetings![index]!.context.series, context.series);
    }
  });
});
