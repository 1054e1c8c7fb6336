import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import type { CheckedFile } from '../../../server/cli/report.ts';
import { SarifReport } from '../../../server/cli/sarif.ts';
import { rulePage } from '../../../server/core/features/diagnostics.ts';
import { t } from '../../../shared/l10n.ts';
import { ruleCodes } from '../../../shared/settings.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: object; readonly region: object } },
  ];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly fixes?: readonly object[];
}

const checked: CheckedFile = {
  kind: 'note',
  file: '20260106 notes.md',
  inRepository: 'docs/ä b#1/20260106 notes.md',
  text: '# 😀 T\r\n\r\n* TODO: x\r\n* TODO: x\r\n',
  applied: [],
  problems: [
    {
      code: 'todo-owner-missing',
      range: { from: 12, to: 16 },
      message: 'Nobody owns "[a](b)".',
      severity: 'warning',
      fixes: [
        { title: t('Rename it'), edits: [], renameTo: 'x.md', safe: false },
        { title: t('Add a line'), edits: [{ range: { from: 19, to: 19 }, text: '\ny' }], safe: false },
      ],
    },
    { code: 'todo-owner-missing', range: { from: 23, to: 27 }, message: 'Nobody.', severity: 'error' },
    { code: 'section-missing', range: { from: 5, to: 6 }, message: 'Add it.', severity: 'information' },
    { code: 'template-key', range: { from: 0, to: 0 }, message: 'Unknown.', severity: 'hint' },
  ],
};

function logOf(files: readonly CheckedFile[], failures: readonly string[] = []) {
  const report = new SarifReport();
  equal(files.map((file) => report.file(file)).join(''), '');
  const log = JSON.parse(report.end(failures));
  equal(log.version, '2.1.0');
  equal(log.runs.length, 1);
  const [run] = log.runs;
  const results: readonly Result[] = run.results;
  return { run, results };
}

describe('SARIF', () => {
  it('names the tool and all rules, each with its page', () => {
    const { driver } = logOf([]).run.tool;
    equal(driver.name, 'office-hours');
    match(driver.semanticVersion, /^\d+\.\d+\.\d+$/);
    const ids: string[] = driver.rules.map(({ id }: { id: string }) => id);
    equal(new Set(ids).size, ids.length);
    for (const code of ruleCodes) equal(ids.includes(code), true, code);
    for (const rule of driver.rules) {
      match(rule.shortDescription.text, /\.$/);
      match(rule.helpUri, /^https:/);
      match(rule.fullDescription.text, /\.$/);
      ok(rule.help.text.includes(rule.helpUri) && rule.help.markdown.includes(`](${rule.helpUri})`));
      match(rule.defaultConfiguration.level, /^(error|warning|note)$/);
    }
    const [first] = driver.rules;
    equal(first.helpUri, rulePage(first.id));
  });

  it('gives places as 1-based UTF-16 code units, in files of the repository', () => {
    const { run, results } = logOf([checked]);
    equal(run.columnKind, 'utf16CodeUnits');
    deepEqual(run.newlineSequences, ['\r\n', '\n', '\r']);
    deepEqual(results[0]?.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'docs/%C3%A4%20b%231/20260106%20notes.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 7 },
        },
      },
    ]);
    deepEqual(results[2]?.locations[0].physicalLocation.region, {
      startLine: 1,
      startColumn: 6,
      endLine: 1,
      endColumn: 7,
    });
    equal('%SRCROOT%' in run.originalUriBaseIds, true);
  });

  it('names a file outside of a repository by its whole address', () => {
    const { results } = logOf([{ ...checked, inRepository: '/a b/c.md' }]);
    deepEqual(results[0]?.locations[0].physicalLocation.artifactLocation, { uri: 'file:///a%20b/c.md' });
  });

  it('gives each finding its rule and level', () => {
    const { run, results } = logOf([checked]);
    deepEqual(
      results.map(({ level }) => level),
      ['warning', 'error', 'note', 'note'],
    );
    for (const { ruleId, ruleIndex } of results) equal(run.tool.driver.rules[ruleIndex].id, ruleId);
  });

  it('tells a finding again where lines have moved, and two like ones apart', () => {
    const hashes = (file: CheckedFile) =>
      logOf([file]).results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
    const [first, second] = hashes(checked);
    notEqual(first, second);
    const moved = {
      ...checked,
      text: `\r\n${checked.text}`,
      problems: checked.problems.map((each) => ({
        ...each,
        range: { from: each.range.from + 2, to: each.range.to + 2 },
      })),
    };
    deepEqual(hashes(moved).slice(0, 2), [first, second]);
  });

  it('makes no link of a stranger’s words', () => {
    equal(logOf([checked]).results[0]?.message.text, 'Nobody owns "\\[a\\](b)".');
  });

  it('takes no braces in a message for an argument', () => {
    const braces = { ...checked, problems: [{ ...checked.problems[1]!, message: 'Write "{0}" or {YYYY}.' }] };
    equal(logOf([braces]).results[0]?.message.text, 'Write "{{0}}" or {{YYYY}}.');
  });

  it('brings the fixes that change the text, with its line ends', () => {
    const { results } = logOf([checked]);
    deepEqual(
      results.map(({ fixes }) => fixes?.length),
      [1, undefined, undefined, undefined],
    );
    deepEqual(results[0]?.fixes, [
      {
        description: { text: 'Add a line' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'docs/%C3%A4%20b%231/20260106%20notes.md', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 3, startColumn: 10, endLine: 3, endColumn: 10 },
                insertedContent: { text: '\r\ny' },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('says whether everything was checked', () => {
    equal(logOf([]).run.invocations[0].executionSuccessful, true);
    deepEqual(logOf([], ['"a.md" is gone.']).run.invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: '"a.md" is gone.' } }],
      },
    ]);
  });
});
