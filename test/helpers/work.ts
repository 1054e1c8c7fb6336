/**
 * Counts what rules and scanners do with long texts: how often each stretch of code between two branches runs, as V8 counts it for coverage. A
 * process of its own (`node work.cjs`), so that nothing is compiled before it is counted. Prints `[what, text, work, work with twice the text]`.
 */

import { type Profiler, Session } from 'node:inspector';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { summarize } from '../../server/core/archive/summary.ts';
import { findProblems } from '../../server/core/checks/findProblems.ts';
import { rules } from '../../server/core/checks/rules.ts';
import { codeActions } from '../../server/core/features/codeActions.ts';
import { documentLinks } from '../../server/core/features/documentLinks.ts';
import { documentSymbols } from '../../server/core/features/documentSymbols.ts';
import { parseNote } from '../../server/core/note/parse.ts';
import { readTemplate } from '../../server/core/template/file/readTemplate.ts';
import { contextOf } from '../../server/core/workspace/documentContext.ts';
import { inEnglish } from '../../shared/l10n.ts';
import type { RuleCode, Severity } from '../../shared/settings.ts';
import { atOnce } from '../../shared/steps.ts';
import { lantern, memoryOf } from './issueMemory.ts';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

type Counted = Profiler.ScriptCoverage[];

/** What has run since the last time it was asked. To be added up when all has run, as that is counted, too. */
function counted(): Counted {
  let found: Counted = [];
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    found = result;
  });
  return found;
}

function sum(scripts: Counted): number {
  let work = 0;
  for (const { functions } of scripts)
    for (const { ranges } of functions) for (const range of ranges) work += range.count;
  return work;
}

const uri = 'file:///w/20260106_meeting_notes.md';
const head = '# lantern office hours 2025-01-06\n\n## Highlights since the last meeting\n\n';
const lines = (line: (at: number) => string) => (size: number) =>
  head + Array.from({ length: size }, (_, at) => line(at)).join('');

/** Each gives as much as there are lines, or the like. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  sections: lines((at) => `## Part ${at}\n\ntext\n\n`),
  'the same section': lines(() => '## Part\n\ntext\n\n'),
  'nested sections': lines((at) => `${'#'.repeat(2 + (at % 4))} Part ${at % 7}\n\n`),
  'sections like the template’s': lines((at) => `### Highlights since the last meetings ${at}\n\n`),
  tasks: lines((at) => `* TODO: write ${at}\n`),
  'tasks with owners': lines((at) => `* TODO(p${at % 50}): write ${at}\n`),
  'a section of tasks': (size) =>
    lines((at) => `* Ada: write ${at}\n`)(size).replace('Highlights since the last meeting', 'Action items'),
  'comments that ignore a rule': lines(
    (at) => `<!-- office-hours-disable-next-line todo-owner-missing -->\n* TODO: write ${at}\n\n`,
  ),
  references: lines((at) => `* PR #${at + 1} and issue #${at + 2}\n`),
  links: lines((at) => `* [#${at + 1}](https://github.com/o/r/pull/${at + 2})\n`),
  repositories: lines((at) => `* o${at}/r${at}#${at + 1}\n`),
  placeholders: lines(() => '* what changed (PR #number)\n'),
  tables: (size) => `${head}| Task | Owner |\n|---|---|\n${'| write it | Ada |\n'.repeat(size)}`,
  attributions: lines((at) => `ada: said ${at}.\n\n`),
  dates: lines((at) => `Date: 2026-01-${10 + (at % 20)}\n\n`),
  recordings: lines((at) => `YouTube: https://youtu.be/x${at}\n\n`),
  quotes: lines((at) => `> TODO: q${at}\n\n`),
  'nested lists': lines((at) => `${'  '.repeat(at % 5)}* point ${at}\n`),
  code: lines((at) => `\`\`\`\nTODO: ${at}\n\`\`\`\n\n`),
  meetings: (size) =>
    `# Calls\n\n${Array.from({ length: size }, (_, at) => `## ${new Date(Date.UTC(2026, 0, 6 - 7 * at)).toISOString().slice(0, 10)}\n\n* TODO: ship ${at}\n\n`).join('')}`,
};

const size = Number(process.argv[2]);
const issues = memoryOf(
  Object.fromEntries(Array.from({ length: 20 }, (_, at) => [at + 1, at % 2 ? 'pull' : 'not-found'])),
);
const off = Object.fromEntries(rules.map(({ code }) => [code, 'off'])) as Record<RuleCode, Severity>;
const on = Object.fromEntries(rules.map(({ code }) => [code, 'warning'])) as Record<RuleCode, Severity>;
const support = { documentChanges: true, rename: true };

/** What is done with a text that has been read: each makes what is measured. */
type Prepare = (text: string) => () => unknown;

const contexts = new Map<string, Parameters<typeof findProblems>[0]>();

/** Read once for all rules: what the note keeps for several of them is counted with the first that asks for it. */
const contextFor = (text: string) => {
  let context = contexts.get(text);
  if (context === undefined) {
    context = {
      ...contextOf(uri, parseNote(text), undefined, '2026-12-31'),
      own: lantern,
      issues,
    };
    contexts.set(text, context);
  }
  return context;
};

const measured: Readonly<Record<string, Prepare>> = {
  /** Says that the count would tell. */
  'each with each': (text) => {
    const all = text.split('\n');
    return () => all.filter((one) => all.filter((other) => other > one).length === 0);
  },
  parse: (text) => () => {
    const { references, actionItems, sections, people, opaque } = parseNote(text);
    return [references, actionItems, sections, people, opaque];
  },
  edit: (text) => {
    const note = parseNote(text);
    // In the title: elsewhere it may change what all that follows is.
    const at = text.indexOf('\n');
    const changes = [{ fromA: at, toA: at, fromB: at, toB: at + 1 }];
    return () => parseNote(`${text.slice(0, at)}x${text.slice(at)}`, { note, changes });
  },
  summarize: (text) => {
    const note = parseNote(text);
    return () => summarize(uri, note);
  },
  'a template of it': (text) => () => readTemplate(text),
  ...Object.fromEntries(
    rules.map(({ code }): [string, Prepare] => [
      code,
      (text) => {
        const context = contextFor(text);
        return () => findProblems(context, { ...off, [code]: 'warning' });
      },
    ]),
  ),
  'quick fixes': (text) => {
    const context = contextFor(text);
    const document = TextDocument.create(uri, 'markdown', 1, text);
    const problems = findProblems(context, on);
    const request = { range: { from: 0, to: text.length }, diagnostics: [] };
    return () => atOnce(codeActions(document, context.note, problems, request, support, inEnglish));
  },
  'document links': (text) => {
    const { note, own } = contextFor(text);
    const document = TextDocument.create(uri, 'markdown', 1, text);
    return () => documentLinks(document, { note, own });
  },
  'document symbols': (text) => {
    const { note } = contextFor(text);
    const document = TextDocument.create(uri, 'markdown', 1, text);
    return () => documentSymbols(document, note);
  },
};

const rows: [string, string, Counted, Counted][] = [];
for (const [what, prepare] of Object.entries(measured)) {
  // All is made ready first: what that runs is told, too, and takes longer to tell than what is measured.
  const ready = Object.entries(texts).map(([kind, make]) => {
    // What is made once is made now.
    prepare(make(3))();
    return [kind, prepare(make(size)), prepare(make(2 * size))] as const;
  });
  counted();
  const workOf = (run: () => unknown) => {
    run();
    return counted();
  };
  for (const [kind, one, two] of ready) rows.push([what, kind, workOf(one), workOf(two)]);
}
session.disconnect();
process.stdout.write(JSON.stringify(rows.map(([what, kind, one, two]) => [what, kind, sum(one), sum(two)])));
